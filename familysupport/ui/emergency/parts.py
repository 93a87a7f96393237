"""A page of large short lines in parts, with the numbers to call and pictures between."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, Part, PhoneNumber
from familysupport.emergency.numbers import lines_for, spoken_for
from familysupport.ui.emergency.call_lines import CallLine
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, button, label, row

_PICTURE = 320
_SMALL_PICTURE = 190


class PartsView(QWidget):
    """Parts under one another: first what to do now, then whom to call, then the rest."""

    def __init__(
        self,
        parts: tuple[Part, ...],
        numbers: CountryNumbers,
        pictures: Path,
        calls: tuple[PhoneNumber, ...] = (),
        contents: bool = False,
    ) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        self.cards = [_PartCard(part, numbers, pictures) for part in parts]
        if contents:
            layout.addWidget(self._contents(parts, numbers))
        for place, card in enumerate(self.cards):
            layout.addWidget(card)
            if place == 0 and calls:
                layout.addWidget(self._whom_to_call(calls))
        layout.addStretch(1)

    def _whom_to_call(self, calls: tuple[PhoneNumber, ...]) -> Card:
        card = Card()
        card.body.addWidget(_part_title(self.tr("Whom to call")))
        for number in calls:
            card.body.addWidget(CallLine(number))
        return card

    def _contents(self, parts: tuple[Part, ...], numbers: CountryNumbers) -> Card:
        card = Card()
        links = Flow(spacing=5)
        for part, target in zip(parts, self.cards, strict=True):
            link = small_button(spoken_for(part.title, numbers))
            link.clicked.connect(lambda _on=False, to=target: self.go_to(to))
            links.addWidget(link)
        card.body.addLayout(links)
        return card

    def go_to(self, card: QWidget) -> None:
        """Bring the part to the top and let the keyboard go on from there."""
        area: QWidget | None = self
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if isinstance(area, QScrollArea):
            inner = area.widget()
            assert inner is not None  # noqa: S101  this view lies in it
            area.verticalScrollBar().setValue(card.mapTo(inner, card.rect().topLeft()).y())
        card.setFocus()


class _PartCard(Card):
    def __init__(self, part: Part, numbers: CountryNumbers, pictures: Path) -> None:
        super().__init__()
        title = spoken_for(part.title, numbers)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        self.body.addWidget(_part_title(title))
        if part.pictures:
            self._add_pictures(part, numbers, pictures)
        else:
            for text in lines_for(part.lines, numbers):
                self.body.addLayout(_with_mark(_line(text), part.quotes))
        if part.picture:
            self.body.addWidget(Picture(pictures / part.picture))

    def _add_pictures(self, part: Part, numbers: CountryNumbers, pictures: Path) -> None:
        """Show each line beside its picture, numbered, for someone who only looks."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for place, (text, name) in enumerate(zip(part.lines, part.pictures, strict=True)):
            if name:
                grid.addWidget(Picture(pictures / name, _SMALL_PICTURE), place, 0)
            grid.addWidget(_line(f"{place + 1}. {spoken_for(text, numbers)}"), place, 1)
        self.body.addLayout(grid)


def _line(text: str) -> QLabel:
    result = label(text)
    result.setProperty("step", "line")
    return result


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

    def __init__(self, path: Path, width: int = _PICTURE) -> None:
        super().__init__()
        self._wide = scaled(width)
        self._drawing = QSvgRenderer(QByteArray(path.read_bytes()), self)
        size = self._drawing.defaultSize()
        self._ratio = size.height() / max(1, size.width())
        self.setFixedHeight(round(self._wide * self._ratio))
        self.setMinimumWidth(self._wide)

    def sizeHint(self) -> QSize:
        """Return the size it is drawn at."""
        return QSize(self._wide, self.height())

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


def small_button(text: str, icon_name: str = "") -> QPushButton:
    """Return a button that leaves room for the steps; it is still easy to hit."""
    result = button(text, icon_name)
    result.setProperty("step", "small")
    result.setMinimumHeight(scaled(30))
    return result
