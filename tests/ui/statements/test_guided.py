from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from familysupport.statements.model import Part, Statement
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.statements.guided import Guided
from familysupport.ui.statements.sheet import Sheet

LETTER = "I love you.\n\nI found you in March.\n\nWill you go today?"


@pytest.fixture
def kept(session):
    return session.statements.save(Statement(author="Mum", addressee="Daniel", text=LETTER))


def part(hands, tab, name):
    editors = tab.findChild(Guided).findChildren(PlainEditor)
    return next(one for one in editors if one.accessibleName() == name and one.isVisibleTo(tab))


def sort(hands, tab, name):
    box = next(one for one in tab.findChild(Guided).findChildren(QComboBox) if one.isVisibleTo(tab))
    box.setFocus()
    box.setCurrentIndex(box.findText(name))
    box.activated.emit(box.currentIndex())


def text_now(session):
    return session.statements.statements()[0].text


def test_looking_at_the_parts_changes_nothing(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    hands.press(tab, "Whole letter")
    tab.flush()
    assert session.statements.statements() == [kept]
    assert hands.editor(tab).toPlainText() == LETTER


def test_an_empty_letter_is_written_part_by_part(hands, session):
    session.statements.save(Statement(author="Mum", addressee="Daniel"))
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    assert "Which day was it?" in hands.shown(tab)
    hands.qtbot.keyClicks(part(hands, tab, "The ask"), "Will you go today?")
    hands.qtbot.keyClicks(part(hands, tab, "Love"), "I love you.")
    tab.flush()
    assert text_now(session) == "I love you.\n\nWill you go today?"
    assert [span.part for span in session.statements.statements()[0].spans] == [
        Part.LOVE,
        Part.ASK,
    ]
    hands.press(tab, "Whole letter")
    assert hands.editor(tab).toPlainText() == "I love you.\n\nWill you go today?"


def test_typing_part_by_part_is_saved_by_itself(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    hands.qtbot.keyClicks(part(hands, tab, "Hope"), "I hope.")
    hands.qtbot.waitUntil(lambda: "I hope." in text_now(session), timeout=3000)


def test_words_are_given_a_part_and_keep_it_through_changes_in_the_letter(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    sort(hands, tab, "Love")
    sort(hands, tab, "What I saw")
    hands.press(tab, "Whole letter")
    editor = hands.editor(tab)
    hands.qtbot.keyClicks(editor, "Daniel, ")
    hands.press(tab, "Guided")
    assert part(hands, tab, "Love").toPlainText() == "Daniel, I love you."
    assert part(hands, tab, "What I saw").toPlainText() == "I found you in March."
    assert text_now(session) == LETTER
    tab.flush()
    assert text_now(session) == "Daniel, " + LETTER


def test_parts_are_still_known_after_the_pages_were_closed(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    sort(hands, tab, "Love")
    tab.flush()
    again = hands.open_tab()
    hands.press(again, "Guided")
    assert part(hands, again, "Love").toPlainText() == "I love you."


def test_what_was_written_in_parts_is_undone_in_the_whole_letter(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    hands.qtbot.keyClicks(part(hands, tab, "Hope"), "I hope.")
    hands.press(tab, "Whole letter")
    editor = hands.editor(tab)
    assert "I hope." in editor.toPlainText()
    hands.qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == LETTER


def test_undo_from_the_menu_works_part_by_part(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    hands.qtbot.keyClicks(part(hands, tab, "Hope"), "I hope.")
    hands.choose(tab, "Undo typing")
    assert part(hands, tab, "Hope").toPlainText() == ""
    hands.choose(tab, "Redo typing")
    assert "I hope." in " ".join(
        one.toPlainText() for one in tab.findChild(Guided).findChildren(PlainEditor)
    )


def test_the_cursor_stays_while_typing_is_saved(hands, session, kept):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    editor = part(hands, tab, "Hope")
    hands.qtbot.keyClicks(editor, "I ho")
    tab.flush()
    tab.refresh()
    hands.qtbot.keyClicks(editor, "pe.")
    tab.flush()
    assert text_now(session).count("I hope.") == 1
    assert editor.isVisible()


def test_another_statement_shows_its_own_parts(hands, session, kept):
    session.statements.save(Statement(author="Dad", addressee="Daniel", text="Son."))
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    hands.qtbot.keyClicks(part(hands, tab, "Hope"), "Mum hopes.")
    listed = hands.listed(tab)
    listed.setFocus()
    hands.qtbot.keyClick(listed, Qt.Key.Key_Down)
    words = [one.toPlainText() for one in hands.visible(tab.findChild(Guided), PlainEditor)]
    assert "".join(words) == "Son."
    texts = [one.text for one in session.statements.statements()]
    assert texts == [LETTER.replace("today?", "today?\n\nMum hopes."), "Son."]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    before=st.text(st.sampled_from("ab é😀\n"), max_size=20),
    after=st.text(st.sampled_from("ab é😀\n"), max_size=20),
)
def test_a_sheet_changes_only_what_differs_and_can_take_it_back(qtbot, before, after):
    sheet = Sheet("Text", "")
    qtbot.addWidget(sheet)
    sheet.show_text(1, before)
    sheet.change_text(after)
    assert sheet.toPlainText() == after
    if before != after:
        sheet.undo()
    assert sheet.toPlainText() == before
