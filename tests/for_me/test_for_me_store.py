"""Check-ins by day, pages, reminders: kept, changed, taken back."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database
from tables import fresh_tables

from familysupport.for_me.model import CheckIn, Reminder, Topic
from familysupport.for_me.store import ForMeStore
from familysupport.vault import schema

TODAY = date(2026, 11, 23)
KEY = bytes(range(32))


@pytest.fixture
def store(db: Database, clock: Any) -> ForMeStore:
    return ForMeStore(db, clock)


def test_a_check_in_is_kept_by_its_day(store: ForMeStore) -> None:
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}, "a long walk"))
    assert store.check_in(TODAY) == CheckIn(TODAY, {"feel": "hard"}, "a long walk")
    assert store.check_in(TODAY - timedelta(days=1)).blank


def test_a_day_has_one_check_in_which_can_be_changed(store: ForMeStore) -> None:
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}))
    store.save_check_in(CheckIn(TODAY, {"feel": "good", "sleep": "well"}))
    assert store.check_ins() == [CheckIn(TODAY, {"feel": "good", "sleep": "well"})]


def test_a_check_in_with_everything_skipped_is_not_kept(store: ForMeStore) -> None:
    store.save_check_in(CheckIn(TODAY, {}, "  "))
    assert store.check_ins() == []
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}))
    store.save_check_in(CheckIn(TODAY))
    assert store.check_ins() == []


def test_a_deleted_check_in_comes_back_until_thirty_days_have_gone(
    store: ForMeStore, clock: Any
) -> None:
    store.save_check_in(CheckIn(TODAY, {"feel": "hard"}))
    store.delete_check_in(TODAY)
    assert store.check_ins() == []
    store.purge_old()
    store.restore_check_in(TODAY)
    assert store.check_in(TODAY).answers == {"feel": "hard"}
    store.delete_check_in(TODAY)
    clock.moment += timedelta(days=31)
    store.purge_old()
    store.restore_check_in(TODAY)
    assert store.check_ins() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(
    days=st.sets(st.dates(date(1990, 1, 1), date(2190, 1, 1)), max_size=12),
    since=st.dates(date(1990, 1, 1), date(2190, 1, 1)),
    length=st.integers(0, 400),
)
def test_days_are_found_between_two_days_newest_first(
    clock: Any, days: set[date], since: date, length: int
) -> None:
    database = fresh_tables()
    store = ForMeStore(database, clock)
    for day in days:
        store.save_check_in(CheckIn(day, {"feel": "mixed"}))
    until = since + timedelta(days=length)
    found = [one.day for one in store.check_ins(since, until)]
    assert found == sorted((day for day in days if since <= day <= until), reverse=True)
    database.close()


def test_a_page_keeps_what_is_written_and_goes_when_it_is_empty(store: ForMeStore) -> None:
    store.save_page("plan", {"signs": "no sleep", "people": " "})
    assert store.page("plan") == {"signs": "no sleep"}
    store.save_page("plan", {"signs": ""})
    assert store.page("plan") == {}


def test_a_reminder_is_kept_changed_deleted_and_brought_back(store: ForMeStore) -> None:
    again = datetime(2026, 11, 24, 8, 0)
    first = store.save_reminder(Reminder(0, "ring Rosa", TODAY, time(9, 30), weekly=True))
    assert first.id
    changed = Reminder(first.id, "", TODAY, time(10), False, Topic.LOOK_BACK, False, again)
    assert store.save_reminder(changed) == changed
    assert store.reminders() == [changed]
    store.delete_reminder(first.id)
    assert store.reminders() == []
    store.restore_reminder(first.id)
    assert store.reminders() == [changed]


def test_a_vault_made_before_gets_the_tables(db: Database) -> None:
    for table in ("for_me_check_ins", "for_me_pages", "for_me_reminders"):
        db[table].drop()
    db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm054_for_me'")
    db.conn.commit()
    assert not schema.is_up_to_date(db)
    schema.migrate(db)
    assert schema.is_up_to_date(db)
    assert db["for_me_check_ins"].exists()
