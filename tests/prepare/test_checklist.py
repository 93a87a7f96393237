from __future__ import annotations

from datetime import datetime

from familysupport.prepare.checklist import Gap, Missing, Place, is_done, missing
from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.plan import Plan

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
