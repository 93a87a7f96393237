"""Widgets side by side that go on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QLayout, QLayoutItem, QWidget

from familysupport.ui.kit.theme import text_scale

_BESIDE_UP_TO = 1.25


class Flow(QLayout):
    """Lays out buttons like words: no line is wider than the page, whatever the text size."""

    def __init__(self, *widgets: QWidget, spacing: int = 8) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        """Add one thing at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return the thing at place `index`."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def widgets(self) -> list[QWidget]:
        """Return the widgets in their order."""
        return [widget for item in self._items if (widget := item.widget())]

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Remove and return the thing at place `index`."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Take no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """A narrow page makes more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at `width`."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        """Return the size of everything in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        gaps = self.spacing() * max(0, len(sizes) - 1)
        width = sum(size.width() for size in sizes) + gaps
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the largest thing."""
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Go through the lines of `rect`; return their height."""
        left, top, tall = rect.left(), rect.top(), 0
        for line in self._lines(rect.width()):
            tall = max(item.sizeHint().height() for item in line)
            for item in line:
                size = item.sizeHint().boundedTo(QSize(rect.width(), tall))
                if move:
                    down = (tall - size.height()) // 2
                    item.setGeometry(QRect(QPoint(left, top + down), size))
                left += size.width() + self.spacing()
            left, top = rect.left(), top + tall + self.spacing()
        return max(0, top - rect.top() - self.spacing())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        used = 0
        for item in self._shown():
            needed = item.sizeHint().width()
            if not lines or used + needed > width:
                lines.append([])
                used = 0
            lines[-1].append(item)
            used += needed + self.spacing()
        return lines


def headed(first: QWidget | QLayout, *others: QWidget) -> QBoxLayout:
    """Return `first` with the others at the end of its line, or below it where words are large."""
    is_beside = text_scale() <= _BESIDE_UP_TO
    way = QBoxLayout.Direction
    layout = QBoxLayout(way.LeftToRight if is_beside else way.TopToBottom)
    layout.setSpacing(8)
    if isinstance(first, QLayout):
        layout.addLayout(first, 1)
    else:
        layout.addWidget(first, 1)
    if is_beside:
        for other in others:
            layout.addWidget(other)
    else:
        layout.addLayout(Flow(*others))
    return layout
