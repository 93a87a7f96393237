"""What is brought in is kept whole or not at all, known again, and taken back out."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from familysupport.journal import bring_in_store
from familysupport.journal.bring_in import Format
from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.bring_in_store import BringInStore, bring_in_whole
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault import schema
from familysupport.vault.vault import Vault

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "journal"
KEY = bytes(range(32))


@pytest.fixture
def journal(db, clock):
    return JournalStore(db, clock)


@pytest.fixture
def store(db, clock):
    return BringInStore(db, clock)


def all_of(taking):
    return list(taking)[-1]


def test_everything_comes_in_and_is_found(store, journal):
    reading = read_journal(DATA / "jrnl/journal.json")
    assert all_of(store.take_in(reading.found, reading.formats)) == 5
    assert journal.count() == 5
    assert journal.search("pond")[0].tags == ("daniel", "visit")
    assert journal.tags()


def test_a_second_time_everything_is_known(store, db, clock):
    found = read_journal(DATA / "jrnl/journal.json").found
    assert list(store.known(found)) == [False] * 5
    assert list(store.known([*found, *found]))[5:] == [True] * 5
    assert bring_in_whole(db, clock, DATA / "jrnl/journal.txt") == 5
    assert list(store.known(found)) == [True] * 5
    assert bring_in_whole(db, clock, DATA / "jrnl/journal.json") == 0


def test_an_entry_with_other_words_or_another_minute_is_new(store, journal):
    found = read_journal(DATA / "jrnl/journal.json").found
    entry = found[0].entry
    journal.save(Entry(0, entry.at + timedelta(seconds=59), title=entry.title, text=entry.text))
    journal.save(Entry(0, found[1].entry.at, text="Something else."))
    moved = found[2].entry
    journal.save(Entry(0, moved.at - timedelta(seconds=1), title=moved.title, text=moved.text))
    assert list(store.known(found))[:3] == [True, False, False]


@pytest.fixture
def _small_slices(monkeypatch):
    monkeypatch.setattr(bring_in_store, "_SLICE", 2)


@pytest.mark.usefixtures("_small_slices")
def test_stopping_half_way_leaves_nothing(store, journal, db):
    taking = store.take_in(read_journal(DATA / "jrnl/journal.json").found, ())
    assert next(taking) == 2
    assert next(taking) == 4
    taking.close()
    assert journal.count() == 0
    assert not db.conn.in_transaction
    assert store.batches() == []
    assert journal.search("clinic") == []


@pytest.mark.usefixtures("_small_slices")
def test_stopping_half_way_keeps_what_others_wrote_meanwhile(store, journal, clock):
    taking = store.take_in(read_journal(DATA / "jrnl/journal.json").found, ())
    next(taking)
    journal.save(Entry(0, clock.now(), text="Typed meanwhile."))
    taking.close()
    assert [entry.text for entry in journal.entries()] == ["Typed meanwhile."]
    assert store.batches() == []


@pytest.mark.usefixtures("_small_slices")
def test_trouble_half_way_leaves_nothing(store, journal, monkeypatch):
    reading = read_journal(DATA / "jrnl/journal.json")
    taking = store.take_in(reading.found, reading.formats)
    next(taking)
    monkeypatch.setattr(JournalStore, "save", lambda _self, _entry: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        next(taking)
    assert journal.count() == 0


def test_what_came_together_goes_together_but_not_what_was_changed_since(store, journal, clock):
    journal.save(Entry(0, clock.now(), text="Mine."))
    reading = read_journal(DATA / "jrnl/journal.json")
    all_of(store.take_in(reading.found, reading.formats))
    (batch,) = store.batches()
    assert (batch.count, batch.changed, batch.formats) == (5, 0, (Format.JRNL,))
    clock.moment += timedelta(minutes=5)
    touched = journal.entries()[-1]
    journal.save(Entry(touched.id, touched.at, text="Changed by hand."))
    assert store.batches()[0].changed == 1
    ids = [one for some in store.take_out(batch.id) for one in some]
    assert len(ids) == 4
    assert journal.search("clinic") == []
    assert journal.tags() == []
    assert {entry.text for entry in journal.entries()} == {"Mine.", "Changed by hand."}
    assert len(list(store.put_back(ids))) == 1
    assert journal.count() == 6
    assert set(journal.tags()) == {"counselor", "starred"}
    assert [line.title for line in journal.search("counselor")]
    assert store.batches()[0].count == 5


@pytest.mark.parametrize("call", [1, 2, 4, 6, 9, 14])
def test_a_crash_while_taking_in_leaves_all_or_nothing(vault, call):
    vault.close()
    died = subprocess.run(
        [sys.executable, Path(__file__).with_name("taking_in_dies.py"), vault.folder, str(call)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert died.returncode == 9
    opened = Vault.open(vault.folder, KEY)
    rows = opened.db.execute("SELECT count(*) FROM journal_entries").fetchone()[0]
    linked = opened.db.execute("SELECT count(*) FROM journal_import_entries").fetchone()[0]
    assert (rows, linked) in ((0, 0), (5, 5))
    assert opened.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    opened.close()


def test_a_vault_from_before_gets_the_tables_for_it(db, clock):
    db.execute("DROP TABLE journal_import_entries")
    db.execute("DROP TABLE journal_imports")
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm058_journal_imports'")
    kept = JournalStore(db, clock).save(Entry(0, clock.now(), text="From before."))
    schema.migrate(db)
    assert BringInStore(db, clock).batches() == []
    assert bring_in_whole(db, clock, DATA / "jrnl/journal.json") == 5
    assert JournalStore(db, clock).entry(kept.id) == kept
