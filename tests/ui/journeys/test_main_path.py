"""The main job from the first start to a restored copy on another computer."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, STATEMENTS
from familysupport.ui.vault import setup as setup_room
from familysupport.ui.vault.setup import ChoosePassphrase, SetUp, ShowCode
from familysupport.ui.vault.unlock import Unlock
from familysupport.ui.vault.welcome import Welcome
from familysupport.vault import keys

PASSPHRASE = "four brown goats whisper"


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        setup_room, "wrap", lambda key, passphrase: keys.wrap(key, passphrase, keys.QUICK)
    )


def press(within: QWidget, name: str) -> None:
    found = [
        one
        for one in within.findChildren(QPushButton)
        if one.text().replace("&", "") == name and one.isVisible()
    ]
    assert found, f"no visible button {name!r}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def shown(within: QWidget, kind: type[QWidget]) -> QWidget:
    found = [one for one in within.findChildren(kind) if one.isVisible()]
    assert found, f"no visible {kind.__name__}"
    return found[0]


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def set_up(qtbot: QtBot, house: House) -> None:
    window = house.window
    press(window, "Set up my private pages")
    choose = shown(window, ChoosePassphrase)
    first, again = choose.findChildren(QLineEdit)
    type_into(first, PASSPHRASE)
    type_into(again, PASSPHRASE)
    QTest.keyClick(again, Qt.Key.Key_Return)
    door = window.findChild(SetUp)
    qtbot.waitUntil(lambda: isinstance(door.currentWidget(), ShowCode), timeout=5000)
    page = door.currentWidget()
    assert isinstance(page, ShowCode)
    type_into(page._typed, page._code.lower())
    QTest.keyClick(page._typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=5000)


def unlock(qtbot: QtBot, house: House, passphrase: str = PASSPHRASE) -> None:
    house.window.go_to(JOURNAL)
    card = shown(house.window, Unlock)
    field = card.findChild(QLineEdit)
    type_into(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.session is not None, timeout=5000)


def test_a_family_can_go_from_first_start_to_locked_and_back(qtbot: QtBot, house: House) -> None:
    window = house.window
    assert shown(window, Welcome)
    set_up(qtbot, house)
    assert window.session is not None
    window.go_to(JOURNAL)
    window.session.journal.entries(10)
    window.lock()
    assert window.session is None
    assert not window._private
    unlock(qtbot, house)
    assert window.session is not None


def test_the_lock_keeps_what_was_just_typed(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    house.window.go_to(STATEMENTS)
    press(house.window, "New statement")
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
    qtbot.waitUntil(lambda: "not the passphrase" in card._trouble.text(), timeout=5000)
    assert field.text() == "something else"
    assert house.window.session is None


def test_emergency_is_one_key_away_when_locked_and_escape_comes_back(
    qtbot: QtBot, house: House
) -> None:
    press(house.window, "Look around first")
    house.window.go_to(LEARN)
    QTest.keyClick(house.window, Qt.Key.Key_F12)
    assert house.window._at_emergency()
    QTest.keyClick(house.window._emergency, Qt.Key.Key_Escape)
    assert not house.window._at_emergency()
    assert house.window.bar.current() == LEARN


def test_emergency_opens_over_a_dialog_and_hide_closes_both(qtbot: QtBot, house: House) -> None:
    from PySide6.QtCore import QTimer

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
    from familysupport.vault.backup import key_of_backup, list_backups, restore
    from familysupport.vault.vault import Vault

    set_up(qtbot, house)
    house.window.go_to(STATEMENTS)
    press(house.window, "New statement")
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
    press(house.window, "New statement")
    type_into(shown(house.window, QPlainTextEdit), "You taught Sam to ride.")
    house.choices.change(text_size=200)
    house.choices.change(theme="dark")
    assert house.window.session is not None
    assert house.window.session.statements.statements()[0].text == "You taught Sam to ride."
    qtbot.waitUntil(
        lambda: "You taught Sam to ride."
        in [
            one.toPlainText()
            for one in house.window.findChildren(QPlainTextEdit)
            if one.isVisible()
        ]
    )
