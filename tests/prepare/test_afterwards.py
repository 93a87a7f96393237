from __future__ import annotations

from datetime import date, datetime

import pytest

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.afterwards import After, Happened, with_meeting
from familysupport.prepare.checklist import Gap, Missing, Place, is_done, missing
from familysupport.prepare.content import read_afterwards
from familysupport.prepare.day import Day
from familysupport.prepare.plan import Plan
from familysupport.prepare.road import Next, Result, Road, Try, next_road
from familysupport.prepare.safety import Outcome

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LIBRARY = Library(resources() / "content", "en")
TEXTS = read_afterwards(LIBRARY)
PAST = Day(on=date(2026, 11, 22))


def test_every_ending_has_words_facts_sections_and_lessons_that_exist():
    assert {one.id for one in TEXTS.result} == set(Happened) - {Happened.OPEN}
    facts = set(LIBRARY.facts())
    for one in TEXTS.result:
        assert set(one.facts) <= facts
        assert [Place(name) for name in one.places]
        assert [name for name in one.lessons if LIBRARY.lesson(name) is None] == []


@pytest.mark.parametrize(
    ("happened", "expected"),
    [
        (Happened.OPEN, Next.TALK),
        (Happened.NOT_HELD, Next.TALK),
        (Happened.YES, Next.ACT_TODAY),
        (Happened.PARTLY, Next.SUPPORT_STEP),
        (Happened.NOT_TODAY, Next.MEETING),
        (Happened.NO, Next.MEETING),
        (Happened.LEFT, Next.MEETING),
    ],
)
def test_what_happened_counts_as_the_last_thing_tried(happened, expected):
    tries = with_meeting([], After(happened=happened), PAST.on)
    assert next_road(Outcome.GO_ON, tries) is expected


def test_a_second_no_leads_to_a_professional():
    before = [Try(road=Road.MEETING, result=Result.NO)]
    tries = with_meeting(before, After(happened=Happened.LEFT), None)
    assert next_road(Outcome.GO_ON, tries) is Next.PROFESSIONAL


def test_when_the_day_is_past_it_asks_first_what_happened():
    found = missing(Plan(now=NOW, day=PAST))
    assert found[0] == Missing(Gap.NOT_SAID, Place.AFTER)
    assert any(one.gap is Gap.DAY_PAST for one in found)
    said = Plan(now=NOW, day=PAST, after=After(happened=Happened.NO))
    assert not {Gap.NOT_SAID, Gap.DAY_PAST} & {one.gap for one in missing(said)}
    assert is_done(said, Place.AFTER)
    assert not is_done(Plan(now=NOW), Place.AFTER)


def test_before_the_day_nobody_is_asked():
    for day in (Day(), Day(on=date(2026, 11, 23)), Day(on=date(2026, 12, 1))):
        assert Gap.NOT_SAID not in {one.gap for one in missing(Plan(now=NOW, day=day))}
