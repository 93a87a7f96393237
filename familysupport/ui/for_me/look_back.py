"""A week looked back on: what was written, how one was, a few questions; it can become an entry."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.for_me.check_in import told
from familysupport.for_me.content import Guide
from familysupport.for_me.store import ForMeStore
from familysupport.for_me.week import Week, WeekTold, read_look_back, week_of, week_to_look_at
from familysupport.ui.for_me.room import Room
from familysupport.ui.for_me.words import short_weekday
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import (
    Card,
    announce,
    body,
    button,
    empty,
    heading,
    label,
    muted,
)
from familysupport.ui.kit.writing import PlainEditor

Journal = Callable[[date, date], WeekTold]
"""Tells what the journal holds from one day to another, both counted in."""
_TALL = 84


class LookBackPage(Room):
    """Shows one week; the weeks before can be looked at too, the ones to come cannot."""

    written = Signal(str, str)

    def __init__(
        self,
        store: ForMeStore,
        journal: Journal,
        guide: Guide,
        context: AppContext,
        parent: QWidget | None = None,
    ) -> None:
        self._asks = read_look_back(context.content)
        super().__init__(self._asks.title, self._asks.about, parent)
        self._store, self._journal, self._guide = store, journal, guide
        self._clock = context.clock
        self._begins = QLocale().firstDayOfWeek().value
        self._week = week_to_look_at(context.clock.today(), self._begins)
        self._autosave = Autosave(self._save, self)
        self._fields: dict[str, PlainEditor] = {}
        self._name = heading("")
        self._lines = QVBoxLayout()
        self._earlier = button(self.tr("Week before"), "back")
        self._earlier.clicked.connect(lambda: self._move(-1))
        self._later = button(self.tr("Week after"), "forward")
        self._later.clicked.connect(lambda: self._move(1))
        self._keep = button(self.tr("Keep as an entry"), "journal", "primary")
        self._keep.clicked.connect(self._hand_on)
        self._lay_out()

    def refresh(self) -> None:
        """Show the week that has just gone by, or is nearly over."""
        self._open(week_to_look_at(self._clock.today(), self._begins))

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_first(self) -> None:
        """Go to the first question."""
        self.verticalScrollBar().setValue(0)
        next(iter(self._fields.values())).setFocus()

    def text(self) -> str:
        """Return the week as it would stand in an entry."""
        parts = ["\n".join(self._told())]
        for one in self._asks.question:
            written = self._fields[one.id].toPlainText().strip()
            if written:
                parts.append(f"**{one.ask}**\n{written}")
        return "\n\n".join(part for part in parts if part)

    def _open(self, week: Week) -> None:
        self.flush()
        self._week = week
        self._name.setText(self._span())
        now = week_of(self._clock.today(), self._begins)
        self._later.setEnabled(week.last < now.last)
        answers = self._store.page(self._page())
        for name, field in self._fields.items():
            field.blockSignals(True)
            field.setPlainText(answers.get(name, ""))
            field.blockSignals(False)
        empty(self._lines)
        for line in self._told():
            self._lines.addWidget(body(line))

    def _move(self, weeks: int) -> None:
        self._open(self._week.moved(weeks))
        announce(self, self._name.text())

    def _page(self) -> str:
        return f"look-back-{self._week.first.isoformat()}"

    def _span(self) -> str:
        first, last = (
            QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMMM yyyy"))
            for day in (self._week.first, self._week.last)
        )
        return self.tr("{first} to {last}").format(first=first, last=last)

    def _told(self) -> list[str]:
        """Return what is there, in words; nothing is made of it."""
        journal = self._journal(self._week.first, self._week.last)
        lines = [self._counted(journal)]
        lines += [
            self.tr("{day}: written as {moods}").format(
                day=short_weekday(day), moods=", ".join(words)
            )
            for day, words in journal.moods
        ]
        for one in reversed(self._store.check_ins(self._week.first, self._week.last)):
            said = " · ".join(told(one, self._guide))
            lines.append(
                self.tr("{day}, check-in: {said}").format(day=short_weekday(one.day), said=said)
            )
        return lines

    def _counted(self, journal: WeekTold) -> str:
        if not journal.count:
            return self.tr("Nothing was written in the journal this week.")
        kinds = " · ".join(f"{word}: {count}" for word, count in journal.kinds)
        return self.tr("Entries in the journal: {kinds}").format(kinds=kinds)

    def _save(self) -> None:
        written = {name: field.toPlainText() for name, field in self._fields.items()}
        self._store.save_page(self._page(), written)

    def _hand_on(self) -> None:
        self.flush()
        self.written.emit(self.tr("Looking back: {week}").format(week=self._span()), self.text())

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(self._name)
        card.body.addLayout(self._lines)
        card.body.addLayout(Flow(self._earlier, self._later))
        self.body.addWidget(card)
        for one in self._asks.question:
            field = PlainEditor(one.ask)
            field.setFixedHeight(scaled(_TALL))
            field.setAccessibleDescription(one.help)
            field.textChanged.connect(self._autosave.touch)
            self._fields[one.id] = field
            self.body.addWidget(label(one.ask, "strong"))
            self.body.addWidget(muted(one.help))
            self.body.addWidget(field)
        self.body.addWidget(muted(self._asks.note))
        self.body.addLayout(Flow(self._keep))
        self.body.addStretch(1)
