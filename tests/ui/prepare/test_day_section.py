from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtWidgets import QDateEdit, QListView, QTimeEdit

from familysupport.prepare.checklist import Place, is_done
from familysupport.prepare.day import Day
from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.statements.model import Statement

RUN = "The run of the meeting"


@pytest.fixture
def speakers(session):
    people = [session.people.save(Person(name=name)) for name in ("Mum", "Sam", "Rosa")]
    session.people.save(Person(name="Joe", part=Part.SAFETY))
    session.people.save(Person(name="Dad", part=Part.ASKS))
    return people


def names(session):
    return [one.name for one in session.people.people()]


def test_day_and_hour_are_kept_and_shown_in_the_run(section, session, speakers):
    day = section(Place.DAY)
    assert day.rows(RUN)[0] == "+0 min  Welcome, thanks, and why we are here, 5 min"
    day.tick("Day: set").setChecked(True)
    day.section.findChild(QDateEdit).setDate(QDate(2026, 11, 28))
    day.section.findChild(QTimeEdit).setTime(QTime(9, 30))
    day.choose("Time zone of the meeting", "New York (America)")
    day.tab.flush()
    kept = session.plan.only(Day)
    assert (kept.on, kept.hour, kept.zone) == (date(2026, 11, 28), "09:30", "America/New_York")
    assert day.rows(RUN)[1].startswith("09:35  Mum reads, 2 min")


def test_somebody_in_another_time_zone_sees_their_own_hour(section, session, speakers):
    session.plan.save(
        Day(
            uid="day",
            on=date(2026, 11, 28),
            hour="20:00",
            zone="America/New_York",
            other_zone="Europe/London",
        )
    )
    rows = section(Place.DAY).rows(RUN)
    assert rows[0].endswith("01:00 in London")


def test_the_length_of_a_statement_moves_all_that_follows(section, session, speakers):
    day = section(Place.DAY)
    assert day.rows(RUN)[2].startswith("+7 min  Sam reads")
    session.statements.save(Statement(person_id=speakers[0].id, text="word " * 500))
    day.tab.refresh()
    assert day.rows(RUN)[1] == "+5 min  Mum reads, 4 min"
    assert day.rows(RUN)[2].startswith("+9 min  Sam reads")


def test_a_speaker_is_moved_in_the_run_by_keys_and_by_dragging(section, session, speakers, qtbot):
    day = section(Place.DAY)
    view = day._seen(QListView, RUN)
    view.setFocus()
    day.pick(RUN, 1)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(session) == ["Sam", "Mum", "Rosa", "Joe", "Dad"]
    assert view.currentIndex().row() == 2
    model = view.model()
    data = model.mimeData([model.index(1, 0)])
    model.dropMimeData(data, Qt.DropAction.MoveAction, 5, 0, model.index(-1, 0))
    assert names(session) == ["Mum", "Rosa", "Joe", "Dad", "Sam"]


def test_what_is_no_statement_stays_in_its_place(section, session, speakers, qtbot):
    day = section(Place.DAY)
    view = day._seen(QListView, RUN)
    view.setFocus()
    for number in (0, 5):
        day.pick(RUN, number)
        qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert names(session) == ["Mum", "Sam", "Rosa", "Joe", "Dad"]


@pytest.mark.parametrize(
    ("on", "hour", "zone", "words"),
    [
        (date(2026, 11, 20), "9:30", "", "This day is past."),
        (date(2026, 11, 28), "23:40", "", "past midnight"),
        (date(2027, 3, 14), "2:30", "America/New_York", "this hour does not exist"),
        (date(2027, 11, 7), "1:30", "America/New_York", "this hour comes twice"),
    ],
)
def test_an_odd_hour_is_said_in_words(section, session, speakers, on, hour, zone, words):
    session.plan.save(Day(uid="day", on=on, hour=hour, zone=zone))
    assert words in section(Place.DAY).shown()


def test_danger_replaces_the_day_by_whom_to_call_until_a_professional_is_named(
    section, session, speakers
):
    session.plan.save(Day(uid="day", on=date(2026, 11, 28), hour="9:30"))
    session.plan.save(SafetyAnswer(question="afraid", reply=Reply.UNSURE))
    day = section(Place.DAY)
    assert "Choosing a day is closed for now" in day.shown()
    assert "1-800-799-7233" in day.shown()
    assert not [one for one in day.section.findChildren(QDateEdit) if one.isVisible()]
    assert "until the meeting" not in day.tab._next._days.text()
    assert not is_done(day.tab._read(), Place.DAY)
    day.press("Why: the safety questions")
    assert day.tab._place is Place.SAFETY
    session.people.save(Person(name="Ms Alvarez", relation=Relation.PROFESSIONAL))
    day.tab.show_place(Place.DAY)
    assert "Choosing a day is closed" not in day.shown()
    assert session.plan.only(Day).on == date(2026, 11, 28)


def test_the_usual_rules_are_added_once_to_ones_own(section, session, qtbot):
    day = section(Place.DAY)
    qtbot.keyClicks(day.text("Ground rules, one a line"), "No dog.")
    for _ in range(2):
        day.press("Start from the usual rules")
    rules = session.plan.only(Day).rules.splitlines()
    assert rules[:2] == ["No dog.", "One voice at a time."]
    assert len(rules) == len(set(rules))


def test_more_than_an_hour_is_named(section, session, speakers):
    session.plan.save(Day(uid="day", listen_minutes=60))
    assert "more than an hour" in section(Place.DAY).shown()


def test_how_they_may_be_then_can_always_be_read(section):
    assert "Very sick from withdrawal" in section(Place.DAY).shown()
