"""After a talk: what was strong, the one thing to change, and what to practise next.

Success is not that the other agreed. It is a clear ask, a calm limit, and no threat at the end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from familysupport.rehearse.mood import Code
from familysupport.rehearse.roleplay import Exchange, Outcome
from familysupport.rehearse.scenario import Pack, Reply

STRENGTHS = 2
MOVED_MOST = 3
HARD_TO_HEAR = 2


class Better(NamedTuple):
    """One's own line, and a reply that could be tried instead."""

    turn: int
    said: str
    instead: Reply | None


class Feedback(NamedTuple):
    """What a talk showed; turns count from 0."""

    strengths: tuple[int, ...]
    change: Better | None
    turning: tuple[int, ...]
    listened: int
    asked: int
    calm_no: bool
    next_kind: str
    unrated: int = 0


def feedback(pack: Pack, exchanges: Sequence[Exchange], outcome: Outcome | None) -> Feedback:
    """Return what there is to say about the turns of a talk."""
    helped = sorted(range(len(exchanges)), key=lambda turn: -_gain(exchanges[turn]))
    codes = Counter(code for one in exchanges for code in one.said.codes)
    worst = _worst(exchanges)
    return Feedback(
        strengths=tuple(turn for turn in helped if _strong(exchanges[turn]))[:STRENGTHS],
        change=_better(pack, exchanges, worst),
        turning=_turning(exchanges),
        listened=codes[Code.LISTEN],
        asked=codes[Code.ASK],
        calm_no=_calm_no(exchanges, outcome),
        unrated=sum(not one.said.codes for one in exchanges),
        next_kind=pack.by_id[exchanges[worst].reaction].kind if worst is not None else "",
    )


def harmful_running(exchanges: Sequence[Exchange]) -> bool:
    """Tell whether the last two replies both made it worse."""
    last = [any(code.harmful for code in one.said.codes) for one in exchanges[-HARD_TO_HEAR:]]
    return len(last) == HARD_TO_HEAR and all(last)


def held(exchange: Exchange) -> bool | None:
    """Tell whether a reaction was met without harm; None where the answer could not be rated."""
    return _strong(exchange) if exchange.said.codes else None


def _strong(exchange: Exchange) -> bool:
    codes = exchange.said.codes
    return bool(codes) and not any(code.harmful for code in codes)


def _gain(exchange: Exchange) -> float:
    before, after = exchange.before, exchange.after
    return after.trust - before.trust + after.openness - before.openness - after.heat + before.heat


def _turning(exchanges: Sequence[Exchange]) -> tuple[int, ...]:
    most = sorted(range(len(exchanges)), key=lambda turn: -abs(_gain(exchanges[turn])))
    return tuple(sorted(most[:MOVED_MOST]))


def _worst(exchanges: Sequence[Exchange]) -> int | None:
    harmed = [turn for turn, one in enumerate(exchanges) if _harms(one)]
    return min(harmed, key=lambda turn: _gain(exchanges[turn])) if harmed else None


def _harms(exchange: Exchange) -> bool:
    return any(code.harmful for code in exchange.said.codes)


def _better(pack: Pack, exchanges: Sequence[Exchange], turn: int | None) -> Better | None:
    if turn is None:
        return None
    reaction = pack.by_id[exchanges[turn].reaction]
    best = next((reply for reply in reaction.reply if reply.quality == "best"), None)
    return Better(turn, exchanges[turn].said.text, best)


def _calm_no(exchanges: Sequence[Exchange], outcome: Outcome | None) -> bool:
    """Tell whether a no was met calmly, with the line held."""
    if outcome not in (Outcome.REFUSED, Outcome.NOT_TODAY, Outcome.WALKED_OUT) or not exchanges:
        return False
    return _strong(exchanges[-1])
