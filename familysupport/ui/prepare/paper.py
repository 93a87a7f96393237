"""The plan on its way to paper: which sheet, in which words, in what size."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from familysupport.content.emergency import CountryNumbers
from familysupport.content.library import Library
from familysupport.documents.page import Page
from familysupport.emergency.numbers import of_kinds
from familysupport.prepare.content import (
    read_afterwards,
    read_changes,
    read_day,
    read_papers,
    read_responses,
    read_treatment,
    read_vetting,
)
from familysupport.prepare.for_statements import offers
from familysupport.prepare.pages import PlanWords, person_sheets, run_sheet, whole_plan
from familysupport.prepare.plan import Plan
from familysupport.prepare.road import next_road
from familysupport.prepare.sheets import bag_sheet, call_sheet, prompt_sheet, talk_card
from familysupport.prepare.treatment import held
from familysupport.ui.prepare.days import long_day
from familysupport.ui.prepare.road_words import next_words
from familysupport.ui.prepare.timeline import entry_words, hour_words
from familysupport.ui.prepare.words import part_words

_KINDS = ("emergency", "crisis", "poison")


class Sheet(Enum):
    """What can be printed."""

    RUN = auto()
    PEOPLE = auto()
    WHOLE = auto()
    CALL_PROFESSIONAL = auto()
    CALL_PLACE = auto()
    BAG = auto()
    PROMPTS = auto()
    TALK = auto()


def sheet_words() -> dict[Sheet, tuple[str, str]]:
    """Return the name of each sheet and what it is for."""
    say = QCoreApplication.translate
    return {
        Sheet.RUN: (
            say("PreparePaper", "Run sheet"),
            say("PreparePaper", "One page for whoever leads: order, ask, answers, numbers."),
        ),
        Sheet.PEOPLE: (
            say("PreparePaper", "A sheet for each person"),
            say("PreparePaper", "Their part, when they read, what they say, the rules."),
        ),
        Sheet.WHOLE: (
            say("PreparePaper", "The whole plan"),
            say("PreparePaper", "Everything but the safety answers, which are never printed."),
        ),
        Sheet.CALL_PROFESSIONAL: (
            say("PreparePaper", "Call sheet: interventionist"),
            say("PreparePaper", "The questions, with room to write. One for each call."),
        ),
        Sheet.CALL_PLACE: (
            say("PreparePaper", "Call sheet: treatment place"),
            say("PreparePaper", "The questions, with room to write. One for each call."),
        ),
        Sheet.BAG: (
            say("PreparePaper", "Bag list"),
            say("PreparePaper", "With boxes to tick."),
        ),
        Sheet.PROMPTS: (
            say("PreparePaper", "Prompt sheet"),
            say("PreparePaper", "For somebody who writes their statement by hand."),
        ),
        Sheet.TALK: (
            say("PreparePaper", "Card for a talk"),
            say("PreparePaper", "Your sentences for the kitchen table, to keep in the hand."),
        ),
    }


def page_for(
    sheet: Sheet, plan: Plan, library: Library, numbers: CountryNumbers, only: str = ""
) -> Page:
    """Return a sheet as a page; `only` is the uid of the one person it is for."""
    texts = read_papers(library)
    say = texts.label
    makers: dict[Sheet, Callable[[], Page]] = {
        Sheet.RUN: lambda: run_sheet(plan, plan_words(plan, library, numbers)),
        Sheet.PEOPLE: lambda: person_sheets(plan, plan_words(plan, library, numbers), only),
        Sheet.WHOLE: lambda: whole_plan(plan, plan_words(plan, library, numbers)),
        Sheet.CALL_PROFESSIONAL: lambda: call_sheet(
            say["call_professional"],
            read_vetting(library).ask,
            [one.text for one in read_vetting(library).sign],
            texts,
        ),
        Sheet.CALL_PLACE: lambda: call_sheet(
            say["call_place"],
            read_treatment(library).ask,
            [one.text for one in read_treatment(library).warning],
            texts,
        ),
        Sheet.BAG: lambda: bag_sheet(
            plan.ready.bag, read_treatment(library).bag, _needs(plan), texts
        ),
        Sheet.PROMPTS: lambda: prompt_sheet(texts),
        Sheet.TALK: lambda: talk_card(plan.talk, texts),
    }
    return makers[sheet]()


def plan_words(plan: Plan, library: Library, numbers: CountryNumbers) -> PlanWords:
    """Gather the words that stand on the sheets of the plan."""
    changes = read_changes(library)
    return PlanWords(
        label=read_papers(library).label,
        part=part_words(),
        entry=entry_words,
        hour=hour_words,
        day=long_day,
        heard={one.id: one.heard for one in read_responses(library).response},
        numbers=tuple(
            (one.number, one.name.removeprefix(one.number).strip())
            for kind in _KINDS
            for one in of_kinds(numbers, (kind,))[:1]
        ),
        road=next_words()[next_road(plan.advice.outcome, plan.tries)][0],
        states=read_day(library).state,
        first=read_afterwards(library).first,
        offer=lambda uid: offers(uid, plan.stops, plan.limits, changes),
    )


def _needs(plan: Plan) -> str:
    place = held(plan.places)
    return place.needs if place else ""
