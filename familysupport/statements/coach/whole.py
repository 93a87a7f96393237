"""What only the whole letter shows: missing parts, length, too much harm, one incident twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from familysupport.content.coach import WholeNote
from familysupport.statements.coach.model import Kind, Mark, Note
from familysupport.statements.coach.reading import Reading
from familysupport.statements.model import Part

# A letter of fewer words is still being begun: nothing can be missing from it.
FEWEST_WORDS = 60
# Four minutes aloud at 130 words a minute; past that a gentle note.
MOST_WORDS = 520
PILE = 4
PILE_SHARE = 0.4
CLEAR_ASK, ACCUSING, DATED = "clear ask", "accusing fact", "dated"
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
    start: int = 0
    end: int = 0

    @classmethod
    def of(cls, reading: Reading) -> Seen:
        """Return what a reading adds; places count from the sentence's beginning."""
        parts = tuple(
            (hit.ready.part.id, hit.start, hit.end) for hit in reading.parts if hit.ready.part
        )
        days = frozenset(word for hit in reading.parts for name, word in hit.kept if name == "day")
        long = frozenset(w for w in reading.line.words if len(w) >= _LONG_WORD and w.isalpha())
        end = reading.line.places[-1][1] if reading.line.places else 0
        return cls(reading.words, parts, long, frozenset(d.casefold() for d in days), 0, end)

    def moved(self, by: int) -> Seen:
        """Return the same with places counted from the letter's beginning."""
        parts = tuple((name, start + by, end + by) for name, start, end in self.parts)
        return Seen(self.words, parts, self.told, self.days, self.start + by, self.end + by)

    def shows(self, name: str) -> bool:
        """Return whether a part was seen here."""
        return any(part == name for part, _, _ in self.parts)


def settle(marks: Sequence[Mark], seen: Sequence[Seen]) -> tuple[Mark, ...]:
    """Return the marks that stay once the letter is known: a later clear ask answers a vague one.

    The clear ask may also stand in the same sentence.
    """
    clear = max((one.end for one in seen if one.shows(CLEAR_ASK)), default=-1)
    return tuple(mark for mark in marks if mark.family != "vague ask" or mark.start > clear)


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
    warm = sum(1 for one in seen if any(one.shows(part) for part in _WARM))
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
