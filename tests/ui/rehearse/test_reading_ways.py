"""Reading aloud in other ways: by the sentence, in a given length, on the whole screen."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QPushButton

from familysupport.rehearse.model import Look
from familysupport.rehearse.store import RehearseStore
from familysupport.statements.model import Part, Span, Statement
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.idle import KEEPS_AWAKE
from familysupport.ui.kit.table import WordTable
from familysupport.ui.rehearse.controls import LengthField
from familysupport.ui.rehearse.full import FullScreen
from familysupport.ui.rehearse.look import LookDialog
from familysupport.ui.rehearse.parts import spoken_parts
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.view import ReadingView
from familysupport.ui.rehearse.words import seconds_of

LOVE = "I love you. I miss you.\n\n"
ASK = "Will you come with me today?"


@pytest.fixture
def letter(statements: StatementStore) -> Statement:
    spans = (Span(Part.LOVE, len(LOVE)), Span(Part.ASK, len(ASK)))
    return statements.save(Statement(author="Anna", text=LOVE + ASK, spans=spans))


@pytest.fixture
def reading(open_tab: Any, letter: Statement, rehearse: RehearseStore) -> Any:
    def make(look: Look) -> RehearseTab:
        rehearse.keep_look(look)
        tab: RehearseTab = open_tab()
        tab.read_statement(letter.id)
        return tab

    return make


def shown(tab: RehearseTab) -> str:
    parts = [*tab.findChildren(QLabel), *tab.findChildren(QPushButton)]
    return "\n".join(one.text() for one in parts if one.isVisible())


def press(qtbot: Any, tab: RehearseTab, words: str) -> None:
    (found,) = (
        one for one in tab.findChildren(QPushButton) if one.isVisible() and one.text() == words
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def key(qtbot: Any, tab: RehearseTab, which: Qt.Key) -> None:
    qtbot.keyClick(tab.findChild(ReadingView), which)


def at(tab: RehearseTab, clock: Any, seconds: float) -> None:
    clock.seconds = seconds
    tab.findChild(Reader)._move()


def test_it_counts_down_before_it_begins(reading: Any, qtbot: Any, clock: Any) -> None:
    tab = reading(Look(countdown=3))
    press(qtbot, tab, "Start reading")
    view = tab.findChild(ReadingView)
    counts = []
    for seconds in (0, 1.5, 2.9):
        at(tab, clock, seconds)
        counts.append(view._count)
    assert counts == [3, 2, 1]
    at(tab, clock, 3)
    at(tab, clock, 5)
    assert view._count == 0
    assert "0:02 read" in shown(tab)


def test_the_countdown_can_be_called_off(reading: Any, qtbot: Any, clock: Any) -> None:
    tab = reading(Look(countdown=3))
    for called_off in (Qt.Key.Key_Space, Qt.Key.Key_Escape):
        press(qtbot, tab, "Start reading")
        key(qtbot, tab, called_off)
        assert "Start reading" in shown(tab)
    assert not tab.findChild(Reader).begun


def test_by_the_sentence_the_text_waits_for_a_key_or_a_press(
    reading: Any, qtbot: Any, clock: Any, rehearse: RehearseStore, letter: Statement
) -> None:
    tab = reading(Look(by_sentence=True))
    press(qtbot, tab, "Start reading")
    view = tab.findChild(ReadingView)
    at(tab, clock, 60)
    assert (view._place, view._sentence) == (0, (0, 3))
    key(qtbot, tab, Qt.Key.Key_Space)
    assert view._sentence == (3, 7)
    key(qtbot, tab, Qt.Key.Key_Left)
    assert view._sentence == (0, 3)
    key(qtbot, tab, Qt.Key.Key_Down)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton)
    assert "Next sentence" in shown(tab)
    press(qtbot, tab, "Next sentence")
    (kept,) = rehearse.readings(letter.id)
    assert (kept.ended_at_word, kept.seconds) == (12, 60)
    assert "You read it to the end" in shown(tab)


@pytest.mark.parametrize("by_sentence", [True, False])
def test_only_a_text_that_moves_by_itself_keeps_the_lock_away(
    reading: Any, qtbot: Any, by_sentence: bool
) -> None:
    tab = reading(Look(by_sentence=by_sentence, countdown=0))
    press(qtbot, tab, "Start reading")
    assert bool(tab.findChild(Reader).property(KEEPS_AWAKE)) is not by_sentence


def test_a_length_in_mind_changes_the_speed(reading: Any, qtbot: Any) -> None:
    tab = reading(Look())
    field = tab.findChild(LengthField)
    assert field.text() == "0:08"
    field.selectAll()
    qtbot.keyClicks(field, "0:11")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "80 words a minute" in shown(tab)
    press(qtbot, tab, "Faster")
    assert field.text() == "0:10"
    field.selectAll()
    qtbot.keyClicks(field, "soon")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "0:10"


@given(st.text(max_size=8))
def test_no_typed_length_is_a_riddle(text: str) -> None:
    found = seconds_of(text)
    assert found is None or found >= 0


def test_lengths_are_understood_as_people_type_them() -> None:
    assert [seconds_of(one) for one in ("2:30", "2.30", " 150", "3", "", "a", "1:2:3")] == [
        *(150, 150, 150, 180),
        *(None, None, None),
    ]


def test_how_it_looks_is_seen_at_once_and_remembered(
    reading: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    tab = reading(Look())
    press(qtbot, tab, "How it looks")
    dialog = tab.findChild(LookDialog)
    height = tab.findChild(ReadingView).line_height()
    boxes = {box.accessibleName(): box for box in dialog.findChildren(QComboBox)}
    for name in ("How large are the letters?", "How much room is between the lines?"):
        qtbot.keyClick(boxes[name], Qt.Key.Key_Down)
    for box in dialog.findChildren(QCheckBox):
        qtbot.keyClick(box, Qt.Key.Key_Space)
    assert tab.findChild(ReadingView).line_height() > height * 1.4
    assert rehearse.look() == Look(size=125, spacing=180, dim=False, mirror=True)
    dialog.reject()


def test_it_fills_the_screen_and_comes_back_without_losing_its_place(
    reading: Any, qtbot: Any, clock: Any
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Start reading")
    at(tab, clock, 3)
    key(qtbot, tab, Qt.Key.Key_F11)
    full = tab.findChild(FullScreen)
    assert full.isFullScreen()
    assert full.findChild(Reader).isVisible()
    at(tab, clock, 4)
    assert "0:04 read" in shown(tab)
    key(qtbot, tab, Qt.Key.Key_F11)
    assert not full.isVisible()
    assert tab.findChild(Reader).isVisible()
    at(tab, clock, 5)
    assert "0:05 read" in shown(tab)


def test_escape_on_the_whole_screen_stops_and_then_leaves(
    reading: Any, qtbot: Any, clock: Any
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Full screen (F11)")
    key(qtbot, tab, Qt.Key.Key_Space)
    at(tab, clock, 3)
    key(qtbot, tab, Qt.Key.Key_Escape)
    assert "You stopped" in shown(tab)
    press(qtbot, tab, "Read it again")
    press(qtbot, tab, "Full screen (F11)")
    key(qtbot, tab, Qt.Key.Key_Escape)
    assert tab.findChild(Reader).isVisible()
    assert "Start reading" in shown(tab)


def test_a_lock_leaves_the_whole_screen(reading: Any, qtbot: Any, clock: Any) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Full screen (F11)")
    key(qtbot, tab, Qt.Key.Key_Space)
    at(tab, clock, 3)
    full = tab.findChild(FullScreen)
    tab.flush()
    assert not full.isVisible()


def test_afterwards_each_part_tells_its_length_and_pace(
    reading: Any, qtbot: Any, clock: Any
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Start reading")
    at(tab, clock, 60)
    (table,) = (one for one in tab.findChildren(WordTable) if one.isVisible())
    assert table.words() == [["Love", "5 s", "75"], ["The ask", "3 s", "129"]]


def test_a_mark_shows_the_words_around_it(
    reading: Any, qtbot: Any, clock: Any, rehearse: RehearseStore, letter: Statement
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Start reading")
    at(tab, clock, 2)
    key(qtbot, tab, Qt.Key.Key_S)
    key(qtbot, tab, Qt.Key.Key_S)
    assert "1 marked" in shown(tab)
    at(tab, clock, 60)
    assert "… I love you. I “miss” you. Will you come with …" in shown(tab)
    (kept,) = rehearse.readings(letter.id)
    assert kept.stumbles == (4,)


def test_the_words_can_be_changed_right_there(
    reading: Any, qtbot: Any, clock: Any, statements: StatementStore, letter: Statement
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Start reading")
    at(tab, clock, 2)
    press(qtbot, tab, "I stumbled here (S)")
    at(tab, clock, 60)
    press(qtbot, tab, "Change these words")
    field = next(one for one in tab.findChildren(QPlainTextEdit) if one.isVisible())
    assert field.toPlainText() == "I love you. I miss you."
    field.selectAll()
    qtbot.keyClicks(field, "I love you so.")
    press(qtbot, tab, "Keep these words")
    kept = statements.statement(letter.id)
    assert kept
    assert kept.text == "I love you so.\n\n" + ASK
    assert [one.part for one in spoken_parts(kept)] == [Part.LOVE, Part.ASK]
    assert statements.versions(letter.id)[0].text == LOVE + ASK
    assert "Changed and saved in your statement." in shown(tab)
    press(qtbot, tab, "Read it again")
    assert "10 words" in shown(tab)


def test_a_statement_changed_meanwhile_is_not_overwritten(
    reading: Any, qtbot: Any, clock: Any, statements: StatementStore, letter: Statement
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Start reading")
    key(qtbot, tab, Qt.Key.Key_S)
    at(tab, clock, 60)
    press(qtbot, tab, "Change these words")
    statements.save(Statement(id=letter.id, author="Anna", text="Other words."))
    press(qtbot, tab, "Keep these words")
    kept = statements.statement(letter.id)
    assert kept
    assert kept.text == "Other words."
    assert "The statement was changed since this reading." in shown(tab)


def test_one_can_leave_the_words_or_go_to_statements(
    reading: Any, qtbot: Any, clock: Any, statements: StatementStore, letter: Statement
) -> None:
    tab = reading(Look(countdown=0))
    press(qtbot, tab, "Start reading")
    key(qtbot, tab, Qt.Key.Key_S)
    at(tab, clock, 60)
    press(qtbot, tab, "Change these words")
    with qtbot.waitSignal(tab.edit_asked) as asked:
        press(qtbot, tab, "Go to Statements")
    assert asked.args == [letter.id]
    press(qtbot, tab, "Leave it as it was")
    assert not any(one.isVisible() for one in tab.findChildren(QPlainTextEdit))
    assert statements.statement(letter.id) == letter


def test_paragraphs_nobody_named_are_called_by_their_first_words() -> None:
    found = spoken_parts(Statement(text="One two three four five six.\n\n\nSeven."))
    assert [one.name for one in found] == ["One two three four five…", "Seven."]
