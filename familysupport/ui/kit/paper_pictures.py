"""Draws the photos of a page on paper, each read only while it is drawn and kept by nobody."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QImage,
    QImageReader,
    QPaintEngine,
    QPainter,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from familysupport.documents.html import PICTURE
from familysupport.documents.page import Picture

_SCREEN_DPI = 96
_PREVIEW = 420  # dots; the preview on the screen keeps what it draws


class PaperPictures(QPyTextObject):
    """Takes the place of Qt's own drawing; must live as long as the document it draws in."""

    def __init__(self, pictures: Sequence[Picture]) -> None:
        super().__init__()
        self._pictures = pictures

    def draw_in(self, document: QTextDocument) -> None:
        """Draw the pictures of `document` from now on; Qt would keep them all in memory."""
        kind = QTextFormat.ObjectTypes.ImageObject.value
        document.documentLayout().registerHandler(kind, self)

    def intrinsicSize(self, document: QTextDocument, _position: int, style: QTextFormat) -> QSizeF:
        """Return the room a picture takes, in dots of the paper."""
        image = style.toImageFormat()
        scale = document.documentLayout().paintDevice().logicalDpiY() / _SCREEN_DPI
        return QSizeF(image.width(), image.height()) * scale

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        _document: QTextDocument,
        _position: int,
        style: QTextFormat,
    ) -> None:
        """Read one picture, draw it and let it go."""
        number = int(style.toImageFormat().name().removeprefix(PICTURE))
        on_screen = painter.paintEngine().type() == QPaintEngine.Type.Picture
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._image(number, _PREVIEW if on_screen else 0))

    def _image(self, number: int, longest: int) -> QImage:
        """Return one picture, no larger than `longest` where that is given."""
        buffer = QBuffer()
        buffer.setData(QByteArray(self._pictures[number].data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        reader = QImageReader(buffer)
        size = reader.size()
        if longest and max(size.width(), size.height()) > longest:
            reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
        reader.setDevice(cast("QIODevice", None))  # before the buffer goes
        return image
