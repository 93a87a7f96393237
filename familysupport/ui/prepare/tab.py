"""The Prepare tab: the sections of the plan, the one chosen, and what to do next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, read_emergency
from familysupport.context import AppContext
from familysupport.emergency.numbers import numbers_for
from familysupport.journal.model import Entry, Kind
from familysupport.prepare.afterwards import After, with_meeting
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop, vital_stops
from familysupport.prepare.checklist import Place, is_done, missing
from familysupport.prepare.content import (
    read_changes,
    read_day,
    read_responses,
    read_safety,
    read_treatment,
    read_vetting,
)
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
from familysupport.ui.kit.files import show
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.preview import Machine
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.widgets import Page
from familysupport.ui.prepare.after_section import AfterSection
from familysupport.ui.prepare.answers_section import AnswersSection
from familysupport.ui.prepare.changes import LimitsSection, StopsSection
from familysupport.ui.prepare.contents import Contents, Line
from familysupport.ui.prepare.day_section import DaySection
from familysupport.ui.prepare.day_words import days_until
from familysupport.ui.prepare.details import detail_words
from familysupport.ui.prepare.joining import Joining
from familysupport.ui.prepare.next_steps import NextSection, NextSteps
from familysupport.ui.prepare.paper_section import PaperSection
from familysupport.ui.prepare.people_section import PeopleSection
from familysupport.ui.prepare.places import groups, place_words
from familysupport.ui.prepare.road_section import RoadSection
from familysupport.ui.prepare.safety_section import SafetySection
from familysupport.ui.prepare.section import Section
from familysupport.ui.prepare.share_section import ShareSection
from familysupport.ui.prepare.treatment_section import TreatmentSection
from familysupport.ui.prepare.vetting_section import VettingSection
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
        cost: keys.Cost = keys.USUAL,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._context = context
        self._machine = machine
        self._choose = machine.choose if machine else show
        self._cost = cost
        self._questions = read_safety(context.content)
        self._responses = read_responses(context.content)
        self._changes = read_changes(context.content)
        self._emergency = read_emergency(context.content.root, context.content.language)
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
        self.refresh()

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

    def _makers(self) -> Mapping[Place, Callable[[], Section]]:
        return {
            Place.SAFETY: self._safety,
            Place.ROAD: lambda: RoadSection(self._session.plan, self._context.content),
            Place.INTERVENTIONIST: lambda: VettingSection(
                self._session.plan, self._session.people, read_vetting(self._context.content)
            ),
            Place.TREATMENT: lambda: TreatmentSection(
                self._session.plan, read_treatment(self._context.content)
            ),
            Place.STOPS: lambda: StopsSection(self._session.plan, self._changes),
            Place.LIMITS: lambda: LimitsSection(self._session.plan),
            Place.DAY: lambda: DaySection(
                self._session.plan,
                self._session.people,
                read_day(self._context.content),
                self._numbers,
            ),
            Place.ANSWERS: lambda: AnswersSection(self._session.plan, self._responses),
            Place.AFTER: lambda: AfterSection(
                self._session.plan, self._context.content, self._write_entry
            ),
            Place.NEXT: NextSection,
            Place.SHARE: self._share,
            Place.PAPER: lambda: PaperSection(
                self._context, self._read_saved, self._numbers, self._machine
            ),
            Place.PEOPLE: lambda: PeopleSection(self._session.people),
        }

    def _safety(self) -> Section:
        return SafetySection(
            self._session.plan, self._questions, self._numbers, self._open_emergency
        )

    def _share(self) -> Section:
        joining = Joining(
            self._session.people,
            self._session.plan,
            self._session.statements,
            self.tr("Before joining a shared plan"),
        )
        return ShareSection(joining, self._choose, self._cost)

    def _numbers(self) -> CountryNumbers:
        return numbers_for(self._emergency, self._context.settings().country)

    def _open_emergency(self, situation: str) -> None:
        self.flush()
        self.emergency_asked.emit(situation)

    def _write_entry(self, title: str, text: str) -> None:
        now = self._context.clock.now()
        self._session.journal.save(Entry(0, now, Kind.FAMILY_SESSION, title=title, text=text))

    def _section(self, place: Place) -> Section:
        if place not in self._made:
            section = self._makers()[place]()
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
            vital=len(vital_stops(stops, self._changes.keep)),
            places=tuple(self._session.plan.items(TreatmentPlace)),
            ready=self._session.plan.only(Ready),
            day=day,
            zone=_own_zone(),
            candidates=tuple(self._session.plan.items(Candidate)),
            responses=tuple(one.id for one in self._responses.response),
            answers=tuple(self._session.plan.items(Answer)),
            objections=tuple(self._session.plan.items(Objection)),
            after=after,
            talk=self._session.plan.only(Talk),
            tries=with_meeting(self._session.plan.items(Try), after, day.on),
            seconds=self._seconds(people),
            advice=advise(self._questions, self._session.plan.items(SafetyAnswer), now, day.on),
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


def _own_zone() -> str:
    return bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
