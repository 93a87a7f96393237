"""The photos of entries on their way to paper: asked for, read one by one, made smaller."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from familysupport.documents.page import Block, Note, Picture
from familysupport.errors import FamilySupportError
from familysupport.journal.files import KeptFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry
from familysupport.ui.journal.files_reading import print_picture
from familysupport.ui.kit import jobs
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.messages import ask
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import button, heading, row

MOST = 100
"""The photos that go on paper in one go; more would take the memory of a small computer."""

_FINE, _COARSE, _FEW = 1400, 1000, 30

Below = Callable[[Entry], Sequence[Block]]


def photos_for(entries: Sequence[Entry], store: FilesStore, window: QWidget) -> Below | None:
    """Ask whether the photos of entries are printed too, and return what stands below each.

    Without photos nothing is asked. Returns None where the person ended it.
    """
    files = {entry.id: store.files(entry.id) for entry in entries if entry.id}
    photos = [one for found in files.values() for one in found if one.shown]
    wanted = _wanted(len(photos), window) if photos else False
    if not wanted:
        return None if wanted is None else no_photos
    gathering = _Gathering(store, photos, window)
    found = gathering.pictures if gathering.exec() else None
    gathering.deleteLater()
    return None if found is None else partial(_below, files, found)


def no_photos(_entry: Entry) -> Sequence[Block]:
    """Return nothing: the words stand alone."""
    return ()


def _wanted(count: int, window: QWidget) -> bool | None:
    """Return whether photos are printed too, or None where nothing is printed."""
    if count > MOST:
        question = _tr("{count} photos are too many to print at once.").format(count=count)
        about = _tr("Up to {most} can go along. Choose fewer entries to print their photos.")
        go_on = ask(window, question, about.format(most=MOST), _tr("Print the words"))
        return False if go_on else None
    words = _tr("Print the photo too?") if count == 1 else _tr("Print the {count} photos too?")
    about = _tr("Each stands below the words of its entry, with what it shows.")
    return ask(window, words.format(count=count), about, _tr("With photos"), _tr("Words only"))


def _below(
    files: Mapping[int, Sequence[KeptFile]], found: Mapping[int, Picture], entry: Entry
) -> list[Block]:
    """Return the photos of an entry, or a line that tells of those that are not printed."""
    blocks: list[Block] = []
    left_out = []
    for file in files.get(entry.id, ()):
        if file.id in found:
            blocks.append(found[file.id])
        else:
            left_out.append(file.note.strip() or file.name)
    if left_out:
        line = _tr("Not printed here: {names}").format(names="; ".join(left_out))
        blocks.append(Note(line))
    return blocks


class _Gathering(QDialog):
    """Reads photos one by one, so that the window lives and can be locked; Cancel ends it."""

    def __init__(self, store: FilesStore, photos: Sequence[KeptFile], window: QWidget) -> None:
        super().__init__(window)
        self.pictures: dict[int, Picture] = {}
        self._store = store
        self._photos = list(photos)
        self._longest = _FINE if len(photos) <= _FEW else _COARSE
        self.setWindowTitle(_tr("Family Support"))
        self.setMinimumWidth(scaled(420))
        self._bar = QProgressBar()
        self._bar.setRange(0, len(photos))
        self._bar.setValue(0)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_tr("Getting the photos ready…"))
        cancel = button(_tr("Cancel"))
        cancel.clicked.connect(self.reject)
        top = row(heading(_tr("Getting the photos ready…")), hide_button(), spacing=16)
        top.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 22)
        layout.setSpacing(14)
        layout.addLayout(top)
        layout.addWidget(self._bar)
        layout.addWidget(cancel, 0, Qt.AlignmentFlag.AlignRight)
        QTimer.singleShot(0, self, self._next)

    def _next(self) -> None:
        done = self._bar.value()
        if done == len(self._photos):
            self.accept()
            return
        file = self._photos[done]
        data = b"".join(self._store.read(file.id))
        longest = self._longest
        jobs.run(self, lambda: _smaller(data, longest), partial(self._came, file), self._failed)

    def _came(self, file: KeptFile, found: tuple[bytes, int, int]) -> None:
        data, width, height = found
        if data:
            words = file.note.strip() or _tr("A photo")
            self.pictures[file.id] = Picture(data, width, height, words)
        self._bar.setValue(self._bar.value() + 1)
        if self.isVisible():
            self._next()

    def _failed(self, error: Exception) -> None:
        self.reject()
        if not isinstance(error, FamilySupportError):
            raise error


def _smaller(data: bytes, longest: int) -> tuple[bytes, int, int]:
    """Return a photo for paper and its size; runs off the window's thread."""
    made = print_picture(data, longest)
    size = QImage.fromData(made).size()
    return made, size.width(), size.height()


def _tr(text: str) -> str:
    return QCoreApplication.translate("JournalFiles", text)
