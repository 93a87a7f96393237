"""Sentences for statements, made from what a person stops and from their limits.

A pure function for whoever edits statements. In a private tab, with a `Session` and the content:

    texts = read_changes(context.content)
    offer = offers(person.uid, session.plan.items(Stop), session.plan.items(Limit), texts)

`offer.stops` are paragraphs for the part "what I stop" (`statements.model.Part.STOPS`), and
`offer.if_no` are paragraphs for the card that is read only if the answer is no
(`Statement.if_no`). They are the person's own words in a sentence, in the order of the plan, and
are meant to be offered, never put in unasked. Life-saving help is never among them (FACTS F-06).
What makes a limit hard stays in Prepare: it is nobody's business at the meeting.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from familysupport.prepare.changes import Limit, Stop, vital_stops
from familysupport.prepare.content import ChangeFile


class Offer(NamedTuple):
    """What can be taken over into one person's statement, a paragraph each."""

    stops: tuple[str, ...] = ()
    if_no: tuple[str, ...] = ()


def offers(
    person_uid: str, stops: Sequence[Stop], limits: Sequence[Limit], texts: ChangeFile
) -> Offer:
    """Return the sentences for the person of that uid; empty records give none."""
    left_out = {one.id for one, _kept in vital_stops(stops, texts.keep)}
    return Offer(
        tuple(
            _stop(one, texts)
            for one in stops
            if one.person == person_uid and one.act.strip() and one.id not in left_out
        ),
        tuple(_limit(one, texts) for one in limits if one.person == person_uid and one.act.strip()),
    )


def _stop(one: Stop, texts: ChangeFile) -> str:
    pattern = texts.stop_since if one.since.strip() else texts.stop
    said = pattern.format(act=_bare(one.act), since=_bare(one.since))
    if not one.instead.strip():
        return said
    return f"{said} {texts.instead.format(instead=_bare(one.instead))}"


def _limit(one: Limit, texts: ChangeFile) -> str:
    pattern = texts.limit_start if one.start.strip() else texts.limit
    return pattern.format(act=_bare(one.act), start=_bare(one.start))


def _bare(text: str) -> str:
    return " ".join(text.split()).rstrip(".;, ")
