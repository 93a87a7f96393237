"""A photo shown large inside the program, with its description, the next and the one before."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from familysupport.errors import FamilySupportError
from familysupport.journal.files import KeptFile
from familysupport.journal.files_store import FilesStore
from familysupport.ui.journal.files_reading import LARGE, picture
from familysupport.ui.kit import jobs
from familysupport.ui.kit.dialog import on_screen
from familysupport.ui.kit.files import Choose, Kind, ask_where_to_save, not_locked, write_beside
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widgets import announce, button, label, muted, row
from familysupport.ui.kit.writing import UNLEARNED

_KEYS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
}
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def save_copy(file: KeptFile, store: FilesStore, window: QWidget, choose: Choose) -> str:
    """Save a copy outside where the person wants it, and return what to say; nothing if not."""
    ending = Path(file.name).suffix.lower().removeprefix(".") or "bin"
    kinds = (Kind(_tr("The same kind"), (ending,)),)
    path = ask_where_to_save(window, f"copy.{ending}", kinds, choose)
    if path is None:
        return ""
    try:
        write_beside(path, b"".join(store.read(file.id)))
    except FamilySupportError as error:
        return " ".join(explain(error))
    return _tr("Saved. {note}").format(note=not_locked())


class _Canvas(QWidget):
    """Paints one picture, as large as it fits or dot by dot; `turned` says which way to go on."""

    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self._closer = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_image(self, image: QImage, closer: bool) -> None:
        self.image, self._closer = image, closer
        self.setMinimumSize(image.size() if closer else QSize(1, 1))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _KEYS.get(Qt.Key(event.key()), 0)
        if by and not (self._closer and event.key() in _ARROWS):  # these move a large picture
            self.turned.emit(by)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.sand))
        if not self.image.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self.image.size()
            if size.width() > self.width() or size.height() > self.height():
                size = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            spot = QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2)
            painter.drawImage(QRect(spot, size), self.image)
        if self.hasFocus():
            painter.setPen(QColor(theme.teal))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class PhotoViewer(QDialog):
    """Shows the photos of an entry one by one; arrows turn, Escape leaves."""

    def __init__(
        self,
        store: FilesStore,
        photos: Sequence[KeptFile],
        first: int,
        parent: QWidget,
        choose: Choose,
    ) -> None:
        super().__init__(parent)
        self._store, self._choose = store, choose
        self._photos = list(photos)
        self._at = next(i for i, one in enumerate(photos) if one.id == first)
        self.setWindowTitle(_tr("Family Support"))
        self.resize(on_screen(1000, 760))
        self._count = label("", "strong")
        self._canvas = _Canvas()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._canvas)
        self._note = QLineEdit()
        self._note.setAccessibleName(_tr("What the photo shows"))
        self._note.setPlaceholderText(_tr("What does the photo show?"))
        self._note.setMaxLength(2000)
        self._note.setInputMethodHints(UNLEARNED)
        self._note.editingFinished.connect(self._keep_note)
        self._said = muted("")
        self._said.hide()
        self._before = button(_tr("&Previous"), "back")
        self._after = button(_tr("&Next"), "forward")
        self._closer = button(_tr("&Look closer"), "eye")
        self._save = button(_tr("&Save a copy…"), "save")
        self._close = button(_tr("Close"))
        self._lay_out()
        self._show()

    def done(self, result: int) -> None:
        """Keep the description and let go of the picture."""
        self._keep_note()
        self._canvas.show_image(QImage(), closer=False)
        super().done(result)

    def _lay_out(self) -> None:
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self._closer.setCheckable(True)
        self._closer.toggled.connect(lambda on: self._canvas.show_image(self._canvas.image, on))
        self._save.clicked.connect(self._save_it)
        self._close.clicked.connect(self.accept)
        top = row(self._count, hide_button())
        top.setStretch(0, 1)
        name = QLabel(_tr("&Description:"))
        name.setBuddy(self._note)
        described = row(name, self._note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self._area, 1)
        layout.addLayout(described)
        layout.addWidget(self._said)
        layout.addLayout(Flow(self._before, self._after, self._closer, self._save, self._close))
        self._canvas.turned.connect(self._turn)
        self._canvas.setFocus()

    def _turn(self, by: int, _clicked: bool = False) -> None:
        self._keep_note()
        to = self._at + by
        if 0 <= to < len(self._photos):
            self._at = to
            self._show()

    def _show(self) -> None:
        file = self._photos[self._at]
        words = _tr("Photo {number} of {count}")
        self._count.setText(words.format(number=self._at + 1, count=len(self._photos)))
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at < len(self._photos) - 1)
        self._note.setText(file.note)
        self._said.hide()
        self._closer.setChecked(False)
        self._canvas.show_image(QImage(), closer=False)
        self._canvas.setAccessibleName(
            f"{self._count.text()}: {file.note or _tr('no description yet')}"
        )
        announce(self, self._canvas.accessibleName())
        data = b"".join(self._store.read(file.id))
        jobs.run(self, lambda: picture(data, LARGE), partial(self._came, file.id), self._failed)

    def _came(self, file_id: int, image: QImage) -> None:
        if file_id != self._photos[self._at].id or (not self.isVisible() and self.result()):
            return
        if image.isNull():
            self._tell(_tr("This photo cannot be shown. You can still save a copy of it."))
        self._canvas.show_image(image, self._closer.isChecked())

    def _failed(self, error: Exception) -> None:
        self._tell(" ".join(explain(error)))

    def _keep_note(self) -> None:
        file = self._photos[self._at]
        note = self._note.text().strip()
        if note != file.note:
            self._store.set_note(file.id, note)
            kept = self._store.file(file.id)
            self._photos[self._at] = kept or file

    def _save_it(self) -> None:
        said = save_copy(self._photos[self._at], self._store, self, self._choose)
        if said:
            self._tell(said)

    def _tell(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        announce(self, text)


def _tr(text: str) -> str:
    return QCoreApplication.translate("JournalFiles", text)
