"""The Prepare tab: the sections of the plan, the one chosen, and what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.prepare.afterwards import After, with_meeting
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop, vital_stops
from familysupport.prepare.checklist import Place, is_done, missing
from familysupport.prepare.day import Day
from familysupport.prepare.model import Person
from familysupport.prepare.plan import Plan
from familysupport.prepare.road import Talk, Try
from familysupport.prepare.safety import SafetyAnswer, advise
from familysupport.prepare.treatment import Ready, TreatmentPlace
from familysupport.prepare.vetting import Candidate
from familysupport.session import Session
from familysupport.statements.reading import seconds_aloud
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.widgets import Page
from familysupport.ui.prepare.contents import Contents, Line
from familysupport.ui.prepare.day_words import days_until
from familysupport.ui.prepare.details import detail_words
from familysupport.ui.prepare.next_steps import NextSteps
from familysupport.ui.prepare.places import groups, place_words
from familysupport.ui.prepare.section import Section
from familysupport.ui.prepare.sections import Sections

if TYPE_CHECKING:  # a section is fetched with what it needs when it is entered
    from familysupport.ui.kit.preview import Machine
    from familysupport.vault import keys

_ICONS = {Place.PAPER: "print", Place.SHARE: "people"}


class PrepareTab(Tab):
    """Lays out the sections; one is built when it is first asked for."""

    lesson_asked = Signal(str)
    emergency_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        context: AppContext,
        parent: QWidget | None = None,
        machine: Machine | None = None,
        cost: keys.Cost | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._context = context
        self._sections = Sections(
            session, context, self._read_saved, self._open_emergency, machine, cost
        )
        self._place = Place.SAFETY
        self._made: dict[Place, Section] = {}
        self._contents = Contents()
        self._next = NextSteps()
        self._stack = QStackedWidget()
        self._undo = UndoBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        side = Page()
        side.body.setContentsMargins(20, 24, 20, 20)
        side.body.addWidget(self._next)
        layout.addWidget(Columns(self._contents, self._stack, side), 1)
        layout.addWidget(self._undo)
        self._contents.chosen.connect(self.show_place)
        self._next.place_asked.connect(self.show_place)
        session.people.purge_old()
        session.plan.purge_old()

    def refresh(self) -> None:
        """Read the plan afresh and show the chosen section."""
        self.flush()
        plan = self._read()
        section = self._section(self._place)
        section.show_plan(plan)
        self._stack.setCurrentWidget(section)
        self._show_around(plan)

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        for section in list(self._made.values()):  # what is saved may bring one more
            section.flush()

    def place(self) -> tuple[int, str]:
        """Return which section is in front."""
        return 0, self._place.value

    def go_to(self, _item: int, page: str) -> None:
        """Show the section called `page`."""
        self.show_place(Place(page))

    def show_place(self, place: Place) -> None:
        """Show one section."""
        self._place = place
        self.refresh()

    def _open_emergency(self, situation: str) -> None:
        self.flush()
        self.emergency_asked.emit(situation)

    def _section(self, place: Place) -> Section:
        if place not in self._made:
            section = self._sections.new(place)
            section.changed.connect(self._look_again)
            section.reload_asked.connect(self.refresh)
            section.place_asked.connect(self.show_place)
            section.lesson_asked.connect(self.lesson_asked)
            section.undo_offered.connect(self._undo.offer)
            self._made[place] = section
            self._stack.addWidget(section)
        return self._made[place]

    def _look_again(self) -> None:
        plan = self._read()
        self._section(self._place).look_again(plan)
        self._show_around(plan)

    def _show_around(self, plan: Plan) -> None:
        lines: list[Line] = []
        for name, places in groups():
            lines.append(Line(name))
            lines.extend(
                Line(
                    place_words()[place],
                    place,
                    detail_words(plan, place),
                    is_done(plan, place),
                    _ICONS.get(place, ""),
                )
                for place in places
            )
        self._contents.show_lines(lines, self._place)
        self._next.show_missing(missing(plan), days_until(plan))
        count = len(plan.people)
        said = self.tr("People who take part: {count}").format(count=count) if count else ""
        self.status_changed.emit(said)

    def _read(self) -> Plan:
        people = self._session.people.people()
        now = self._context.clock.now()
        day = self._session.plan.only(Day)
        after = self._session.plan.only(After)
        stops = self._session.plan.items(Stop)
        return Plan(
            now=now,
            people=tuple(people),
            stops=tuple(stops),
            limits=tuple(self._session.plan.items(Limit)),
            vital=len(vital_stops(stops, self._sections.changes.keep)),
            places=tuple(self._session.plan.items(TreatmentPlace)),
            ready=self._session.plan.only(Ready),
            day=day,
            zone=_zone_for(day),
            candidates=tuple(self._session.plan.items(Candidate)),
            responses=tuple(one.id for one in self._sections.responses.response),
            answers=tuple(self._session.plan.items(Answer)),
            objections=tuple(self._session.plan.items(Objection)),
            after=after,
            talk=self._session.plan.only(Talk),
            tries=with_meeting(self._session.plan.items(Try), after, day.on),
            seconds=self._seconds(people),
            advice=advise(
                self._sections.questions, self._session.plan.items(SafetyAnswer), now, day.on
            ),
        )

    def _read_saved(self) -> Plan:
        self.flush()
        return self._read()

    def _seconds(self, people: list[Person]) -> dict[int, int]:
        kept = self._session.statements.statements()
        return {
            person.id: sum(
                seconds_aloud(one.text) for one in kept if one.is_by(person.id, person.name)
            )
            for person in people
        }


def _zone_for(day: Day) -> str:
    """Return the zone the day is meant in; the computer's own is slow to learn, so only if used."""
    if day.zone or day.on is None:
        return day.zone
    from PySide6.QtCore import QTimeZone

    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
