from __future__ import annotations

from datetime import date

import pytest

from familysupport.journal.model import Kind
from familysupport.prepare.afterwards import After, Happened
from familysupport.prepare.checklist import Place
from familysupport.prepare.day import Day


@pytest.fixture
def after(section):
    return section(Place.AFTER)


def test_safety_comes_first_whatever_happened(after):
    assert "Is everyone safe?" in after.shown()
    assert "within 24 hours" in after.shown()


def test_each_ending_leads_to_its_pages(after, session, qtbot):
    after.choose("What happened?", "They said no")
    assert session.plan.only(After).happened is Happened.NO
    assert "A no today is not the end." in after.shown()
    with qtbot.waitSignal(after.tab.lesson_asked) as asked:
        after.press("Read: Looking after yourself")
    assert asked.args == ["looking-after-yourself"]
    after.press("Limits we will keep")
    assert after.tab._place is Place.LIMITS
    after.tab.show_place(Place.AFTER)
    after.choose("What happened?", "They said yes")
    assert "A no today is not the end." not in after.shown()
    after.press("Treatment ready today")
    assert after.tab._place is Place.TREATMENT


def test_what_happened_goes_into_the_journal(after, session, qtbot):
    after.choose("What happened?", "They left")
    qtbot.keyClicks(after.text("What was said, in your own words"), "He slammed the door.")
    after.press("Put this into the journal")
    entry = session.journal.entries()[0]
    assert (entry.kind, entry.title) == (Kind.FAMILY_SESSION, "After the meeting")
    assert entry.text == "They left.\n\nHe slammed the door."
    assert "It is in the Journal now" in after.shown()


def test_clearing_for_a_new_meeting_is_taken_back_by_undo(after, session):
    after.choose("What happened?", "A part of it")
    after.press("Clear, for a new meeting")
    assert session.plan.only(After).happened is Happened.OPEN
    assert "Any step counts." not in after.shown()
    after.undo()
    assert session.plan.only(After).happened is Happened.PARTLY
    assert "Any step counts." in after.shown()


def test_when_the_day_is_past_the_side_asks_what_happened(section, session):
    session.plan.save(Day(uid="day", on=date(2026, 11, 20)))
    after = section(Place.AFTER)
    said = after.tab._next.findChildren(type(after.tab._next._days))
    assert "The day was 3 days ago." in [one.text() for one in said]
    assert "The day is past. Note what happened." in [one.text() for one in said]
