from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton

from familysupport.prepare.model import Person, Relation
from familysupport.statements.model import Statement
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.statements import to_paper
from familysupport.ui.statements.guided import Guided
from familysupport.ui.statements.output import Output


@pytest.fixture
def kept(session):
    person = session.people.save(Person(name="Sam", relation=Relation.SIBLING))
    return session.statements.save(Statement(person_id=person.id, author="Sam", addressee="Dan"))


def open_guided(hands):
    tab = hands.open_tab()
    hands.press(tab, "Guided")
    return tab


def part(tab, name):
    editors = tab.findChild(Guided).findChildren(PlainEditor)
    return next(one for one in editors if one.accessibleName() == name and one.isVisibleTo(tab))


def press(hands, tab, spoken):
    found = [one for one in hands.visible(tab, QPushButton) if one.accessibleName() == spoken]
    assert len(found) == 1, spoken
    found[0].setFocus()
    hands.qtbot.keyClick(found[0], Qt.Key.Key_Space)


def fill(hands, tab, **lines):
    for name, words in lines.items():
        field = hands.field(tab, name.replace("_", " "))
        field.setFocus()
        hands.qtbot.keyClicks(field, words)


def test_first_words_go_in_as_a_prompt_in_brackets_and_one_undo_takes_them_back(hands, kept):
    tab = open_guided(hands)
    hands.qtbot.keyClicks(part(tab, "Love"), "Oh. ")
    press(hands, tab, "Help me begin: Love")
    press(hands, tab, "Put in: I love how you …")
    assert part(tab, "Love").toPlainText() == "Oh. [I love how you …]"
    hands.qtbot.keyClick(part(tab, "Love"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert part(tab, "Love").toPlainText() == "Oh. "
    assert part(tab, "Love").hasFocus()


def test_two_examples_come_from_the_relation_prepare_knows_and_can_be_changed(hands, kept):
    tab = open_guided(hands)
    press(hands, tab, "Help me begin: Love")
    assert "You are my big brother" in hands.shown(tab)
    box = next(o for o in hands.visible(tab, QComboBox) if "examples" in o.accessibleName())
    hands.qtbot.keyClick(box, Qt.Key.Key_Home)
    assert "I loved you before I ever saw your face" in hands.shown(tab)
    press(hands, tab, "Help me begin: Love")
    assert "I loved you before" not in hands.shown(tab)


def test_what_was_seen_is_told_step_by_step(hands, kept, session):
    tab = open_guided(hands)
    press(hands, tab, "Step by step: What I saw")
    assert hands.field(tab, "When").hasFocus()
    fill(hands, tab, When="14 March", Where="at home", What_I_saw_or_heard="you fell asleep")
    assert "14 March, at home, you fell asleep. [What did you feel?]" in hands.shown(tab)
    press(hands, tab, "Put it in")
    fill(hands, tab, What_I_felt="I was scared")
    hands.qtbot.keyClick(hands.field(tab, "What I felt"), Qt.Key.Key_Return)
    tab.flush()
    first, second = session.statements.statements()[0].text.split("\n\n")
    assert first == "14 March, at home, you fell asleep. [What did you feel?]"
    assert second.endswith("[What did you see or hear?] I was scared.")
    press(hands, tab, "Not now")
    assert "This will stand in the letter:" not in hands.shown(tab)


def test_what_somebody_told_is_marked_second_hand(hands, kept):
    tab = open_guided(hands)
    assert "Second-hand" not in hands.shown(tab)
    press(hands, tab, "Step by step: What I saw")
    box = hands.visible(tab, QCheckBox)[0]
    box.setFocus()
    hands.qtbot.keyClick(box, Qt.Key.Key_Space)
    fill(hands, tab, When="In May", Where="at work", What_I_saw_or_heard="you slept")
    fill(hands, tab, Who_told_you="Rosa")
    press(hands, tab, "Put it in")
    assert part(tab, "What I saw").toPlainText().startswith("Rosa told me: In May, at work, you")
    assert "Second-hand" in hands.shown(tab)


def test_the_ask_keeps_prompts_for_what_nobody_knows_yet(hands, kept):
    tab = open_guided(hands)
    press(hands, tab, "Step by step: The ask")
    fill(hands, tab, Which_place="Willow House", Who_goes_along="Dad")
    press(hands, tab, "Put it in")
    assert part(tab, "The ask").toPlainText() == (
        "Will you go to Willow House for [which treatment] [today, at what time]? "
        "Dad will go with you."
    )
    hands.qtbot.waitUntil(lambda: "Still in brackets: 2" in hands.shown(tab), timeout=3000)


def test_prompts_that_are_left_are_pointed_out_before_printing(hands, kept, session, monkeypatch):
    session.statements.save(Statement(id=kept.id, author="Sam", text="Dan. [Which day?] I saw."))
    asked, printed = [], []

    def answer(parent, question, about, yes, no):
        asked.append((about, yes, no))
        return len(asked) == 2

    monkeypatch.setattr(to_paper, "ask", answer)
    monkeypatch.setattr(Output, "preview", lambda output, statement: printed.append(statement))
    tab = hands.open_tab()
    hands.press(tab, "Print…")
    assert asked == [("1 in brackets, the first is [Which day?]", "Print anyway", "Show me")]
    assert not printed
    assert hands.editor(tab).textCursor().selectedText() == "[Which day?]"
    hands.press(tab, "Print…")
    assert len(printed) == 1


def test_prompts_that_are_left_are_pointed_out_before_a_copy_is_saved(
    hands, kept, session, monkeypatch
):
    session.statements.save(Statement(id=kept.id, author="Sam", text="Dan. [Which day?] I saw."))
    asked, saved = [], []

    def answer(parent, question, about, yes, no):
        asked.append(yes)
        return len(asked) == 2

    def save(output, statement):
        saved.append(statement)
        return "Saved."

    monkeypatch.setattr(to_paper, "ask", answer)
    monkeypatch.setattr(Output, "save_copy", save)
    tab = hands.open_tab()
    tab._paper.copy()
    assert (asked, saved) == (["Save anyway"], [])
    assert hands.editor(tab).textCursor().selectedText() == "[Which day?]"
    tab._paper.copy()
    assert len(saved) == 1


def test_what_they_should_feel_is_asked_kept_and_folded_away(hands, kept, session):
    tab = hands.open_tab()
    wish = "What do you want them to feel when you stop reading?"
    assert wish in hands.shown(tab)
    field = hands.field(tab, wish)
    hands.qtbot.keyClicks(field, "loved")
    tab.flush()
    assert session.statements.statement(kept.id).wish == "loved"
    again = hands.open_tab()
    assert "Sam to Dan · should feel: loved" in hands.shown(again)
    assert wish not in hands.shown(again)
    hands.press(again, "Change")
    assert hands.field(again, "Who reads it").hasFocus()


def test_a_version_brings_back_the_card_and_the_parts_too(hands, kept, session):
    tab = open_guided(hands)
    hands.qtbot.keyClicks(part(tab, "Hope"), "I hope.")
    hands.press(tab, "If the answer is no")
    hands.qtbot.keyClicks(hands.editor(tab), "No cash.")
    tab.flush()
    version = session.statements.keep_version(session.statements.statements()[0], "both")
    hands.qtbot.keyClick(hands.editor(tab), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.keyClicks(hands.editor(tab), "Other")
    tab.flush()
    tab._restore(version, "Brought back")
    now = session.statements.statements()[0]
    assert (now.text, now.if_no, now.spans) == ("I hope.", "No cash.", version.spans)


def test_the_card_and_the_binder_are_looked_through_for_prompts_too(
    hands, kept, session, monkeypatch
):
    asked, printed = [], []

    def answer(parent, question, about, yes, no):
        asked.append(about)
        return False

    monkeypatch.setattr(to_paper, "ask", answer)
    monkeypatch.setattr(Output, "preview_card", lambda output, one: printed.append(one))
    monkeypatch.setattr(Output, "preview_binder", lambda output, all_: printed.append(all_))
    session.statements.save(Statement(id=kept.id, author="Sam", text="I saw.", if_no="I [what?]."))
    session.statements.save(Statement(author="Dad", text="Son. [Who?]"))
    tab = hands.open_tab()
    hands.choose(tab, "Print the card for a no…")
    assert hands.editor(tab).textCursor().selectedText() == "[what?]"
    session.statements.save(Statement(id=kept.id, author="Sam", text="I saw."))
    tab.refresh()
    hands.choose(tab, "Print the binder for the meeting…")
    assert hands.editor(tab).textCursor().selectedText() == "[Who?]"
    assert printed == []
    assert [about.split()[-1] for about in asked] == ["[what?]", "[Who?]"]


def test_the_card_for_a_no_has_its_own_help_to_begin(hands, kept, session):
    tab = hands.open_tab()
    hands.press(tab, "If the answer is no")
    press(hands, tab, "Help me begin the card for a no")
    assert "Examples are invented, and only to read." in hands.shown(tab)
    starters = [
        one for one in hands.visible(tab, QPushButton) if one.accessibleName().startswith("Put in:")
    ]
    hands.qtbot.mouseClick(starters[0], Qt.MouseButton.LeftButton)
    text = hands.editor(tab).toPlainText()
    assert text == f"[{starters[0].text()}]"
    tab.flush()
    assert session.statements.statement(kept.id).if_no == text
    press(hands, tab, "Help me begin the card for a no")
    assert "Examples are invented" not in hands.shown(tab)
