from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Person
from familysupport.prepare.treatment import Known, Ready, TreatmentPlace
from familysupport.ui.prepare.compare import Compare


@pytest.fixture
def treatment(section):
    return section(Place.TREATMENT)


def test_a_place_is_kept_with_what_is_known_about_it(treatment, session):
    treatment.press("Add a place")
    treatment.type("Name of the place", "Willow House")
    treatment.type("Phone", "555 0100")
    treatment.choose("Medicines offered", "yes")
    treatment.tick("A place is held").setChecked(True)
    kept = session.plan.items(TreatmentPlace)[0]
    assert (kept.name, kept.phone, kept.medicines, kept.held) == (
        "Willow House",
        "555 0100",
        Known.YES,
        True,
    )
    assert treatment.rows("Treatment places") == ["Willow House, held · 555 0100"]


def test_two_places_stand_side_by_side_in_words(treatment, session):
    assert not treatment.section.findChild(Compare).isVisible()
    for name in ("Willow House", "Oak"):
        session.plan.save(TreatmentPlace(name=name, waiting="2 days", medicines=Known.NO))
    treatment.tab.refresh()
    table = treatment.section.findChild(Compare)
    assert table.isVisible()
    assert [table.horizontalHeaderItem(n).text() for n in range(2)] == ["Willow House", "Oak"]
    lines = {table.verticalHeaderItem(n).text(): n for n in range(table.rowCount())}
    item = table.item(lines["Medicines offered"], 1)
    assert item.text() == "no"
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Oak, Medicines offered: no"


def test_eight_places_are_compared_without_widening_the_page(treatment, session):
    for number in range(8):
        session.plan.save(TreatmentPlace(name=f"Place {number}", cost="much " * 30))
    treatment.tab.refresh()
    page = treatment.section
    assert page.widget().minimumSizeHint().width() <= page.viewport().width()


def test_what_goes_with_a_yes_is_kept(treatment, session, qtbot):
    mum, rosa = (session.people.save(Person(name=name)) for name in ("Mum", "Rosa"))
    treatment.tab.refresh()
    treatment.choose("Driver", "Rosa")
    treatment.choose("Second adult", "Mum")
    treatment.tick("Naloxone is in the car").setChecked(True)
    treatment.type("Second way, without a bed", "clinic on Main Street")
    treatment.tab.flush()
    ready = session.plan.only(Ready)
    assert (ready.driver, ready.second, ready.naloxone_in_car) == (rosa.uid, mum.uid, True)
    assert ready.second_way == "clinic on Main Street"


def test_the_usual_bag_is_added_to_what_is_there(treatment, session, qtbot):
    qtbot.keyClicks(treatment.text("The bag, one thing a line"), "His guitar")
    treatment.press("Put the usual things in the bag")
    assert session.plan.only(Ready).bag.splitlines()[:2] == ["His guitar", "Identity card"]
    assert "Identity card" in treatment.text("The bag, one thing a line").toPlainText()


def test_warning_signs_and_ways_without_a_bed_can_be_read(treatment):
    assert "They promise success" in treatment.shown()
    assert "the same day" in treatment.shown()


def test_a_deleted_place_comes_back(treatment, session):
    kept = session.plan.save(TreatmentPlace(name="Oak", held=True))
    treatment.tab.refresh()
    treatment.press("Delete")
    treatment.undo()
    assert session.plan.items(TreatmentPlace) == [kept]
