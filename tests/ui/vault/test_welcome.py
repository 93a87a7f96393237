"""The first page: language and country are chosen once, and count at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.main_window import LEARN, STATEMENTS
from familysupport.ui.vault.setup import ChoosePassphrase
from familysupport.ui.vault.welcome import Welcome


def _visible(house: House, kind: type[QWidget]) -> QWidget:
    return next(one for one in house.window.findChildren(kind) if one.isVisible())


def _is_shown(house: House, kind: type[QWidget]) -> bool:
    return any(one.isVisible() for one in house.window.findChildren(kind))


def _choose(house: House, country: str, press: str) -> None:
    welcome = _visible(house, Welcome)
    box = next(one for one in welcome.findChildren(QComboBox) if one.accessibleName() == "Country")
    box.setCurrentIndex(box.findData(country))
    button = next(one for one in welcome.findChildren(QPushButton) if one.text() == press)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_another_country_counts_at_once_and_the_set_up_goes_on(qtbot: QtBot, house: House) -> None:
    _choose(house, "ie", "Set up my private pages")
    qtbot.waitUntil(lambda: house.choices.now().country == "ie")
    assert house.choices.now().welcomed
    qtbot.waitUntil(lambda: _is_shown(house, ChoosePassphrase))


def test_one_can_look_around_first_and_is_not_asked_again(qtbot: QtBot, house: House) -> None:
    _choose(house, "gb", "Look around first")
    qtbot.waitUntil(lambda: house.choices.now().country == "gb")
    assert house.window.bar.current() == LEARN
    assert not _is_shown(house, Welcome)
    house.window.go_to(STATEMENTS)
    qtbot.waitUntil(lambda: _is_shown(house, ChoosePassphrase))
