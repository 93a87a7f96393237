"""Whatever Tab comes to is in sight in large text: on Emergency, at the door, in dialogs."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.kit.theme import scaled
from familysupport.ui.main_window import PREPARE
from familysupport.ui.settings import SettingsDialog
from familysupport.ui.vault.copies_dialog import CopiesDialog


def _emergency(house: House) -> QWidget:
    house.window.show_emergency()
    return house.window


def _door(house: House) -> QWidget:
    house.choices.change(welcomed=True)
    house.window.go_to(PREPARE)
    return house.window


def _settings(house: House) -> QWidget:
    dialog = SettingsDialog(house.choices, house.window)
    dialog.open()
    dialog.resize(900, 520)
    return dialog


def _is_seen(widget: QWidget) -> bool:
    seen = widget.visibleRegion().boundingRect().height()
    return seen >= min(widget.height(), scaled(40))


@pytest.mark.parametrize("way", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
@pytest.mark.parametrize("open_page", [_emergency, _door, _settings])
def test_tab_comes_to_nothing_out_of_sight(
    qtbot: QtBot, house: House, open_page: Callable[[House], QWidget], way: Qt.Key
) -> None:
    house.choices.change(text_size=150)
    house.window.resize(1366, 620)
    page = open_page(house)
    page.activateWindow()
    QApplication.processEvents()
    stops: list[QWidget] = []
    for _ in range(40):
        QTest.keyClick(page.focusWidget() or page, way)
        stop = page.focusWidget()
        assert stop is not None
        qtbot.waitUntil(partial(_is_seen, stop))
        if stop in stops:
            break
        stops.append(stop)
    assert len(stops) > 4


def test_how_a_copy_went_is_in_sight_of_who_scrolled_down(qtbot: QtBot, house: House) -> None:
    house.choices.change(text_size=150)
    dialog = CopiesDialog(house.context.paths.backups, True, house.window)
    dialog.open()
    dialog.resize(900, 520)
    bar = dialog.findChildren(QScrollArea)[0].verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    dialog.say("The copy is made.")
    said = next(one for one in dialog.findChildren(QLabel) if one.text() == "The copy is made.")
    qtbot.waitUntil(partial(_is_seen, said))
    dialog.reject()
