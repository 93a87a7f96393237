"""The names below a chart keep clear of the words beside it, also in large letters."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage

from familysupport.ui.journal.seeing_chart import LineChart, Scale
from familysupport.ui.kit.theme import apply_theme

MARKS = ((0.0, "very hard"), (1.0, "good"))
WEEKS = tuple(f"{number} Dec" for number in range(1, 30))


def painted(chart: LineChart, names: tuple[str, ...]) -> QImage:
    scale = Scale(names=names, words=names, marks=MARKS, top=1.0)
    chart.show_line(scale, "About", [None] * len(names))
    return chart.grab().toImage()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_no_name_of_a_step_lies_over_a_word_beside_the_chart(
    qtbot: Any, qapp: Any, family: str, size: int
) -> None:
    apply_theme(qapp, "light", size, family)
    chart = LineChart("Mood")
    qtbot.addWidget(chart)
    chart.resize(460, chart.sizeHint().height())
    chart.show()
    named, bare = painted(chart, WEEKS), painted(chart, ("",) * len(WEEKS))
    beside = range(int(chart._room().left()) - 1)
    lower = range(int(chart._room().bottom()), named.height())
    changed = [(x, y) for x in beside for y in lower if named.pixel(x, y) != bare.pixel(x, y)]
    assert changed == []
    assert named != bare
