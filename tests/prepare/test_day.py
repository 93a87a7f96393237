from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.agenda import Entry, Slot, agenda, whole_seconds
from familysupport.prepare.content import read_day
from familysupport.prepare.day import (
    Day,
    Odd,
    after,
    days_left,
    oddities,
    starts_at,
    zone_of,
    zones,
)
from familysupport.prepare.model import Part, Person

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LONDON, NEW_YORK = "Europe/London", "America/New_York"
HOUR = 3600
LIBRARY = Library(resources() / "content", "en")


def test_a_day_without_an_hour_has_no_start():
    assert starts_at(Day(), LONDON) is None
    assert starts_at(Day(on=date(2026, 11, 28)), LONDON) is None
    assert starts_at(Day(hour="9:30"), LONDON) is None
    assert oddities(Day(), LONDON, NOW, HOUR) == []


def test_the_start_is_in_the_zone_of_the_meeting():
    day = Day(on=date(2026, 11, 28), hour="9:30", zone=NEW_YORK)
    start = starts_at(day, LONDON)
    assert start.isoformat() == "2026-11-28T09:30:00-05:00"
    assert start.astimezone(zone_of(LONDON)).isoformat() == "2026-11-28T14:30:00+00:00"
    assert starts_at(Day(on=day.on, hour="9:30"), LONDON).isoformat().endswith("+00:00")


def test_a_day_in_the_past_is_named():
    day = Day(on=date(2026, 11, 22), hour="9:30")
    assert oddities(day, LONDON, NOW, HOUR) == [Odd.PAST]
    assert days_left(day, NOW.date()) == -1
    assert days_left(Day(), NOW.date()) is None


def test_a_meeting_that_still_runs_is_not_past():
    day = Day(on=date(2026, 11, 23), hour="17:30")
    assert oddities(day, LONDON, NOW, HOUR) == []
    assert oddities(day, LONDON, NOW, 60) == [Odd.PAST]


def test_over_midnight_is_named():
    assert oddities(Day(on=date(2026, 11, 28), hour="23:30"), LONDON, NOW, HOUR) == [
        Odd.OVER_MIDNIGHT
    ]


def test_an_hour_that_the_clocks_skip_and_one_that_comes_twice_are_named():
    skipped = Day(on=date(2027, 3, 14), hour="2:30", zone=NEW_YORK)
    assert Odd.NO_SUCH_HOUR in oddities(skipped, LONDON, NOW, HOUR)
    assert starts_at(skipped, LONDON).strftime("%H:%M") == "03:30"
    twice = Day(on=date(2027, 11, 7), hour="1:30", zone=NEW_YORK)
    assert Odd.HOUR_TWICE in oddities(twice, LONDON, NOW, 60)
    usual = Day(on=date(2027, 6, 1), hour="2:30", zone=NEW_YORK)
    assert oddities(usual, LONDON, NOW, HOUR) == []


def test_clocks_that_change_during_the_meeting_do_not_change_its_length():
    day = Day(on=date(2027, 3, 14), hour="1:30", zone=NEW_YORK)
    start = starts_at(day, LONDON)
    end = after(start, HOUR)
    assert end.strftime("%H:%M") == "03:30"
    assert (end.timestamp() - start.timestamp()) == HOUR
    assert Odd.CLOCKS_CHANGE in oddities(day, LONDON, NOW, HOUR)


@given(
    on=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    minute=st.integers(0, 24 * 60 - 1),
    zone=st.sampled_from(zones()),
    seconds=st.integers(0, 5 * HOUR),
)
def test_any_day_hour_and_zone_give_a_start_and_an_end(on, minute, zone, seconds):
    day = Day(on=on, hour=f"{minute // 60}:{minute % 60:02d}", zone=zone)
    start = starts_at(day, "UTC")
    assert start is not None
    assert after(start, seconds).timestamp() - start.timestamp() == seconds
    assert abs(start.replace(tzinfo=None) - datetime(on.year, on.month, on.day)) < timedelta(days=2)
    oddities(day, "UTC", NOW, seconds)


@pytest.mark.parametrize("hour", ["", "soon", "25:00", "12:60", "9.30", "-1:00", "9:3", "١٢:٠٠x"])
def test_an_hour_that_is_none_gives_no_start(hour):
    assert starts_at(Day(on=date(2026, 11, 28), hour=hour), LONDON) is None


@pytest.mark.parametrize("name", ["", "Nowhere/Atall", "../etc/passwd", "\0"])
def test_a_zone_nobody_knows_counts_as_utc(name):
    assert zone_of(name).key == "UTC"


def test_the_agenda_follows_the_statements():
    people = [
        Person(id=1, name="Ms Alvarez", part=Part.LEADS),
        Person(id=2, name="Mum"),
        Person(id=3, name="Sam"),
        Person(id=4, name="Dad", part=Part.ASKS),
    ]
    found = agenda(Day(), people, {2: 110, 4: 185})
    assert [(one.slot, one.seconds // 60, one.begins // 60, one.guessed) for one in found] == [
        (Slot.WELCOME, 5, 0, False),
        (Slot.SPEAKS, 2, 5, False),
        (Slot.SPEAKS, 2, 7, True),
        (Slot.SPEAKS, 4, 9, False),
        (Slot.ASK, 5, 13, False),
        (Slot.LISTEN, 15, 18, False),
        (Slot.CLOSE, 10, 33, False),
    ]
    assert whole_seconds(found) == 43 * 60


def test_a_part_of_no_minutes_is_left_out_and_nobody_is_no_trouble():
    found = agenda(Day(welcome_minutes=0, listen_minutes=0), [], {})
    assert [one.slot for one in found] == [Slot.ASK, Slot.CLOSE]
    start = starts_at(Day(on=date(2026, 11, 28), hour="23:58"), LONDON)
    assert Entry(Slot.CLOSE, 60, 300).at(start).isoformat() == "2026-11-29T00:03:00+00:00"


def test_every_fact_behind_the_day_exists():
    texts = read_day(LIBRARY)
    known = set(LIBRARY.facts())
    assert {name for one in texts.state for name in one.facts} | set(texts.facts) <= known
    assert [one.id for one in texts.state] == ["rested", "high", "sick"]
