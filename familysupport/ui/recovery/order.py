"""The way of Tab through widgets that were made at different times: as they are laid out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLayout, QScrollArea, QWidget

_WHOLE = (QAbstractSpinBox, QComboBox)


def put_in_order(widget: QWidget) -> None:
    """Let Tab go through what is inside `widget` from the top down."""
    for before, after in pairwise(_stops(widget)):
        QWidget.setTabOrder(before, after)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    # Of a group of choices only the chosen one takes Tab, and that changes: all keep their place.
    takes_focus = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    if takes_focus:
        yield widget
    inside = widget.widget() if isinstance(widget, QScrollArea) else None
    if inside is not None:
        yield from _stops(inside)
    layout = widget.layout()
    if layout is not None and not isinstance(widget, _WHOLE):
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    # Never by `itemAt`: Python would hold each item for as long as the layout lives, and take what
    # is made later in the place of an item that Qt has deleted for that item.
    parent = layout.parentWidget()
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    inside = parent.findChildren(QWidget, options=direct) if parent else []
    placed: list[tuple[int, QWidget | QLayout]] = [(layout.indexOf(one), one) for one in inside]
    rows = (one for one in layout.children() if isinstance(one, QLayout))
    placed += [(layout.indexOf(one), one) for one in rows]
    for place, one in sorted(placed, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(one, QLayout):
            yield from _in_layout(one)
        else:
            yield from _stops(one)
