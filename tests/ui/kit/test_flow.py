"""Buttons that go on in the next line."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button


@pytest.fixture
def flowing(qtbot: QtBot, dressed: QApplication) -> tuple[QWidget, Flow]:
    page = QWidget()
    qtbot.addWidget(page)
    flow = Flow(*(button(f"Button number {number}") for number in range(4)))
    column = QVBoxLayout(page)
    column.addLayout(flow)
    column.addStretch(1)
    return page, flow


def _tops(page: QWidget) -> list[int]:
    return sorted({one.y() for one in page.findChildren(QPushButton) if one.isVisible()})


def test_where_there_is_room_all_stand_in_one_line(flowing: tuple[QWidget, Flow]) -> None:
    page, flow = flowing
    page.resize(flow.sizeHint().width() + 40, 300)
    page.show()
    assert len(_tops(page)) == 1


@pytest.mark.parametrize("width", [180, 260, 340, 420])
def test_nothing_goes_past_the_edge_and_nothing_overlaps(
    flowing: tuple[QWidget, Flow], width: int
) -> None:
    page, _flow = flowing
    page.resize(width, 500)
    page.show()
    buttons = page.findChildren(QPushButton)
    assert len(_tops(page)) > 1
    assert all(one.geometry().right() <= width for one in buttons)
    places = [one.geometry() for one in buttons]
    assert not any(
        one.intersects(other) for place, one in enumerate(places) for other in places[place + 1 :]
    )


def test_what_is_hidden_takes_no_room(flowing: tuple[QWidget, Flow]) -> None:
    page, flow = flowing
    page.resize(180, 500)
    page.show()
    before = flow.heightForWidth(180)
    page.findChildren(QPushButton)[1].hide()
    assert flow.heightForWidth(180) < before


def test_what_is_taken_out_is_gone(flowing: tuple[QWidget, Flow]) -> None:
    _page, flow = flowing
    assert flow.takeAt(0) is not None
    assert flow.count() == 3
    assert flow.takeAt(9) is None
    assert flow.itemAt(9) is None
