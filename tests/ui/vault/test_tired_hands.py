"""The door under tired hands: spaces, the wrong card, slips, larger letters half-way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.vault.passphrase import ChangePassphraseDialog
from familysupport.ui.vault.setup import ChoosePassphrase, ShowCode
from familysupport.ui.vault.unlock import Unlock
from familysupport.vault import keys
from familysupport.vault.keys import code_for, unwrap
from familysupport.vault.vault import Vault, read_key_file

PASSPHRASE = "four brown goats whisper"
KEY = bytes(range(1, 33))
RETURN = Qt.Key.Key_Return


def _seen(house: House, kind: type[QWidget]) -> QWidget:
    return next(one for one in house.window.findChildren(kind) if one.isVisible())


def _texts(within: QWidget) -> str:
    return " ".join(one.text() for one in within.findChildren(QLabel) if one.isVisible())


def _press(within: QWidget, name: str) -> None:
    button = next(one for one in within.findChildren(QPushButton) if one.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _type(field: QLineEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def _card(house: House) -> Unlock:
    house.window.go_to(JOURNAL)
    card = _seen(house, Unlock)
    assert isinstance(card, Unlock)
    return card


def _fields(house: House) -> tuple[QLineEdit, QLineEdit]:
    house.choices.change(welcomed=True)
    house.window.rooms.door.look_again()
    house.window.go_to(JOURNAL)
    first, again = _seen(house, ChoosePassphrase).findChildren(QLineEdit)
    return first, again


def _code_page(qtbot: QtBot, house: House) -> ShowCode:
    first, again = _fields(house)
    _type(first, PASSPHRASE)
    _type(again, PASSPHRASE)
    QTest.keyClick(again, RETURN)
    qtbot.waitUntil(lambda: bool(house.window.findChildren(ShowCode)))
    page = _seen(house, ShowCode)
    assert isinstance(page, ShowCode)
    return page


def test_a_space_before_or_after_the_passphrase_does_not_matter(qtbot: QtBot, house: House) -> None:
    first, again = _fields(house)
    _type(first, f"{PASSPHRASE} ")
    _type(again, PASSPHRASE)
    QTest.keyClick(again, RETURN)
    qtbot.waitUntil(lambda: bool(house.window.findChildren(ShowCode)))
    page = _seen(house, ShowCode)
    assert isinstance(page, ShowCode)
    _type(page._typed, page._code)
    QTest.keyClick(page._typed, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)
    assert unwrap(read_key_file(house.context.paths.vault), PASSPHRASE)
    house.window.lock()
    card = _card(house)
    _type(card._field, f" {PASSPHRASE} ")
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)


def test_a_passphrase_that_was_made_with_a_space_at_its_end_still_opens(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    (kept / keys.KEY_FILE).write_bytes(keys.wrap(KEY, f"{PASSPHRASE} ", keys.QUICK))
    card = _card(house)
    _type(card._field, f"{PASSPHRASE} ")
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)


def test_after_the_code_was_used_the_next_lock_asks_for_the_passphrase_again(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    card = _card(house)
    _press(card, "Use the recovery code")
    _type(card._field, code_for(KEY))
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)
    house.window.lock()
    card = _card(house)
    assert card._field.accessibleName() == "Passphrase"
    assert card._field.echoMode() is QLineEdit.EchoMode.Password
    assert "Recovery code" not in _texts(card)


def test_earlier_misses_slow_nobody_down_once_the_pages_were_open(house: House, kept: Path) -> None:
    card = _card(house)
    card._misses = 3
    house.window.unlock(Vault.open(kept, KEY))
    house.window.lock()
    assert _card(house)._misses == 0


def test_another_passphrase_does_not_speak_of_a_sheet_that_never_comes(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    house.window.unlock(Vault.open(kept, KEY))
    dialog = ChangePassphraseDialog(house.window.vault, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    said = _texts(dialog)
    assert "Choose another passphrase" in said
    assert "that comes next" not in said
    assert "recovery sheet you have" in said


def test_the_first_page_can_be_left_with_enter_alone(qtbot: QtBot, house: House) -> None:
    door = house.window.rooms.door
    focus = door.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Set up my private pages"
    QTest.keyClick(focus, RETURN)
    qtbot.waitUntil(lambda: house.choices.now().welcomed)
    assert _seen(house, ChoosePassphrase)
