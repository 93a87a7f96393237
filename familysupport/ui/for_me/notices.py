"""Tells that something is due: in the bottom line while open, and by one neutral notice outside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from familysupport.clock import Clock
from familysupport.for_me.reminders import calls_while_locked, wall
from familysupport.session import Session
from familysupport.settings import EVERY_DAY, Settings
from familysupport.ui.for_me.waiting import WaitingList
from familysupport.ui.kit.reminding import Reminding, Tray, show_neutral


class Notices(QObject):
    """Follows the open pages; while locked it knows only the hour in the open settings."""

    said = Signal(str)

    def __init__(
        self, settings: Callable[[], Settings], clock: Clock, tray: Tray, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._settings, self._clock, self._tray = settings, clock, tray
        self._waiting: WaitingList | None = None
        self._reminding = Reminding(self._look, self)
        self._reminding.arrived.connect(self._tell)

    def enter(self, session: Session | None) -> None:
        """Follow what is due in the open pages; with nothing, forget them at once."""
        self._waiting = (
            WaitingList(session.for_me, session.recovery, self._clock) if session else None
        )
        self._reminding.begin_anew()
        if self._waiting and self._look():
            # after the page in front has put its own words into the bottom line
            QTimer.singleShot(0, self, self._say)

    def look_now(self) -> None:
        """Look at the clock at once."""
        self._reminding.look_now()

    def _look(self) -> Sequence[str]:
        if self._waiting:
            return self._waiting.keys()
        settings, now = self._settings(), wall(self._clock.now())
        calls = settings.notices and calls_while_locked(
            now, settings.notice_when, settings.notice_hour, EVERY_DAY
        )
        return [now.date().isoformat()] if calls else []

    def _tell(self) -> None:
        self._say()
        if self._settings().notices and QApplication.activeWindow() is None:
            show_neutral(self._tray)

    def _say(self) -> None:
        if self._waiting:
            self.said.emit(self.tr("Something is waiting for you in the Journal."))
