"""What one is led to is scrolled into sight, and what can be seen does not move."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from familysupport.ui.kit.in_sight import InSight, bring_in_sight
from familysupport.ui.kit.widgets import Card, Page


def _long_page(qtbot: QtBot) -> tuple[Page, Card, list[QLineEdit]]:
    page = Page()
    qtbot.addWidget(page)
    card = Card()
    fields = [QLineEdit() for _ in range(40)]
    for one in fields:
        card.body.addWidget(one)
    page.body.addWidget(card)
    page.resize(500, 400)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > page.height())
    return page, card, fields


def test_of_a_card_taller_than_the_page_the_place_to_answer_is_seen(
    qtbot: QtBot, dressed: QApplication
) -> None:
    _page, card, fields = _long_page(qtbot)
    bring_in_sight(card, fields[-1])
    assert not fields[-1].visibleRegion().isEmpty()
    bring_in_sight(card, fields[0])
    assert not fields[0].visibleRegion().isEmpty()


def test_what_is_pushed_down_a_moment_later_is_brought_back(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page, card, fields = _long_page(qtbot)
    InSight(page)
    fields[2].setFocus()
    QTimer.singleShot(0, lambda: card.body.insertSpacing(0, 600))
    qtbot.waitUntil(lambda: fields[2].y() > 600)
    qtbot.waitUntil(lambda: not fields[2].visibleRegion().isEmpty())


def test_the_keyboard_brings_what_is_out_of_sight_and_moves_nothing_else(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page, _, fields = _long_page(qtbot)
    InSight(page)
    bar = page.verticalScrollBar()
    bar.setValue(bar.maximum())
    fields[3].setFocus()
    qtbot.waitUntil(lambda: not fields[3].visibleRegion().isEmpty())
    before = bar.value()
    fields[5].setFocus()
    dressed.processEvents()
    assert bar.value() == before


def test_a_field_of_which_only_the_edge_is_seen_is_brought_whole(
    qtbot: QtBot, dressed: QApplication
) -> None:
    page, _, fields = _long_page(qtbot)
    InSight(page)
    bar = page.verticalScrollBar()
    below = fields[20].mapTo(page, QPoint()).y() - page.viewport().height()
    bar.setValue(bar.value() + below + 4)
    assert fields[20].visibleRegion().boundingRect().height() == 4
    fields[20].setFocus()
    qtbot.waitUntil(
        lambda: fields[20].visibleRegion().boundingRect().height() == fields[20].height()
    )
