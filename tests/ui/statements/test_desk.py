"""The coach beside the letter: marks, reasons, what is used and what is left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton

from familysupport.prepare.model import Person
from familysupport.statements.coach import Kind, Manner
from familysupport.statements.model import Part, Span, Statement
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.statements.coach import CoachPanel
from familysupport.ui.statements.coaching import Coaching
from familysupport.ui.statements.guided import Guided
from familysupport.ui.statements.views import GUIDED

LETTER = "I love you, Dan.\n\nYou always lie to me. 😀 You are a junkie.\n\nYou never call."


@pytest.fixture
def kept(session):
    return session.statements.save(Statement(author="Mum", addressee="Dan", text=LETTER))


def open_and_read(hands, width=1400):
    tab = hands.open_tab()
    tab.resize(width, 700)
    coaching = tab.findChild(Coaching)
    hands.qtbot.waitUntil(lambda: bool(coaching.text), timeout=8000)
    return tab


@pytest.fixture
def tab(hands, kept):
    return open_and_read(hands)


def marked(editor):
    lines = [one.cursor.selectedText() for one in editor.extraSelections()]
    return [line for line in lines if line]


def quotes(tab):
    return [tab.findChild(Coaching).text[m.start : m.end] for m in tab.findChild(Coaching).marks()]


def buttons(hands, tab, text):
    return [one for one in hands.visible(tab, QPushButton) if one.text() == text]


def press_first(hands, tab, text):
    first = buttons(hands, tab, text)[0]
    first.setFocus()
    hands.qtbot.keyClick(first, Qt.Key.Key_Space)


def leave_first(hands, tab, how):
    menu = buttons(hands, tab, "Leave it")[0].menu()
    assert isinstance(menu, QMenu)
    next(one for one in menu.actions() if one.text() == how).trigger()


def read_again(hands, tab, holds):
    coaching = tab.findChild(Coaching)
    hands.qtbot.waitUntil(lambda: holds in coaching.text, timeout=8000)


def test_marks_have_a_line_a_reason_and_a_way_to_say_it_and_change_nothing(
    hands, tab, session, kept
):
    assert 1 <= len(quotes(tab)) <= 3
    assert "You always lie" in quotes(tab)[0]
    lines = marked(hands.editor(tab))
    assert all(quote in lines for quote in quotes(tab))
    assert "I love you" in " ".join(lines)
    shown = hands.shown(tab)
    assert "It sees only some things and never judges a letter. You decide." in shown
    assert "One way to say it" in shown
    assert "Good, keep it" in shown
    tab.flush()
    assert session.statements.statements() == [kept]
    assert not hands.editor(tab).document().isUndoAvailable()


def test_one_walks_from_mark_to_mark_by_key_and_round(hands, tab):
    editor = hands.editor(tab)
    editor.setFocus()
    seen = []
    for _ in range(len(quotes(tab)) + 1):
        hands.qtbot.keyClick(editor, Qt.Key.Key_F8)
        seen.append(editor.textCursor().selectedText())
    assert seen == [*quotes(tab), quotes(tab)[0]]
    hands.qtbot.keyClick(editor, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert editor.textCursor().selectedText() == quotes(tab)[-1]


def test_a_suggestion_takes_the_place_of_its_sentence_and_undo_brings_it_back(hands, tab):
    editor = hands.editor(tab)
    press_first(hands, tab, "Use this")
    assert "You always lie to me." not in editor.toPlainText()
    assert editor.toPlainText().startswith("I love you, Dan.\n\n")
    assert editor.toPlainText().endswith(" 😀 You are a junkie.\n\nYou never call.")
    assert editor.hasFocus()
    assert editor.textCursor().selectedText().startswith("[")
    hands.qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == LETTER


def test_what_was_left_stays_left_until_its_sentence_changes(hands, tab, session, kept):
    leave_first(hands, tab, "Only here")
    assert not any("You always lie" in quote for quote in quotes(tab))
    assert len(session.statements.left(kept.id)) == 1
    again = open_and_read(hands)
    assert not any("You always lie" in quote for quote in quotes(again))
    editor = hands.editor(again)
    start = LETTER.index("to me")
    editor.replace(start, start + 5, "to us all")
    read_again(hands, again, "to us all")
    assert any("You always lie" in quote for quote in quotes(again))


@pytest.mark.parametrize(
    "how", ["These words, in this letter", "This kind of note, in this letter"]
)
def test_words_and_kinds_of_notes_can_be_left_and_taken_up_again(hands, tab, how):
    before = quotes(tab)
    leave_first(hands, tab, how)
    assert before[0] not in quotes(tab)
    press_first(hands, tab, "Left as it is: 1. Show again")
    assert quotes(tab) == before


def test_the_coach_can_be_told_to_say_nothing_but_never_hides_talk_of_danger(hands, session, kept):
    session.statements.save(
        Statement(id=kept.id, author="Mum", text=LETTER + " I want to kill myself.")
    )
    tab = open_and_read(hands)
    box = next(one for one in hands.visible(tab, QComboBox) if "coach" in one.accessibleName())
    box.setFocus()
    hands.qtbot.keyClick(box, Qt.Key.Key_Home)
    box.activated.emit(0)
    marks = tab.findChild(Coaching).marks()
    assert [mark.kind for mark in marks] == [Kind.CRISIS]
    assert "Emergency page says what to do now" in hands.shown(tab)
    assert buttons(hands, tab, "What to do now")
    assert not buttons(hands, tab, "Use this")
    again = open_and_read(hands)
    assert again.findChild(Coaching).manner is Manner.SILENT


def test_part_by_part_the_lines_stand_in_their_parts(hands, tab):
    hands.press(tab, "Guided")
    fields = tab.findChild(Guided).fields()
    lines = [line for field in fields for line in marked(field.editor)]
    assert all(quote in lines for quote in quotes(tab))
    hands.qtbot.keyClick(fields[0].editor, Qt.Key.Key_F8)
    here = next(field.editor for field in fields if field.editor.hasFocus())
    assert here.textCursor().selectedText() == quotes(tab)[0]


def test_a_missing_part_is_named_and_one_press_away(hands, session, kept):
    longer = "On the 14th of March I found you on the floor at home. I called for help. " * 6
    session.statements.save(Statement(id=kept.id, author="Mum", text=longer))
    tab = open_and_read(hands)
    press_first(hands, tab, "Write this part")
    assert tab._writer.views.view == GUIDED
    focused = [f for f in tab.findChild(Guided).fields() if f.editor.hasFocus()]
    assert len(focused) == 1
    assert focused[0].part is not None


def test_marks_follow_what_is_typed(hands, tab):
    editor = hands.editor(tab)
    editor.setFocus()
    editor.selectAll()
    hands.qtbot.keyClicks(editor, "I love you.")
    coaching = tab.findChild(Coaching)
    hands.qtbot.waitUntil(lambda: coaching.text == "I love you.", timeout=8000)
    assert quotes(tab) == []
    assert "It sees nothing to ask about" in hands.shown(tab)


def test_where_there_is_no_room_the_coach_opens_over_the_letter(hands, kept, monkeypatch):
    tab = open_and_read(hands, 1000)
    assert not tab._desk.beside.isVisible()
    seen = []

    def look(dialog):
        dialog.show()
        panel = dialog.findChild(CoachPanel)
        seen.append([one.text() for one in hands.visible(panel, QPushButton)])
        hands.qtbot.mouseClick(buttons(hands, panel, "Show")[0], Qt.MouseButton.LeftButton)

    monkeypatch.setattr(CalmDialog, "exec", look)
    hands.qtbot.keyClick(hands.editor(tab), Qt.Key.Key_F6)
    assert "Use this" in seen[0]
    assert hands.editor(tab).textCursor().selectedText() == quotes(tab)[0]


def test_the_coach_is_reached_by_key_where_it_stands_beside(hands, tab):
    hands.qtbot.keyClick(hands.editor(tab), Qt.Key.Key_F6)
    assert tab._desk.beside.isAncestorOf(tab.focusWidget())


def test_each_statement_has_its_own_marks(hands, tab, session):
    session.statements.save(Statement(author="Dad", text="Son, I love you."))
    tab.refresh()
    listed = hands.listed(tab)
    listed.setFocus()
    hands.qtbot.keyClick(listed, Qt.Key.Key_Down)
    read_again(hands, tab, "Son")
    assert quotes(tab) == []


def test_an_answer_that_comes_after_the_lock_asks_the_vault_nothing(hands, session, kept, db):
    tab = hands.open_tab()
    tab.setProperty("left", True)
    coaching = tab.findChild(Coaching)
    db.close()
    hands.qtbot.waitUntil(lambda: bool(coaching.text), timeout=8000)


def test_a_letter_written_whole_is_sorted_into_parts_without_changing_a_word(hands, session, kept):
    text = "I love you, Dan.\n\nOn the 14th of March I found you on the floor.\n\nQuite so."
    session.statements.save(Statement(id=kept.id, author="Mum", text=text))
    tab = open_and_read(hands)
    hands.press(tab, "Guided")
    press_first(hands, tab, "Sort what can be told apart")
    fields = {f.part: f.editor.toPlainText() for f in tab.findChild(Guided).fields()}
    assert fields[Part.LOVE] == "I love you, Dan."
    assert fields[Part.SAW] == "On the 14th of March I found you on the floor."
    assert fields[None] == "Quite so."
    tab.flush()
    now = session.statements.statement(kept.id)
    assert now.text == text
    assert [span.part for span in now.spans] == [Part.LOVE, Part.SAW, None]


def test_words_that_were_sorted_wrongly_are_moved_to_another_part(hands, session, kept):
    spans = (Span(Part.LOVE, len(LETTER)),)
    session.statements.save(Statement(id=kept.id, author="Mum", text=LETTER, spans=spans))
    tab = open_and_read(hands)
    hands.press(tab, "Guided")
    mover = next(
        one
        for one in hands.visible(tab, QPushButton)
        if one.accessibleName() == "Move to another part: Love"
    )
    next(one for one in mover.menu().actions() if one.text() == "Hope").trigger()
    tab.flush()
    assert session.statements.statement(kept.id).spans == (Span(Part.HOPE, len(LETTER)),)
    fields = {f.part: f.editor.toPlainText() for f in tab.findChild(Guided).fields()}
    assert (fields[Part.HOPE], fields[Part.LOVE]) == (LETTER, "")


def test_beside_somebody_who_has_not_started_the_coach_is_silent(hands, tab, session):
    session.people.save(Person(name="Rosa"))
    tab.refresh()
    listed = hands.listed(tab)
    listed.setFocus()
    hands.qtbot.keyClick(listed, Qt.Key.Key_End)
    coaching = tab.findChild(Coaching)
    hands.qtbot.waitUntil(lambda: coaching.text == "", timeout=8000)
    assert "It reads along while you write" in hands.shown(tab)
    hands.qtbot.keyClick(listed, Qt.Key.Key_Home)
    hands.qtbot.waitUntil(lambda: bool(coaching.marks()), timeout=8000)


def test_the_card_is_read_too_and_nothing_is_missing_from_it(hands, session, kept):
    card = "From today I will not give cash. You always lie to me."
    session.statements.save(Statement(id=kept.id, author="Mum", text=LETTER, if_no=card))
    tab = open_and_read(hands)
    hands.press(tab, "If the answer is no")
    read_again(hands, tab, "give cash")
    assert quotes(tab) == ["You always lie"]
    assert "You always lie" in marked(hands.editor(tab))
    assert "Not here yet" not in hands.shown(tab)
    press_first(hands, tab, "Use this")
    assert hands.editor(tab).toPlainText().startswith("From today I will not give cash. ")
    assert "You always lie" not in hands.editor(tab).toPlainText()
    hands.press(tab, "Whole letter")
    assert hands.editor(tab).toPlainText() == LETTER


def test_on_the_private_page_only_danger_is_spoken_of(hands, session, kept):
    private = "You always lie to me. You are a junkie. I want to kill myself."
    session.statements.save(Statement(id=kept.id, author="Mum", text=LETTER, private=private))
    tab = open_and_read(hands)
    hands.press(tab, "Only for you")
    read_again(hands, tab, "junkie. I want")
    assert [mark.kind for mark in tab.findChild(Coaching).marks()] == [Kind.CRISIS]
    assert buttons(hands, tab, "What to do now")
    assert not buttons(hands, tab, "Use this")


def test_never_more_than_three_are_shown_and_the_rest_is_counted(hands, session, kept):
    harsh = "You always lie to me. You are a junkie. You never call. You ruined Christmas for Mum."
    text = f"{harsh} If you loved us you would stop. How could you do that?"
    session.statements.save(Statement(id=kept.id, author="Mum", text=text))
    tab = open_and_read(hands)
    assert len(quotes(tab)) == 3
    rest = tab.findChild(Coaching).waiting()
    assert rest >= 1
    assert f"{rest} more after these" in hands.shown(tab)


def test_part_by_part_too_a_suggestion_takes_the_place_of_its_sentence(hands, tab):
    hands.press(tab, "Guided")
    press_first(hands, tab, "Use this")
    texts = [field.editor.toPlainText() for field in tab.findChild(Guided).fields()]
    words = [text for text in texts if text]
    assert words[0] == "I love you, Dan."
    assert "You always lie to me." not in words[1]
    assert words[1].endswith(" 😀 You are a junkie.")
    assert words[2] == "You never call."
    here = next(f.editor for f in tab.findChild(Guided).fields() if f.editor.hasFocus())
    assert here.textCursor().selectedText().startswith("[")
    hands.qtbot.keyClick(here, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    hands.press(tab, "Whole letter")
    assert hands.editor(tab).toPlainText() == LETTER
