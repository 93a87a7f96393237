"""The only door for questions and bad news: what happened, what was kept, what to do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from familysupport import errors
from familysupport.ui.kit.dialog import on_screen
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.widgets import announce, body, button, heading, label, row

_UNDO_MS = 12_000


def tell(parent: QWidget | None, what: str, kept: str, todo: str) -> None:
    """Say what happened, what was kept and what to do next."""
    dialog = _Question(parent, what, "\n\n".join(part for part in (kept, todo) if part))
    dialog.offer(_tr("Close"), "primary", True)
    dialog.exec()


def ask(parent: QWidget | None, question: str, about: str, yes: str, no: str = "") -> bool:
    """Ask something that loses nothing; Escape means no."""
    dialog = _Question(parent, question, about)
    dialog.offer(no or _tr("Cancel"), "", False)
    dialog.offer(yes, "primary", True)
    return dialog.exec() == QDialog.DialogCode.Accepted


def confirm_loss(parent: QWidget | None, question: str, about: str, yes: str) -> bool:
    """Ask before something is gone for good; Cancel is what Enter does."""
    dialog = _Question(parent, question, about)
    dialog.offer(yes, "danger", True)
    dialog.offer(_tr("Cancel"), "primary", False)
    return dialog.exec() == QDialog.DialogCode.Accepted


def explain(error: Exception) -> tuple[str, str, str]:
    """Return what happened, what was kept and what to do, for an error that is ours."""
    for kind in type(error).__mro__:
        found = _words().get(kind)
        if found:
            return found
    return (
        _tr("Something unexpected happened."),
        _tr("What you wrote up to now is kept."),
        _tr("You can go on. If it happens again, close the program and open it again."),
    )


def _words() -> dict[type, tuple[str, str, str]]:
    return {
        errors.WrongPassphraseError: (
            _tr("That is not the passphrase for these pages."),
            _tr("Nothing was changed."),
            _tr("Try once more. The recovery code opens them too."),
        ),
        errors.WrongCodeError: (
            _tr("That code does not open these pages."),
            _tr("Nothing was changed."),
            _tr("Look at the recovery sheet once more, group by group."),
        ),
        errors.VaultMissingError: (
            _tr("There are no private pages in this folder."),
            _tr("Nothing was changed."),
            _tr("Choose another folder, or bring back a copy."),
        ),
        errors.VaultDamagedError: (
            _tr("The file with your private pages cannot be read. It may be damaged."),
            _tr("It was left exactly as it is."),
            _tr("Open the newest safe copy instead. It is put beside the damaged file."),
        ),
        errors.KeyFileDamagedError: (
            _tr("The small key file is missing or damaged."),
            _tr("Your private pages are still there and locked."),
            _tr("Use your recovery code to open them."),
        ),
        errors.VaultTooNewError: (
            _tr("These pages were last opened with a newer version of this program."),
            _tr("They were not touched."),
            _tr("Open them with the newer version."),
        ),
        errors.VaultInUseError: (
            _tr("These pages are already open in another window."),
            _tr("Nothing was changed."),
            _tr("Go on in the other window, or close it first."),
        ),
        errors.MigrationFailedError: (
            _tr("Your pages could not be made ready for this version."),
            _tr("They are exactly as they were."),
            _tr("Open them with the version you used before, or make some room on the disk."),
        ),
        errors.BackupDamagedError: (
            _tr("This file is not a safe copy that can be opened."),
            _tr("Your pages were not touched."),
            _tr("Choose another copy."),
        ),
        errors.NotWritableError: (
            _tr("This place does not let the program write."),
            _tr("What was there before is still there."),
            _tr("Choose another folder, such as Documents or a USB stick."),
        ),
        errors.DiskFullError: (
            _tr("There is no room left on this disk."),
            _tr("What was saved before is still there."),
            _tr("Make some room, then try again."),
        ),
        errors.EndedError: (
            _tr("It was stopped before it was done."),
            _tr("What was there before is still there, as it was."),
            _tr("You can begin it again at any time."),
        ),
        errors.FileUnreadableError: (
            _tr("This file could not be read."),
            _tr("Nothing was taken in, and the file was not changed."),
            _tr("Check that it is the right file, or save it again in another format."),
        ),
        errors.FileTooLargeError: (
            _tr("This file is too large."),
            _tr("Nothing was taken in, and the file was not changed."),
            _tr("Choose a smaller file, or copy the part you need."),
        ),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)


class _Question(QDialog):
    def __init__(self, parent: QWidget | None, question: str, about: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(_tr("Family Support"))
        self.setMinimumWidth(on_screen(460, 0).width())
        hide = hide_button()
        top = row(heading(question), hide, spacing=16)
        top.setStretch(0, 1)
        top.setAlignment(hide, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 22)
        layout.setSpacing(14)
        layout.addLayout(top)
        if about:
            layout.addWidget(body(about))
        self._answers = QHBoxLayout()
        self._answers.addStretch(1)
        layout.addLayout(self._answers)

    def offer(self, text: str, kind: str, accepts: bool) -> None:
        choice = button(text, kind=kind)
        choice.clicked.connect(self.accept if accepts else self.reject)
        choice.setAutoDefault(True)
        choice.setDefault(kind == "primary")
        self._answers.addWidget(choice)
        if kind == "primary":
            choice.setFocus()


class UndoBar(QFrame):
    """A strip that says what was done and lets the person take it back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self._undo: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_UNDO_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def offer(self, text: str, undo: Callable[[], None]) -> None:
        """Say what was done; `undo` takes it back while the strip is there."""
        self._words.setText(text)
        self._undo = undo
        self.show()
        self._timer.start()
        announce(self, text)

    @cached_property
    def _words(self) -> QLabel:
        """Return the place of the words; it and the button are made when first needed."""
        words = label("")
        back = button(_tr("Undo"), "undo")
        back.clicked.connect(self._take_back)
        layout = row(words, back)
        layout.setContentsMargins(14, 8, 8, 8)
        layout.setStretch(0, 1)
        layout.setAlignment(back, Qt.AlignmentFlag.AlignVCenter)
        self.setLayout(layout)
        return words

    def _take_back(self) -> None:
        self.hide()
        if self._undo:
            self._undo()
