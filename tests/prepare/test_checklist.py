from __future__ import annotations

from datetime import datetime, timedelta

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.checklist import Gap, Missing, Place, is_done, missing
from familysupport.prepare.content import read_safety
from familysupport.prepare.day import Day
from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.plan import Plan
from familysupport.prepare.safety import Reply, SafetyAnswer, advise

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
LEADER = Person(id=1, name="Ms Alvarez", relation=Relation.PROFESSIONAL, part=Part.LEADS)
MUM = Person(id=2, name="Mum")
DAD = Person(id=3, name="Dad", part=Part.ASKS)
SAFE = Person(id=4, name="Uncle Joe", part=Part.SAFETY)


def about(place, **parts):
    return [one for one in missing(Plan(now=NOW, **parts)) if one.place is place]


def test_an_empty_plan_asks_for_people():
    assert Missing(Gap.NO_PEOPLE, Place.PEOPLE) in missing(Plan(now=NOW))
    assert not is_done(Plan(now=NOW), Place.PEOPLE)
    assert not is_done(Plan(now=NOW), Place.NEXT)


def test_people_with_their_parts_and_statements_are_done():
    people = (LEADER, MUM, DAD, SAFE)
    assert about(Place.PEOPLE, people=people, seconds={2: 60, 3: 70}) == []


def test_who_has_no_statement_is_named():
    found = about(Place.PEOPLE, people=(LEADER, MUM, DAD, SAFE), seconds={2: 60})
    assert found == [Missing(Gap.NO_STATEMENT, Place.PEOPLE, ("Dad",))]


def test_what_is_worth_a_look_is_counted():
    found = about(Place.PEOPLE, people=(MUM, DAD), seconds={2: 60, 3: 70})
    assert found == [Missing(Gap.PEOPLE_LOOK, Place.PEOPLE, count=2)]


QUESTIONS = read_safety(Library(resources() / "content", "en"))


def safety(*replies, days_ago=0):
    """A plan in which the first questions are answered so."""
    at = NOW - timedelta(days=days_ago)
    answers = [
        SafetyAnswer(question=one.id, reply=reply, updated_at=at)
        for one, reply in zip(QUESTIONS, replies, strict=False)
    ]
    return Plan(now=NOW, advice=advise(QUESTIONS, answers, NOW))


def test_the_safety_questions_come_first_until_they_are_answered():
    assert missing(Plan(now=NOW))[0] == Missing(Gap.SAFETY_BEGIN, Place.SAFETY)
    every = safety(*[Reply.NO] * len(QUESTIONS))
    assert is_done(every, Place.SAFETY)
    some = safety(Reply.NO, Reply.NO)
    assert missing(some)[0] == Missing(Gap.SAFETY_BLANK, Place.SAFETY, count=len(QUESTIONS) - 2)


def test_what_stops_a_meeting_and_what_is_old_are_named():
    stopped = safety(*[Reply.NO] * 4, Reply.YES, *[Reply.NO] * len(QUESTIONS))
    assert missing(stopped)[0] == Missing(Gap.SAFETY_STOP, Place.SAFETY)
    assert not is_done(stopped, Place.DAY)
    assert not [one for one in missing(stopped) if one.place is Place.DAY]
    old = safety(*[Reply.NO] * len(QUESTIONS), days_ago=20)
    assert missing(old)[0] == Missing(Gap.SAFETY_OLD, Place.SAFETY, count=len(QUESTIONS))


def test_paper_and_sharing_are_never_ticked_off():
    for place in (Place.PAPER, Place.SHARE):
        assert not is_done(Plan(now=NOW), place)


def test_a_day_with_place_and_rules_is_done():
    day = Day(on=NOW.date(), hour="9:30", place="Rosa's", rules="One voice.")
    assert is_done(Plan(now=NOW, day=day), Place.DAY)
