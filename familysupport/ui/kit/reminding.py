"""Looks again and again whether something is due, and shows a notice of the system's own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

_LOOK_MS = 20_000
_SHOWN_MS = 10_000
_GONE_MS = 15_000


class Reminding(QObject):
    """Says which things have become due; `look` gives a key for each that is due now.

    It looks at the clock instead of waiting for a moment, so that nothing is missed in a sleep.
    """

    arrived = Signal(object)
    changed = Signal()

    def __init__(self, look: Callable[[], Sequence[str]], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._known: tuple[str, ...] = ()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_now)
        self._timer.start(_LOOK_MS)

    def look_now(self) -> None:
        """Look once; say what is new, and that something came or went."""
        found = tuple(self._look())
        fresh = [key for key in found if key not in self._known]
        was, self._known = self._known, found
        if fresh:
            self.arrived.emit(fresh)
        if found != was:
            self.changed.emit()

    def begin_anew(self) -> None:
        """Forget what was known, and take what is due now as known already."""
        self._known = tuple(self._look())


class Tray(Protocol):
    """The place for notices that a system may have."""

    def can_show(self) -> bool:
        """Say whether there is such a place."""

    def show_notice(self, title: str, text: str) -> None:
        """Show a notice for a few seconds."""


class SystemTray(QObject):
    """The system's own place for notices; an icon is there only while a notice is."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._icon: QSystemTrayIcon | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_GONE_MS)
        self._timer.timeout.connect(self._put_away)

    def can_show(self) -> bool:
        """Say whether there is such a place."""
        return QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()

    def show_notice(self, title: str, text: str) -> None:
        """Show a notice for a few seconds; where there is no place for it, nothing happens."""
        if not self.can_show():
            return
        if self._icon is None:
            self._icon = QSystemTrayIcon(QIcon(QApplication.windowIcon()), self)
        self._icon.show()
        self._icon.showMessage(title, text, QSystemTrayIcon.MessageIcon.NoIcon, _SHOWN_MS)
        self._timer.start()

    def _put_away(self) -> None:
        if self._icon:
            self._icon.hide()


def show_neutral(tray: Tray) -> None:
    """Show the one notice there is; it holds no private word, whatever is due."""
    title = QCoreApplication.translate("Notice", "Family Support")
    text = QCoreApplication.translate("Notice", "Time to look in, when it suits you.")
    tray.show_notice(title, text)
