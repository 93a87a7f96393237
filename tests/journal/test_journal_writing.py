from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.journal.model import Energy, Entry, Kind
from familysupport.journal.store import JournalStore
from familysupport.vault import cipher, schema
from tests.conftest import KEY

DAY = datetime.fromisoformat("2026-11-20T09:15:00+01:00")


@pytest.fixture
def journal(db: Database, clock: Any) -> JournalStore:
    return JournalStore(db, clock)


@pytest.fixture
def older() -> Iterator[Database]:
    database = Database(cipher.connect(":memory:", KEY))
    schema.steps.apply(database, stop_before="m050_journal_writing")
    yield database
    database.close()


def test_sleep_and_energy_come_back_as_they_were_told(journal: JournalStore) -> None:
    kept = journal.save(Entry(0, DAY, sleep=6.5, energy=Energy.LOW))
    assert journal.entry(kept.id) == kept
    untold = journal.save(kept._replace(sleep=None, energy=None))
    assert journal.entry(kept.id) == untold


def test_an_entry_that_tells_only_of_sleep_is_not_blank() -> None:
    assert Entry(0, DAY).blank
    assert not Entry(0, DAY, sleep=0.0).blank
    assert not Entry(0, DAY, energy=Energy.GOOD).blank


def test_a_vault_from_before_sleep_and_versions_opens_with_its_entries(
    older: Database, clock: Any
) -> None:
    place = -1_700_000_000_000_000
    older.execute(
        "INSERT INTO journal_entries (place, at, kind, title, text, tags, made_at, changed_at)"
        " VALUES (?, ?, 'visit', 'Bench', 'We sat in the garden', '', ?, ?)",
        [place, DAY.isoformat(), DAY.isoformat(), DAY.isoformat()],
    )
    older.conn.commit()
    schema.migrate(older)
    journal = JournalStore(older, clock)
    (entry,) = journal.entries()
    assert (entry.text, entry.sleep, entry.energy) == ("We sat in the garden", None, None)
    assert [line.id for line in journal.search("garden")] == [entry.id]
    assert entry.kind is Kind.VISIT


def test_the_list_shows_an_entry_without_its_marks(journal: JournalStore) -> None:
    journal.save(Entry(0, DAY, text="# A **calm** day\n- he slept"))
    assert journal.lines()[0].excerpt == "A calm day\nhe slept"
    assert "*" not in journal.search("calm")[0].excerpt
