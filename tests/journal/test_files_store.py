"""Photos and files of entries: kept in parts, whole or not at all, wiped when their time is up."""

from __future__ import annotations

import os
from datetime import timedelta
from typing import Any

import pytest

from familysupport.journal.files import PART, NewFile
from familysupport.journal.files_store import FilesStore, parts_of
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault import cipher, schema
from familysupport.vault.backup import look_into, make_backup

KEY = bytes(range(32))


@pytest.fixture
def entry(db: Any, clock: Any) -> Entry:
    return JournalStore(db, clock).save(Entry(0, clock.now(), text="words"))


@pytest.fixture
def files(db: Any, clock: Any) -> FilesStore:
    return FilesStore(db, clock)


def photo(size: int = 10, name: str = "a.jpg") -> NewFile:
    return NewFile(name, "image/jpeg", os.urandom(size), 40, 30, b"small", "Rosa at the lake")


def part_count(db: Any) -> int:
    return int(db.execute("SELECT count(*) FROM journal_file_parts").fetchone()[0])


@pytest.mark.parametrize("size", [0, 1, PART - 1, PART, PART + 1, 3 * PART + 7])
def test_a_file_comes_back_as_it_was(files: FilesStore, entry: Entry, size: int) -> None:
    new = photo(size)
    kept = files.save(entry.id, new)
    assert b"".join(files.read(kept.id)) == new.data
    assert all(len(part) <= PART for part in files.read(kept.id))
    assert files.thumbnail(kept.id) == b"small"
    assert files.files(entry.id) == [kept]
    assert (kept.name, kept.size, kept.width, kept.height) == ("a.jpg", size, 40, 30)
    assert kept.note == "Rosa at the lake"
    assert kept.shown


def test_files_stand_in_the_order_in_which_they_came(files: FilesStore, entry: Entry) -> None:
    for name in ("b.jpg", "a.jpg", "c.pdf"):
        files.save(entry.id, photo(name=name))
    assert [one.name for one in files.files(entry.id)] == ["b.jpg", "a.jpg", "c.pdf"]
    assert [one.name for one in files.all_files()] == ["b.jpg", "a.jpg", "c.pdf"]


def test_a_file_that_did_not_come_whole_never_counts(
    files: FilesStore, entry: Entry, db: Any
) -> None:
    new = photo(3 * PART)
    file_id = files.begin(entry.id, new)
    files.add_part(file_id, 0, next(iter(parts_of(new.data))))
    assert files.files(entry.id) == []
    assert list(files.all_files()) == []
    files.purge_old()
    while files.sweep():
        pass
    assert part_count(db) == 0
    assert db.execute("SELECT count(*) FROM journal_files").fetchone()[0] == 0


def test_what_was_dropped_is_wiped_and_what_is_whole_cannot_be_dropped(
    files: FilesStore, entry: Entry, db: Any
) -> None:
    kept = files.save(entry.id, photo(PART))
    coming = files.begin(entry.id, photo(PART))
    files.add_part(coming, 0, b"x")
    files.drop(coming)
    files.drop(kept.id)
    while files.sweep():
        pass
    assert part_count(db) == 1
    assert files.file(kept.id) == kept


def test_what_shows_in_a_photo_can_be_told(files: FilesStore, entry: Entry) -> None:
    kept = files.save(entry.id, photo())
    files.set_note(kept.id, "Dad and the dog")
    assert files.files(entry.id)[0].note == "Dad and the dog"


def test_a_removed_file_can_be_brought_back_for_30_days(
    files: FilesStore, entry: Entry, clock: Any, db: Any
) -> None:
    kept = files.save(entry.id, photo(40 * PART))
    files.delete(kept.id)
    assert files.files(entry.id) == []
    assert files.file(kept.id) is None
    clock.moment += timedelta(days=29)
    files.purge_old()
    files.restore(kept.id)
    assert files.files(entry.id) == [kept]
    files.delete(kept.id)
    clock.moment += timedelta(days=31)
    files.purge_old()
    assert files.sweep()  # a piece at a time
    while files.sweep():
        pass
    assert part_count(db) == 0
    assert files.thumbnail(kept.id) == b""


def test_files_go_with_their_entry_and_never_to_another(
    files: FilesStore, entry: Entry, clock: Any, db: Any
) -> None:
    journal = JournalStore(db, clock)
    first = files.save(entry.id, photo(2 * PART))
    journal.delete(entry.id)
    assert list(files.all_files()) == []
    journal.restore(entry.id)
    assert list(files.all_files()) == [first]
    journal.delete(entry.id)
    clock.moment += timedelta(days=31)
    journal.purge_old()
    files.purge_old()
    again = journal.save(Entry(0, clock.now(), text="another"))
    assert again.id == entry.id  # the number of an entry may come back
    assert files.files(again.id) == []
    other = files.save(again.id, photo(5))
    assert other.id != first.id
    assert sum(1 for _part in files.read(other.id)) == 1
    while files.sweep():
        pass
    assert part_count(db) == 1


def test_room_goes_back_to_the_disk_and_backups_hold_nothing_that_is_gone(
    vault: Any, clock: Any, tmp_path: Any
) -> None:
    entry = JournalStore(vault.db, clock).save(Entry(0, clock.now(), text="words"))
    files = FilesStore(vault.db, clock)
    kept = files.save(entry.id, photo(60 * PART))
    cipher.checkpoint(vault.db.conn)
    path = vault.folder / "vault.db"
    full = path.stat().st_size
    files.delete(kept.id)
    clock.moment += timedelta(days=31)
    files.purge_old()
    while files.sweep():
        pass
    cipher.checkpoint(vault.db.conn)
    assert full > 15_000_000
    assert path.stat().st_size < full / 3
    copy = make_backup(vault.folder, KEY, tmp_path / "copies", clock)
    assert look_into(copy, KEY).size < 3_000_000


def test_a_vault_from_before_photos_still_opens(db: Any, clock: Any) -> None:
    for table in ("journal_files", "journal_file_parts"):
        db.execute(f"DROP TABLE {table}")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm051_journal_files'")
    db.conn.commit()
    assert not schema.is_up_to_date(db)
    schema.migrate(db)
    entry = JournalStore(db, clock).save(Entry(0, clock.now(), text="old"))
    assert FilesStore(db, clock).save(entry.id, photo()).entry_id == entry.id


def test_no_part_of_a_photo_stands_open_in_the_files_of_the_vault(
    vault: Any, clock: Any, tmp_path: Any
) -> None:
    entry = JournalStore(vault.db, clock).save(Entry(0, clock.now(), text="words"))
    mark = b"a face that nobody else may see"
    data = mark * (2 * PART // len(mark))
    new = NewFile("IMG_secret_name.jpg", "image/jpeg", data, 4, 3, mark * 20, "Rosa")
    FilesStore(vault.db, clock).save(entry.id, new)
    copy = make_backup(vault.folder, KEY, tmp_path / "copies", clock)
    for path in [*vault.folder.iterdir(), copy]:
        held = path.read_bytes()
        assert mark[:12] not in held
        assert b"IMG_secret_name" not in held
