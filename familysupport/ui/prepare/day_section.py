"""The day: when, where, how it will run, and how they may be then."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers
from familysupport.prepare.agenda import LONG_SECONDS, agenda, whole_seconds
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import DayFile
from familysupport.prepare.day import Day, oddities, starts_at, zone_of, zones
from familysupport.prepare.order import speakers
from familysupport.prepare.plan import Plan
from familysupport.prepare.safety import Outcome, may_schedule
from familysupport.prepare.store import PeopleStore, PlanStore
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, muted, row
from familysupport.ui.prepare.acts import acts
from familysupport.ui.prepare.calls_card import CallsCard
from familysupport.ui.prepare.day_words import odd_words
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.form import Form
from familysupport.ui.prepare.section import Section
from familysupport.ui.prepare.timeline import Timeline, city, minutes_words


class DaySection(Section):
    """Plans the day; while somebody may be in danger it says whom to call instead."""

    def __init__(
        self,
        store: PlanStore,
        people: PeopleStore,
        texts: DayFile,
        numbers: Callable[[], CountryNumbers],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.DAY, parent)
        self._store, self._people, self._texts, self._numbers = store, people, texts, numbers
        self._form = Form(self._fields(), store.save)
        self._form.saved.connect(self.changed)
        self._usual = button(self.tr("Start from the usual rules"), "plus")
        self._usual.clicked.connect(self._fill_rules)
        self._odd = Card("attention")
        self._odd_words = body("")
        self._odd.body.addWidget(self._odd_words)
        self._timeline = Timeline()
        self._timeline.person_moved.connect(self._move_person)
        self._length = muted("")
        self._open, self._closed = self._planning(), QWidget()
        self._closed_layout = QVBoxLayout(self._closed)
        self._closed_layout.setContentsMargins(0, 0, 0, 0)
        self._closed_layout.setSpacing(12)
        self._why: list[QWidget] = []
        self.body.addWidget(self._closed)
        self.body.addWidget(self._open)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show the day, or whom to call instead of planning one."""
        is_open = may_schedule(plan.advice, plan.people)
        self._open.setVisible(is_open)
        self._closed.setVisible(not is_open)
        if not is_open:
            self._show_closed(plan)
            return
        self._form.suggest_day(plan.now.date())
        self._form.show_item(plan.day)
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Show the run of the meeting as it follows from what was set."""
        entries = agenda(plan.day, plan.people, plan.seconds)
        start = starts_at(plan.day, plan.zone)
        other = zone_of(plan.day.other_zone) if plan.day.other_zone else None
        self._timeline.show_entries(entries, start, other)
        whole = whole_seconds(entries)
        self._length.setText(
            self.tr("Together about {length}. {usual}").format(
                length=minutes_words(whole), usual=self._texts.length
            )
        )
        said = [odd_words()[odd] for odd in oddities(plan.day, plan.zone, plan.now, whole)]
        if whole > LONG_SECONDS:
            said.append(self.tr("This is more than an hour. Shorter statements are heard better."))
        if plan.advice.outcome in (Outcome.NOTHING, Outcome.UNFINISHED):
            said.append(self.tr("The safety questions are not all answered. Do that first."))
        if plan.advice.outcome is Outcome.NOT_NOW:
            said.append(self.tr("Your safety answers say: not now. Read why before you set a day."))
        self._odd_words.setText("\n".join(said))
        self._odd.setVisible(bool(said))

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._form.flush()

    def _planning(self) -> QWidget:
        card = Card()
        card.body.addWidget(self._form)
        card.body.addLayout(row(self._usual, 1))
        run = Card()
        run.body.addWidget(heading(self.tr("How the meeting will run")))
        run.body.addWidget(self._timeline)
        run.body.addWidget(self._length)
        run.body.addWidget(
            muted(self.tr("Drag somebody who reads, or press Alt with the up or down arrow."))
        )
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        for widget in (self._odd, card, run, self._states()):
            layout.addWidget(widget)
        return holder

    def _states(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("How they may be then")))
        for state in self._texts.state:
            card.body.addWidget(label(state.name, "strong"))
            for line in state.lines:
                card.body.addWidget(body(f"•  {line}"))
        return card

    def _show_closed(self, plan: Plan) -> None:
        for widget in self._why:
            widget.hide()
            widget.deleteLater()
        card = Card("attention")
        card.body.addWidget(heading(self.tr("Choosing a day is closed for now")))
        card.body.addWidget(
            body(
                self.tr(
                    "Your answers to the safety questions say that somebody may be in danger. "
                    "Talk with these people first, alone and from a phone nobody else looks at. "
                    "When a professional helps you, add them with their name to the people of the "
                    "plan, and this page opens."
                )
            )
        )
        safety = button(self.tr("Why: the safety questions"), kind="primary")
        safety.clicked.connect(lambda: self.place_asked.emit(Place.SAFETY))
        add = button(self.tr("Add a professional"))
        add.clicked.connect(lambda: self.place_asked.emit(Place.PEOPLE))
        card.body.addLayout(acts(safety, add))
        self._why = [card, CallsCard(plan.advice.calls, self._numbers()), self._states()]
        for widget in self._why:
            self._closed_layout.addWidget(widget)
            widget.show()

    def _fill_rules(self) -> None:
        self._form.flush()
        day = self._store.only(Day)
        there = day.rules.splitlines()
        more = [rule for rule in self._texts.rules if rule not in there]
        self._store.save(replace(day, rules="\n".join([*there, *more])))
        self.reload_asked.emit()

    def _move_person(self, person_id: int, steps: int) -> None:
        people = self._people.people()
        ids = [one.id for one in people]
        spoken = [one.id for one in speakers(people)]
        there = spoken[spoken.index(person_id) + steps]
        self._people.move(person_id, ids.index(there) - ids.index(person_id))
        self.reload_asked.emit()
        number = spoken.index(there) + 1
        announce(self, self.tr("Now reads as number {number}").format(number=number))

    def _fields(self) -> Sequence[Field]:
        return (
            Field("on", self.tr("Day"), "day"),
            Field("hour", self.tr("Hour"), "time"),
            Field("zone", self.tr("Time zone of the meeting"), "choice", choices=self._zones),
            Field(
                "other_zone",
                self.tr("Somebody joins from"),
                "choice",
                help=self.tr("Their hour is then shown beside yours."),
                choices=self._other_zones,
            ),
            Field("place", self.tr("Place"), help=self._texts.place, wide=True),
            Field("seats", self.tr("Who sits where"), "text", help=self._texts.seats),
            Field("rules", self.tr("Ground rules, one a line"), "text"),
            Field("welcome_minutes", self.tr("Welcome"), "minutes"),
            Field("ask_minutes", self.tr("The ask and the offer"), "minutes"),
            Field("listen_minutes", self.tr("Time to listen"), "minutes"),
            Field("close_minutes", self.tr("Their choice, and close"), "minutes"),
        )

    def _zones(self) -> list[tuple[str, str]]:
        return [(self.tr("as on this computer"), ""), *_all_zones()]

    def _other_zones(self) -> list[tuple[str, str]]:
        return [(self.tr("the same time zone"), ""), *_all_zones()]


def _all_zones() -> list[tuple[str, str]]:
    return sorted((f"{city(name)} ({name.split('/', 1)[0]})", name) for name in zones())
