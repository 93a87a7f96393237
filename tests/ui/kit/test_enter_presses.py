"""Enter presses the button it stands on, and no other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDialog,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familysupport.ui.kit.everywhere import Everywhere
from familysupport.ui.kit.widgets import button

RETURN, ENTER = Qt.Key.Key_Return, Qt.Key.Key_Enter
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _heard(qapp: QApplication) -> Iterator[None]:
    everywhere = Everywhere(qapp)
    yield
    qapp.removeEventFilter(everywhere)
    everywhere.deleteLater()


def _stand(qtbot: QtBot, holder: QWidget, *widgets: QWidget) -> None:
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    for one in widgets:
        layout.addWidget(one)
    holder.show()
    holder.activateWindow()
    widgets[0].setFocus()
    qtbot.waitUntil(widgets[0].hasFocus)


@pytest.mark.parametrize("key", [RETURN, ENTER])
def test_enter_presses_a_button_and_a_tool_button_of_a_page(
    qtbot: QtBot, dressed: QApplication, key: Qt.Key
) -> None:
    first, second = button("Go on"), QToolButton()
    second.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    got: list[str] = []
    first.clicked.connect(lambda: got.append("first"))
    second.clicked.connect(lambda: got.append("second"))
    holder = QWidget()
    _stand(qtbot, holder, first, second)
    QTest.keyClick(holder.windowHandle(), key)
    assert got == ["first"]
    second.setFocus()
    QTest.keyClick(holder.windowHandle(), key, Qt.KeyboardModifier.KeypadModifier)
    assert got == ["first", "second"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_enter_chooses_and_opens_a_menu(qtbot: QtBot, dressed: QApplication) -> None:
    choice, more = button("Guided", kind="choice"), button("More")
    choice.setCheckable(True)
    menu = QMenu(more)
    menu.addAction("One")
    more.setMenu(menu)
    holder = QWidget()
    _stand(qtbot, holder, choice, more)
    QTest.keyClick(choice, RETURN)
    assert choice.isChecked()
    more.setFocus()
    QTest.keyClick(more, RETURN)
    assert menu.isVisible()
    menu.close()


def test_in_a_dialog_enter_presses_where_it_stands_and_from_a_field_the_usual_answer(
    qtbot: QtBot, dressed: QApplication
) -> None:
    dialog, field = QDialog(), QLineEdit()
    usual, other = QPushButton("Keep"), button("Show the words")
    usual.setDefault(True)
    got: list[str] = []
    usual.clicked.connect(lambda: got.append("usual"))
    other.clicked.connect(lambda: got.append("other"))
    _stand(qtbot, dialog, field, other, usual)
    QTest.keyClick(field, RETURN)
    assert got == ["usual"]
    other.setFocus()
    QTest.keyClick(other, RETURN)
    assert got == ["usual", "other"]


def test_a_key_held_down_ctrl_enter_and_a_box_to_tick_are_left_alone(
    qtbot: QtBot, dressed: QApplication
) -> None:
    go, box = button("Go on"), QCheckBox("Yes")
    got: list[int] = []
    go.clicked.connect(lambda: got.append(1))
    holder = QWidget()
    _stand(qtbot, holder, go, box)
    held = QKeyEvent(QEvent.Type.KeyPress, RETURN, NONE, "\r", True)
    QApplication.sendEvent(go, held)
    QTest.keyClick(go, RETURN, CTRL)
    assert got == []
    box.setFocus()
    QTest.keyClick(box, RETURN)
    assert not box.isChecked()
