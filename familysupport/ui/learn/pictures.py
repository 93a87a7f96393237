"""Draws our own pictures, for the screen and for paper."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

from familysupport.content.html import PICTURE_WIDTH

_PAPER_RATIO = 3.0


@cache
def picture_image(path: Path, ratio: float) -> QImage | None:
    """Return a picture as wide as lessons show it, `ratio` times as fine; nothing if it is none."""
    renderer = QSvgRenderer(str(path))
    if not renderer.isValid():
        return None
    shape = renderer.defaultSize()
    width = PICTURE_WIDTH
    height = round(width * shape.height() / max(1, shape.width()))
    image = QImage(QSize(round(width * ratio), round(height * ratio)), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, width, height))
    painter.end()
    return image


@cache
def picture_tag(path: Path) -> str:
    """Return a picture as a paragraph of HTML that carries it along, fine enough for paper."""
    image = picture_image(path, _PAPER_RATIO)
    if image is None:
        return ""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    data = bytes(buffer.data().toBase64().data()).decode("ascii")
    return f'<p><img src="data:image/png;base64,{data}" width="{PICTURE_WIDTH}"></p>'
