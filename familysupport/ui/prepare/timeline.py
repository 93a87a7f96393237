"""How the meeting will run: a strip to see, and a list to read, to walk and to drag."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLocale, QRectF, Qt, QTime, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.prepare.agenda import Entry, Slot
from familysupport.ui.kit.rows import Row
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.prepare.fitting import FittingList
from familysupport.ui.prepare.movable import MovableRows, let_drag

_GAP = 4
_ROOM_FOR_A_NAME = 240
_TALLEST = 900


class Timeline(QWidget):
    """Shows the parts of the meeting; a speaker can be dragged, or moved with Alt and arrows."""

    person_moved = Signal(int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._start: datetime | None = None
        self._other: ZoneInfo | None = None
        self._strip = _Strip()
        self._model: MovableRows[Entry] = MovableRows(self._row, self)
        self._list: FittingList[Entry] = FittingList(
            self._model, self.tr("The run of the meeting"), most=_TALLEST
        )
        let_drag(self._list)
        self._model.moved.connect(self._move)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._strip)
        layout.addWidget(self._list)
        for keys, steps in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self._list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda steps=steps: self._move_current(steps))

    def show_entries(
        self, entries: Sequence[Entry], start: datetime | None, other: ZoneInfo | None
    ) -> None:
        """Show the parts; without a `start` their minutes are counted from the beginning."""
        row = self._list.currentIndex().row()
        self._entries, self._start, self._other = list(entries), start, other
        self._model.set_rows(self._entries)
        self._strip.show_entries(self._entries)
        if 0 <= row < len(self._entries):
            self._list.select(row)

    def _row(self, entry: Entry) -> Row:
        parts = [minutes_words(entry.seconds)]
        if entry.guessed:
            parts.append(self.tr("no statement yet, so this is a guess"))
        if self._start is not None and self._other is not None:
            there = entry.at(self._start).astimezone(self._other)
            parts.append(
                self.tr("{hour} in {place}").format(
                    hour=hour_words(there), place=city(self._other.key)
                )
            )
        return Row(
            self.tr("{when}  {what}").format(when=self._when(entry), what=entry_words(entry)),
            " · ".join(parts),
        )

    def _when(self, entry: Entry) -> str:
        if self._start is None:
            return self.tr("+{minutes} min").format(minutes=entry.begins // 60)
        return hour_words(entry.at(self._start))

    def _move_current(self, steps: int) -> None:
        index = self._list.currentIndex()
        if index.isValid() and self._move(index.row(), steps):
            self._list.select(index.row() + steps)

    def _move(self, start: int, steps: int) -> bool:
        """Move a speaker among the speakers only; say how far among them."""
        spoken = [n for n, entry in enumerate(self._entries) if entry.slot is Slot.SPEAKS]
        person = self._entries[start].person
        if start not in spoken or person is None:
            return False
        here = spoken.index(start)
        there = max(0, min(len(spoken) - 1, here + steps))
        if there == here:
            return False
        self.person_moved.emit(person.id, there - here)
        return True


class _Strip(QWidget):
    """The parts as blocks, the longer the wider; the list below says the same with its times."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(scaled(36))
        self._entries: list[Entry] = []

    def show_entries(self, entries: list[Entry]) -> None:
        self._entries = entries
        self.setVisible(bool(entries))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        whole = sum(_weight(entry) for entry in self._entries) or 1
        room = self.width() - _GAP * (len(self._entries) - 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        left = 0.0
        for entry in self._entries:
            wide = room * _weight(entry) / whole
            box = QRectF(left + 0.5, 0.5, max(1.0, wide - 1), self.height() - 1)
            painter.setPen(QColor(theme.edge))
            painter.setBrush(QColor(getattr(theme, _TONES[entry.slot])))
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(QColor(theme.ink))
            words = painter.fontMetrics().elidedText(
                _short(entry), Qt.TextElideMode.ElideRight, int(wide) - 12
            )
            painter.drawText(box.adjusted(6, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, words)
            left += wide + _GAP
        painter.end()


_TONES = {
    Slot.WELCOME: "sand",
    Slot.SPEAKS: "teal_soft",
    Slot.ASK: "amber_soft",
    Slot.LISTEN: "card",
    Slot.CLOSE: "blue_soft",
}


def _weight(entry: Entry) -> int:
    """Return how wide a block is drawn: by its length, but with room for a name."""
    return entry.seconds + _ROOM_FOR_A_NAME


def entry_words(entry: Entry) -> str:
    """Return what happens in one part of the meeting."""
    say = QCoreApplication.translate
    name = entry.person.name.strip() if entry.person else ""
    name = name or say("PrepareTimeline", "Somebody")
    return {
        Slot.WELCOME: say("PrepareTimeline", "Welcome, thanks, and why we are here"),
        Slot.SPEAKS: say("PrepareTimeline", "{name} reads").format(name=name),
        Slot.ASK: say("PrepareTimeline", "{name} asks, and says what is ready today").format(
            name=name
        ),
        Slot.LISTEN: say("PrepareTimeline", "Listen"),
        Slot.CLOSE: say("PrepareTimeline", "Their choice, and close with care"),
    }[entry.slot]


def _short(entry: Entry) -> str:
    say = QCoreApplication.translate
    return {
        Slot.SPEAKS: entry.person.name.strip() if entry.person else "",
        Slot.WELCOME: say("PrepareTimeline", "Welcome"),
        Slot.ASK: say("PrepareTimeline", "The ask"),
        Slot.LISTEN: say("PrepareTimeline", "Listen"),
        Slot.CLOSE: say("PrepareTimeline", "Close"),
    }[entry.slot]


def minutes_words(seconds: int) -> str:
    """Return a length in minutes."""
    return QCoreApplication.translate("PrepareTimeline", "{count} min").format(count=seconds // 60)


def hour_words(moment: datetime) -> str:
    """Return the hour of `moment` as one says it here."""
    return QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)


def city(zone: str) -> str:
    """Return the place a time zone is named after."""
    return zone.rsplit("/", 1)[-1].replace("_", " ")
