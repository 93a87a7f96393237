from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from familysupport.documents.page import Page, Paragraph
from familysupport.documents.plain import to_text
from familysupport.prepare.answers import Answer
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import read_responses
from familysupport.prepare.day import Day
from familysupport.prepare.model import Part, Person
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, page_count
from familysupport.ui.prepare.paper import Sheet, sheet_words
from familysupport.ui.prepare.paper_section import without_leftovers


@pytest.fixture
def people(session):
    return [session.people.save(Person(name=name)) for name in ("Mum", "Sam", "Rosa", "Emil")]


@pytest.fixture
def paper(section, people):
    return section(Place.PAPER)


@pytest.mark.parametrize("sheet", list(Sheet))
@pytest.mark.parametrize("size", ["a4", "letter"])
def test_every_sheet_has_pages_on_every_paper(paper, sheet, size):
    assert page_count(paper.section.sheet(sheet, Choices(size))) >= 1


@pytest.mark.parametrize("size", ["a4", "letter"])
def test_the_run_sheet_of_a_full_plan_is_one_page(paper, session, people, context, size):
    texts = read_responses(context.content)
    for number, one in enumerate(texts.response):
        uid = people[number % 4].uid
        session.plan.save(Answer(response=one.id, words=one.sample, person=uid))
    session.people.save(Person(name="Dad", part=Part.ASKS))
    session.plan.save(Day(uid="day", place="Here " * 20, seats="There " * 30))
    sheet = paper.section.sheet(Sheet.RUN, Choices(size))
    assert page_count(sheet) == 1
    assert sheet.font_pt >= 8
    assert paper.section.sheet(Sheet.RUN, Choices(size, 18)).font_pt == 18


def test_no_page_is_spent_on_a_few_lines_that_smaller_words_would_spare(qapp):
    lines = tuple(Paragraph(f"Line {number}") for number in range(80))
    pages = [PrintSheet("", Page("", lines[:count]), "a4", 12) for count in range(20, len(lines))]
    spills = next(one for one in pages if page_count(one) == 2)
    spared = without_leftovers(spills)
    assert (page_count(spared), spared.font_pt) == (1, 11)
    assert without_leftovers(pages[0]).font_pt == 12


def test_large_print_stays_large(paper):
    for sheet in Sheet:
        assert paper.section.sheet(sheet, Choices("a4", 18)).font_pt == 18


def test_a_sheet_can_be_for_one_person_alone(paper):
    paper.choose("For whom", "Sam")
    text = to_text(paper.section.sheet(Sheet.PEOPLE, Choices()).content)
    assert "For Sam" in text
    assert "For Mum" not in text


def test_what_was_just_typed_in_another_section_is_on_the_paper(paper, qtbot):
    paper.tab.show_place(Place.DAY)
    day = paper.tab._section(Place.DAY)
    qtbot.keyClicks(day._form.cells["place"]._input, "Elm Street")
    assert "Elm Street" in to_text(paper.section.sheet(Sheet.WHOLE, Choices()).content)


def test_safety_answers_are_never_printed(paper, session):
    before = to_text(paper.section.sheet(Sheet.RUN, Choices()).content)
    session.plan.save(SafetyAnswer(question="weapons", reply=Reply.YES))
    for sheet in Sheet:
        text = to_text(paper.section.sheet(sheet, Choices()).content)
        assert "A weapon may be in reach" not in text
    assert to_text(paper.section.sheet(Sheet.RUN, Choices()).content) == before


def test_while_planning_is_closed_the_papers_warn(paper, session):
    assert "Keep paper about a meeting out of reach" not in paper.shown()
    session.plan.save(SafetyAnswer(question="weapons", reply=Reply.YES))
    paper.tab.refresh()
    assert "Keep paper about a meeting out of reach" in paper.shown()


def test_each_button_says_which_sheet_and_opens_the_preview(paper, qtbot):
    names = [
        one.accessibleName()
        for one in paper.section.findChildren(QPushButton)
        if one.accessibleName().startswith("Look at and print")
    ]
    assert names == [f"Look at and print: {name}" for name, _about in sheet_words().values()]
    seen = []

    def look():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreviewDialog)
        seen.append(dialog.sheet().title)
        dialog.reject()

    QTimer.singleShot(0, look)
    paper.press("Look at and print: Bag list")
    assert seen == ["Bag list"]
