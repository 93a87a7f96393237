from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QInputMethodEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from familysupport.documents.light import FOLDED_AT, Shape
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.kit.theme import apply_theme

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def around(dressed: Any, qtbot: Any) -> QWidget:
    found = QWidget()
    qtbot.addWidget(found)
    return found


@pytest.fixture
def page(around: QWidget, qtbot: Any) -> PageText:
    before, text, after = QLineEdit(), PageText("Page"), QLineEdit()
    layout = QVBoxLayout(around)
    for widget in (before, text, after):
        layout.addWidget(widget)
    around.resize(700, 500)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    text.setFocus()
    return text


def put(page: PageText, text: str, at: int = -1) -> None:
    page.setPlainText(text)
    cursor = page.textCursor()
    cursor.setPosition(len(text) if at < 0 else at)
    page.setTextCursor(cursor)


def choose(page: PageText, first: int, last: int) -> None:
    cursor = page.textCursor()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    page.setTextCursor(cursor)


def paste(page: PageText, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    page.insertFromMimeData(data)


def bold(block: QTextBlock) -> list[tuple[int, int]]:
    return [
        (one.start, one.length)
        for one in block.layout().formats()
        if one.format.fontWeight() == QFont.Weight.DemiBold
    ]


def first_colour(block: QTextBlock) -> str:
    looks = block.layout().formats()  # its parts go with it
    return looks[0].format.foreground().color().name()


def test_bold_words_show_bold_while_they_are_typed(page: PageText, qtbot: Any) -> None:
    qtbot.keyClicks(page, "a **calm** day")
    assert (4, 4) in bold(page.document().firstBlock())
    assert page.toPlainText() == "a **calm** day"


def test_showing_looks_is_no_step_to_undo_and_changes_nothing(page: PageText, qtbot: Any) -> None:
    put(page, "# A\n- **b**")
    changes: list[None] = []
    page.textChanged.connect(lambda: changes.append(None))
    qtbot.waitUntil(lambda: bool(page.document().firstBlock().layout().formats()))
    assert changes == []
    assert not page.document().isUndoAvailable()
    assert page.toPlainText() == "# A\n- **b**"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.text(st.sampled_from("ab *_#>-1.[x](\n\xa0\U0001f331"), max_size=60))
def test_what_is_pasted_is_what_is_there_whatever_marks_it_has(page: PageText, text: str) -> None:
    page.clear()
    paste(page, text)
    page._looks.show_in_sight()
    assert page.toPlainText() == text
    for number in range(page.document().blockCount()):
        block = page.document().findBlockByNumber(number)
        ends = [one.start + one.length for one in block.layout().formats()]
        assert max(ends, default=0) <= block.length() - 1


def test_return_goes_on_with_a_list_and_an_empty_item_ends_it(page: PageText, qtbot: Any) -> None:
    qtbot.keyClicks(page, "1. bag")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "car")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.toPlainText() == "1. bag\n2. car\n3. "
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.keyClicks(page, "then")
    assert page.toPlainText() == "1. bag\n2. car\nthen"


def test_shift_and_return_start_a_plain_line(page: PageText, qtbot: Any) -> None:
    put(page, "- bag")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert page.toPlainText() == "- bag\n"


def test_one_undo_takes_back_the_whole_of_a_help(page: PageText, qtbot: Any) -> None:
    put(page, "one two")
    choose(page, 0, 3)
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    assert page.toPlainText() == "**one** two"
    page.undo()
    assert page.toPlainText() == "one two"


def test_the_key_for_bold_takes_it_away_again(page: PageText, qtbot: Any) -> None:
    put(page, "say one two")
    choose(page, 4, 7)
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    qtbot.keyClick(page, Qt.Key.Key_I, CTRL)
    assert page.toPlainText() == "say ***one*** two"
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    assert page.toPlainText() == "say *one* two"
    put(page, "say **one** two", at=7)
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    assert page.toPlainText() == "say one two"


def test_bold_finds_its_words_behind_signs_that_take_two_places(page: PageText, qtbot: Any) -> None:
    put(page, "\U0001f331\U0001f331 **one** two")
    choose(page, 7, 10)
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    assert page.toPlainText() == "\U0001f331\U0001f331 one two"


def test_bold_with_nothing_chosen_opens_marks_to_write_between(page: PageText, qtbot: Any) -> None:
    qtbot.keyClicks(page, "so ")
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(page, "calm")
    qtbot.keyClick(page, Qt.Key.Key_B, CTRL)
    qtbot.keyClicks(page, " now")
    assert page.toPlainText() == "so **calm** now"


def test_the_key_for_italic_does_not_step_into_the_marks_for_bold(
    page: PageText, qtbot: Any
) -> None:
    put(page, "so **calm**", at=9)
    qtbot.keyClick(page, Qt.Key.Key_I, CTRL)
    assert page.textCursor().position() == 10
    assert page.toPlainText() == "so **calm****"
    page.undo()
    assert page.toPlainText() == "so **calm**"


def test_tab_moves_an_empty_item_once_and_then_leaves(page: PageText, qtbot: Any) -> None:
    put(page, "- bag\n- ")
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert page.toPlainText() == "- bag\n  - "
    assert page.hasFocus()
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert not page.hasFocus()


def test_tab_leaves_from_words_and_back_tab_too(page: PageText, qtbot: Any) -> None:
    put(page, "- bag")
    qtbot.keyClick(page, Qt.Key.Key_Tab)
    assert not page.hasFocus()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Backtab)
    assert not page.hasFocus()
    assert page.toPlainText() == "- bag"


def test_items_move_in_and_out_with_control_and_brackets(page: PageText, qtbot: Any) -> None:
    put(page, "- bag\n- car")
    page.selectAll()
    qtbot.keyClick(page, Qt.Key.Key_BracketRight, CTRL)
    assert page.toPlainText() == "  - bag\n  - car"
    put(page, "  - bag")
    qtbot.keyClick(page, Qt.Key.Key_BracketLeft, CTRL)
    assert page.toPlainText() == "- bag"


def test_a_box_is_ticked_by_key_and_the_cursor_stays(page: PageText, qtbot: Any) -> None:
    put(page, "- [ ] ring\nthen", at=10)
    qtbot.keyClick(page, Qt.Key.Key_Return, CTRL)
    assert page.toPlainText() == "- [x] ring\nthen"
    assert page.textCursor().position() == 10


def test_a_click_on_a_box_ticks_it_and_a_click_on_its_words_does_not(
    page: PageText, qtbot: Any
) -> None:
    put(page, "- [ ] ring [x]\nthen")
    for place, after in ((3, "- [x] ring [x]\nthen"), (8, "- [x] ring [x]\nthen")):
        cursor = page.textCursor()
        cursor.setPosition(place)
        spot = page.cursorRect(cursor).center()
        qtbot.mouseClick(page.viewport(), Qt.MouseButton.LeftButton, pos=spot)
        assert page.toPlainText() == after


def test_a_dash_typed_after_the_one_that_return_put_there_is_not_doubled(
    page: PageText, qtbot: Any
) -> None:
    for line in ("- called the clinic", "- naloxone in the drawer"):
        qtbot.keyClicks(page, line)
        qtbot.keyClick(page, Qt.Key.Key_Return)
    assert page.toPlainText() == "- called the clinic\n- naloxone in the drawer\n- "
    put(page, "plain\n- -")
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.toPlainText() == "plain\n- - "


def test_lines_chosen_become_a_list_in_one_step(page: PageText) -> None:
    put(page, "bag\ncar")
    page.selectAll()
    page.shape_lines(Shape.BULLET)
    assert page.toPlainText() == "- bag\n- car"
    page.undo()
    assert page.toPlainText() == "bag\ncar"


def test_rubbish_is_pasted_without_what_nothing_can_draw_or_keep(page: PageText) -> None:
    paste(page, "a\x00b\ud800c\r\nd\u2028e")
    assert page.toPlainText() == "abc\nd\ne"


def test_a_very_long_line_is_broken_so_that_keys_stay_quick(page: PageText) -> None:
    paste(page, "word " * 4000)
    assert max(len(line) for line in page.toPlainText().split("\n")) <= FOLDED_AT
    assert page.toPlainText().split() == ["word"] * 4000


def test_of_a_long_paste_only_what_is_in_sight_gets_its_looks(page: PageText, qtbot: Any) -> None:
    paste(page, "**calm** day\n" * 5000)
    page.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.waitUntil(lambda: (2, 4) in bold(page.document().firstBlock()))
    assert bold(page.document().findBlockByNumber(2500)) == []
    page.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.waitUntil(lambda: (2, 4) in bold(page.document().findBlockByNumber(4999)))


def test_the_cursor_stays_in_sight_where_the_whole_entry_scrolls(dressed: Any, qtbot: Any) -> None:
    area, inner, text = QScrollArea(), QWidget(), PageText("Page")
    qtbot.addWidget(area)
    above = QWidget()
    above.setFixedHeight(400)
    text.setFixedHeight(600)
    layout = QVBoxLayout(inner)
    layout.addWidget(above)
    layout.addWidget(text)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.resize(500, 500)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    text.setFocus()
    for _line in range(18):
        qtbot.keyClick(text, Qt.Key.Key_Return)
    spot = text.viewport().mapTo(area.viewport(), text.cursorRect().center())
    assert area.viewport().rect().contains(spot)


def test_signs_put_together_by_an_input_method_get_their_looks_when_they_are_there(
    page: PageText, qtbot: Any
) -> None:
    put(page, "a ")
    QApplication.sendEvent(page, QInputMethodEvent("**ka**", []))
    page._looks.show_in_sight()
    assert page.toPlainText() == "a "
    done = QInputMethodEvent()
    done.setCommitString("**calm**")
    QApplication.sendEvent(page, done)
    assert page.toPlainText() == "a **calm**"
    assert (4, 4) in bold(page.document().firstBlock())


def test_another_theme_gives_other_colours(page: PageText, dressed: Any, family: str) -> None:
    paste(page, "# Visit")
    block = page.document().firstBlock()
    before = first_colour(block)
    apply_theme(dressed, "dark", 100, family)
    page._looks.show_in_sight()
    assert first_colour(block) != before


def test_copying_gives_the_plain_text(page: PageText) -> None:
    put(page, "# **Calm**")
    page.selectAll()
    assert page.createMimeDataFromSelection().text() == "# **Calm**"
    assert not page.createMimeDataFromSelection().hasHtml()
