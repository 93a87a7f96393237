"""The reading view: a text that moves by the clock, with the lines around the place clear."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from familysupport.rehearse.model import Look
from familysupport.rehearse.pace import Step
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.rehearse.faces import dressed

_SIZE = 30
_COUNT_SIZE = 96
_WIDEST = 820
_LEAST = 220
_CLEAR_LINES = 4
_EYE = 0.36


@dataclass(frozen=True)
class _Line:
    """One line on the screen, and the steps that are on it."""

    layout: QTextLayout
    number: int
    top: float
    first: int
    after: int


class ReadingView(QWidget):
    """Paints the text so that the line being read stands at the height of the eyes."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(min(scaled(160), _LEAST))
        self._text = ""
        self._steps: tuple[Step, ...] = ()
        self._laid: list[_Line] | None = None
        self._firsts: list[int] = []
        self._place = 0.0
        self._look = Look()
        self._sentence: tuple[int, int] | None = None
        self._count = 0

    def set_text(self, text: str, steps: tuple[Step, ...]) -> None:
        """Show `text` from its beginning."""
        self._text, self._steps, self._place = text, steps, 0.0
        self._sentence = None
        self._laid = None
        self.update()

    def set_place(self, place: float, sentence: tuple[int, int] | None = None) -> None:
        """Move the text so that step `place` is at the height of the eyes.

        The lines of `sentence`, from its first step to the one after its last, are clear.
        """
        if (place, sentence) != (self._place, self._sentence):
            self._place, self._sentence = place, sentence
            self.update()

    def set_look(self, look: Look) -> None:
        """Show the text in another size, spacing, or mirrored; the place stays."""
        self._look = look
        self._laid = None
        self.update()

    def set_count(self, seconds: int) -> None:
        """Show the seconds until it begins over the text; 0 shows none."""
        if seconds != self._count:
            self._count = seconds
            self.update()

    def line_height(self) -> float:
        """Return the height of one line in pixels."""
        return self._letter_height() * self._look.spacing / 100

    def way_down(self, place: float) -> float:
        """Return how far down the text step `place` is, in pixels, without a jump anywhere."""
        if not self._lines():
            return 0.0
        line = self._lines()[self._line_at(place)]
        share = (place - line.first) / max(1, line.after - line.first)
        return line.top + min(max(share, 0.0), 1.0) * self.line_height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of a press anywhere on the text."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Break the lines anew in another text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._laid = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew; the place in the text stays."""
        super().resizeEvent(event)
        self._laid = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines in sight, or the seconds until it begins."""
        painter, theme = QPainter(self), current_theme()
        painter.fillRect(self.rect(), QColor(theme.paper))
        if self._look.mirror:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        if self._lines():
            self._paint_text(painter)
        if self._count:
            font = QFont(self.font())
            font.setPixelSize(min(scaled(_COUNT_SIZE), max(1, int(self.height() * _EYE))))
            painter.setFont(font)
            painter.setPen(QColor(theme.teal))
            above = QRectF(0, 0, self.width(), self.height() * _EYE)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(self._count))
        painter.end()

    def _paint_text(self, painter: QPainter) -> None:
        theme, height = current_theme(), self.line_height()
        eye = self.height() * _EYE
        shift = eye - self.way_down(self._place)
        left = (self.width() - self._width()) / 2
        painter.fillRect(QRectF(left - 18, eye - height * 0.1, 4, height), QColor(theme.teal))
        first, after = self._clear_lines()
        for number, line in enumerate(self._lines()):
            top = line.top + shift
            if top + height < 0 or top > self.height():
                continue
            clear = not self._count and (not self._look.dim or first <= number < after)
            painter.setPen(QColor(theme.ink if clear else theme.edge))
            laid = line.layout.lineAt(line.number)
            laid.draw(painter, QPointF(left, top - laid.y()))

    def _clear_lines(self) -> tuple[int, int]:
        """Return the first clear line, and the one after the last."""
        if self._sentence and self._sentence[1] > self._sentence[0]:
            return self._line_at(self._sentence[0]), self._line_at(self._sentence[1] - 1) + 1
        here = self._line_at(self._place)
        return here - 1, here + _CLEAR_LINES - 1

    def _letter_height(self) -> int:
        return scaled(_SIZE * self._look.size / 100)

    def _width(self) -> int:
        return max(1, min(scaled(_WIDEST * self._look.size / 100), self.width() - 80))

    def _line_at(self, place: float) -> int:
        return max(0, bisect_right(self._firsts, place) - 1)

    def _lines(self) -> list[_Line]:
        """Return the lines, broken anew when something changed since they were last wanted."""
        if self._laid is None:
            self._laid = self._broken()
            self._firsts = [line.first for line in self._laid]
        return self._laid

    def _broken(self) -> list[_Line]:
        font = dressed(self.font(), self._look.face, self._letter_height())
        width, top, start, number = self._width(), 0.0, 0, 0
        height = self.line_height()
        lines: list[_Line] = []
        last = self._steps[-1].end if self._steps else 0
        for paragraph in self._text.split("\n"):
            layout = _laid(paragraph, font, width)
            for each in range(layout.lineCount()):
                laid = layout.lineAt(each)
                until = start + max(1, _letters(paragraph, laid.textStart() + laid.textLength()))
                first = number
                while number < len(self._steps) and self._steps[number].start < until:
                    number += 1
                if number > first or (number and laid.textLength()):
                    lines.append(_Line(layout, each, top, first, number))
                    top += height
            start += len(paragraph) + 1
            if start > last:
                break
        return lines


def _letters(text: str, units: int) -> int:
    """Return how many letters of `text` are in the first `units` that Qt counts."""
    return len(text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore"))


def _laid(text: str, font: QFont, width: int) -> QTextLayout:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
    layout.endLayout()
    return layout
