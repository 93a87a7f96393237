"""After the lock and after hide, no widget that is still alive knows a word of what was private."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterator

import pytest
from belongings import fill
from hands import press, set_up, type_into
from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QObject, Qt, QThreadPool
from PySide6.QtGui import QClipboard, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.prepare.checklist import Place
from familysupport.ui.journal import entries as leaves
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS
from familysupport.ui.prepare.tab import PrepareTab

MARK = "sparrowlantern"
_TELLS = (
    *("text", "toPlainText", "windowTitle", "accessibleName", "accessibleDescription"),
    *("toolTip", "statusTip", "whatsThis", "placeholderText", "title", "currentText"),
)


def visit(house: House) -> None:
    """Stand in every private room, with every page of it made, and type into what is there."""
    window = house.window
    window.go_to(STATEMENTS)
    _write(window.rooms.page(STATEMENTS))
    window.go_to(PREPARE)
    prepare = window.rooms.page(PREPARE)
    assert isinstance(prepare, PrepareTab)
    for place in Place:
        prepare.show_place(place)
    _write(prepare)
    window.go_to(REHEARSE)
    _write(window.rooms.page(REHEARSE))
    window.go_to(JOURNAL)
    journal = window.rooms.page(JOURNAL)
    assert isinstance(journal, JournalTab)
    journal.write()
    _write(journal)
    for name in ["CALENDAR", "SEEING", "PLAN", "FOR_ME", "IN_AND_OUT", "SUMMARY", "RECOVERY"]:
        journal.open_leaf(getattr(leaves, name))
        _write(journal)
    window.go_to(LEARN)
    window.show_emergency()


def _write(page: QWidget) -> None:
    kinds = (*page.findChildren(QLineEdit), *page.findChildren(QPlainTextEdit))
    for field in kinds:
        if field.isVisible() and field.isEnabled() and not field.isReadOnly():
            type_into(field, MARK)
            QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
            return


def tellers() -> Iterator[str]:
    """Yield where an object that is alive knows the mark."""
    seen: set[int] = set()
    for widget in QApplication.allWidgets():
        for one in (widget, *widget.findChildren(QObject)):
            if id(one) not in seen:
                seen.add(id(one))
                yield from (f"{_place(one)}: {how}" for how in _told(one))


def _told(one: QObject) -> Iterator[str]:
    for name in _TELLS:
        ask = getattr(one, name, None)
        if callable(ask) and MARK in str(ask()):
            yield name
    if isinstance(one, QComboBox) and any(MARK in one.itemText(n) for n in range(one.count())):
        yield "item"
    if isinstance(one, QAbstractItemModel):
        roles = [*range(14), *range(Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 6)]
        cells = [one.index(row, 0) for row in range(one.rowCount())]
        if any(MARK in str(one.data(cell, role)) for cell in cells for role in roles):
            yield "model"
    if isinstance(one, QTextDocument) and one.isUndoAvailable():
        one.undo()
        if MARK in one.toPlainText():
            yield "undo"


def _place(one: QObject) -> str:
    names = []
    above: QObject | None = one
    while above is not None:
        names.append(type(above).__name__)
        above = above.parent()
    return " < ".join(names)


@pytest.mark.parametrize("way", ["lock", "hide", "idle"])
def test_no_living_widget_knows_a_private_word(qtbot: QtBot, house: House, way: str) -> None:
    set_up(qtbot, house)
    window = house.window
    assert window.session is not None
    fill(window.session, house.context.clock, MARK)
    visit(house)
    assert len(list(tellers())) > 50
    assert not any(MARK in one.windowTitle() for one in QApplication.allWidgets())
    if way == "lock":
        press(window, "Lock")
    elif way == "hide":
        window.hide_now()
    else:
        house._idle.rested.emit()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert window.session is None
    assert list(tellers()) == []
    board = QApplication.clipboard()
    assert MARK not in board.text(QClipboard.Mode.Clipboard)
    assert MARK not in board.text(QClipboard.Mode.Selection)


def test_no_page_stands_in_a_title_a_window_manager_can_read(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    assert house.window.session is not None
    fill(house.window.session, house.context.clock, MARK)
    titles = set()
    for tab in (LEARN, PREPARE, STATEMENTS, REHEARSE, JOURNAL):
        house.window.go_to(tab)
        titles |= {one.windowTitle() for one in QApplication.topLevelWidgets() if one.isVisible()}
    assert re.fullmatch("Family Support", "".join(titles))
