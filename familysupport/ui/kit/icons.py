"""Our own drawings, in the colour of the text."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from familysupport.paths import resources
from familysupport.ui.kit.theme import current_theme


def icon(name: str, tone: str = "ink") -> QIcon:
    """Return the drawing `name` in the theme's colour `tone` (a field of `Theme`)."""
    theme = current_theme()
    result = QIcon(pixmap(name, 24, getattr(theme, tone)))
    result.addPixmap(pixmap(name, 24, theme.muted), QIcon.Mode.Disabled)
    return result


@cache
def pixmap(name: str, size: int, colour: str) -> QPixmap:
    """Return the drawing `name` at `size` pixels (drawn twice as fine) in `colour`."""
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    result = QPixmap(QSize(size * 2, size * 2))
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    renderer.render(painter, QRectF(0, 0, size * 2, size * 2))
    painter.end()
    result.setDevicePixelRatio(2)
    return result


@cache
def _source(name: str) -> str:
    return (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
