"""What is asked of the journal by day, saved searches, and memories."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.journal.calendar import Told
from familysupport.journal.finding_store import FindingStore, SavedSearch
from familysupport.journal.memories import Ago
from familysupport.journal.model import Energy, Entry, Kind, Mood
from familysupport.journal.store import JournalStore
from familysupport.vault import schema

ANY_HOUR = st.integers(-12, 14)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.fixture
def journal(db: Database, clock: Any) -> JournalStore:
    return JournalStore(db, clock)


@pytest.fixture
def finding(db: Database, clock: Any) -> FindingStore:
    return FindingStore(db, clock)


@pytest.fixture
def write(journal: JournalStore) -> Any:
    def save(moment: str, text: str = "words", **fields: Any) -> Entry:
        return journal.save(Entry(0, at(moment), text=text, **fields))

    return save


def test_days_tell_kind_mood_sleep_and_energy(finding: FindingStore, write: Any) -> None:
    write("2026-11-02T09:00:00+01:00", mood=Mood.HARD, sleep=6.5, energy=Energy.LOW)
    write("2026-11-02T21:00:00+01:00", kind=Kind.VISIT)
    write("2026-12-01T00:00:00+01:00")
    assert finding.told(date(2026, 11, 1), date(2026, 11, 30)) == [
        Told(2, date(2026, 11, 2), Kind.VISIT),
        Told(1, date(2026, 11, 2), Kind.FREE, Mood.HARD, 6.5, Energy.LOW),
    ]


def test_the_day_of_an_entry_is_the_day_on_the_wall_where_it_was_written(
    finding: FindingStore, write: Any
) -> None:
    write("2026-11-01T01:00:00+14:00")  # still 30 October at Greenwich
    write("2026-10-31T23:30:00-11:00")  # already 1 November at Greenwich
    assert [one.day for one in finding.told(date(2026, 10, 30), date(2026, 11, 1))] == [
        date(2026, 10, 31),
        date(2026, 11, 1),
    ]


def test_the_night_when_clocks_change_keeps_its_day(finding: FindingStore, write: Any) -> None:
    for moment in ("2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"):
        write(moment)
    lines = finding.lines_of(date(2026, 10, 25), date(2026, 10, 25))
    assert [line.at.isoformat()[-6:] for line in lines] == ["+01:00", "+02:00"]


def test_a_deleted_entry_is_on_no_day(
    finding: FindingStore, journal: JournalStore, write: Any
) -> None:
    kept = write("2026-11-02T09:00:00+01:00")
    journal.delete(kept.id)
    assert finding.told(date.min, date.max) == []
    assert finding.span() is None
    assert finding.months() == []


def test_lines_of_days_come_newest_first_and_in_pages(finding: FindingStore, write: Any) -> None:
    for hour in range(5):
        write(f"2026-11-02T0{hour}:00:00+01:00", f"entry {hour}")
    day = date(2026, 11, 2)
    pages = [finding.lines_of(day, day, 2, offset) for offset in (0, 2, 4)]
    assert [[line.excerpt for line in page] for page in pages] == [
        ["entry 4", "entry 3"],
        ["entry 2", "entry 1"],
        ["entry 0"],
    ]
    assert finding.lines([2, 99])[2].excerpt == "entry 1"


@given(st.lists(st.tuples(st.dates(date(1, 1, 3), date(9999, 12, 29)), ANY_HOUR), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_months_and_span_hold_for_dates_far_back_and_far_ahead(
    db: Database, clock: Any, days: list[tuple[date, int]]
) -> None:
    db.execute("DELETE FROM journal_entries")
    journal, finding = JournalStore(db, clock), FindingStore(db, clock)
    for day, hours in days:
        sign = "-" if hours < 0 else "+"
        journal.save(Entry(0, at(f"{day.isoformat()}T12:00:00{sign}{abs(hours):02}:00"), text="x"))
    only = sorted({day for day, _hours in days})
    assert finding.months() == sorted({(day.year, day.month) for day in only}, reverse=True)
    assert finding.span() == ((only[0], only[-1]) if only else None)
    assert sorted({one.day for one in finding.told(date.min, date.max)}) == only


def test_words_are_counted_once_and_again_when_the_text_changes(
    finding: FindingStore, journal: JournalStore, write: Any
) -> None:
    entry = write("2026-11-02T09:00:00+01:00", "two  words\n\nand three more")
    assert finding.words([entry.id]) == {}
    finding.count_words([entry.id])
    assert finding.words([entry.id, 77]) == {entry.id: 5}
    journal.save(Entry(entry.id, entry.at, text=entry.text, mood=Mood.GOOD))
    assert finding.words([entry.id]) == {entry.id: 5}
    journal.save(Entry(entry.id, entry.at, text="one"))
    assert finding.words([entry.id]) == {}
    assert finding.words([]) == {}


def test_a_search_is_kept_renamed_forgotten_and_brought_back(finding: FindingStore) -> None:
    kept = finding.save_search(SavedSearch(0, "Visits", "kind:visit"))
    finding.save_search(SavedSearch(0, "calls", "kind:call walk"))
    assert [one.name for one in finding.searches()] == ["calls", "Visits"]
    renamed = finding.save_search(SavedSearch(kept.id, "A visit", kept.words))
    assert [one.name for one in finding.searches()] == ["A visit", "calls"]
    finding.delete_search(renamed.id)
    assert [one.name for one in finding.searches()] == ["calls"]
    finding.save_search(renamed)
    assert renamed in finding.searches()


def test_memories_are_of_this_day_and_say_how_long_ago(finding: FindingStore, write: Any) -> None:
    write("2025-11-23T09:00:00+01:00", "a year")
    write("2021-11-23T09:00:00+01:00", "five")
    write("2026-05-23T09:00:00+02:00", "half")
    write("2026-10-23T09:00:00+02:00", "a month")
    write("2025-11-22T09:00:00+01:00", "another day")
    write("2026-11-23T09:00:00+01:00", "today")
    assert [(one.line.excerpt, one.ago) for one in finding.memories()] == [
        ("a month", Ago(months=1)),
        ("half", Ago(months=6)),
        ("a year", Ago(years=1)),
        ("five", Ago(years=5)),
    ]


def test_hard_days_never_come_back_unasked(finding: FindingStore, write: Any) -> None:
    write("2025-11-23T09:00:00+01:00", "before the setback")
    write("2025-11-23T19:00:00+01:00", "the setback", kind=Kind.SETBACK)
    write("2024-11-23T09:00:00+01:00", "a very hard day", mood=Mood.VERY_HARD)
    write("2023-11-23T09:00:00+01:00", "a letter", kind=Kind.UNSENT_LETTER)
    write("2023-11-23T10:00:00+01:00", "beside the letter", mood=Mood.HARD)
    assert [one.line.excerpt for one in finding.memories()] == ["beside the letter"]


def test_a_memory_put_aside_stays_away_until_it_is_let_back(
    finding: FindingStore, journal: JournalStore, write: Any
) -> None:
    one = write("2025-11-23T09:00:00+01:00", "a year")
    finding.hide_memory(one.id)
    finding.hide_memory(one.id)
    assert finding.memories() == []
    finding.show_memory(one.id)
    assert len(finding.memories()) == 1
    journal.delete(one.id)
    journal.purge(at("2026-11-23T18:42:00+01:00") + timedelta(days=1))
    assert finding.memories() == []


def test_memories_are_off_until_somebody_asks_for_them(finding: FindingStore) -> None:
    assert not finding.brings_up()
    finding.bring_up(True)
    assert finding.brings_up()
    finding.bring_up(False)
    assert not finding.brings_up()


def test_a_vault_from_before_searches_were_kept_opens_with_its_entries(
    db: Database, clock: Any
) -> None:
    for name in ("searches", "hidden_memories", "words"):
        db.execute(f"DROP TABLE journal_{name}")
    db.execute("DROP TRIGGER journal_recount")
    for name in ("days", "kinds", "moods"):
        db.execute(f"DROP INDEX journal_entries_{name}")
    db.execute(
        "DELETE FROM _sqlite_migrations"
        " WHERE name IN ('m052_journal_searches', 'm059_journal_filters')"
    )
    JournalStore(db, clock).save(Entry(0, at("2026-11-02T09:00:00+01:00"), text="kept"))
    assert not schema.is_up_to_date(db)
    schema.migrate(db)
    assert schema.is_up_to_date(db)
    finding = FindingStore(db, clock)
    assert [line.excerpt for line in finding.lines_of(date.min, date.max)] == ["kept"]
    assert finding.searches() == []
