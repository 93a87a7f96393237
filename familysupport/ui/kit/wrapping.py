"""Text in lines as wide as there is room: words stay whole unless one alone is wider."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 100_000


def text_height(font: QFont, text: str, width: int) -> int:
    """Return how tall `text` is in lines of `width` pixels."""
    found = QFontMetrics(font).boundingRect(QRect(0, 0, width, _TALL), _WORDS, text)
    return found.height() if found.width() <= width else _broken_height(font, text, width)


def draw_text(painter: QPainter, room: QRect, text: str) -> None:
    """Draw `text` from the top left of `room`."""
    painter.drawText(QRectF(room), text, _option())


def _broken_height(font: QFont, text: str, width: int) -> int:
    height = 0.0
    for paragraph in text.split("\n"):
        layout = QTextLayout(paragraph, font)
        layout.setTextOption(_option())
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            height += line.height()
        layout.endLayout()
    return round(height + 0.5)


def _option() -> QTextOption:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
