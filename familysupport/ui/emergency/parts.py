"""A page of large short lines in parts, with the numbers to call and pictures between."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, Part, PhoneNumber
from familysupport.emergency.numbers import lines_for, spoken_for
from familysupport.ui.emergency.call_lines import CallLine
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, label, row


class PartsView(QWidget):
    """Parts under one another: first what to do now, then whom to call, then the rest."""

    def __init__(
        self,
        parts: tuple[Part, ...],
        numbers: CountryNumbers,
        calls: tuple[PhoneNumber, ...],
        pictures: Path,
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for place, part in enumerate(parts):
            layout.addWidget(_PartCard(part, numbers, pictures))
            if place == 0 and calls:
                layout.addWidget(self._whom_to_call(calls))
        layout.addStretch(1)

    def _whom_to_call(self, calls: tuple[PhoneNumber, ...]) -> Card:
        card = Card()
        card.body.addWidget(_part_title(self.tr("Whom to call")))
        for number in calls:
            card.body.addWidget(CallLine(number, large=True))
        return card


class _PartCard(Card):
    def __init__(self, part: Part, numbers: CountryNumbers, pictures: Path) -> None:
        super().__init__()
        self.body.addWidget(_part_title(spoken_for(part.title, numbers)))
        for text in lines_for(part.lines, numbers):
            line = label(text)
            line.setProperty("step", "line")
            self.body.addLayout(_with_mark(line, part.quotes))
        if part.picture:
            self.body.addWidget(Picture(pictures / part.picture))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _with_mark(line: QLabel, plain: bool) -> QVBoxLayout:
    layout = QVBoxLayout()
    if plain:
        layout.addWidget(line)
        return layout
    mark = QLabel("•")
    mark.setProperty("step", "line")
    mark.setAlignment(Qt.AlignmentFlag.AlignTop)
    across = row(mark, line, spacing=10)
    across.setStretch(1, 1)
    layout.addLayout(across)
    return layout


def _part_title(text: str) -> QLabel:
    result = label(text)
    result.setProperty("step", "part")
    return result


class Picture(QWidget):
    """One of our drawings on white paper, so that its colours hold in every theme."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._drawing = QSvgRenderer(QByteArray(path.read_bytes()), self)
        size = self._drawing.defaultSize()
        self._ratio = size.height() / max(1, size.width())
        self.setFixedHeight(round(scaled(320) * self._ratio))

    def sizeHint(self) -> QSize:
        """Return the size it is drawn at."""
        return QSize(scaled(320), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw on a white ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(0, 0, self.height() / self._ratio, self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(area, 8, 8)
        self._drawing.render(painter, area)
        painter.end()
