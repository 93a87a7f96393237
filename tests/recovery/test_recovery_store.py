"""What is kept once treatment has begun comes back as it was, by kind and in its order."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.recovery.model import (
    Appointment,
    Contact,
    Habit,
    Kept,
    Limit,
    LimitWeek,
    Milestone,
    MilestoneKind,
    Per,
    Sign,
    Stay,
    Supply,
    SupplyKind,
    WeekAnswer,
    Where,
    monday_of,
)
from familysupport.recovery.store import RecoveryStore
from familysupport.vault import schema

DAY = date(2026, 11, 23)
ONE_OF_EACH: list[Kept] = [
    Stay(where=Where.HOME, since=DAY, until=DAY + timedelta(3), name="with Rosa"),
    Milestone(kind=MilestoneKind.AGAIN, day=DAY, name="a new count"),
    Habit(name="Dinner together", per=Per.DAY, until=DAY),
    Limit(words="No cash", since=DAY, uid="u1", until=DAY + timedelta(7)),
    Sign(kind="sleep", day=DAY, note="up all night"),
    Supply(kind=SupplyKind.MEDICINE, name="the white box", place="kitchen", expires=DAY),
    Appointment(day=DAY, hour="09:30", who="Dr Lee", place="clinic", note="ask about nights"),
    Contact(name="Rosa", number="555 0100", purpose="nights", uid="u2"),
]


@pytest.fixture
def store(db: Database, clock: Any) -> RecoveryStore:
    return RecoveryStore(db, clock)


@pytest.mark.parametrize("item", ONE_OF_EACH, ids=lambda one: one.table)
def test_each_kind_comes_back_as_it_was_kept(store: RecoveryStore, item: Kept) -> None:
    kept = store.save(item)
    assert kept.id
    assert store.items(type(item)) == [kept]
    store.delete(kept)
    assert store.items(type(item)) == []
    store.restore(kept)
    assert store.items(type(item)) == [kept]


@pytest.mark.parametrize("item", ONE_OF_EACH, ids=lambda one: one.table)
def test_what_was_deleted_is_gone_for_good_after_thirty_days(
    store: RecoveryStore, db: Database, clock: Any, item: Kept
) -> None:
    kept = store.save(item)
    store.delete(kept)
    clock.moment += timedelta(days=30)
    store.purge_old()
    assert db.table(item.table).count == 1
    clock.moment += timedelta(minutes=1)
    store.purge_old()
    assert db.table(item.table).count == 0


def test_a_change_keeps_the_same_row(store: RecoveryStore) -> None:
    kept = store.save(Stay(since=DAY))
    store.save(Stay(kept.id, Where.TREATMENT, DAY, DAY + timedelta(9), "Rose House"))
    (found,) = store.items(Stay)
    assert (found.id, found.name, found.until) == (kept.id, "Rose House", DAY + timedelta(9))


def test_habit_days_are_told_by_name_and_day(store: RecoveryStore) -> None:
    group = store.save(Habit(name="Support group"))
    dinner = store.save(Habit(name="Dinner together"))
    store.tick(dinner.id, DAY + timedelta(1))
    store.tick(group.id, DAY)
    store.tick(group.id, DAY)
    store.tick(group.id, DAY + timedelta(30))
    assert store.habit_days(DAY, DAY + timedelta(6)) == [
        ("Support group", DAY),
        ("Dinner together", DAY + timedelta(1)),
    ]
    assert store.ticked(DAY, DAY) == {group.id: [DAY]}
    store.untick(group.id, DAY, DAY + timedelta(6))
    assert store.ticked(DAY, DAY) == {}
    store.delete(dinner)
    assert store.habit_days(DAY, DAY + timedelta(6)) == []
    store.restore(dinner)
    assert store.habit_days(DAY, DAY + timedelta(6)) == [("Dinner together", DAY + timedelta(1))]


def test_a_week_of_a_limit_has_one_answer_that_can_be_taken_back(store: RecoveryStore) -> None:
    limit = store.save(Limit(words="No cash", since=DAY))
    monday = monday_of(DAY)
    store.answer_week(limit.id, monday, WeekAnswer.NOT_THIS_WEEK)
    store.answer_week(limit.id, monday, WeekAnswer.KEPT)
    assert store.limit_weeks(monday, monday) == [
        LimitWeek(limit.id, "No cash", monday, WeekAnswer.KEPT)
    ]
    assert store.limit_weeks(monday + timedelta(1), monday + timedelta(9)) == []
    store.answer_week(limit.id, monday, None)
    assert store.limit_weeks(monday, monday) == []


def test_purging_a_habit_or_a_limit_takes_its_days_along(
    store: RecoveryStore, db: Database, clock: Any
) -> None:
    habit, limit = store.save(Habit(name="Walk")), store.save(Limit(words="No cash"))
    store.tick(habit.id, DAY)
    store.answer_week(limit.id, monday_of(DAY), WeekAnswer.KEPT)
    store.delete(habit)
    store.delete(limit)
    clock.moment += timedelta(days=31)
    store.purge_old()
    assert db.table("recovery_habit_days").count == 0
    assert db.table("recovery_limit_weeks").count == 0


def test_a_step_of_the_plan_is_ticked_and_unticked(store: RecoveryStore) -> None:
    store.tick_step("week-1-naloxone", True)
    store.tick_step("week-1-naloxone", True)
    assert store.steps_done() == {"week-1-naloxone": DAY}
    store.tick_step("week-1-naloxone", False)
    assert store.steps_done() == {}


def test_things_come_in_the_order_in_which_one_looks_for_them(store: RecoveryStore) -> None:
    for number in (2, 1):
        store.save(Stay(since=DAY + timedelta(number)))
        store.save(Sign(day=DAY + timedelta(number)))
        store.save(Appointment(day=DAY, hour=f"0{number}:00"))
    store.save(Supply(name="open"))
    store.save(Supply(name="dated", expires=DAY))
    assert [one.since.day for one in store.items(Stay)] == [24, 25]
    assert [one.day.day for one in store.items(Sign)] == [25, 24]
    assert [one.hour for one in store.items(Appointment)] == ["01:00", "02:00"]
    assert [one.name for one in store.items(Supply)] == ["dated", "open"]


def test_a_vault_made_before_takes_the_new_tables() -> None:
    database = Database(memory=True)
    names = [step.name for step in schema.steps.pending(database)]
    schema.steps.apply(database, stop_before="m053_recovery")
    assert "recovery_stays" not in database.table_names()
    schema.migrate(database)
    assert "m053_recovery" in names
    assert "recovery_stays" in database.table_names()
    assert schema.is_up_to_date(database)


def test_habits_and_limits_of_a_vault_made_before_have_not_ended(clock: Any) -> None:
    database = Database(memory=True)
    schema.steps.apply(database, stop_before="m060_recovery_ends")
    database.execute("INSERT INTO recovery_habits (name, per) VALUES ('A walk', 'day')")
    old = "INSERT INTO recovery_limits (words, since, uid) VALUES ('No', '2026-11-02', '')"
    database.execute(old)
    schema.migrate(database)
    store = RecoveryStore(database, clock)
    assert [(one.name, one.until) for one in store.items(Habit)] == [("A walk", None)]
    assert [(one.words, one.until) for one in store.items(Limit)] == [("No", None)]
