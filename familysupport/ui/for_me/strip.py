"""A quiet strip above the Journal: what was to be told now, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.for_me.model import Reminder, Topic
from familysupport.recovery.due import Due
from familysupport.ui.for_me.waiting import WaitingList
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.reminding import Reminding
from familysupport.ui.kit.widgets import announce, button, empty, label

LOOK_BACK, RECOVERY, REMINDERS = "look-back", "recovery", "reminders"
_MOST = 3


class ReminderStrip(QFrame):
    """Is there only while something is due; it takes no keyboard and makes no sound."""

    opened = Signal(str)

    def __init__(
        self,
        waiting: WaitingList,
        words: Callable[[Due, date], str],
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "soft")
        self.setAccessibleName(self.tr("Reminders"))
        self._waiting, self._words, self._clock = waiting, words, clock
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(14, 8, 14, 8)
        self._rows.setSpacing(8)
        self._known: list[str] = []
        self._looking = Reminding(self._keys, self)
        self._looking.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is due now."""
        self._looking.begin_anew()
        there: list[Reminder | Due] = [*self._waiting.reminders(), *self._waiting.dues()]
        empty(self._rows)
        for one in there[:_MOST]:
            self._rows.addLayout(self._row(one))
        if len(there) > _MOST:
            more = button(self.tr("{count} more").format(count=len(there) - _MOST), kind="link")
            more.clicked.connect(lambda: self.opened.emit(REMINDERS))
            self._rows.addLayout(Flow(more))
        self.setVisible(bool(there))

    def look_now(self) -> None:
        """Look at the clock at once."""
        self._looking.look_now()

    def _keys(self) -> list[str]:
        """Ask the store only while the Journal can be seen: behind a lock there is none."""
        tab = self.parentWidget()
        if tab is None or tab.isVisible():
            self._known = self._waiting.keys()
        return self._known

    def _row(self, one: Reminder | Due) -> QVBoxLayout:
        said = self._said(one)
        row = QVBoxLayout()
        row.setSpacing(4)
        row.addWidget(label(said, "strong"))
        buttons = Flow(spacing=6)
        for words, act in self._acts(one):
            buttons.addWidget(self._button(words, said, act))
        row.addLayout(buttons)
        return row

    def _said(self, one: Reminder | Due) -> str:
        if isinstance(one, Due):
            return self._words(one, self._clock.today())
        return one.words or self.tr("Look back on the week")

    def _acts(self, one: Reminder | Due) -> list[tuple[str, Callable[[], None]]]:
        acts: list[tuple[str, Callable[[], None]]] = []
        if isinstance(one, Due):
            acts.append((self.tr("Open"), lambda: self.opened.emit(RECOVERY)))
        elif one.topic is Topic.LOOK_BACK:
            acts.append((self.tr("Open"), lambda: self.opened.emit(LOOK_BACK)))
        if isinstance(one, Reminder):
            acts.append((self.tr("Done"), lambda: self._waiting.done(one)))
        acts.append((self.tr("Tomorrow"), lambda: self._waiting.tomorrow(one)))
        if isinstance(one, Due) or one.weekly:
            acts.append((self.tr("Not again"), lambda: self._waiting.off(one)))
        return acts

    def _button(self, words: str, said: str, act: Callable[[], None]) -> QPushButton:
        result = button(words, kind="choice")
        result.setAccessibleName(f"{words}: {said}")
        result.clicked.connect(lambda: self._do(act))
        return result

    def _do(self, act: Callable[[], None]) -> None:
        act()
        self.refresh()
        announce(self, self.tr("Done.") if self.isHidden() else self.accessibleName())
