"""Hands for the journeys: press, type, set up, unlock, as a person would."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.vault.code_page import ShowCode
from familysupport.ui.vault.setup import ChoosePassphrase, SetUp
from familysupport.ui.vault.unlock import Unlock

PASSPHRASE = "four brown goats whisper"


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
    qtbot.waitUntil(lambda: isinstance(door.currentWidget(), ShowCode), timeout=30_000)
    page = door.currentWidget()
    assert isinstance(page, ShowCode)
    type_into(page._typed, page._code.lower())
    QTest.keyClick(page._typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)


def unlock(qtbot: QtBot, house: House, passphrase: str = PASSPHRASE) -> None:
    house.window.go_to(JOURNAL)
    card = shown(house.window, Unlock)
    field = card.findChild(QLineEdit)
    type_into(field, passphrase)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.session is not None, timeout=30_000)
