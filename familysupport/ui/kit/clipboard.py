"""Forgets our text on the clipboard after a while, on lock, on hide and on quit."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

_ALONE = ("offscreen", "minimal")  # there the clipboard is the process's own
_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class ClipboardGuard(QObject):
    """Watches for text that was copied here, and removes it if it is still there later."""

    def __init__(self, app: QApplication, seconds: int) -> None:
        super().__init__(app)
        self._board = app.clipboard()
        self._ours: dict[QClipboard.Mode, bytes] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(seconds * 1000)
        self._timer.timeout.connect(self.forget)
        self._board.changed.connect(self._notice)

    def forget(self) -> None:
        """Empty each clipboard that still holds our text; others' text is left alone."""
        for mode in _MODES:
            mark = self._ours.pop(mode, None)
            if mark is not None and _mark(self._board.text(mode)) == mark:
                self._board.clear(mode)
        self._timer.stop()

    def _notice(self, mode: QClipboard.Mode) -> None:
        if mode not in _MODES:
            return
        text = self._board.text(mode) if self._is_ours(mode) else ""
        if text:
            self._ours[mode] = _mark(text)
            self._timer.start()
        else:
            self._ours.pop(mode, None)

    def _is_ours(self, mode: QClipboard.Mode) -> bool:
        if QGuiApplication.platformName() in _ALONE:
            return True
        selection = mode == QClipboard.Mode.Selection
        return self._board.ownsSelection() if selection else self._board.ownsClipboard()


def _mark(text: str) -> bytes:
    import hashlib

    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).digest()
