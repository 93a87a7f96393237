"""Checks the scenarios; run as `python -m familysupport.rehearse.check`."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from familysupport.content.grade import grade
from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.paths import resources
from familysupport.rehearse.check_play import played
from familysupport.rehearse.check_words import known_places, places, pronouns, told
from familysupport.rehearse.drill import Drill, Moment
from familysupport.rehearse.own import OWN
from familysupport.rehearse.pack import read_drills, read_pack
from familysupport.rehearse.scenario import Pack, Reaction, Reply

FEWEST_LINES, FEWEST_TEMPERAMENTS = 6, 3
FEWEST_REPLIES, MOST_REPLIES = 3, 5
MOST_WHY = 25
LEAD = 0.4
HARDEST = 9.0


def main() -> int:
    """Print what is wrong; return 1 when anything is."""
    problems = check(Library(resources() / "content", "en"))
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"scenarios: {len(problems)} to mend\n" if problems else "scenarios: sound\n")
    return 1 if problems else 0


def check(library: Library) -> list[str]:
    """Return what is wrong with the scenarios, each as place and slip."""
    try:
        pack, drills = read_pack(library), read_drills(library)
    except ContentError as error:
        return [str(error)]
    slips = [
        *_pack(pack),
        *pronouns(pack.pronouns),
        *(slip for one in [*pack.reactions, *_own(pack)] for slip in _reaction(one, pack)),
        *(slip for one in drills for slip in _drill(one, library, known_places(pack))),
    ]
    return slips or list(played(pack))  # what is not sound cannot be played


def _pack(pack: Pack) -> Iterator[str]:
    yield from _twice("the id", [one.id for one in pack.reactions])
    yield from _twice("the line", [one.says + one.seen for one in pack.reactions])
    yield from _twice("the reply", [reply.text for one in pack.reactions for reply in one.reply])
    ours = [kind for kind in pack.kinds if kind != OWN]
    yield from chain.from_iterable(_kind(kind, pack.by_kind[kind]) for kind in ours)
    for name in pack.secrets:
        if not any(one.secret == name for one in pack.reactions):
            yield f"secrets.toml: {name} is never told"
    for temperament in pack.temperaments.values():
        for kind in temperament.weights:
            if kind not in pack.kinds:
                yield f"temperaments.toml: {temperament.id}: there is no kind {kind}"
    yield from _leads(pack)


def _kind(kind: str, lines: tuple[Reaction, ...]) -> Iterator[str]:
    names = {name for one in lines for name in one.temperaments}
    if len(lines) < FEWEST_LINES:
        yield f"{kind}: has {len(lines)} lines, fewer than {FEWEST_LINES}"
    if len(names) < FEWEST_TEMPERAMENTS:
        yield f"{kind}: is spoken in {len(names)} temperaments"
    if lines and all(one.recalls or one.secret for one in lines):
        yield f"{kind}: has no line that can come at any time"


def _leads(pack: Pack) -> Iterator[str]:
    """Say when the best reply could be guessed from its place or its length."""
    count = max(1, len(pack.reactions))
    first = sum(one.reply[0].quality == "best" for one in pack.reactions)
    longest = sum(_longest(one).quality == "best" for one in pack.reactions)
    if first / count > LEAD:
        yield f"the best reply stands first in {first} of {count}"
    if longest / count > LEAD:
        yield f"the best reply is the longest in {longest} of {count}"


def _longest(reaction: Reaction) -> Reply:
    return max(reaction.reply, key=lambda reply: len(reply.text))


def _reaction(one: Reaction, pack: Pack) -> Iterator[str]:
    place = f"{one.kind}: {one.id}"
    for slip in chain(_names(one, pack), _makeup(one), _places(one, pack), told(one.seen)):
        yield f"{place}: {slip}"
    for reply in one.reply:
        for slip in _reply(reply):
            yield f"{place}: “{reply.text[:40]}”: {slip}"


def _names(one: Reaction, pack: Pack) -> Iterator[str]:
    if one.kind not in pack.kinds:
        yield f"there is no kind {one.kind}"
    for name in one.temperaments:
        if name not in pack.temperaments:
            yield f"there is no temperament {name}"
    if one.secret and one.secret not in pack.secrets:
        yield f"there is no secret {one.secret}"


def _makeup(one: Reaction) -> Iterator[str]:
    if not one.says and not one.seen:
        yield "says nothing and does nothing"
    if not FEWEST_REPLIES <= len(one.reply) <= MOST_REPLIES:
        yield f"has {len(one.reply)} replies"
    qualities = Counter(reply.quality for reply in one.reply)
    if qualities["best"] != 1 or qualities["half"] != 1 or not qualities["poor"]:
        yield "needs one best reply, one half right, and at least one poor"


def _own(pack: Pack) -> list[Reaction]:
    """Return the rows of replies to what a family wrote, as lines."""
    return [
        Reaction(f"{OWN} {number}", "…", row.reply, kind=OWN)
        for number, row in enumerate(pack.own.row, 1)
    ]


def _drill(drill: Drill, library: Library, places_known: frozenset[str]) -> Iterator[str]:
    place = f"drills: {drill.id}"
    known = library.facts()
    for fact in drill.facts:
        if fact not in known:
            yield f"{place}: the fact {fact} does not exist"
    if not drill.facts or not drill.note or not drill.moment:
        yield f"{place}: has no facts, no note before it, or nothing in it"
    for number, moment in enumerate(drill.moment, 1):
        for slip in chain(_moment(moment), _told_in(moment, places_known)):
            yield f"{place}: moment {number}: {slip}"
    firsts = sum(moment.act[0].safe for moment in drill.moment)
    if firsts * 2 > len(drill.moment):
        yield f"{place}: the safe act stands first in {firsts} of {len(drill.moment)}"


def _moment(moment: Moment) -> Iterator[str]:
    if sum(act.safe for act in moment.act) != 1 or len(moment.act) < 2:
        yield "needs one safe act and at least one that is not"
    for act in moment.act:
        if not act.why:
            yield f"“{act.text[:40]}” gives no reason"
        if grade([act.text, act.why]) > HARDEST:
            yield f"“{act.text[:40]}” reads at grade {grade([act.text, act.why]):.1f}"


def _reply(reply: Reply) -> Iterator[str]:
    harmful = [code.value for code in reply.does if code.harmful]
    helpful = [code.value for code in reply.does if not code.harmful]
    if not reply.codes:
        yield "has no code"
    if reply.quality in ("best", "good") and harmful:
        yield f"is called {reply.quality}, and yet harms: {', '.join(harmful)}"
    if reply.quality == "half" and not (harmful and helpful):
        yield "is called half right, and does not both help and harm"
    if reply.quality == "poor" and not harmful:
        yield "is called poor, and harms nothing"
    words = len(reply.why.split())
    if not 0 < words <= MOST_WHY:
        yield f"gives its reason in {words} words"
    for slip in told(reply.why):
        yield f"its reason: {slip}"
    if grade([reply.text, reply.why]) > HARDEST:
        yield f"reads at grade {grade([reply.text, reply.why]):.1f}"


def _places(one: Reaction, pack: Pack) -> Iterator[str]:
    texts = [one.says, one.seen, one.thinks]
    texts += [text for reply in one.reply for text in (reply.text, reply.why)]
    known = known_places(pack)
    for text in texts:
        yield from places(text, known, bool(one.ties))


def _told_in(moment: Moment, known: frozenset[str]) -> Iterator[str]:
    for text in (moment.seen, *(part for act in moment.act for part in (act.text, act.why))):
        yield from places(text, known, tied=False)
    yield from told(moment.seen)


def _twice(what: str, texts: list[str]) -> Iterator[str]:
    for text, count in Counter(texts).items():
        if count > 1:
            yield f"{what} stands {count} times: {text[:60]}"


if __name__ == "__main__":
    sys.exit(main())
