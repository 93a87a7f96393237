"""A stack that asks for the room of its front page alone."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from familysupport.ui.kit.front import FrontStack


def test_a_tall_page_behind_makes_none_scroll(dressed: Any, qtbot: Any) -> None:
    stack, low, tall = FrontStack(), QWidget(), QWidget()
    tall.setMinimumHeight(900)
    stack.addWidget(low)
    stack.addWidget(tall)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(stack)
    qtbot.addWidget(area)
    area.resize(300, 300)
    area.show()
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0
    stack.setCurrentWidget(tall)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() > 500
    stack.setCurrentWidget(low)
    QApplication.processEvents()
    assert area.verticalScrollBar().maximum() == 0


def test_an_empty_stack_asks_for_nothing(dressed: Any, qtbot: Any) -> None:
    stack = FrontStack()
    qtbot.addWidget(stack)
    assert stack.minimumSizeHint().isEmpty()
