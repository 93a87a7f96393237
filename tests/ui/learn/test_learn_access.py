"""What every page of Learn owes to someone with a keyboard or a screen reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QTextEdit,
    QWidget,
)

KINDS = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit)
PAGES = ("overview", "short", "timeline", "words", "saved", "booklet", "lesson", "quiz")


def go(tab, page):
    if page == "lesson":
        tab.show_lesson("medicines")
    elif page == "quiz":
        tab._ask_lesson("naloxone-at-home")
    else:
        tab.show_page(page)
    QApplication.processEvents()


def controls(tab):
    return [
        one
        for one in tab.findChildren(QWidget)
        if isinstance(one, KINDS)
        and one.isVisible()
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QLineEdit | QAbstractSpinBox | QComboBox)
        and not isinstance(one.parent(), QAbstractItemView)
    ]


@pytest.mark.parametrize("page", PAGES)
def test_everything_that_can_be_used_has_a_spoken_name_and_room_for_a_finger(tab, store, page):
    tab.remember(store)
    store.add_bookmark("medicines", "how-long", "How long?")
    store.save_note("medicines", "how-long", "Ask")
    go(tab, page)
    found = controls(tab)
    assert len(found) >= 2
    for one in found:
        spoken = QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
        assert spoken.strip(), one
        assert min(one.width(), one.height()) >= 24, (spoken, one.size())


@pytest.mark.parametrize("page", PAGES)
def test_the_keyboard_reaches_everything_and_is_never_caught(qtbot, tab, store, page):
    tab.remember(store)
    go(tab, page)
    wanted = {
        one
        for one in controls(tab)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    }
    # Text with links takes Tab for its links; each step counts, and Tab at the last one leaves.
    seen = set()
    for _ in range(400):
        here = QApplication.focusWidget()
        seen.add(here)
        if wanted <= seen:
            break
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    radios = {one for one in wanted - seen if one.metaObject().className() == "QRadioButton"}
    assert wanted - seen <= radios
