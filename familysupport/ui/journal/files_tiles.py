"""One photo or file below an entry: a small picture, what it shows in words, Remove."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from familysupport.journal.files import KeptFile
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import button, row
from familysupport.ui.kit.writing import UNLEARNED

WIDTH, HEIGHT = 168, 108
_ROUND = 8


class Tile(QAbstractButton):
    """Shows a small picture, or the name and size of a file; nothing of it stays in a cache."""

    removed = Signal()

    def __init__(self, file: KeptFile, thumbnail: bytes) -> None:
        super().__init__()
        self._file = file
        self._image = QImage.fromData(thumbnail) if file.shown else QImage()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(scaled(WIDTH), scaled(HEIGHT))
        self.name(file.note)

    def name(self, note: str) -> None:
        """Say in words what is shown here, for who does not see it."""
        if self._file.shown:
            spoken = note.strip() or _tr("no description yet")
            self.setAccessibleName(_tr("Photo: {what}").format(what=spoken))
            self.setAccessibleDescription(_tr("Shows the photo large"))
        else:
            self.setAccessibleName(_tr("File: {name}").format(name=self._file.name))
            self.setAccessibleDescription(_tr("Saves a copy outside"))
        self.setToolTip(f"{self._file.name} · {size_word(self._file.size)}")

    def forget(self) -> None:
        """Let go of the picture."""
        self._image = QImage()

    def sizeHint(self) -> QSize:
        """Return the fixed size."""
        return self.size()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open on Return as on Space, remove on Delete."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture whole, or the name and the size; an edge where the keyboard is."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        shape = QPainterPath()
        shape.addRoundedRect(room, _ROUND, _ROUND)
        painter.fillPath(shape, QColor(theme.sand))
        if self._image.isNull():
            self._paint_words(painter, room)
        else:
            painter.setClipPath(shape)
            size = self._image.size().scaled(
                room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio
            )
            spot = QPointF(
                room.center().x() - size.width() / 2, room.center().y() - size.height() / 2
            )
            painter.drawImage(QRectF(spot, size.toSizeF()), self._image)
            painter.setClipping(False)
        chosen = self.hasFocus()
        painter.setPen(QPen(QColor(theme.teal if chosen else theme.line), 3 if chosen else 1))
        painter.drawPath(shape)
        painter.end()

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        theme = current_theme()
        inner = room.adjusted(scaled(8), scaled(6), -scaled(8), -scaled(6))
        side = scaled(22)
        icon("save", "muted").paint(
            painter, inner.toRect().adjusted(0, 0, side - inner.toRect().width(), 0)
        )
        font = self.font()
        font.setPixelSize(scaled(13))
        painter.setFont(font)
        words = inner.adjusted(side + scaled(6), 0, 0, 0)
        lines = self.fontMetrics().height()
        name = painter.fontMetrics().elidedText(
            self._file.name, Qt.TextElideMode.ElideMiddle, round(words.width() * 2.4)
        )
        wrapped = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        wrapped.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setPen(QColor(theme.ink))
        painter.drawText(words.adjusted(0, 0, 0, -lines), name, wrapped)
        painter.setPen(QColor(theme.muted))
        painter.drawText(
            words,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
            size_word(self._file.size),
        )


class FileCard(QWidget):
    """A tile with what belongs to it: a description of a photo, or a way to save a file; Remove."""

    opened = Signal(int)
    removed = Signal(int)
    described = Signal(int, str)

    def __init__(self, file: KeptFile, thumbnail: bytes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.file = file
        self.tile = Tile(file, thumbnail)
        self.tile.clicked.connect(lambda: self.opened.emit(file.id))
        self.tile.removed.connect(lambda: self.removed.emit(file.id))
        remove = button("", "trash", "quiet")
        remove.setToolTip(_tr("Remove"))
        remove.setAccessibleName(_tr("Remove {name}").format(name=file.name))
        remove.setFixedWidth(scaled(40))
        remove.clicked.connect(lambda: self.removed.emit(file.id))
        self._autosave = Autosave(self._save, self)
        self.note = QLineEdit()
        self.show_note(file.note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.tile)
        layout.addLayout(row(self._beside(), remove, spacing=2))
        self.setFixedWidth(scaled(WIDTH))

    def _beside(self) -> QWidget:
        """Return what stands beside Remove."""
        if not self.file.shown:
            save = button(_tr("Save…"), kind="link")
            save.setAccessibleName(_tr("Save a copy of {name}").format(name=self.file.name))
            save.clicked.connect(lambda: self.opened.emit(self.file.id))
            self.note.hide()
            self.note.setParent(self)
            return save
        self.note.setAccessibleName(_tr("What the photo shows"))
        self.note.setPlaceholderText(_tr("What is it?"))
        self.note.setMaxLength(2000)
        self.note.setInputMethodHints(UNLEARNED)
        self.note.textEdited.connect(lambda _text: self._autosave.touch())
        return self.note

    def show_note(self, text: str) -> None:
        """Show what the photo shows, from its first word on."""
        self.note.setText(text)
        self.note.setCursorPosition(0)
        self.tile.name(text)

    def flush(self) -> None:
        """Save the description at once."""
        self._autosave.flush()

    def _save(self) -> None:
        text = self.note.text().strip()
        self.tile.name(text)
        self.described.emit(self.file.id, text)


def size_word(size: int) -> str:
    """Return a size for people, such as 2.4 MB."""
    form = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(size, 0 if size % 1_000_000 == 0 else 1, form)


def _tr(text: str) -> str:
    return QCoreApplication.translate("JournalFiles", text)
