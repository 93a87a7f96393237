"""A list shows every letter of a long word, and of a very long title a beginning and a tip."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import apply_theme

LONG_WORD = "W" * 60


def shown(qtbot: Any, *rows: Row) -> RowList[Row]:
    model: RowsModel[Row] = RowsModel(lambda row: row)
    model.set_rows(rows)
    found: RowList[Row] = RowList(model, "Things")
    found.kept = model  # type: ignore[attr-defined]
    qtbot.addWidget(found)
    found.resize(272, 900)
    found.show()
    return found


def height(rows: RowList[Row], number: int) -> int:
    return rows.visualRect(rows.model().index(number, 0)).height()


@pytest.mark.parametrize("size", [100, 200])
@pytest.mark.parametrize("place", ["title", "detail"])
def test_a_word_wider_than_the_list_goes_on_in_the_next_line(
    qtbot: Any, qapp: Any, family: str, size: int, place: str
) -> None:
    apply_theme(qapp, "light", size, family)
    long = Row(LONG_WORD, "x") if place == "title" else Row("x", LONG_WORD)
    rows = shown(qtbot, Row("x", "x"), long)
    assert height(rows, 1) > 1.5 * height(rows, 0)
    picture = rows.viewport().grab().toImage()
    right = picture.width() - 6
    ground = picture.pixel(right, 2)
    inside = rows.visualRect(rows.model().index(1, 0))
    columns = range(right, picture.width())
    edge = {picture.pixel(x, y) for x in columns for y in range(inside.top(), inside.bottom())}
    assert edge == {ground}


def test_of_a_very_long_title_a_beginning_is_shown_and_a_tip_tells_all(
    qtbot: Any, dressed: Any
) -> None:
    title = "What I <b>want</b> to tell you " * 80
    rows = shown(qtbot, Row("x"), Row(title, "by Mum"), Row("last"))
    assert height(rows, 1) < 300
    assert rows.indexAt(QPoint(20, height(rows, 0) + height(rows, 1) + 5)).row() == 2
    index = rows.model().index(1, 0)
    assert "&lt;b&gt;want" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == f"{title}, by Mum"
    assert rows.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole) is None


def test_heights_follow_the_width_and_the_size_of_the_letters(
    qtbot: Any, qapp: Any, family: str
) -> None:
    apply_theme(qapp, "light", 100, family)
    rows = shown(qtbot, Row("What I want to tell you, as long as there is time", "by Mum"))
    usual = height(rows, 0)
    rows.resize(140, 900)
    assert (narrow := height(rows, 0)) > usual
    apply_theme(qapp, "light", 200, family)
    rows.scheduleDelayedItemsLayout()
    assert height(rows, 0) > narrow
    apply_theme(qapp, "light", 100, family)
    rows.resize(272, 900)
    rows.scheduleDelayedItemsLayout()
    assert height(rows, 0) == usual
