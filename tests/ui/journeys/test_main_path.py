"""The main job from the first start to a restored copy on another computer."""

from __future__ import annotations

import shutil
from pathlib import Path

from hands import PASSPHRASE, press, set_up, shown, type_into, unlock
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, STATEMENTS
from familysupport.ui.vault.unlock import Unlock
from familysupport.ui.vault.welcome import Welcome
from familysupport.vault.backup import key_of_backup, list_backups, restore
from familysupport.vault.vault import Vault


def test_a_family_can_go_from_first_start_to_locked_and_back(qtbot: QtBot, house: House) -> None:
    window = house.window
    assert shown(window, Welcome)
    set_up(qtbot, house)
    assert window.session is not None
    window.go_to(JOURNAL)
    window.session.journal.entries(10)
    window.lock()
    assert window.session is None
    assert not window.rooms.private
    unlock(qtbot, house)
    assert window.session is not None


def test_the_lock_keeps_what_was_just_typed(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    house.window.go_to(STATEMENTS)
    press(house.window, "Write the first statement")
    editor = shown(house.window, QPlainTextEdit)
    type_into(editor, "Daniel, I love you.")
    QTest.keyClick(editor, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert house.window.session is None
    unlock(qtbot, house)
    assert house.window.session is not None
    texts = [one.text for one in house.window.session.statements.statements()]
    assert texts == ["Daniel, I love you."]


def test_a_wrong_passphrase_says_so_and_keeps_what_was_typed(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    house.window.lock()
    house.window.go_to(PREPARE)
    card = shown(house.window, Unlock)
    field = card.findChild(QLineEdit)
    type_into(field, "something else")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "not the passphrase" in card._trouble.text(), timeout=30_000)
    assert field.text() == "something else"
    assert house.window.session is None


def test_emergency_is_one_key_away_when_locked_and_escape_comes_back(
    qtbot: QtBot, house: House
) -> None:
    press(house.window, "Look around first")
    house.window.go_to(LEARN)
    QTest.keyClick(house.window, Qt.Key.Key_F12)
    assert house.window.rooms.at_emergency()
    QTest.keyClick(house.window.rooms.emergency, Qt.Key.Key_Escape)
    assert not house.window.rooms.at_emergency()
    assert house.window.bar.current() == LEARN


def test_emergency_opens_over_a_dialog_and_hide_closes_both(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    seen: list[bool] = []

    def over() -> None:
        dialog = QApplication.activeModalWidget()
        QTest.keyClick(dialog, Qt.Key.Key_F12)
        top = QApplication.activeModalWidget()
        seen.append(top is not dialog and top is not None)
        QTest.keyClick(
            top,
            Qt.Key.Key_H,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
        )

    QTimer.singleShot(0, over)
    house.commands.settings()
    assert seen == [True]
    assert QApplication.activeModalWidget() is None
    assert house.window.session is None
    assert house.window.isMinimized()


def test_a_copy_made_on_lock_opens_in_another_folder(
    qtbot: QtBot, house: House, tmp_path: Path
) -> None:
    set_up(qtbot, house)
    house.window.go_to(STATEMENTS)
    press(house.window, "Write the first statement")
    type_into(shown(house.window, QPlainTextEdit), "I found you on the floor.")
    house.window.lock()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    copies = list_backups(house.context.paths.backups)
    assert copies
    stick = tmp_path / "stick"
    stick.mkdir()
    copy = Path(shutil.copy(copies[0], stick))
    key = key_of_backup(copy, PASSPHRASE)
    folder = tmp_path / "other" / "vault"
    restore(copy, key, folder, house.context.clock)
    vault = Vault.open(folder, key)
    rows = list(vault.db.query("select text from statements"))
    vault.close()
    assert rows == [{"text": "I found you on the floor."}]


def test_text_size_and_theme_change_while_writing_and_lose_nothing(
    qtbot: QtBot, house: House
) -> None:
    set_up(qtbot, house)
    house.window.go_to(STATEMENTS)
    press(house.window, "Write the first statement")
    type_into(shown(house.window, QPlainTextEdit), "You taught Sam to ride.")
    house.choices.change(text_size=200)
    house.choices.change(theme="dark")
    assert house.window.session is not None
    assert house.window.session.statements.statements()[0].text == "You taught Sam to ride."
    qtbot.waitUntil(
        lambda: (
            "You taught Sam to ride."
            in [
                one.toPlainText()
                for one in house.window.findChildren(QPlainTextEdit)
                if one.isVisible()
            ]
        )
    )
