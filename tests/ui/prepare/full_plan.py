"""A plan in which every section holds something."""

from __future__ import annotations

from datetime import date

from familysupport.prepare.afterwards import After, Happened
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.day import Day
from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.road import Result, Try
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.prepare.treatment import Known, Ready, TreatmentPlace
from familysupport.prepare.vetting import Candidate, Decision


def fill(session):
    """Write a whole plan into the stores."""
    names = ("Mum", "Sam (brother)", "Aunt Rosa-Maria of the long name", "Dad")
    people = [session.people.save(Person(name=name)) for name in names]
    session.people.save(Person(name="Ms Alvarez", relation=Relation.PROFESSIONAL, part=Part.LEADS))
    uid = people[0].uid
    for item in (
        SafetyAnswer(question="weapons", reply=Reply.UNSURE),
        SafetyAnswer(question="pregnant", reply=Reply.YES),
        Try(on=date(2026, 11, 20), result=Result.NO, note="In the car."),
        TreatmentPlace(name="Willow House", phone="555 0100", held=True, medicines=Known.YES),
        TreatmentPlace(name="Oak Clinic", cost="18,000 for 30 days"),
        Ready(uid="ready", second_way="Clinic", driver=uid, second=uid, bag="Identity card"),
        Candidate(name="Ms Alvarez", decision=Decision.CHOSEN, paid_by_place=Known.YES),
        Candidate(name="Mr Bold"),
        Stop(person=uid, act="paying your phone", instead="nothing"),
        Limit(person=uid, act="keep my own bank card", start="tomorrow"),
        Day(uid="day", on=date(2026, 11, 28), hour="23:40", other_zone="Asia/Kolkata"),
        Answer(uid="answer:no", response="no", words="I see. " * 20, person=uid),
        Objection(heard="I have to work.", words="Dad has called."),
        After(uid="after", happened=Happened.LEFT, note="He slammed the door."),
    ):
        session.plan.save(item)
