from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QTextCursor

from familysupport.prepare.model import Person
from familysupport.statements.model import Statement
from familysupport.ui.statements.editor import StatementEditor
from familysupport.ui.statements.guided import Guided
from familysupport.ui.statements.spelling import SpellingHelp

LETTER = "I was frightend. 😀 Naloxone helped Zuzanka’s frends."


@pytest.fixture
def kept(session):
    return session.statements.save(Statement(author="Mum", addressee="Dan", text=LETTER))


@pytest.fixture
def tab(hands, kept):
    tab = hands.open_tab()
    help_ = tab.findChild(SpellingHelp)
    hands.qtbot.waitUntil(lambda: help_.spelling is not None, timeout=5000)
    return tab


def marked(editor):
    found, block = [], editor.document().firstBlock()
    while block.isValid():
        for one in block.layout().formats():
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + one.start)
            cursor.setPosition(
                block.position() + one.start + one.length, QTextCursor.MoveMode.KeepAnchor
            )
            found.append(cursor.selectedText())
        block = block.next()
    return found


def offered(editor, word):
    at = QTextCursor(editor.document())
    at.setPosition(editor.toPlainText().index(word) + 1)
    return {one.text(): one for one in editor.make_menu(at).actions()}


def test_unknown_words_are_underlined_and_nothing_is_changed(hands, tab, session, kept):
    editor = hands.editor(tab)
    hands.qtbot.waitUntil(lambda: marked(editor) == ["frightend", "Zuzanka’s", "frends"])
    tab.flush()
    assert session.statements.statements() == [kept]
    assert not editor.document().isUndoAvailable()


def test_the_menu_offers_what_was_meant_as_one_step(hands, tab):
    editor = hands.editor(tab)
    offered(editor, "frightend")["frightened"].trigger()
    assert editor.toPlainText() == LETTER.replace("frightend", "frightened")
    hands.qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == LETTER


def test_an_own_word_is_kept_in_the_vault_and_can_be_forgotten(hands, tab, session):
    editor = hands.editor(tab)
    offered(editor, "Zuzanka")["Keep “Zuzanka’s” as an own word"].trigger()
    assert session.statements.own_words() == ["zuzanka’s"]
    assert marked(editor) == ["frightend", "frends"]
    offered(editor, "Zuzanka")["Forget “Zuzanka’s” as an own word"].trigger()
    assert session.statements.own_words() == []
    assert "Zuzanka’s" in marked(editor)


def test_names_from_prepare_are_right(hands, session, kept):
    session.people.save(Person(name="Zuzanka"))
    tab = hands.open_tab()
    editor = hands.editor(tab)
    hands.qtbot.waitUntil(lambda: marked(editor) == ["frightend", "frends"], timeout=5000)


def test_the_word_being_typed_is_left_in_peace_until_it_is_done(hands, tab):
    editor = hands.editor(tab)
    editor.setFocus()
    editor.moveCursor(QTextCursor.MoveOperation.End)
    hands.qtbot.keyClicks(editor, " hoem")
    assert "hoem" not in marked(editor)
    hands.qtbot.keyClicks(editor, ".")
    assert "hoem" in marked(editor)


def test_looking_at_spelling_can_be_switched_off_and_stays_off(hands, tab, kept):
    hands.choose(tab, "Look at spelling")
    assert marked(hands.editor(tab)) == []
    again = hands.open_tab()
    help_ = again.findChild(SpellingHelp)
    hands.qtbot.waitUntil(lambda: help_.spelling is not None, timeout=5000)
    assert marked(hands.editor(again)) == []


@pytest.fixture
def menus(monkeypatch):
    """Answers each menu with the first thing it offers."""
    seen = []

    def show(editor, cursor, at=None):
        first = editor.make_menu(cursor).actions()[0]
        seen.append(first.text())
        first.trigger()

    monkeypatch.setattr(StatementEditor, "show_menu", show)
    return seen


def test_one_goes_from_word_to_word_by_key_and_mends_them(hands, tab, menus):
    editor = hands.editor(tab)
    editor.setFocus()
    hands.qtbot.keyClick(editor, Qt.Key.Key_F7)
    hands.qtbot.keyClick(editor, Qt.Key.Key_F7)
    assert menus[0] == "frightened"
    assert editor.textCursor().position() > editor.toPlainText().index("helped")
    assert "frightened" in editor.toPlainText()


def test_where_every_word_is_known_that_is_said(hands, session, kept, menus):
    session.statements.save(Statement(id=kept.id, author="Mum", text="I love you."))
    tab = hands.open_tab()
    help_ = tab.findChild(SpellingHelp)
    hands.qtbot.waitUntil(lambda: help_.spelling is not None, timeout=5000)
    with hands.qtbot.waitSignal(tab.status_changed) as told:
        hands.qtbot.keyClick(hands.editor(tab), Qt.Key.Key_F7)
    assert told.args == ["Every word is known."]
    assert menus == []


def test_part_by_part_too_words_are_looked_at_and_mended(hands, tab, session, menus):
    hands.press(tab, "Guided")
    field = next(f for f in tab.findChild(Guided).fields() if f.editor.toPlainText())
    hands.qtbot.waitUntil(lambda: "frightend" in marked(field.editor))
    hands.qtbot.keyClick(field.editor, Qt.Key.Key_F7)
    assert menus == ["frightened"]
    tab.flush()
    assert "frightened" in session.statements.statements()[0].text


def test_a_mark_in_a_part_never_counts_as_a_change_of_the_letter(hands, tab, session, kept):
    hands.press(tab, "Guided")
    hands.choose(tab, "Look at spelling")
    hands.choose(tab, "Look at spelling")
    hands.press(tab, "Whole letter")
    hands.choose(tab, "Look at spelling")
    tab.flush()
    assert session.statements.statements() == [kept]


def test_what_is_dropped_or_pasted_comes_as_plain_words_with_their_lines(hands, tab):
    editor = hands.editor(tab)
    rich = QMimeData()
    rich.setHtml("<p><b>one</b></p><p>two<br>three</p>")
    rich.setText("one\n\ntwo\nthree")
    assert editor.canInsertFromMimeData(rich)
    editor.selectAll()
    editor.insertFromMimeData(rich)
    assert editor.toPlainText() == "one\n\ntwo\nthree"
    hands.qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == LETTER
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("letter.txt")])
    assert not editor.canInsertFromMimeData(files)


def test_a_name_that_is_typed_is_right_from_then_on(hands, tab):
    hands.press(tab, "Change")
    name = hands.field(tab, "Who it is for")
    name.selectAll()
    hands.qtbot.keyClicks(name, "Zuzanka")
    tab.flush()
    hands.qtbot.waitUntil(lambda: "Zuzanka’s" not in marked(hands.editor(tab)))


def test_in_another_language_nothing_is_marked_until_it_is_switched_on(hands, session):
    help_ = SpellingHelp(session.statements, list, "es")
    assert not help_.is_on
    help_.switch(True)
    assert SpellingHelp(session.statements, list, "es").is_on


def test_the_menu_key_asks_about_the_word_at_the_cursor(hands, tab, monkeypatch):
    words = []

    def show(editor, cursor, at=None):
        words.append(tab.findChild(SpellingHelp).word_at(cursor).selectedText())

    monkeypatch.setattr(StatementEditor, "show_menu", show)
    editor = hands.editor(tab)
    editor.show_signs(LETTER.index("frightend") + 2, LETTER.index("frightend") + 2)
    at = editor.cursorRect().center()
    for reason in (QContextMenuEvent.Reason.Keyboard, QContextMenuEvent.Reason.Mouse):
        editor.contextMenuEvent(QContextMenuEvent(reason, at, editor.mapToGlobal(at)))
    assert words == ["frightend", "frightend"]
