from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from familysupport.statements.model import Statement
from familysupport.ui.kit.rows import RowList
from familysupport.ui.statements.versions import VersionsDialog


@pytest.fixture
def kept(session):
    return session.statements.save(Statement(author="Mum", text="I love you."))


def open_dialog(hands, session, kept):
    dialog = VersionsDialog(session.statements, kept)
    hands.qtbot.addWidget(dialog)
    with hands.qtbot.waitActive(dialog):
        dialog.show()
    return dialog


def test_without_versions_it_says_how_they_come_about(hands, session, kept):
    dialog = open_dialog(hands, session, kept)
    assert "No version is kept yet." in hands.shown(dialog)


def test_a_named_version_is_kept_by_pressing_enter(hands, session, kept):
    dialog = open_dialog(hands, session, kept)
    name = hands.field(dialog, "Name for the version as it is now")
    hands.qtbot.keyClicks(name, "For Sunday")
    hands.qtbot.keyClick(name, Qt.Key.Key_Return)
    assert session.statements.versions(kept.id)[0].name == "For Sunday"
    assert hands.rows(dialog)[0].startswith("For Sunday, ")
    assert "This is how the statement reads now." in hands.shown(dialog)
    assert dialog.isVisible()


def test_the_difference_is_told_in_words_and_shown_in_the_text(hands, session, kept, clock):
    session.statements.keep_version(kept)
    clock.moment += timedelta(hours=1)
    now = session.statements.save(Statement(id=kept.id, text="I do love you, Daniel."))
    dialog = open_dialog(hands, session, now)
    assert "Words no longer there: 1. Words added since: 3." in hands.shown(dialog)
    assert hands.reader(dialog).toPlainText() == "I do love you.you, Daniel."


def test_bringing_back_says_which_and_closes(hands, session, kept):
    old = session.statements.keep_version(kept, "first")
    now = session.statements.save(Statement(id=kept.id, text="other"))
    dialog = open_dialog(hands, session, now)
    with hands.qtbot.waitSignal(dialog.restore_asked) as asked:
        hands.press(dialog, "Bring this version back")
    assert asked.args[0] == old
    assert asked.args[1].startswith("Brought back from ")
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_a_version_brought_back_in_the_tab_is_a_version_and_can_be_undone(
    hands, session, kept, monkeypatch
):
    session.statements.keep_version(kept, "first")
    session.statements.save(Statement(id=kept.id, author="Mum", text="Quite another text"))
    tab = hands.open_tab()

    def bring_back(dialog):
        dialog.show()
        listed = dialog.findChild(RowList)
        listed.setFocus()
        hands.qtbot.keyClick(listed, Qt.Key.Key_End)
        hands.press(dialog, "Bring this version back")

    monkeypatch.setattr(VersionsDialog, "exec", bring_back)
    hands.press(tab, "Versions")
    texts = [version.text for version in session.statements.versions(kept.id)]
    assert texts == ["I love you.", "Quite another text", "I love you."]
    assert session.statements.statement(kept.id).text == "I love you."
    assert hands.editor(tab).toPlainText() == "I love you."
    hands.press(tab, "Undo")
    assert session.statements.statement(kept.id).text == "Quite another text"


def test_a_version_is_kept_when_one_leaves_what_was_typed(hands, session, kept):
    tab = hands.open_tab()
    editor = hands.editor(tab)
    hands.qtbot.keyClicks(editor, "Oh. ")
    tab.flush()
    assert [one.text for one in session.statements.versions(kept.id)] == ["Oh. I love you."]
    tab.flush()
    assert len(session.statements.versions(kept.id)) == 1


def test_deleting_a_whole_letter_keeps_it_as_a_version_first(hands, session, kept):
    long_text = "I love you. " * 40
    session.statements.save(Statement(id=kept.id, author="Mum", text=long_text))
    tab = hands.open_tab()
    editor = hands.editor(tab)
    hands.qtbot.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    hands.qtbot.keyClick(editor, Qt.Key.Key_Delete)
    tab.flush()
    assert session.statements.statement(kept.id).text == ""
    assert session.statements.versions(kept.id)[0].text == long_text
