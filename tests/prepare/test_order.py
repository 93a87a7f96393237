from __future__ import annotations

from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.order import Look, Notice, notices, speakers

LEADER = Person(name="Ms Alvarez", relation=Relation.PROFESSIONAL, part=Part.LEADS)
SAFE = Person(name="Uncle Joe", part=Part.SAFETY)
MUM = Person(name="Mum")
DAD = Person(name="Dad", part=Part.ASKS)


def test_an_empty_list_is_not_complained_about():
    assert notices([]) == []


def test_a_complete_meeting_has_nothing_to_look_at():
    assert notices([LEADER, MUM, DAD, SAFE]) == []


def test_speakers_are_those_who_read_something_aloud():
    assert speakers([LEADER, MUM, DAD, SAFE]) == [MUM, DAD]


def test_nobody_leads():
    assert Notice(Look.NOBODY_LEADS) in notices([MUM, DAD, SAFE])


def test_two_lead():
    second = Person(name="Dr Lee", part=Part.LEADS)
    assert notices([LEADER, second, MUM, DAD, SAFE]) == [
        Notice(Look.TWO_LEAD, ("Ms Alvarez", "Dr Lee"))
    ]


def test_a_leader_from_the_family_with_no_professional_is_named():
    rosa = Person(name="Rosa", relation=Relation.OTHER_RELATIVE, part=Part.LEADS)
    assert notices([rosa, MUM, DAD, SAFE]) == [Notice(Look.NO_PROFESSIONAL, ("Rosa",))]


def test_nobody_makes_the_ask():
    assert notices([LEADER, MUM, SAFE]) == [Notice(Look.NOBODY_ASKS)]


def test_two_make_the_ask():
    sam = Person(name="Sam", part=Part.ASKS)
    assert notices([LEADER, DAD, sam, SAFE]) == [Notice(Look.TWO_ASK, ("Dad", "Sam"))]


def test_the_ask_before_the_last_statement():
    assert notices([LEADER, DAD, MUM, SAFE]) == [Notice(Look.ASKS_TOO_EARLY, ("Dad",))]


def test_no_safety_person():
    assert notices([LEADER, MUM, DAD]) == [Notice(Look.NO_SAFETY_PERSON)]


def test_two_people_with_one_name_and_one_with_none():
    people = [LEADER, MUM, Person(name=" mum "), Person(name="  "), DAD, SAFE]
    assert notices(people) == [Notice(Look.SAME_NAME, ("Mum",)), Notice(Look.NO_NAME)]


def test_a_child_in_the_room_comes_first_and_elsewhere_is_no_matter():
    child = Person(name="Lily", is_child=True)
    assert notices([LEADER, MUM, child, DAD, SAFE])[0] == Notice(Look.CHILD_IN_ROOM, ("Lily",))
    for part in (Part.AWAY, Part.CHILDREN):
        assert notices([LEADER, MUM, child._replace(part=part), DAD, SAFE]) == []


def test_an_angry_voice_first_and_an_angry_voice_at_all():
    joe = Person(name="Joe", may_flare=True)
    assert notices([LEADER, joe, MUM, DAD, SAFE]) == [Notice(Look.ANGRY_FIRST, ("Joe",))]
    assert notices([LEADER, MUM, joe, DAD, SAFE]) == [Notice(Look.ANGRY_THERE, ("Joe",))]
    assert notices([LEADER, MUM, joe._replace(part=Part.AWAY), DAD, SAFE]) == []


def test_somebody_below_seven_is_named_and_one_who_was_not_asked_is_not():
    for number, named in ((0, True), (6, True), (7, False), (10, False), (None, False)):
        found = notices([LEADER, MUM._replace(readiness=number), DAD, SAFE])
        assert found == ([Notice(Look.NOT_READY, ("Mum",))] if named else [])
