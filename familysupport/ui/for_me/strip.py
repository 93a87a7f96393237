"""A quiet strip above the Journal: what was to be told now, and what to do with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from familysupport.clock import Clock
from familysupport.for_me.model import Reminder, Topic
from familysupport.recovery.due import Due
from familysupport.ui.for_me.waiting import WaitingList
from familysupport.ui.kit.reminding import Reminding
from familysupport.ui.kit.widgets import announce, button, empty, label

LOOK_BACK = "look-back"


class ReminderStrip(QFrame):
    """Tells one thing at a time, and is there only while something is due; it makes no sound.

    `opened` names the page in For me to go to, `due_opened` carries what else is due.
    """

    opened = Signal(str)
    due_opened = Signal(object)
    acted = Signal()

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
        self._there: list[Reminder | Due] = []
        self._stops: list[QPushButton] = []
        self._place = 0
        self._said = label("", "strong")
        self._acts = QHBoxLayout()
        self._acts.setSpacing(6)
        across = QHBoxLayout(self)
        across.setContentsMargins(16, 6, 12, 6)
        across.setSpacing(12)
        across.addWidget(self._said, 1)
        across.addLayout(self._acts)
        self._known: list[str] = []
        self._looking = Reminding(self._keys, self)
        self._looking.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show what is due now, beginning with what has waited longest."""
        self._looking.begin_anew()
        self._there = [*self._waiting.reminders(), *self._waiting.dues()]
        self._show(0)

    def _show(self, place: int) -> None:
        self._place = place % max(1, len(self._there))
        empty(self._acts)
        self._stops = []
        self.setVisible(bool(self._there))
        if not self._there:
            return
        one = self._there[self._place]
        said = self._words_of(one)
        self._said.setText(said)
        self._stops = [self._button(words, said, act) for words, act in self._ways(one)]
        if len(self._there) > 1:
            self._stops.append(self._make_next())
        for stop in self._stops:
            self._acts.addWidget(stop)
        self._come_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Stand first for Tab too, where it stands first to the eye."""
        super().showEvent(event)
        self._come_first()

    def _come_first(self) -> None:
        """Let Tab reach the acts before the rest of the page, as they stand above it."""
        start = self.parentWidget()
        before = start.previousInFocusChain() if start else None
        while before and before is not start:
            if before.focusPolicy() & Qt.FocusPolicy.TabFocus:
                for one, following in pairwise([before, *self._stops]):
                    QWidget.setTabOrder(one, following)
                return
            before = before.previousInFocusChain()

    def _make_next(self) -> QPushButton:
        words = self.tr("{number} of {count} · next")
        result = button(words.format(number=self._place + 1, count=len(self._there)), kind="link")
        result.setAccessibleName(self.tr("Next reminder"))
        result.clicked.connect(self._turn)
        return result

    def _turn(self) -> None:
        self._show(self._place + 1)
        announce(self, self._said.text())

    def look_now(self) -> None:
        """Look at the clock at once."""
        self._looking.look_now()

    def _keys(self) -> list[str]:
        """Ask the store only while the Journal can be seen: behind a lock there is none."""
        tab = self.parentWidget()
        if tab is None or tab.isVisible():
            self._known = self._waiting.keys()
        return self._known

    def _words_of(self, one: Reminder | Due) -> str:
        if isinstance(one, Due):
            return self._words(one, self._clock.today())
        return one.words or self.tr("Look back on the week")

    def _ways(self, one: Reminder | Due) -> list[tuple[str, Callable[[], None]]]:
        acts: list[tuple[str, Callable[[], None]]] = []
        if isinstance(one, Due):
            acts.append((self.tr("Open"), lambda: self.due_opened.emit(one)))
        elif one.topic is Topic.LOOK_BACK:
            acts.append((self.tr("Open"), lambda: self.opened.emit(LOOK_BACK)))
        if isinstance(one, Reminder):
            acts.append((self.tr("Done"), lambda: self._waiting.done(one)))
        acts.append((self.tr("Remind me tomorrow"), lambda: self._waiting.tomorrow(one)))
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
        self.acted.emit()
        announce(self, self._said.text() if self._there else self.tr("Nothing more for now."))
