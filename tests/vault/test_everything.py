"""Everything a family wrote, in open formats: all of it to be read, nothing in memory at once."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from familysupport.errors import EndedError
from familysupport.journal.files import NewFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.progress import Watcher
from familysupport.rehearse.recordings_store import RecordingsStore
from familysupport.rehearse.take import Recording
from familysupport.session import open_session
from familysupport.vault import everything
from familysupport.vault.everything import save_everything, write_everything
from familysupport.vault.everything_words import _UNREAD

# What is not words of a person: inner numbers and marks, and answers that stand as one of a few.
SILENT_COLUMNS = {"id", "uid", "place", "deleted_at", "updated_at", "changed_at", "made_at"}
SILENT_COLUMNS |= {"created_at", "thumbnail", "lesson_id"}
KEY = bytes(range(32))


def files(db):
    out = io.BytesIO()
    write_everything(db, out, {"journal_entries": "Journal"})
    with zipfile.ZipFile(out) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def words(db):
    return files(db)["words.md"].decode()


def test_every_table_of_words_is_there_and_none_that_only_serves_the_program(db, clock):
    JournalStore(db, clock).save(Entry(0, clock.now(), title="A walk", text="Über 3 km, 'quiet'."))
    db["sounds"].insert({"id": 1, "sound": b"\x00\xff"}, pk="id")
    tables = json.loads(files(db)["everything.json"])
    assert tables["journal_entries"][0]["text"] == "Über 3 km, 'quiet'."
    assert tables["sounds"] == [{"id": 1, "sound": "AP8="}]
    assert not {"meta", "journal_search", "journal_search_data", "journal_kept"} & set(tables)
    assert "people" in tables


def test_the_words_can_be_read_as_they_are_without_what_was_deleted(db, clock):
    store = JournalStore(db, clock)
    store.save(Entry(0, clock.now(), title="A walk", text="We walked."))
    gone = store.save(Entry(0, clock.now(), text="Not this."))
    store.delete(gone.id)
    assert "# Journal\n\n## 2026-11-23 18:42 · A walk\n\nWe walked.\n" in words(db)
    assert "Not this." not in words(db)


def test_whatever_is_typed_in_any_table_is_found_in_the_words(db):
    """A marker in each column of text of each table: a table that comes later is seen here too."""
    db.execute("PRAGMA foreign_keys = OFF")
    expected = []
    for name in everything._tables(db):
        columns = db[name].columns
        if name in _UNREAD or name.endswith("_parts"):
            continue
        row = {}
        for number, column in enumerate(columns):
            marker = f"Zz {name} {column.name}".replace("_", " ")
            kinds = {"INTEGER": number + 1, "REAL": 1.5, "BLOB": b"x"}
            row[column.name] = kinds.get(column.type, marker)
        if "deleted_at" in row:
            row["deleted_at"] = None
        db[name].insert(row)
        spoken = [one.name for one in columns if one.type == "TEXT"]
        expected += [row[one] for one in spoken if one not in SILENT_COLUMNS]
    said = words(db)
    assert [marker for marker in expected if marker not in said] == []
    assert len(expected) > 80


def test_what_stands_in_the_plan_and_on_pages_is_told_without_brackets(db, clock):
    session = open_session(db, clock)
    session.journal.save_page("return-plan", {"first": "Call Ruth.", "open": ""})
    db["plan_items"].insert(
        {
            "uid": "u",
            "kind": "limits",
            "place": 1,
            "data": json.dumps({"limit": "No money.", "who": [{"name": "Dad"}], "none": ""}),
            "updated_at": "2026",
        }
    )
    said = words(db)
    assert "- First: Call Ruth." in said
    assert "## Limits" in said
    assert "- Limit: No money." in said
    assert "- Who\n  -\n    - Name: Dad" in said
    assert "{" not in said


def test_photos_go_out_as_the_files_they_are_and_recorded_voices_stay(db, clock):
    entry = JournalStore(db, clock).save(Entry(0, clock.now(), text="With a photo."))
    data = bytes(range(256)) * 3000
    kept = FilesStore(db, clock).save(entry.id, NewFile("pond.jpg", "image/jpeg", data))
    gone = FilesStore(db, clock).save(entry.id, NewFile("gone.jpg", "image/jpeg", b"1"))
    FilesStore(db, clock).delete(gone.id)
    moment = datetime(2026, 11, 23, tzinfo=UTC)
    RecordingsStore(db).save(Recording(0, 1, moment, 1.0, "Dear"), b"\x01\x02" * 16_000)
    found = files(db)
    assert found[f"files/{kept.id}.jpg"] == data
    assert f"files/{gone.id}.jpg" not in found
    assert [name for name in found if name.startswith("files/")] == [f"files/{kept.id}.jpg"]
    assert not any(b"\x01\x02" * 100 in content for content in found.values())
    tables = json.loads(found["everything.json"])
    assert "journal_file_parts" not in tables
    assert tables["journal_files"][0]["name"] == "pond.jpg"


def test_it_is_written_beside_an_open_vault_whole_or_not_at_all(vault, tmp_path, clock):
    JournalStore(vault.db, clock).save(Entry(0, clock.now(), text="We walked."))
    target = tmp_path / "everything.zip"
    shares = []
    save_everything(vault.folder, KEY, target, watcher=Watcher(shares.append))
    with zipfile.ZipFile(target) as packed:
        assert b"We walked." in packed.read("words.md")
    assert shares == sorted(shares)
    before = target.read_bytes()
    with pytest.raises(EndedError):
        save_everything(vault.folder, KEY, target, watcher=Watcher(cancelled=lambda: True))
    assert target.read_bytes() == before
    assert [path for path in tmp_path.iterdir() if path.name.endswith(".part")] == []


def test_a_large_photo_never_is_in_memory_as_a_whole(vault, tmp_path, clock):
    import tracemalloc

    entry = JournalStore(vault.db, clock).save(Entry(0, clock.now(), text="Large."))
    FilesStore(vault.db, clock).save(entry.id, NewFile("a.jpg", "image/jpeg", bytes(20_000_000)))
    tracemalloc.start()
    save_everything(vault.folder, KEY, Path(tmp_path / "e.zip"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000
