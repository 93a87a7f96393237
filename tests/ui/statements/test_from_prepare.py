from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.model import Person
from familysupport.prepare.treatment import Ready, TreatmentPlace
from familysupport.statements.model import Statement
from familysupport.ui.statements.guided import Guided


@pytest.fixture
def mum(session):
    person = session.people.save(Person(name="Mum"))
    session.statements.save(Statement(person_id=person.id, author="Mum", addressee="Dan"))
    return person


def press(hands, tab, spoken):
    found = [one for one in hands.visible(tab, QPushButton) if one.accessibleName() == spoken]
    assert len(found) == 1, spoken
    found[0].setFocus()
    hands.qtbot.keyClick(found[0], Qt.Key.Key_Space)


def text_of(tab, name):
    fields = tab.findChild(Guided).fields()
    return next(f.editor.toPlainText() for f in fields if f.editor.accessibleName() == name)


def test_what_mum_stops_is_offered_and_goes_in_only_when_asked(hands, session, mum):
    session.plan.save(Stop(person=mum.uid, act="giving you cash"))
    session.plan.save(Stop(person="somebody else", act="lending the car"))
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    press(hands, tab, "From Prepare: What I stop doing")
    assert text_of(tab, "What I stop doing") == ""
    assert "lending the car" not in hands.shown(tab)
    press(hands, tab, "Put in: I will stop giving you cash.")
    assert text_of(tab, "What I stop doing") == "I will stop giving you cash."


def test_the_limits_are_offered_on_the_card_for_a_no(hands, session, mum):
    session.plan.save(Limit(person=mum.uid, act="keep my door locked at night"))
    tab = hands.open_tab()
    hands.press(tab, "If the answer is no")
    press(hands, tab, "From Prepare: limits for the card")
    press(hands, tab, "Put in: If the answer is no, I will keep my door locked at night.")
    tab.flush()
    assert session.statements.statements()[0].if_no == (
        "If the answer is no, I will keep my door locked at night."
    )


def test_where_prepare_knows_nothing_that_is_said(hands, session, mum):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    press(hands, tab, "From Prepare: What I stop doing")
    assert "Prepare holds nothing of this person for here yet." in hands.shown(tab)


def test_the_ask_is_filled_from_the_place_that_is_held(hands, session, mum):
    session.plan.save(TreatmentPlace(name="Hope Clinic"))
    session.plan.save(TreatmentPlace(name="Willow House", held=True, admission="today at two"))
    session.plan.save(Ready(driver=mum.uid))
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    press(hands, tab, "Step by step: The ask")
    press(hands, tab, "Put it in")
    assert text_of(tab, "The ask") == (
        "Will you go to Willow House for [which treatment] today at two? Mum will go with you."
    )
