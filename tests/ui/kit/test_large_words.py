"""Long words beside a box, a name with buttons, a line below: all have room or give way."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.ui.kit.flow import headed
from familysupport.ui.kit.long_tick import LongTick
from familysupport.ui.kit.theme import apply_theme, current_theme
from familysupport.ui.kit.whole import WholeLabel
from familysupport.ui.kit.widgets import title

WORDS = "Interventions: when, when not, and with whom"


def test_the_words_of_a_long_tick_go_on_in_the_next_line(qtbot: Any, dressed: Any) -> None:
    tick = LongTick(WORDS)
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())
    tick.show()
    assert tick.text() == WORDS
    narrow = tick.width() // 2
    tick.resize(narrow, tick.heightForWidth(narrow))
    assert tick.text().count("\n") >= 1
    assert tick.text().replace("\n", " ") == tick.accessibleName() == WORDS
    assert tick.height() > 1.5 * tick.fontMetrics().height()
    tick.resize(narrow * 3, tick.heightForWidth(narrow * 3))
    assert tick.text() == WORDS


@pytest.mark.parametrize(("size", "is_beside"), [(100, True), (125, True), (150, False)])
def test_buttons_stand_below_a_name_where_words_are_large(
    qtbot: Any, qapp: Any, family: str, size: int, is_beside: bool
) -> None:
    apply_theme(qapp, "light", size, family)
    page, name, stop = QWidget(), title("Talk it through"), QPushButton("Stop")
    page.setLayout(headed(name, stop))
    qtbot.addWidget(page)
    page.resize(900, 300)
    page.show()
    assert (stop.x() > name.geometry().right()) is is_beside
    assert (stop.y() > name.geometry().bottom()) is not is_beside


def test_a_line_without_room_shows_nothing_rather_than_half(qtbot: Any, dressed: Any) -> None:
    line = WholeLabel("Safe copy: today, checked")
    qtbot.addWidget(line)
    line.resize(line.sizeHint())
    line.show()
    whole = line.grab().toImage()
    line.resize(line.width() // 2, line.height())
    half = line.grab().toImage()
    ground = half.pixel(0, 0)
    assert any(whole.pixel(x, 8) != whole.pixel(0, 0) for x in range(whole.width()))
    assert {half.pixel(x, y) for x in range(half.width()) for y in range(half.height())} == {ground}


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    lin = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
def test_words_and_edges_can_be_told_from_their_ground(qapp: Any, family: str, name: str) -> None:
    apply_theme(qapp, name, 100, family)
    theme = current_theme()
    grounds = (theme.paper, theme.card, theme.sand, theme.teal_soft, theme.amber_soft)
    words = (theme.ink, theme.muted)
    weak = [(w, g) for w in words for g in grounds if _contrast(w, g) < 4.5]
    coloured = (
        (theme.teal, theme.paper),
        (theme.teal, theme.card),
        (theme.teal, theme.sand),
        (theme.teal, theme.teal_soft),
        (theme.on_teal, theme.teal),
        (theme.amber, theme.amber_soft),
        (theme.amber, theme.paper),
        (theme.blue, theme.blue_soft),
        (theme.red, theme.paper),
        (theme.red, theme.card),
        (theme.red, theme.sand),
    )
    weak += [(w, g) for w, g in coloured if _contrast(w, g) < 4.5]
    weak += [(theme.edge, g) for g in (theme.paper, theme.card) if _contrast(theme.edge, g) < 3]
    assert weak == []
