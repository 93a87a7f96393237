"""Emergency drills: a moment at a time, judged by nothing but acts that keep everyone alive."""

from __future__ import annotations

from typing import NamedTuple


class Act(NamedTuple):
    """Something that could be done, whether it is safe, and why."""

    text: str
    safe: bool
    why: str


class Moment(NamedTuple):
    """What one sees, and what could be done."""

    seen: str
    act: tuple[Act, ...]

    @property
    def safe_act(self) -> Act:
        """Return what keeps everyone alive here."""
        return next(one for one in self.act if one.safe)


class Drill(NamedTuple):
    """One emergency to practise; `emergency` names the page that helps when it is real."""

    id: str
    order: int
    name: str
    about: str
    note: str
    emergency: str
    facts: tuple[str, ...]
    moment: tuple[Moment, ...]


class Run:
    """One time through a drill; a moment is left only by the safe act."""

    def __init__(self, drill: Drill) -> None:
        self.drill = drill
        self.place = 0
        self.tries: list[list[Act]] = [[]]

    @property
    def over(self) -> bool:
        """Tell whether the last moment was met."""
        return self.place >= len(self.drill.moment)

    @property
    def moment(self) -> Moment:
        """Return the moment that waits for an act."""
        return self.drill.moment[self.place]

    def act(self, chosen: Act) -> None:
        """Do something; what is safe leads on, what is not lets one choose again."""
        self.tries[-1].append(chosen)
        if chosen.safe:
            self.place += 1
            self.tries.append([])

    def at_once(self) -> tuple[bool, ...]:
        """Return for each moment met whether the safe act came first."""
        return tuple(acts[0].safe for acts in self.tries[: self.place])
