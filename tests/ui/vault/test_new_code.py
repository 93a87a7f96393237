"""A new recovery code, made in the window: proved before anything changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.settings import Settings
from familysupport.ui.vault import new_code as new_code_room
from familysupport.ui.vault.code_page import ShowCode
from familysupport.ui.vault.new_code import NewCodeDialog
from familysupport.vault import keys
from familysupport.vault.backup import list_backups, look_into
from familysupport.vault.vault import Vault, read_key_file

PASSPHRASE = "four brown goats whisper"
KEY = bytes(range(1, 33))
Prints = Callable[[Path], dict[str, str]]


@pytest.fixture
def opened(house: House, kept: Path, monkeypatch: pytest.MonkeyPatch) -> Vault:
    monkeypatch.setattr(new_code_room, "wrap", lambda key, words: keys.wrap(key, words, keys.QUICK))
    vault = Vault.open(kept, KEY)
    house.window.unlock(vault)
    return vault


def _press(within: QWidget, name: str) -> None:
    button = next(one for one in within.findChildren(QPushButton) if one.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _code_page(qtbot: QtBot, dialog: NewCodeDialog) -> ShowCode:
    QTest.keyClicks(dialog._ask._field, PASSPHRASE)
    QTest.keyClick(dialog._ask._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(dialog.pages.currentWidget(), ShowCode), timeout=10_000)
    page = dialog.pages.currentWidget()
    assert isinstance(page, ShowCode)
    return page


def test_a_proved_new_code_opens_the_pages_and_the_old_one_only_old_copies(
    qtbot: QtBot, house: House, opened: Vault
) -> None:
    said: list[str] = []
    codes: list[str] = []
    assert QThreadPool.globalInstance().waitForDone(20_000)
    old_copy = list_backups(house.context.paths.backups)[0]

    def prove() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewCodeDialog)
        page = _code_page(qtbot, dialog)
        codes.append(page._code)
        QTest.keyClicks(page._typed, page._code.lower())
        QTest.keyClick(page._typed, Qt.Key.Key_Return)

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        _press(dialog, "Close")

    QTimer.singleShot(0, prove)
    original = new_code_room.tell

    def tell(*words: object) -> None:
        QTimer.singleShot(0, close)
        original(*words)  # type: ignore[arg-type]

    new_code_room.tell = tell  # type: ignore[assignment]
    try:
        house.commands.new_code()
    finally:
        new_code_room.tell = original
    assert said[0] == "The new recovery code is in force."
    assert "still open with the old code" in said[1]
    session = house.window.session
    assert session is not None
    assert [one.text for one in session.statements.statements()] == ["Daniel, I love you."]
    assert QThreadPool.globalInstance().waitForDone(20_000)
    key = keys.key_from_code(codes[0])
    newest = list_backups(house.context.paths.backups)[0]
    assert newest != old_copy
    assert look_into(newest, key).counts["statements"] == 1
    assert look_into(old_copy, KEY).counts["statements"] == 1
    house.window.lock()
    assert keys.unwrap(read_key_file(opened.folder), PASSPHRASE) == key
    Vault.open(opened.folder, key).close()


def test_nothing_changes_before_the_code_is_typed_back(
    qtbot: QtBot, house: House, opened: Vault, prints: Prints
) -> None:
    before = prints(opened.folder)
    dialog = NewCodeDialog(opened, Settings, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    page = _code_page(qtbot, dialog)
    wrong = "0" if page._code[0] != "0" else "1"
    QTest.keyClicks(page._typed, wrong + page._code[1:])
    QTest.keyClick(page._typed, Qt.Key.Key_Return)
    slip = wrong + page._code[1:5]
    assert page._trouble.text() == f"Look again at group 1. You typed {slip}."
    _press(dialog, "Keep the old code")
    assert prints(opened.folder) == before
    assert opened.key == KEY


def test_a_wrong_passphrase_makes_no_code_and_stays_to_be_mended(
    qtbot: QtBot, house: House, opened: Vault
) -> None:
    dialog = NewCodeDialog(opened, Settings, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog._ask._field, "another one")
    QTest.keyClick(dialog._ask._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog._ask._trouble.text()), timeout=10_000)
    assert dialog._ask._trouble.text().startswith("That is not the passphrase.")
    assert dialog._ask._field.text() == "another one"
    assert dialog._ask._next.isEnabled()
    assert dialog.pages.count() == 1


def test_pages_in_use_elsewhere_keep_the_old_code(
    qtbot: QtBot, house: House, opened: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    from familysupport.errors import VaultInUseError

    told: list[str] = []

    def refuse(vault: Vault, *_rest: object) -> None:
        raise VaultInUseError(vault.folder)

    monkeypatch.setattr(new_code_room, "rekey", refuse)
    monkeypatch.setattr(new_code_room, "tell", lambda _parent, *words: told.extend(words))
    dialog = NewCodeDialog(opened, Settings, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    page = _code_page(qtbot, dialog)
    QTest.keyClicks(page._typed, page._code)
    QTest.keyClick(page._typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0] == "These pages are already open in another window."
    assert dialog.isVisible()
