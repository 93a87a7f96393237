"""The lock takes what stands open in Prepare, keeps what was typed, and leaves nothing behind."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from familysupport.prepare.checklist import Place
from familysupport.prepare.day import Day
from familysupport.session import open_session
from familysupport.statements.model import Statement
from familysupport.ui.main_window import PREPARE, REHEARSE, STATEMENTS
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
    tab._open_emergency("violence")
    assert house.window.rooms.at_emergency()
    assert house.window.rooms.emergency.situation == "violence"
    house.window.lock()
    assert house.window.session is None
    assert house.window.rooms.at_emergency()


def test_escape_comes_back_from_emergency_to_the_questions(opened, qtbot):
    house, tab, _folder, _key = opened
    tab.show_place(Place.SAFETY)
    tab._open_emergency("violence")
    qtbot.keyClick(house.window.rooms.emergency, Qt.Key.Key_Escape)
    assert house.window.rooms.currentWidget() is tab
    assert tab._place is Place.SAFETY


def test_a_letter_read_aloud_is_opened_where_it_is_written(opened, qtbot):
    house, _tab, _folder, _key = opened
    window = house.window
    store = window.session.statements
    kept = [store.save(Statement(author=name, text="I love you.")) for name in ("Ann", "Ben")]
    window.go_to(REHEARSE)
    window.rooms.private[REHEARSE].edit_asked.emit(kept[1].id)
    assert window.bar.current() == STATEMENTS
    assert window.rooms.private[STATEMENTS]._writer.statement.author == "Ben"
    window.rooms.private[REHEARSE].edit_asked.emit(kept[0].id)
    assert window.rooms.private[STATEMENTS]._writer.statement.author == "Ann"
