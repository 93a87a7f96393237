"""Days: where the count stands, the stays, the days to remember, and what clinicians call them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.content.recovery import SupportFile
from familysupport.recovery.days import (
    Count,
    MarkKind,
    Span,
    count_of,
    days_in,
    marks,
    spans,
    treatment_end,
)
from familysupport.recovery.model import Milestone, MilestoneKind, Stay, Where
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.widgets import Card, body, button, empty, heading, label, muted, row
from familysupport.ui.recovery.count_view import BREAK_LESSON, CountView
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.sources import sources_words
from familysupport.ui.recovery.words import (
    day_words,
    days_words,
    full_day,
    mark_words,
    where_words,
)


class DaysSection(Section):
    """Keeps stays and days to remember, and counts."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        texts: SupportFile,
        library: Library,
        place: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._texts, self._library = store, clock, texts, library
        self._place = place
        self._count = CountView()
        self._card = Card("soft")
        self._told = muted("")
        self._card.body.addWidget(self._count)
        self._card.body.addWidget(self._told)
        self._stays = Records(store, self._stay_kind(), self._new_stay, clock.today, self)
        self._days = Records(store, self._day_kind(), self._new_day, clock.today, self)
        self._kindly = muted(texts.again)
        self._again = button(self.tr("Count again from a day…"), kind="link")
        self._again.clicked.connect(self._begin_again)
        self._clinic = QVBoxLayout()
        self._clinic.setSpacing(8)
        self._leaving = self._make_leaving()
        self._lay_out()
        self.hold(self._stays, self._days)

    def begin(self) -> None:
        """Open the sheet for the day treatment began."""
        self._stays.begin(self._new_stay())

    def look_again(self) -> None:
        """Count afresh."""
        today = self._clock.today()
        stays, days = self._store.items(Stay), self._store.items(Milestone)
        count = count_of(stays, days, today)
        self._count.setVisible(count is not None)
        if count is not None:
            self._count.show_count(count, days, today)
        self._told.setText(self._in_all(stays))
        self._card.setVisible(bool(self._told.text()))
        first = self.tr("Add the day treatment began")
        self._stays.name_add(self.tr("Add a stay") if stays else first, is_main=not stays)
        for one in (self._again, self._kindly):
            one.setVisible(count is not None)
        self._show_clinic(count)
        self._leaving.setVisible(treatment_end(stays, today) is not None)

    def _lay_out(self) -> None:
        add = self.body.addWidget
        add(self._card)
        add(self._leaving)
        add(heading(self.tr("In treatment and at home")))
        add(self._stays)
        add(heading(self.tr("Days to remember")))
        add(self._days)
        add(self._kindly)
        self.body.addLayout(row(self._again, 1))
        self.body.addLayout(self._clinic)

    def _make_leaving(self) -> Card:
        """Return what every exit from treatment needs to hear."""
        card = Card("attention")
        card.body.addWidget(body(self._texts.leaving))
        read = button(self.tr("Danger after a break"), "learn")
        read.clicked.connect(lambda: self.lesson_asked.emit(BREAK_LESSON))
        card.body.addLayout(row(read, 1))
        facts = self._texts.leaving_facts
        card.body.addWidget(label(sources_words(self._library, facts), "small"))
        return card

    def _in_all(self, stays: list[Stay]) -> str:
        """Return the days so far, which never become fewer, or when they begin; else nothing."""
        today = self._clock.today()
        treated = days_in(stays, today, Where.TREATMENT)
        home = days_in(stays, today, Where.HOME)
        parts = []
        if treated:
            parts.append(self.tr("{days} in treatment").format(days=days_words(treated)))
        if home:
            parts.append(self.tr("{days} at home").format(days=days_words(home)))
        if parts:
            return self.tr("In all: {parts}.").format(parts=self.tr(" and ").join(parts))
        begins = min((one.since for one in stays if one.since > today), default=None)
        return self.tr("Begins {day}.").format(day=day_words(begins, today)) if begins else ""

    def _stay_kind(self) -> Kind[Stay]:
        places = tuple((words, where) for where, words in where_words().items())
        fields = (
            Field("since", self.tr("From"), "day"),
            Field("until", self.tr("Until"), "open-day", tick=self.tr("It ended on")),
            Field("where", self.tr("Where"), "choice", choices=places),
            Field("name", self.tr("Name of the place, if you like")),
        )
        words = Words(
            add=self.tr("Add a stay"),
            nothing=self.tr("Days are counted from the day treatment began."),
            gone=self.tr("The stay was deleted."),
        )
        return Kind(Stay, fields, self._stay_shown, words)

    def _stay_shown(self, one: Stay) -> Shown:
        today = self._clock.today()
        name = where_words()[one.where]
        if one.name:
            name = f"{name} · {one.name}"
        since = full_day(one.since)
        if one.until is not None and one.until < one.since:
            return Shown(name, self.tr("The end is before the beginning. Look at the days again."))
        if one.until is None:
            said = self.tr("since {since}") if one.since <= today else self.tr("from {since}")
            return Shown(name, said.format(since=since))
        said = self.tr("{since} to {until} · {days}")
        days = days_words(Span(one.since, one.until).days)
        return Shown(name, said.format(since=since, until=full_day(one.until), days=days))

    def _new_stay(self) -> Stay:
        """Return a stay to begin with: the first in treatment, then at home where that ended."""
        today = self._clock.today()
        treated = spans(self._store.items(Stay), today, Where.TREATMENT)
        if treated and treated[-1].last < today:
            return Stay(where=Where.HOME, since=today)
        return Stay(since=today, name="" if treated else self._place())

    def _day_kind(self) -> Kind[Milestone]:
        kinds = (
            (self.tr("A day we are glad of, or look forward to"), MilestoneKind.OWN),
            (self.tr("We count again from this day"), MilestoneKind.AGAIN),
        )
        fields = (
            Field("name", self.tr("What it is")),
            Field("day", self.tr("Day"), "day"),
            Field("kind", self.tr("What it means"), "choice", choices=kinds),
        )
        words = Words(
            add=self.tr("Add a day"),
            nothing=self.tr("A birthday at home, the first visit, ninety days: any day you like."),
            gone=self.tr("The day was deleted."),
        )
        return Kind(Milestone, fields, self._day_shown, words)

    def _day_shown(self, one: Milestone) -> Shown:
        is_again = one.kind is MilestoneKind.AGAIN
        said = self.tr("Counted again from here") if is_again else self.tr("A day to remember")
        name = one.name or said
        detail = full_day(one.day)
        return Shown(name, f"{detail} · {said}" if is_again and one.name else detail)

    def _new_day(self) -> Milestone:
        return Milestone(day=self._clock.today())

    def _begin_again(self) -> None:
        self._days.begin(replace(self._new_day(), kind=MilestoneKind.AGAIN))

    def _show_clinic(self, count: Count | None) -> None:
        """Show what clinicians call two of the marks; never that somebody has reached them."""
        empty(self._clinic)
        if count is None:
            return
        self._clinic.addWidget(heading(self.tr("What clinicians call it")))
        kinds = {"early": MarkKind.EARLY, "sustained": MarkKind.SUSTAINED}
        dated = {one.kind: one for one in marks(count.since, [])}
        for text in self._texts.mark:
            mark = dated[kinds[text.id]]
            said = self.tr("{mark} · {day}")
            name = said.format(mark=mark_words(mark), day=full_day(mark.day))
            card = Card()
            card.body.addWidget(label(name, "strong"))
            card.body.addWidget(body(text.text))
            card.body.addWidget(label(sources_words(self._library, text.facts), "small"))
            self._clinic.addWidget(card, 0, Qt.AlignmentFlag.AlignTop)
