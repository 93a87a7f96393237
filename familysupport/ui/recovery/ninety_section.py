"""The first 90 days at home: the week that is now, the others by name, ticks that count nothing."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.content.recovery import NinetyDays, Week, read_ninety_days
from familysupport.documents.page import Page
from familysupport.recovery.days import spans
from familysupport.recovery.model import Stay, Where
from familysupport.recovery.ninety import home_week
from familysupport.recovery.pages import NinetyWords, ninety_page
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, empty, heading, label, muted, row
from familysupport.ui.recovery.choice import choice_button
from familysupport.ui.recovery.order import put_in_order
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.sources import sources_words
from familysupport.ui.recovery.tick import Tick
from familysupport.ui.recovery.words import day_words


def week_words(week: Week) -> str:
    """Return the name of one or two weeks."""
    if not week.until:
        return _tr("Before")
    if week.since == week.until:
        return _tr("Week {number}").format(number=week.since)
    return _tr("Weeks {first} and {last}").format(first=week.since, last=week.until)


def plan_on_paper(plan: NinetyDays, library: Library) -> Page:
    """Return the whole plan for paper."""
    facts = dict.fromkeys(fact for week in plan.week for fact in week.facts)
    words = NinetyWords(
        avoid=_tr("Better not:"),
        ask=_tr("To ask the team:"),
        weeks={week.id: week_words(week) if week.until else "" for week in plan.week},
        sources=sources_words(library, facts),
    )
    return ninety_page(plan, words)


class NinetySection(Section):
    """Shows one week of the plan; any other week can be looked at, before and after."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        library: Library,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._clock, self._library = store, clock, library
        self._plan = read_ninety_days(library)
        self._shown = ""
        self._now = muted("")
        self._at_home = button(self.tr("They live at home during treatment"))
        self._at_home.clicked.connect(self._begin_at_home)
        self._group = QButtonGroup(self)
        self._choices = {week.id: self._make_choice(week) for week in self._plan.week}
        self._sheet = QVBoxLayout()
        printed = button(self.tr("Print the plan…"), "print")
        printed.clicked.connect(self._print)
        first = Card("attention")
        first.body.addWidget(body(self._plan.first))
        add = self.body.addWidget
        add(heading(self._plan.title))
        add(muted(self._plan.about))
        add(first)
        add(self._now)
        self.body.addLayout(row(self._at_home, 1))
        self.body.addLayout(Flow(*self._choices.values(), spacing=6))
        self.body.addLayout(self._sheet)
        self.body.addLayout(row(printed, 1))

    def look_again(self) -> None:
        """Say where the plan stands, and show the week that is now or was chosen."""
        stays, today = self._store.items(Stay), self._clock.today()
        now = home_week(stays, today)
        treated = bool(spans(stays, today, Where.TREATMENT))
        self._at_home.setVisible(now.since is None and treated)
        if now.since is None:
            said = self.tr("The plan begins on the first day at home.")
        elif now.is_past:
            said = self.tr("The 90 days are behind you. All that helped may go on.")
        else:
            said = self.tr("It is week {number} at home. The first day was {day}.")
        day = day_words(now.since, today) if now.since else ""
        self._now.setText(said.format(number=now.number, day=day))
        self._show(self._week(self._shown) or self._plan.week_of(now.number))

    def _week(self, week_id: str) -> Week | None:
        return next((one for one in self._plan.week if one.id == week_id), None)

    def _make_choice(self, week: Week) -> QPushButton:
        choice = choice_button(week_words(week))
        choice.clicked.connect(lambda: self._choose(week))
        self._group.addButton(choice)
        return choice

    def _choose(self, week: Week) -> None:
        self._shown = week.id
        self._show(week)
        put_in_order(self)

    def _show(self, week: Week) -> None:
        self._choices[week.id].setChecked(True)
        empty(self._sheet)
        card = Card()
        add = card.body.addWidget
        add(heading(week.title))
        add(label(self.tr("What you can do"), "strong"))
        done = self._store.steps_done()
        for step in week.step:
            tick = Tick(step.text, is_on=step.id in done)
            tick.toggled.connect(lambda on, name=step.id: self._store.tick_step(name, on))
            add(tick)
        for name, lines in (
            (self.tr("Better not"), week.avoid),
            (self.tr("To ask the team"), week.ask),
        ):
            add(label(name, "strong"))
            for line in lines:
                add(body(f"•  {line}"))
        add(label(sources_words(self._library, week.facts), "small"))
        self._sheet.addWidget(card)

    def _begin_at_home(self) -> None:
        today = self._clock.today()
        treated = spans(self._store.items(Stay), today, Where.TREATMENT)
        self._store.save(Stay(where=Where.HOME, since=treated[-1].first))
        self.look_again()
        self.changed.emit()

    def _print(self) -> None:
        self.print_asked.emit(plan_on_paper(self._plan, self._library))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
