from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from familysupport.statements.model import Statement
from familysupport.ui.statements.find import FindBar

LETTER = "😀 Dan, I love you.\n\nDan, will you go? dan"


@pytest.fixture
def tab(hands, session):
    session.statements.save(Statement(author="Mum", addressee="Dan", text=LETTER, if_no="No dan."))
    return hands.open_tab()


def open_bar(hands, tab, words):
    hands.qtbot.keyClick(hands.editor(tab), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = hands.field(tab, "Find")
    assert field.hasFocus()
    hands.qtbot.keyClicks(field, words)
    return field


def chosen(hands, tab):
    return hands.editor(tab).textCursor().selectedText()


def test_places_are_counted_and_walked_by_return_and_round(hands, tab):
    field = open_bar(hands, tab, "dan")
    assert "Found: 3" in hands.shown(tab)
    starts = []
    for _ in range(4):
        hands.qtbot.keyClick(field, Qt.Key.Key_Return)
        starts.append(hands.editor(tab).textCursor().selectionStart())
    assert chosen(hands, tab) == "Dan"
    assert starts[3] == starts[0] < starts[1] < starts[2]
    assert "1 of 3" in hands.shown(tab)
    hands.press(tab, "Before")
    assert chosen(hands, tab) == "dan"


def test_escape_goes_back_to_the_text(hands, tab):
    field = open_bar(hands, tab, "love")
    hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    hands.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not tab.findChild(FindBar).isVisible()
    assert hands.editor(tab).hasFocus()
    assert chosen(hands, tab) == "love"


def test_one_place_is_replaced_and_the_next_is_shown(hands, tab):
    field = open_bar(hands, tab, "dan")
    hands.qtbot.keyClick(field, Qt.Key.Key_Return)
    by = hands.field(tab, "Put in its place")
    hands.qtbot.keyClicks(by, "Daniel")
    hands.qtbot.keyClick(by, Qt.Key.Key_Return)
    assert hands.editor(tab).toPlainText() == LETTER.replace("Dan", "Daniel", 1)
    assert "1 of" not in hands.shown(tab).split("Found")[0] or chosen(hands, tab) == "Dan"


def test_all_places_are_replaced_as_one_step_and_saved(hands, tab, session):
    open_bar(hands, tab, "dan")
    hands.qtbot.keyClicks(hands.field(tab, "Put in its place"), "Ann")
    hands.press(tab, "Replace all")
    editor = hands.editor(tab)
    assert editor.toPlainText() == "😀 Ann, I love you.\n\nAnn, will you go? Ann"
    assert "Replaced: 3" in hands.shown(tab)
    tab.flush()
    assert "Dan" not in session.statements.statements()[0].text
    hands.qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == LETTER


def test_capitals_whole_words_and_nothing_found(hands, tab):
    open_bar(hands, tab, "dan")
    bar = tab.findChild(FindBar)
    bar._exact.click()
    assert "Found: 1" in hands.shown(tab)
    field = hands.field(tab, "Find")
    field.clear()
    hands.qtbot.keyClicks(field, "zz")
    hands.press(tab, "Next")
    assert "Not found" in hands.shown(tab)


def test_it_looks_on_the_card_too_and_shows_the_whole_letter_for_the_parts(hands, tab):
    hands.press(tab, "If the answer is no")
    open_bar(hands, tab, "dan")
    assert "Found: 1" in hands.shown(tab)
    hands.press(tab, "Guided")
    hands.choose(tab, "Find and replace…")
    assert hands.editor(tab).accessibleName() == "Text of the statement"
    assert "Found: 3" in hands.shown(tab)


def test_what_is_chosen_is_looked_for(hands, tab):
    hands.editor(tab).show_signs(LETTER.index("love"), LETTER.index("love") + 4)
    hands.qtbot.keyClick(hands.editor(tab), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert hands.field(tab, "Find").text() == "love"
