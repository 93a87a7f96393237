"""Everything a family wrote, in open formats."""

from __future__ import annotations

import io
import json
import zipfile

from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault.everything import everything_as_files


def files(db):
    with zipfile.ZipFile(io.BytesIO(everything_as_files(db))) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


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
    words = files(db)["words.md"]
    assert "A walk\n\nWe walked.\n" in words
    assert "Not this." not in words
