"""The one door for files that leave the program or come in; it keeps no history of them."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QGridLayout, QWidget

from familysupport.errors import DiskFullError, FamilySupportError, NotWritableError
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.widgets import body, row

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Kind(NamedTuple):
    """A kind of file: how it is called for people, and its endings without the dot."""

    name: str
    endings: tuple[str, ...]

    def filter(self) -> str:
        """Return this kind in the words of a file dialog."""
        return f"{self.name} ({' '.join('*.' + ending for ending in self.endings)})"


Choose = Callable[["FileDialog"], Path | None]
"""Shows the dialog and returns what was chosen; tests hand in one that answers by itself."""


def not_locked() -> str:
    """Return the sentence that goes with every file that leaves."""
    return _tr("This copy is not locked. Anyone who opens it can read it.")


def show(dialog: FileDialog) -> Path | None:
    """Show `dialog` and return what was chosen, or nothing."""
    chosen = dialog.chosen if dialog.exec() == QDialog.DialogCode.Accepted else None
    if shiboken6.isValid(dialog):  # a lock while it stood open takes it away
        dialog.deleteLater()
    return chosen


def ask_where_to_save(
    parent: QWidget | None, suggested: str, kinds: Sequence[Kind], choose: Choose = show
) -> Path | None:
    """Ask where a copy may go, saying that it is not locked; `suggested` names no person."""
    dialog = FileDialog(parent, _tr("Save a copy"), kinds)
    dialog.for_saving(suggested)
    return choose(dialog)


def ask_which_to_open(
    parent: QWidget | None, kinds: Sequence[Kind], choose: Choose = show
) -> Path | None:
    """Ask which file to take in."""
    dialog = FileDialog(parent, _tr("Open a file"), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return choose(dialog)


def ask_which_to_open_several(
    parent: QWidget | None, kinds: Sequence[Kind], note: str, choose: Choose = show
) -> list[Path]:
    """Ask which files to take in, one or more; `note` says what will happen to them."""
    dialog = FileDialog(parent, _tr("Open files"), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.say(note)
    first = choose(dialog)
    return (dialog.all_chosen or [first]) if first else []


def ask_which_folder(parent: QWidget | None, note: str, choose: Choose = show) -> Path | None:
    """Ask for a folder; `note` says what will happen there."""
    dialog = FileDialog(parent, _tr("Choose a folder"), ())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.say(note)
    return choose(dialog)


def write_beside(path: Path, data: bytes) -> None:
    """Write `data` to `path` whole or not at all, readable for this user only.

    Raises DiskFullError or NotWritableError; what was there before is then still there.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=".copy-", suffix=".part", dir=path.parent)
    except OSError as error:
        raise _ours(error, path) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except OSError as error:
        raise _ours(error, path) from error
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def _ours(error: OSError, path: Path) -> FamilySupportError:
    return DiskFullError(path) if error.errno in _FULL else NotWritableError(path)


class FileDialog(QFileDialog):
    """Qt's own file dialog, which forgets where it was.

    The system's dialogs put what was chosen on lists of recent files that are not ours to clear.
    """

    def __init__(self, parent: QWidget | None, title: str, kinds: Sequence[Kind]) -> None:
        super().__init__(parent, title)
        self.chosen: Path | None = None
        self.all_chosen: list[Path] = []
        self._endings = {kind.filter(): kind.endings[0] for kind in kinds}
        self.setOption(QFileDialog.Option.DontUseNativeDialog)
        self.setNameFilters(list(self._endings))
        self._note = body("")
        self._note.hide()
        layout = self.layout()
        if isinstance(layout, QGridLayout):
            below = row(self._note, hide_button())
            below.setStretch(0, 1)
            layout.addLayout(below, layout.rowCount(), 0, 1, layout.columnCount())
        self.filterSelected.connect(self._use_ending)
        self._forget()
        self.setDirectory(_documents())
        from familysupport.ui.kit.file_looks import dress_file_dialog

        dress_file_dialog(self)

    def for_saving(self, suggested: str) -> None:
        """Make this a dialog that saves under a new name."""
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setFileMode(QFileDialog.FileMode.AnyFile)
        self._use_ending(self.selectedNameFilter())
        self.selectFile(suggested)
        self.say(not_locked())

    def say(self, note: str) -> None:
        """Put a sentence under the fields."""
        self._note.setText(note)
        self._note.show()

    def done(self, result: int) -> None:
        """Keep what was chosen, then clear the history before Qt writes it down."""
        files = self.selectedFiles()
        self.all_chosen = [Path(file) for file in files] if result else []
        self.chosen = self.all_chosen[0] if self.all_chosen else None
        super().done(result)
        self._forget()

    def _forget(self) -> None:
        self.setHistory([])
        self.setDirectory(QDir.rootPath())
        self.setHistory([])

    def _use_ending(self, chosen: str) -> None:
        self.setDefaultSuffix(self._endings.get(chosen, ""))


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if Path(place).is_dir() else QDir.homePath()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Files", text)
