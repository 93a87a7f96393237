"""What only the whole letter shows: missing parts, length, too much harm, one incident twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

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
PILE_SHARE = 0.4
CLEAR_ASK, ACCUSING, BARE = "clear ask", "accusing fact", "bare fact"
PILE_RULE = "pile-many-facts"
LECTURE_RULE = "lecture-sentences"
_FEWEST_IN_LECTURE = 4
_WARM = frozenset((Part.LOVE, Part.MEMORY, Part.HOPE))
_CHARGING = frozenset(
    ("blame", "label", "absolute", "guilt", "threat", "shaming", "mind-reading", "comparison",
     "hopelessness", "accusing question", "sarcasm")
)  # fmt: skip
_SHARED = 3
_LONG_WORD = 5


@dataclass(frozen=True)
class Seen:
    """What one sentence adds to the whole: its words, the parts it shows, what it tells of."""

    words: int
    parts: tuple[tuple[str, int, int], ...]
    told: frozenset[str]
    days: frozenset[str]
    topics: int = 0
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, reading: Reading, book: Book) -> Seen:
        """Return what a reading adds; places count from the sentence's beginning."""
        parts = tuple(
            (hit.ready.part.id, hit.start, hit.end) for hit in reading.parts if hit.ready.part
        )
        days = frozenset(word for hit in reading.parts for name, word in hit.kept if name == "day")
        long = frozenset(w for w in reading.line.words if len(w) >= _LONG_WORD and w.isalpha())
        end = reading.line.places[-1][1] if reading.line.places else 0
        said = frozenset(day.casefold() for day in days)
        return cls(reading.words, parts, long, said, _topics(reading, book), 0, end)

    def moved(self, by: int) -> Seen:
        """Return the same with places counted from the letter's beginning."""
        parts = tuple((name, start + by, end + by) for name, start, end in self.parts)
        return replace(self, parts=parts, start=self.start + by, end=self.end + by)

    @property
    def facts(self) -> tuple[tuple[str, int, int], ...]:
        """Return the accusing facts told here, in order; where two begin at once, the plainer."""
        first: dict[int, tuple[str, int, int]] = {}
        for name, start, end in sorted(self.parts):
            if name in (ACCUSING, BARE):
                first.setdefault(start, (name, start, end))
        return tuple(sorted(first.values(), key=lambda fact: fact[1]))

    @property
    def charges(self) -> bool:
        """Return whether an accusing fact is told here, or a bare one with no warmth."""
        return self.shows(ACCUSING) or (self.shows(BARE) and not self.is_warm)

    @property
    def is_warm(self) -> bool:
        """Return whether love, a good memory or hope shows here."""
        return any(name in _WARM for name, _, _ in self.parts)

    def shows(self, name: str) -> bool:
        """Return whether a part was seen here."""
        return any(part == name for part, _, _ in self.parts)


def settle(
    marks: Sequence[Mark], seen: Sequence[Seen], known: Mapping[str, WholeNote]
) -> tuple[Mark, ...]:
    """Return the marks that stay once the letter is known, and one for each pile and lecture.

    A clear ask in the same sentence or later answers a vague one. Other marks may lie inside a
    pile or a lecture of several sentences; apart from that no two overlap.
    """
    clear = max((one.end for one in seen if one.shows(CLEAR_ASK)), default=-1)
    kept = [mark for mark in marks if mark.family != "vague ask" or mark.start > clear]
    for run in _runs(seen, lambda one: one.charges):
        facts = [name for piece in run for name, _, _ in piece.facts]
        if len(facts) >= PILE and facts.count(ACCUSING) * 2 >= len(facts):
            kept.append(_pile_mark(run, known["pile"]))
    for run in _runs(seen, lambda one: one.topics >= 0):
        if len(run) > 1 and any(one.topics for one in run) and not _marked(run, kept):
            kept.append(_stretch(LECTURE_RULE, run[0].start, run[-1].end, known["lecture"]))
    return tuple(sorted(kept, key=lambda mark: (mark.start, -mark.end)))


def _runs(seen: Sequence[Seen], belongs: Callable[[Seen], bool]) -> Iterator[Sequence[Seen]]:
    """Yield each longest row of sentences that belong."""
    for holds, run in groupby(seen, key=belongs):
        if holds:
            yield list(run)


def _marked(run: Sequence[Seen], marks: Sequence[Mark]) -> bool:
    return any(run[0].start <= mark.start < run[-1].end for mark in marks)


def _pile_mark(run: Sequence[Seen], pile: WholeNote) -> Mark:
    start = run[0].start if len(run) > 1 else run[0].facts[0][1]
    end = max(last for one in run for _, _, last in one.facts)
    return _stretch(PILE_RULE, start, end, pile)


def _stretch(rule: str, start: int, end: int, note: WholeNote) -> Mark:
    family = rule.partition("-")[0]
    return Mark(start, end, rule, family, note.why, note.suggestion, note.example, note.weight)


def _topics(reading: Reading, book: Book) -> int:
    """Return how many words of a lecture stand in a sentence about nobody, else -1."""
    words = reading.line.words
    if reading.words < _FEWEST_IN_LECTURE or words & book.persons or reading.parts:
        return -1
    return len(words & book.topics)


def notes(
    marks: Sequence[Mark], seen: Sequence[Seen], known: Mapping[str, WholeNote]
) -> Iterator[Note]:
    """Yield the notes on the whole letter; a letter just begun gets none."""
    words = sum(one.words for one in seen)
    if words < FEWEST_WORDS:
        return
    for part in Part:
        if not any(one.shows(part) for one in seen):
            yield _note(known[f"missing.{part.value.replace(' ', '-')}"], part=part)
    if words > MOST_WORDS:
        yield _note(known["too-long"])
    yield from _harm(marks, seen, known, words)
    yield from _twice(seen, known)


def _harm(
    marks: Sequence[Mark], seen: Sequence[Seen], known: Mapping[str, WholeNote], words: int
) -> Iterator[Note]:
    charged = [one for one in seen if one.shows(ACCUSING) or _charged(one, marks)]
    share = sum(one.words for one in charged) / words
    if charged and (len(charged) >= PILE or share >= PILE_SHARE):
        yield _note(known["pile"], charged[0].start, charged[-1].end)
    warm = sum(1 for one in seen if one.is_warm)
    if len(charged) >= PILE - 1 and len(charged) > 2 * warm:
        yield _note(known["harm-outweighs-love"])


def _charged(one: Seen, marks: Sequence[Mark]) -> bool:
    return any(
        mark.family in _CHARGING and mark.kind is Kind.MARK and one.start <= mark.start < one.end
        for mark in marks
    )


def _twice(seen: Sequence[Seen], known: Mapping[str, WholeNote]) -> Iterator[Note]:
    told = [one for one in seen if one.days]
    for number, later in enumerate(told):
        for earlier in told[:number]:
            apart = later.start - earlier.end > 1
            if apart and later.days & earlier.days and len(later.told & earlier.told) >= _SHARED:
                yield _note(known["same-incident-twice"], later.start, later.end)
                return


def _note(one: WholeNote, start: int = 0, end: int = 0, part: Part | None = None) -> Note:
    return Note(one.id, one.why, one.suggestion, one.example, one.weight, part, start, end)
