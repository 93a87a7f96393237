"""The way of Tab follows the layouts, and leaves nothing behind that Qt could mistake later."""

from __future__ import annotations

import gc
from typing import Any

from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
    QWidgetItem,
)

from familysupport.ui.kit.flow import Flow
from familysupport.ui.recovery.order import put_in_order


def test_tab_goes_through_nested_layouts_from_the_top_down(
    qtbot: Any, dressed: QApplication
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    fields = {name: QLineEdit(objectName=name) for name in "edcba"}
    column, across, grid = QVBoxLayout(page), QHBoxLayout(), QGridLayout()
    column.addWidget(fields["a"])
    column.addLayout(across)
    across.addWidget(fields["b"])
    across.addLayout(Flow(fields["c"]))
    column.addLayout(grid)
    grid.addWidget(fields["d"], 0, 0)
    column.addStretch(1)
    column.addWidget(fields["e"])
    put_in_order(page)
    page.show()
    seen, one = [], fields["a"]
    for _ in fields:
        seen.append(one.objectName())
        one = one.nextInFocusChain()
    assert seen == list("abcde")


def test_no_item_of_a_layout_outlives_its_widget_in_python(
    qtbot: Any, dressed: QApplication
) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    gc.collect()
    before = sum(isinstance(one, QWidgetItem) for one in gc.get_objects())
    for name in "abc":
        column.addWidget(QPushButton(name))
    put_in_order(page)
    gc.collect()
    assert sum(isinstance(one, QWidgetItem) for one in gc.get_objects()) == before
