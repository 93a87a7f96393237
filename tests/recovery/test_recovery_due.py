"""What is due is told in time, once, and never for what was answered or put away."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.recovery.due import Due, DueKind, due, week_to_ask
from familysupport.recovery.model import (
    Appointment,
    Limit,
    Supply,
    SupplyKind,
    WeekAnswer,
    monday_of,
)
from familysupport.recovery.shelf import SOON_DAYS, Standing, standing
from familysupport.recovery.store import RecoveryStore

MONDAY = date(2026, 11, 23)


@pytest.fixture
def store(db: Database, clock: Any) -> RecoveryStore:
    return RecoveryStore(db, clock)


def test_nothing_kept_means_nothing_due(store: RecoveryStore) -> None:
    assert due(store, MONDAY) == []


def test_appointments_are_told_the_day_before_and_on_the_day(store: RecoveryStore) -> None:
    for number in (-1, 0, 1, 2):
        store.save(Appointment(day=MONDAY + timedelta(number), who=f"day {number}"))
    assert due(store, MONDAY) == [
        Due(DueKind.APPOINTMENT, "appointment-today", MONDAY, "day 0"),
        Due(DueKind.APPOINTMENT, "appointment-tomorrow", MONDAY + timedelta(1), "day 1"),
    ]


def test_what_expires_is_told_sixty_days_before_and_after(store: RecoveryStore) -> None:
    soon = store.save(Supply(name="spray", expires=MONDAY + timedelta(SOON_DAYS)))
    store.save(Supply(name="far", expires=MONDAY + timedelta(SOON_DAYS + 1)))
    store.save(Supply(name="open"))
    over = MONDAY - timedelta(1)
    store.save(Supply(kind=SupplyKind.MEDICINE, name="box", expires=over))
    assert [(one.key, one.about) for one in due(store, MONDAY)] == [
        ("medicine-over", "box"),
        ("naloxone-soon", "spray"),
    ]
    store.delete(soon)
    assert [one.about for one in due(store, MONDAY)] == ["box"]


def test_last_week_is_asked_about_until_every_limit_has_an_answer(store: RecoveryStore) -> None:
    limit = store.save(Limit(words="No cash", since=MONDAY - timedelta(20)))
    last = MONDAY - timedelta(7)
    assert due(store, MONDAY) == [Due(DueKind.WEEK, "limits-week", last)]
    store.answer_week(limit.id, last, WeekAnswer.NOT_THIS_WEEK)
    assert due(store, MONDAY) == []
    assert due(store, MONDAY + timedelta(6)) == [Due(DueKind.WEEK, "limits-week", MONDAY)]


def test_a_limit_made_this_week_is_not_asked_about_for_the_week_before(
    store: RecoveryStore,
) -> None:
    store.save(Limit(words="No cash", since=MONDAY))
    assert due(store, MONDAY) == []
    assert week_to_ask(store.items(Limit), set(), MONDAY + timedelta(6)) == MONDAY


@given(st.dates(), st.dates())
def test_a_date_of_expiry_has_one_standing(expires: date, today: date) -> None:
    found = standing(expires, today)
    assert (found is Standing.OVER) == (expires < today)
    assert (found is Standing.SOON) == (0 <= (expires - today).days <= SOON_DAYS)
    assert standing(None, today) is Standing.OPEN


@given(st.dates())
def test_every_day_has_a_monday_on_or_before_it(day: date) -> None:
    monday = monday_of(day)
    assert monday <= day
    assert (day - monday).days <= 6
    assert monday.weekday() == 0 or monday == date.min


@given(st.dates(), st.dates())
def test_the_week_asked_about_is_never_to_come(since: date, today: date) -> None:
    found = week_to_ask([Limit(id=1, since=since)], set(), today)
    assert found is None or found <= today
