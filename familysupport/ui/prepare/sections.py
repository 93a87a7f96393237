"""The sections of Prepare, each fetched and built when it is first entered."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from familysupport.context import AppContext
from familysupport.journal.model import Entry, Kind
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import (
    read_changes,
    read_day,
    read_responses,
    read_safety,
    read_treatment,
    read_vetting,
)
from familysupport.session import Session
from familysupport.ui.kit.files import show
from familysupport.ui.prepare.section import Section

if TYPE_CHECKING:
    from familysupport.content.emergency import CountryNumbers, EmergencyContent
    from familysupport.prepare.plan import Plan
    from familysupport.ui.kit.preview import Machine
    from familysupport.vault import keys


class Sections:
    """Makes a section; `read_saved` gives the plan once what was typed is kept."""

    def __init__(
        self,
        session: Session,
        context: AppContext,
        read_saved: Callable[[], Plan],
        open_emergency: Callable[[str], None],
        machine: Machine | None,
        cost: keys.Cost | None,
    ) -> None:
        self._session = session
        self._context = context
        self._read_saved = read_saved
        self._open_emergency = open_emergency
        self._machine = machine
        self._cost = cost
        self.questions = read_safety(context.content)
        self.responses = read_responses(context.content)
        self.changes = read_changes(context.content)

    def new(self, place: Place) -> Section:
        """Return a new section for `place`."""
        makers: dict[Place, Callable[[], Section]] = {
            Place.SAFETY: self._safety,
            Place.ROAD: self._road,
            Place.INTERVENTIONIST: self._interventionist,
            Place.TREATMENT: self._treatment,
            Place.STOPS: self._stops,
            Place.LIMITS: self._limits,
            Place.DAY: self._day,
            Place.ANSWERS: self._answers,
            Place.AFTER: self._after,
            Place.NEXT: self._next,
            Place.SHARE: self._share,
            Place.PAPER: self._paper,
            Place.PEOPLE: self._people,
        }
        return makers[place]()

    def _safety(self) -> Section:
        from familysupport.ui.prepare.safety_section import SafetySection

        return SafetySection(
            self._session.plan, self.questions, self._numbers, self._open_emergency
        )

    def _road(self) -> Section:
        from familysupport.ui.prepare.road_section import RoadSection

        return RoadSection(self._session.plan, self._context.content)

    def _interventionist(self) -> Section:
        from familysupport.ui.prepare.vetting_section import VettingSection

        texts = read_vetting(self._context.content)
        return VettingSection(self._session.plan, self._session.people, texts)

    def _treatment(self) -> Section:
        from familysupport.ui.prepare.treatment_section import TreatmentSection

        return TreatmentSection(self._session.plan, read_treatment(self._context.content))

    def _stops(self) -> Section:
        from familysupport.ui.prepare.changes import StopsSection

        return StopsSection(self._session.plan, self.changes)

    def _limits(self) -> Section:
        from familysupport.ui.prepare.changes import LimitsSection

        return LimitsSection(self._session.plan)

    def _day(self) -> Section:
        from familysupport.ui.prepare.day_section import DaySection

        texts = read_day(self._context.content)
        return DaySection(self._session.plan, self._session.people, texts, self._numbers)

    def _answers(self) -> Section:
        from familysupport.ui.prepare.answers_section import AnswersSection

        return AnswersSection(self._session.plan, self.responses)

    def _after(self) -> Section:
        from familysupport.ui.prepare.after_section import AfterSection

        return AfterSection(self._session.plan, self._context.content, self._write_entry)

    def _next(self) -> Section:
        from familysupport.ui.prepare.next_steps import NextSection

        return NextSection()

    def _share(self) -> Section:
        from familysupport.ui.prepare.joining import Joining
        from familysupport.ui.prepare.share_section import ShareSection
        from familysupport.vault import keys

        joining = Joining(
            self._session.people,
            self._session.plan,
            self._session.statements,
            QCoreApplication.translate("PrepareSections", "Before joining a shared plan"),
        )
        choose = self._machine.choose if self._machine else show
        return ShareSection(joining, choose, self._cost or keys.USUAL)

    def _paper(self) -> Section:
        from familysupport.ui.prepare.paper_section import PaperSection

        return PaperSection(self._context, self._read_saved, self._numbers, self._machine)

    def _people(self) -> Section:
        from familysupport.ui.prepare.people_section import PeopleSection

        return PeopleSection(self._session.people)

    @cached_property
    def _emergency(self) -> EmergencyContent:
        from familysupport.content.emergency import read_emergency

        content = self._context.content
        return read_emergency(content.root, content.language)

    def _numbers(self) -> CountryNumbers:
        from familysupport.emergency.numbers import numbers_for

        return numbers_for(self._emergency, self._context.settings().country)

    def _write_entry(self, title: str, text: str) -> None:
        now = self._context.clock.now()
        self._session.journal.save(Entry(0, now, Kind.FAMILY_SESSION, title=title, text=text))
