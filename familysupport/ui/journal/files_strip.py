"""The photos and files of an entry, below its words: added, shown, described, removed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, Qt, QTimer
from PySide6.QtGui import (
    QDropEvent,
    QGuiApplication,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShowEvent,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from familysupport.errors import FileTooLargeError
from familysupport.journal.files import LIMIT, KeptFile
from familysupport.journal.files_store import FilesStore
from familysupport.ui.journal.files_intake import Intake, Source
from familysupport.ui.journal.files_tiles import HEIGHT, FileCard, size_word
from familysupport.ui.kit.files import Choose, Kind, ask_which_to_open_several, show
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.in_sight import bring_in_sight
from familysupport.ui.kit.messages import UndoBar, explain
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, button, empty, label, muted, row
from familysupport.ui.kit.writing import PlainEditor

if TYPE_CHECKING:  # fetched with the first file that comes in
    from familysupport.ui.journal.files_reading import Remark

_CARDS_AT_ONCE = 6
_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class FilesStrip(QWidget):
    """Shows what belongs to one entry; `keep` gives its id, keeping it first where it is new."""

    def __init__(
        self,
        store: FilesStore,
        keep: Callable[[], int],
        choose: Choose | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._keep = keep
        self._choose = choose or show
        self._entry_id = 0
        self._cards: dict[int, FileCard] = {}
        self._coming: list[KeptFile] = []
        self._add = button(_tr("Add photos or files…"), "plus")
        self._add.setToolTip(_tr("You can also drop them on the page, or paste a picture."))
        self._add.clicked.connect(self._ask)
        self._keep_notes = button(_tr("Keep the place and time after all"), kind="link")
        self._keep_notes.clicked.connect(self._take_with_notes)
        self._keep_notes.hide()
        self._emptied: dict[int, Path] = {}
        self._said = muted("")
        self._said.hide()
        self._state = label("")
        self._cancel = button(_tr("Cancel"))
        self._undo = UndoBar()
        self._area, self._line = self._make_area()
        self._under_way = QWidget()
        self._intake = Intake(store, self)
        self._more = QTimer(self)
        self._sweep = QTimer(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        under_way = row(self._state, self._cancel, spacing=12)
        under_way.setStretch(0, 1)
        self._under_way.setLayout(under_way)
        self._under_way.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(Flow(self._add))
        layout.addWidget(self._under_way)
        layout.addWidget(self._undo)
        layout.addWidget(self._said)
        layout.addLayout(Flow(self._keep_notes))
        layout.addWidget(self._area)

    def _connect(self) -> None:
        self._cancel.clicked.connect(self._stop)
        self._intake.taken.connect(self._taken)
        self._intake.missed.connect(self._missed)
        self._intake.moved.connect(self._show_state)
        self._more.setInterval(0)
        self._more.timeout.connect(self._make_cards)
        self._sweep.setInterval(50)
        self._sweep.timeout.connect(self._wipe)
        self._store.purge_old()

    def show_entry(self, entry_id: int) -> None:
        """Show what belongs to another entry; 0 is a new one."""
        if entry_id == self._entry_id:
            return
        self._flush_notes()
        self._entry_id = entry_id
        self._forget_notes()
        self._said.hide()
        self._undo.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read afresh what belongs to the entry."""
        self._more.stop()
        for card in self._cards.values():
            card.tile.forget()
        self._cards = {}
        empty(self._line)
        self._coming = self._store.files(self._entry_id) if self._entry_id else []
        self._area.setVisible(bool(self._coming))
        self._make_cards()
        self._make_more()

    def flush(self) -> None:
        """Save descriptions, and let in at once what would be lost otherwise."""
        self._flush_notes()
        self._intake.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """Go on with what is done while nobody waits for it."""
        super().showEvent(event)
        self._make_more()
        self._sweep.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while out of sight: after a lock there is no vault to read from."""
        self._more.stop()
        self._sweep.stop()
        super().hideEvent(event)

    def welcome_to(self, page: QWidget) -> None:
        """Take files that are dropped on `page`, and pictures that are pasted where one writes."""
        page.setAcceptDrops(True)
        for widget in (page, self, *page.findChildren(PlainEditor)):
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drops of files, and Paste where there is a picture and no words."""
        if isinstance(event, QDropEvent) and event.type() in _DRAGS:
            return self._dragged(event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return event.matches(QKeySequence.StandardKey.Paste) and self._paste()
        return super().eventFilter(watched, event)

    def _dragged(self, event: QDropEvent) -> bool:
        if not _has_files(event.mimeData()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() == QEvent.Type.Drop:
            self._take(event.mimeData())
        return True

    def add_paths(self, paths: list[Path]) -> None:
        """Let files come in; folders are passed over."""
        files = [path for path in paths if path.is_file()]
        if not files:
            return
        entry_id = self._keep()
        self._said.hide()
        self.show_entry(entry_id)
        self._intake.add([Source(entry_id, path.name, path=path) for path in files])

    def add_picture(self, image: QImage) -> None:
        """Let a pasted picture come in."""
        entry_id = self._keep()
        self._said.hide()
        self.show_entry(entry_id)
        self._intake.add([Source(entry_id, _tr("Pasted picture") + ".png", image=image)])

    # ------------------------------------------------------------------ in

    def _ask(self) -> None:
        photos = ("jpg", "jpeg", "png", "webp", "gif", "heic", "tif", "tiff", "bmp")
        kinds = (Kind(_tr("All files"), ("*",)), Kind(_tr("Photos"), photos))
        note = _tr("Up to {size} each. They are locked with your pages; the originals stay.")
        self.add_paths(
            ask_which_to_open_several(
                self.window(), kinds, note.format(size=size_word(LIMIT)), self._choose
            )
        )

    def _take(self, data: QMimeData) -> None:
        paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if paths:
            self.add_paths(paths)
        elif data.hasImage():
            self.add_picture(QImage(data.imageData()))

    def _paste(self) -> bool:
        data = QGuiApplication.clipboard().mimeData()
        if not _has_files(data) or (data.hasText() and not data.hasUrls()):
            return False
        self._take(data)
        return True

    def _stop(self) -> None:
        self._intake.cancel()
        self._say(_tr("Stopped. What came in before is kept."))

    def _taken(self, file: KeptFile, remark: Remark, source: Source) -> None:
        from familysupport.ui.journal.files_reading import Remark

        if source.instead_of:
            self._change_places(source.instead_of, file)
        elif file.entry_id == self._entry_id:
            self._area.show()
            self._coming.append(file)
            self._make_more()
            if self.window().focusWidget() is self._add:  # who writes on stays where the words are
                QTimer.singleShot(0, self, lambda: bring_in_sight(self._area, self._add))
            if source.path and remark in (Remark.NOTES_GONE, Remark.EMPTIED):
                self._emptied[file.id] = source.path
                self._keep_notes.show()
        if remark is Remark.NOTES_GONE:
            self._say(_tr("The place and time noted in the photo are not kept."))
        elif remark in (Remark.NOT_SHOWN, Remark.EMPTIED):
            text = _tr("{name} is kept as a file; it cannot be shown here.").format(name=file.name)
            if remark is Remark.EMPTIED:
                text += " " + _tr("The place and time noted in it were taken out.")
            else:
                text += " " + _tr(
                    "It may be damaged or very large. If a place is noted in it, it is still there."
                )
            self._say(text)

    def _take_with_notes(self) -> None:
        """Take the photos that lost their notes in once more, with them."""
        entry_id, emptied = self._entry_id, dict(self._emptied)
        self._forget_notes()
        self._said.hide()
        self._add.setFocus()
        self._intake.add(
            [
                Source(entry_id, path.name, path=path, keep_notes=True, instead_of=file_id)
                for file_id, path in emptied.items()
                if file_id in self._cards or any(one.id == file_id for one in self._coming)
            ]
        )

    def _change_places(self, before_id: int, file: KeptFile) -> None:
        self._flush_notes()
        before = self._store.file(before_id)
        if before is not None:
            self._store.set_note(file.id, before.note)
            self._store.delete(before_id)
        if file.entry_id == self._entry_id:
            self.refresh()
            self._say(_tr("The place and time noted in the photo are kept."))

    def _forget_notes(self) -> None:
        self._emptied.clear()
        self._keep_notes.hide()

    def _missed(self, name: str, error: Exception) -> None:
        if isinstance(error, FileTooLargeError):
            text = _tr("{name} is larger than {size}. It was not added, and is still where it was.")
            self._say(text.format(name=name, size=size_word(error.limit)))
        else:
            self._say(f"{name}: {' '.join(explain(error))}")

    def _show_state(self) -> None:
        self._under_way.setVisible(self._intake.busy)
        if self._intake.busy:
            number, count = self._intake.standing()
            text = _tr("Adding {number} of {count}…") if count > 1 else _tr("Adding…")
            self._state.setText(text.format(number=number, count=count))

    def _say(self, text: str) -> None:
        said = self._said.text() if self._said.isVisibleTo(self) else ""
        if text not in said:
            self._said.setText(f"{said}\n{text}".strip())
        self._said.show()
        announce(self, text)

    # ------------------------------------------------------------------ shown

    def _make_area(self) -> tuple[QScrollArea, QHBoxLayout]:
        inner = QWidget()
        line = QHBoxLayout(inner)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.setAlignment(Qt.AlignmentFlag.AlignLeft)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setAccessibleName(_tr("Photos and files"))
        area.setWidget(inner)
        area.setFixedHeight(scaled(HEIGHT + 46) + 18)
        area.hide()
        return area, line

    def _make_more(self) -> None:
        if self._coming and self.isVisible():
            self._more.start()

    def _make_cards(self) -> None:
        """Make a few cards; more follow, so that an entry with many photos opens at once."""
        for file in self._coming[:_CARDS_AT_ONCE]:
            card = FileCard(file, self._store.thumbnail(file.id) if file.shown else b"")
            card.opened.connect(self._open)
            card.removed.connect(self._remove)
            card.described.connect(self._store.set_note)
            self._cards[file.id] = card
            self._line.addWidget(card)
        del self._coming[:_CARDS_AT_ONCE]
        if not self._coming:
            self._more.stop()

    def _open(self, file_id: int) -> None:
        from familysupport.ui.journal.files_viewer import PhotoViewer, save_copy

        file = self._store.file(file_id)
        if file is None:
            return
        if not file.shown:
            said = save_copy(file, self._store, self.window(), self._choose)
            if said:
                self._say(said)
            return
        self._flush_notes()
        photos = [one for one in self._store.files(self._entry_id) if one.shown]
        viewer = PhotoViewer(self._store, photos, file_id, self.window(), self._choose)
        viewer.exec()
        viewer.deleteLater()
        for one in self._store.files(self._entry_id):
            card = self._cards.get(one.id)
            if card and card.note.text() != one.note:
                card.show_note(one.note)

    # ------------------------------------------------------------------ out

    def _remove(self, file_id: int) -> None:
        self._flush_notes()
        self._store.delete(file_id)
        self.refresh()
        self._add.setFocus()
        self._undo.offer(
            _tr("Removed. It is gone for good after 30 days."), partial(self._back, file_id)
        )

    def _back(self, file_id: int) -> None:
        self._store.restore(file_id)
        self.refresh()

    def _flush_notes(self) -> None:
        for card in self._cards.values():
            card.flush()

    def _wipe(self) -> None:
        if self._intake.busy or not self._store.sweep():
            self._sweep.stop()


def _has_files(data: QMimeData) -> bool:
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage()


def _tr(text: str) -> str:
    return QCoreApplication.translate("JournalFiles", text)
