"""The lock takes what stands open in Prepare, keeps what was typed, and leaves nothing behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from familysupport.prepare.checklist import Place
from familysupport.prepare.day import Day
from familysupport.session import open_session
from familysupport.ui.main_window import PREPARE
from familysupport.ui.prepare.paper import Sheet
from familysupport.ui.prepare.tab import PrepareTab
from familysupport.vault import keys
from familysupport.vault.vault import Vault


@pytest.fixture
def opened(house):
    key = keys.new_key()
    folder = house.context.paths.vault
    vault = Vault.create(folder, key, keys.wrap(key, "words", keys.QUICK))
    house.choices.change(welcomed=True)
    house.window.unlock(vault)
    house.window.go_to(PREPARE)
    return house, house.window.findChild(PrepareTab), folder, key


def test_a_lock_keeps_what_was_just_typed_in_any_section(opened, qtbot):
    house, tab, folder, key = opened
    tab.show_place(Place.DAY)
    qtbot.keyClicks(tab._section(Place.DAY)._form.cells["place"]._input, "Elm Street")
    house.window.lock()
    vault = Vault.open(folder, key)
    assert open_session(vault.db, house.context.clock).plan.only(Day).place == "Elm Street"
    vault.close()


def test_a_lock_while_a_sheet_or_emergency_stands_open_leaves_nothing(opened):
    house, tab, _folder, _key = opened
    seen = []

    def lock():
        seen.append(QApplication.activeModalWidget() is not None)
        house.window.lock()

    QTimer.singleShot(0, lock)
    tab.show_place(Place.PAPER)
    tab._section(Place.PAPER).preview(Sheet.BAG)
    assert seen == [True]
    assert house.window.session is None
    assert QApplication.activeModalWidget() is None


def test_a_lock_while_emergency_stands_open_from_prepare(opened):
    house, tab, _folder, _key = opened
    QTimer.singleShot(0, house.window.lock)
    tab._open_emergency("violence")
    assert house.window.session is None
    assert QApplication.activeModalWidget() is None
