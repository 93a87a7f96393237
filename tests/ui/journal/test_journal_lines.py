from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QWidget

from familysupport.journal.model import Kind, Line
from familysupport.ui.journal.entries import SearchField
from familysupport.ui.journal.lines import MONTH, LineDelegate, LinesModel, _parts
from familysupport.ui.kit.rows import ROW, Row, RowList

NOON = datetime.fromisoformat("2026-11-23T12:00:00+01:00")


def line(number: int, at: datetime, title: str = "") -> Line:
    return Line(number, at, Kind.FREE, None, title, "words", ())


def months(model: LinesModel) -> dict[int, str]:
    found = {n: model.index(n, 0).data(MONTH) for n in range(model.rowCount())}
    return {number: name for number, name in found.items() if name}


@pytest.fixture
def model(dressed: Any, qtbot: Any) -> Iterator[LinesModel]:
    parent = QWidget()
    qtbot.addWidget(parent)
    yield LinesModel(lambda one: Row(one.title or f"entry {one.id}", "detail"), parent, True)
    parent.close()


def pages(lines: list[Line]) -> Any:
    return lambda limit, offset: lines[offset : offset + limit]


def test_the_first_line_of_each_month_carries_its_name(model: LinesModel) -> None:
    model.read(pages([line(n, NOON - timedelta(days=10 * n)) for n in range(9)]))
    assert months(model) == {
        0: "November 2026",
        3: "October 2026",
        6: "September 2026",
    }
    words = model.index(3, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert words == "October 2026, entry 3, detail"


def test_a_word_longer_than_the_list_is_wide_goes_on_in_the_next_line(dressed: Any) -> None:
    address = "https://example.org/" + "family-support-meeting-" * 8
    for part in _parts(Row(address, "today"), dressed.font(), 240):
        for number in range(part.lineCount()):
            assert part.lineAt(number).naturalTextWidth() <= 240


def test_a_month_that_goes_over_two_pages_is_named_once(model: LinesModel) -> None:
    model.read(pages([line(n, NOON - timedelta(minutes=n)) for n in range(120)]))
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert model.rowCount() == 120
    assert months(model) == {0: "November 2026"}


@given(st.lists(st.tuples(st.integers(0, 2_000_000), st.integers(-12, 14)), max_size=40))
def test_no_month_is_named_twice_whatever_the_zones(entries: list[tuple[int, int]]) -> None:
    found = LinesModel(lambda one: Row("x"), None, True)  # type: ignore[arg-type]
    lines = []
    for minutes, hours in sorted(entries):
        wall = (NOON - timedelta(minutes=minutes, hours=-hours)).replace(tzinfo=None)
        lines.append(line(minutes, wall))
    found.read(pages(lines))
    names = list(months(found).values())
    assert len(names) == len(set(names))


def test_a_long_list_is_read_whole_page_after_page(model: LinesModel) -> None:
    model.read(pages([line(n, NOON - timedelta(hours=n)) for n in range(7_000)]))
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert [one.id for one in model.rows()] == list(range(7_000))


def test_rows_keep_their_height_until_words_or_width_change(dressed: Any, qtbot: Any) -> None:
    view_parent = QWidget()
    qtbot.addWidget(view_parent)
    model = LinesModel(lambda one: Row(one.title, "detail"), view_parent, True)
    lines = [line(n, NOON - timedelta(days=n), "short") for n in range(60)]
    model.read(pages(lines))
    view: RowList[Line] = RowList(model, "Entries", view_parent)
    view.setItemDelegate(LineDelegate(view))
    view.resize(300, 500)
    view_parent.resize(320, 520)
    view_parent.show()

    def tall(number: int) -> int:
        return view.visualRect(model.index(number, 0)).height()

    low = tall(1)
    assert tall(0) == low + 30
    assert tall(40) == low
    model.replace(1, line(1, lines[1].at, "a name so long that it needs two lines of the list"))
    assert tall(1) > low
    view.resize(900, 500)
    assert tall(1) == low
    model.read(pages([line(n, NOON, "short") for n in range(60)]))
    assert tall(1) == low


def test_hits_stand_under_the_month_they_belong_to(open_tab: Any, qtbot: Any, write: Any) -> None:
    write("walked", days_ago=1)
    write("walked again", days_ago=40)
    write("slept", days_ago=80)
    tab = open_tab()
    model = tab.findChild(RowList).model()
    assert list(months(model).values()) == ["November 2026", "October 2026", "September 2026"]
    qtbot.keyClicks(tab.findChild(SearchField), "walk")
    assert months(model) == {0: "November 2026", 1: "October 2026"}
    assert "walked" in model.index(0, 0).data(ROW).title
