from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton

from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Part, Relation
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.prepare.treatment import Known
from familysupport.prepare.vetting import Candidate, Decision
from familysupport.ui.prepare.compare import Compare


@pytest.fixture
def vetting(section):
    return section(Place.INTERVENTIONIST)


def test_a_candidate_is_kept_and_warning_signs_are_said_in_words(vetting, session):
    vetting.press("Add somebody")
    vetting.type("Name of the interventionist", "Mr Bold")
    vetting.choose("Paid by a treatment place?", "yes")
    vetting.choose("Medicines welcome?", "no")
    kept = session.plan.items(Candidate)[0]
    assert (kept.name, kept.paid_by_place) == ("Mr Bold", Known.YES)
    assert "Warning signs in what you wrote" in vetting.shown()
    assert "Mr Bold: A treatment center pays them" in vetting.shown()
    assert vetting.rows("Interventionists") == ["Mr Bold, still to call · warning signs: 2"]


def test_checked_on_has_a_day(vetting, session):
    vetting.press("Add somebody")
    vetting.tick("Checked at the source on: set").setChecked(True)
    assert session.plan.items(Candidate)[0].verified_on == date(2026, 11, 23)


def test_eight_stand_side_by_side_and_a_ninth_is_not_added(vetting, session):
    for number in range(8):
        session.plan.save(Candidate(name=f"Person {number}", decision=Decision.CALLED))
    vetting.tab.refresh()
    table = vetting.section.findChild(Compare)
    assert table.columnCount() == 8
    add = next(one for one in vetting.section.findChildren(QPushButton) if "Add" in one.text())
    assert not add.isEnabled()
    assert "Eight are enough" in vetting.shown()
    last = table.rowCount() - 1
    assert table.verticalHeaderItem(last).text() == "Warning signs"
    assert table.item(last, 0).text() == "none seen"
    vetting.press("Delete")
    assert add.isEnabled()
    vetting.undo()
    assert len(session.plan.items(Candidate)) == 8


def test_letters_are_explained_with_how_to_check_them(vetting):
    shown = vetting.shown()
    assert "CIP, Certified Intervention Professional" in shown
    assert "How to check: Credential Search" in shown
    assert "Membership is not a license." in shown
    assert "Going without a professional: what is lost" in shown


def test_who_was_chosen_is_put_among_the_people_and_opens_the_day(vetting, session):
    session.plan.save(SafetyAnswer(question="weapons", reply=Reply.YES))
    session.plan.save(Candidate(name="Ms Alvarez", phone="555 0101", decision=Decision.CHOSEN))
    vetting.tab.refresh()
    vetting.press("Add Ms Alvarez to the people of the plan")
    person = session.people.people()[0]
    assert (person.name, person.relation, person.part, person.contact) == (
        "Ms Alvarez",
        Relation.PROFESSIONAL,
        Part.LEADS,
        "555 0101",
    )
    vetting.tab.show_place(Place.DAY)
    assert "Choosing a day is closed" not in " ".join(
        one.text()
        for one in vetting.tab._section(Place.DAY).findChildren(QLabel)
        if one.isVisible()
    )
    vetting.tab.show_place(Place.INTERVENTIONIST)
    assert not [
        one
        for one in vetting.section.findChildren(QPushButton)
        if one.isVisible() and one.text().startswith("Add to")
    ]
    vetting.undo()
    assert session.people.people() == []
