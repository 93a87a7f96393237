"""Everything that is planned, read at one moment: what the checklist looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from familysupport.prepare.afterwards import After
from familysupport.prepare.answers import Answer, Objection
from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.day import Day
from familysupport.prepare.model import Person
from familysupport.prepare.road import Talk, Try
from familysupport.prepare.safety import Advice
from familysupport.prepare.treatment import Ready, TreatmentPlace
from familysupport.prepare.vetting import Candidate


@dataclass(frozen=True)
class Plan:
    """The plan as it stands at `now`; `seconds` says how long each person's statement is aloud.

    `zone` is the computer's own; `vital` counts the stopped acts that sound like life-saving help;
    `responses` are the ids of the ways they may answer.
    """

    now: datetime
    people: tuple[Person, ...] = ()
    seconds: Mapping[int, int] = field(default_factory=dict)
    tries: tuple[Try, ...] = ()
    talk: Talk = field(default_factory=Talk)
    stops: tuple[Stop, ...] = ()
    limits: tuple[Limit, ...] = ()
    vital: int = 0
    places: tuple[TreatmentPlace, ...] = ()
    ready: Ready = field(default_factory=Ready)
    day: Day = field(default_factory=Day)
    zone: str = "UTC"
    candidates: tuple[Candidate, ...] = ()
    responses: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()
    objections: tuple[Objection, ...] = ()
    after: After = field(default_factory=After)
    advice: Advice = field(default_factory=Advice)
