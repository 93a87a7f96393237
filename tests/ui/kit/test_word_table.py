"""A table of words shows every word of its header and its cells, at every size of text."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from familysupport.ui.kit.table import WordTable, bold
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.kit.widths import Column, column_widths
from familysupport.ui.kit.wrapping import text_height

LINES = (
    ("Week from", "Habits and limits kept so far", "How hard the week was for me", "Naloxone"),
    ("Monday, 16 November 2026", "3 of 4 kept in the whole week", "Very hard", "yes"),
    ("Monday, 23 November 2026", "all", "All right", "Buprenorphine and naloxone"),
)


def table_of(qtbot: Any, width: int, lines: Any = LINES) -> WordTable:
    table = WordTable("Weeks")
    qtbot.addWidget(table)
    table.resize(width, 300)
    table.show()
    table.show_lines(lines)
    return table


@pytest.mark.parametrize("size", [100, 150, 200])
@pytest.mark.parametrize("width", [480, 700, 1000])
def test_every_line_of_the_header_and_the_cells_has_room(
    qtbot: Any, qapp: Any, family: str, size: int, width: int
) -> None:
    apply_theme(qapp, "light", size, family)
    table = table_of(qtbot, width)
    head, font, beside = table.horizontalHeader(), table.words_font(), 2 * table.beside
    for column, words in enumerate(LINES[0]):
        room = table.columnWidth(column) - beside
        assert text_height(bold(font), words, room) <= head.height() - 8
        for row, line in enumerate(LINES[1:]):
            assert text_height(font, line[column], room) <= table.rowHeight(row) - 8
    assert head.length() <= table.viewport().width()
    last = table.rowViewportPosition(1) + table.rowHeight(1)
    assert last <= table.viewport().height()


def test_words_stay_whole_where_all_have_room(qtbot: Any, qapp: Any, family: str) -> None:
    apply_theme(qapp, "light", 200, family)
    table = table_of(qtbot, 760)
    for column in range(len(LINES[0])):
        room = table.columnWidth(column) - 2 * table.beside
        for line in LINES[1:]:
            longest = max(
                table.fontMetrics().horizontalAdvance(one) for one in line[column].split()
            )
            assert longest <= room


MOODS = ("Week", "Days with an entry", "very hard", "hard", "mixed", "steady", "good", "Middle")


def test_with_many_columns_large_words_are_a_little_smaller_and_stay_whole(
    qtbot: Any, qapp: Any, family: str
) -> None:
    apply_theme(qapp, "light", 200, family)
    table = table_of(qtbot, 660, (MOODS, ("1 Dec to 7 Dec 2025", *"310002", "too few days")))
    assert 15 <= table.words_font().pixelSize() < table.font().pixelSize()
    metrics = QFontMetricsF(bold(table.words_font()))
    for column, title in enumerate(MOODS):
        room = table.columnWidth(column) - 2 * table.beside - 1
        assert all(metrics.horizontalAdvance(word) <= room for word in title.split())


def test_a_word_wider_than_the_room_goes_on_in_the_next_line(dressed: Any) -> None:
    font = dressed.font()
    one = text_height(font, "short", 200)
    assert text_height(font, "short words", 200) == one
    assert text_height(font, "m" * 60, 200) > 3 * one
    assert text_height(font, "a\n" + "m" * 60, 200) > 4 * one


SIZES = st.floats(1, 500)
COLUMNS = st.builds(
    lambda plain, more, cell: Column(plain, plain + more, plain + more + cell, plain + cell),
    SIZES,
    SIZES,
    SIZES,
)


@given(st.lists(COLUMNS, min_size=2, max_size=5), st.floats(50, 2000))
def test_columns_fill_the_room_and_never_more(columns, room):
    widths = column_widths(columns, room)
    assert sum(widths) <= room + 0.01
    if sum(one.word for one in columns) <= room:
        assert sum(widths) == pytest.approx(room)
        assert all(w >= one.word - 0.01 for w, one in zip(widths, columns, strict=True))
    elif sum(one.plain for one in columns) <= room:
        assert all(w >= one.plain - 0.01 for w, one in zip(widths, columns, strict=True))
