"""What only the whole letter shows: missing parts, length, too much harm, one incident twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from familysupport.content.coach import WholeNote
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.model import Kind, Mark, Note
from familysupport.statements.coach.reading import Reading
from familysupport.statements.model import Part

# A letter of fewer words is still being begun: nothing can be missing from it.
FEWEST_WORDS = 60
# Four minutes aloud at 130 words a minute; past that a gentle note.
MOST_WORDS = 520
PILE = 4
MANY_DAYS = 3
PILE_SHARE = 0.4
CLEAR_ASK, ACCUSING, BARE, DATED = "clear ask", "accusing fact", "bare fact", "dated"
PILE_RULE = "pile-many-facts"
LECTURE_RULE = "lecture-sentences"
HEARD_RULE = "-heard"
_FEWEST_IN_LECTURE = 4
_WARM = frozenset((Part.LOVE, Part.MEMORY, Part.HOPE))
_CHARGING = frozenset(
    ("blame", "label", "absolute", "guilt", "threat", "shaming", "mind-reading", "comparison",
     "hopelessness", "accusing question", "sarcasm")
)  # fmt: skip
_MOST_DAYS = 60
_SHARED = 3
_LONG_WORD = 5


class Seen(NamedTuple):
    """What one sentence adds to the whole; places count from its beginning.

    `shows` are the parts it holds and `parts` where each is first shown, `facts` the accusing ones
    in order, `topics` the words of a lecture in a sentence about nobody, else -1.
    """

    words: int
    length: int
    shows: frozenset[str]
    parts: tuple[tuple[str, int, int], ...]
    facts: tuple[tuple[str, int, int], ...]
    told: frozenset[str]
    days: frozenset[str]
    topics: int
    charged: bool
    dates: int

    @classmethod
    def of(cls, reading: Reading, marks: Sequence[Mark], book: Book) -> Seen:
        """Return what a reading and its marks add."""
        parts = sorted((p.ready.part.id, p.start, p.end) for p in reading.parts if p.ready.part)
        first = {name: (name, start, end) for name, start, end in reversed(parts)}
        days = (word for hit in reading.parts for name, word in hit.kept if name == "day")
        long = (w for w in reading.line.words if len(w) >= _LONG_WORD and w.isalpha())
        return cls(
            reading.words,
            reading.line.places[-1][1] if reading.line.places else 0,
            frozenset(first),
            tuple(first.values()),
            _facts(parts),
            frozenset(long),
            frozenset(day.casefold() for day in days),
            _topics(reading, book),
            ACCUSING in first or any(_charges(mark) for mark in marks),
            len({start for name, start, _ in parts if name == DATED}),
        )

    @property
    def charges(self) -> bool:
        """Return whether an accusing fact is told here, or a bare one with no warmth."""
        return ACCUSING in self.shows or (BARE in self.shows and not self.is_warm)

    @property
    def is_warm(self) -> bool:
        """Return whether love, a good memory or hope shows here."""
        return not _WARM.isdisjoint(self.shows)


class Here(NamedTuple):
    """A sentence in its place in the letter."""

    start: int
    seen: Seen

    @property
    def end(self) -> int:
        """Return where its last word ends."""
        return self.start + self.seen.length


def settle(
    marks: Sequence[Mark], letter: Sequence[Here], known: Mapping[str, WholeNote]
) -> tuple[Mark, ...]:
    """Return the marks that stay once the letter is known, and one for each pile and lecture.

    A clear ask in the same sentence or later answers a vague one. Other marks may lie inside a
    pile or a lecture of several sentences; apart from that no two overlap.
    """
    clear = max((one.end for one in letter if CLEAR_ASK in one.seen.shows), default=-1)
    kept = [mark for mark in marks if mark.family != "vague ask" or mark.start > clear]
    wide = [*_piles(letter, known["pile"]), *_lectures(letter, known["lecture"])]
    kept = [mark for mark in kept if not (_is_heard(mark) and _inside(mark, wide))]
    wide = [one for one in wide if one.rule == PILE_RULE or not _holds_any(one, kept)]
    return tuple(sorted((*kept, *wide), key=lambda mark: (mark.start, -mark.end)))


def notes(letter: Sequence[Here], known: Mapping[str, WholeNote]) -> Iterator[Note]:
    """Yield the notes on the whole letter; a letter just begun gets none."""
    words = sum(one.seen.words for one in letter)
    if words < FEWEST_WORDS:
        return
    shown = frozenset(name for one in letter for name in one.seen.shows)
    for part in Part:
        if part not in shown:
            yield _note(known[f"missing.{part.value.replace(' ', '-')}"], part=part)
    if words > MOST_WORDS:
        yield _note(known["too-long"])
    yield from _harm(letter, known, words)
    yield from _twice(letter, known)


def _harm(letter: Sequence[Here], known: Mapping[str, WholeNote], words: int) -> Iterator[Note]:
    charged = [one for one in letter if one.seen.charged]
    share = sum(one.seen.words for one in charged) / words
    if charged and (len(charged) >= PILE or share >= PILE_SHARE):
        yield _note(known["pile"], charged[0].start, charged[-1].end)
    warm = sum(1 for one in letter if one.seen.is_warm)
    if len(charged) >= PILE - 1 and len(charged) > 2 * warm:
        yield _note(known["harm-outweighs-love"])


def _twice(letter: Sequence[Here], known: Mapping[str, WholeNote]) -> Iterator[Note]:
    told = [one for one in letter if one.seen.days][:_MOST_DAYS]
    for number, later in enumerate(told):
        for earlier in told[:number]:
            alike = len(later.seen.told & earlier.seen.told) >= _SHARED
            same_day = later.seen.days & earlier.seen.days
            if same_day and alike and later.start - earlier.end > 1:
                yield _note(known["same-incident-twice"], later.start, later.end)
                return


def _piles(letter: Sequence[Here], note: WholeNote) -> Iterator[Mark]:
    for run in _runs(letter, lambda one: one.seen.charges):
        facts = [name for piece in run for name, _, _ in piece.seen.facts]
        days = sum(piece.seen.dates for piece in run)
        if ACCUSING in facts and len(facts) + (days if days >= MANY_DAYS else 0) >= PILE:
            yield _pile_mark(run, note)


def _lectures(letter: Sequence[Here], note: WholeNote) -> Iterator[Mark]:
    for run in _runs(letter, lambda one: one.seen.topics >= 0):
        if len(run) > 1 and any(one.seen.topics for one in run):
            yield _stretch(LECTURE_RULE, run[0].start, run[-1].end, note)


def _is_heard(mark: Mark) -> bool:
    """Return whether no rule spoke, only the words together."""
    return mark.rule.endswith(HEARD_RULE)


def _inside(mark: Mark, wide: Sequence[Mark]) -> bool:
    return any(one.start <= mark.start and mark.end <= one.end for one in wide)


def _runs(letter: Sequence[Here], belongs: Callable[[Here], bool]) -> Iterator[Sequence[Here]]:
    """Yield each longest row of sentences that belong."""
    for holds, run in groupby(letter, key=belongs):
        if holds:
            yield list(run)


def _holds_any(wide: Mark, marks: Sequence[Mark]) -> bool:
    return any(wide.start <= mark.start < wide.end for mark in marks)


def _pile_mark(run: Sequence[Here], pile: WholeNote) -> Mark:
    first = run[0].seen.facts[0][1] if len(run) == 1 else 0
    last = max(one.start + end for one in run for _, _, end in one.seen.facts)
    return _stretch(PILE_RULE, run[0].start + first, last, pile)


def _stretch(rule: str, start: int, end: int, note: WholeNote) -> Mark:
    family = rule.partition("-")[0]
    return Mark(start, end, rule, family, note.why, note.suggestion, note.example, note.weight)


def _charges(mark: Mark) -> bool:
    return mark.family in _CHARGING and mark.kind is Kind.MARK


def _facts(parts: Sequence[tuple[str, int, int]]) -> tuple[tuple[str, int, int], ...]:
    """Return the accusing facts in order; where two begin at one place, the plainer."""
    first: dict[int, tuple[str, int, int]] = {}
    for name, start, end in parts:
        if name in (ACCUSING, BARE):
            first.setdefault(start, (name, start, end))
    return tuple(sorted(first.values(), key=lambda fact: fact[1]))


def _topics(reading: Reading, book: Book) -> int:
    words = reading.line.words
    if reading.words < _FEWEST_IN_LECTURE or words & book.persons or reading.parts:
        return -1
    return len(words & book.topics)


def _note(one: WholeNote, start: int = 0, end: int = 0, part: Part | None = None) -> Note:
    return Note(one.id, one.why, one.suggestion, one.example, one.weight, part, start, end)
