"""The nouns of a scenario, read from `resources/content/<language>/rehearse/`."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from familysupport.rehearse.loved import Forms, TieName
from familysupport.rehearse.mood import Code, Mood

Quality = Literal["best", "good", "half", "poor"]
CodeName = Literal[
    "listen",
    "affirm",
    "autonomy",
    "feel",
    "fact",
    "own",
    "offer",
    "ask",
    "hold",
    "pause",
    "handover",
    "safe",
    "confront",
    "lecture",
    "debate",
    "threat",
    "cave",
    "rescue",
    "guilt",
    "sarcasm",
    "block",
    "secret",
]
Stage = Literal["opening", "talk", "asked", "closing"]
Memory = Literal["", "caved", "labelled", "shamed", "threatened", "owned", "held"]


class Range(NamedTuple):
    """From where to where a number of the mood may be; both ends count."""

    low: float = 0.0
    high: float = 10.0

    def holds(self, value: float) -> bool:
        """Tell whether a value is inside."""
        return self.low <= value <= self.high


@dataclass(frozen=True)
class Kind:
    """One way to react: when it can come, how likely it is, and which replies come too early."""

    id: str
    name: str
    wants: str
    practise: bool
    stages: tuple[Stage, ...]
    weight: float
    trust: Range = field(default_factory=Range)
    heat: Range = field(default_factory=Range)
    shame: Range = field(default_factory=Range)
    openness: Range = field(default_factory=Range)
    early: tuple[CodeName, ...] = ()
    warms: float = 0.0

    def fits(self, mood: Mood) -> bool:
        """Tell whether the mood allows this reaction."""
        return (
            self.trust.holds(mood.trust)
            and self.heat.holds(mood.heat)
            and self.shame.holds(mood.shame)
            and self.openness.holds(mood.openness)
        )


@dataclass(frozen=True)
class Temperament:
    """How somebody tends to be: the mood at the start, and which reactions come more often."""

    id: str
    name: str
    about: str
    trust: float
    heat: float
    shame: float
    openness: float
    weights: dict[str, float] = field(default_factory=dict)
    walks: float = 1.0

    @property
    def mood(self) -> Mood:
        """Return the mood at the start."""
        return Mood(self.trust, self.heat, self.shame, self.openness)


class Secret(NamedTuple):
    """A fear that is told only to somebody trusted."""

    id: str
    name: str
    trust: float
    opened_by: tuple[CodeName, ...]


class Reply(NamedTuple):
    """Something to say, what it does, and why."""

    text: str
    quality: Quality
    codes: tuple[CodeName, ...]
    why: str

    @property
    def does(self) -> tuple[Code, ...]:
        """Return the codes as the engine knows them."""
        return tuple(Code(name) for name in self.codes)


class Reaction(NamedTuple):
    """One line of the made-up person, and what could be answered.

    With `ties` it is said only to somebody who is that to the loved one.
    """

    id: str
    says: str
    reply: tuple[Reply, ...]
    seen: str = ""
    thinks: str = ""
    temperaments: tuple[str, ...] = ()
    secret: str = ""
    recalls: Memory = ""
    ties: tuple[TieName, ...] = ()
    kind: str = ""

    @property
    def any_time(self) -> bool:
        """Tell whether anybody can hear it, whatever was said before."""
        return bool(self.says) and not self.recalls and not self.ties


class OwnRow(NamedTuple):
    """Replies that fit any objection."""

    reply: tuple[Reply, ...]


class OwnAnswers(NamedTuple):
    """What could be answered to an objection that the family wrote, whatever it is.

    `row` holds rows of replies that are used in turn; `ready` and `mixed` say why the family's
    own answer helps, and that it also hurts.
    """

    ready: str
    mixed: str
    row: tuple[OwnRow, ...]


@dataclass(frozen=True)
class Pack:
    """All that the made-up people can be and say, in one language."""

    kinds: dict[str, Kind]
    temperaments: dict[str, Temperament]
    secrets: dict[str, Secret]
    reactions: tuple[Reaction, ...]
    pronouns: dict[str, Forms]
    own: OwnAnswers

    @cached_property
    def by_kind(self) -> dict[str, tuple[Reaction, ...]]:
        """Return the reactions of each kind, in the order of the files."""
        return {
            kind: tuple(one for one in self.reactions if one.kind == kind) for kind in self.kinds
        }

    @cached_property
    def by_id(self) -> dict[str, Reaction]:
        """Return each reaction by its id."""
        return {one.id: one for one in self.reactions}
