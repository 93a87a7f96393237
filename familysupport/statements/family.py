"""What two letters of one family tell twice, name differently or promise against each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, islice
from typing import NamedTuple

from familysupport.statements.model import Statement
from familysupport.statements.sentences import sentences

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_NAME = re.compile(
    r"(?:\b(?:at|to|in|into|with|from)\s+(?:the\s+)?)((?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+)*)"
)
_SHARED_WITH_DATE, _SHARED_WITHOUT = 1, 3
_LONG_ENOUGH = 4
_MOST_SENTENCES = 200


class Matter(StrEnum):
    """What is pointed out about the letters of a family."""

    SAME_INCIDENT = "same incident"
    PLACES = "places"
    TIMES = "times"
    PROMISES = "promises"


class Said(NamedTuple):
    """A sentence of one letter and where it stands there; `what` is the name or time it gives."""

    statement_id: int
    start: int
    end: int
    text: str
    what: str = ""


class Clash(NamedTuple):
    """Something two or more letters say, to be looked at side by side."""

    matter: Matter
    said: tuple[Said, ...]


class Topic(NamedTuple):
    """Something that can be promised or refused, and the words that speak of it."""

    id: str
    words: tuple[str, ...]


class FamilyWords(NamedTuple):
    """The words of one language that letters are compared by."""

    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    feasts: tuple[str, ...]
    place_words: tuple[str, ...]
    bed_words: tuple[str, ...]
    ask_words: tuple[str, ...]
    go_words: tuple[str, ...]
    times: tuple[tuple[str, ...], ...]
    not_words: tuple[str, ...]
    promise_words: tuple[str, ...]
    common: tuple[str, ...]
    topic: tuple[Topic, ...]


@dataclass(frozen=True)
class _Line:
    """One sentence, ready to compare."""

    said: Said
    plain: str
    words: frozenset[str]
    dates: frozenset[str]


def across(letters: Sequence[Statement], words: FamilyWords) -> list[Clash]:
    """Return what to look at before these letters are read out one after another."""
    lines = [list(islice(_lines(letter, words), _MOST_SENTENCES)) for letter in letters]
    return [
        *_same_incidents(lines, words),
        *_different(Matter.PLACES, (_places(one, words) for one in lines)),
        *_different(Matter.TIMES, (_times(one, words) for one in lines)),
        *_promises(lines, words),
    ]


def _lines(letter: Statement, words: FamilyWords) -> Iterator[_Line]:
    start, common = 0, frozenset(words.common)
    for sentence in sentences(letter.text):
        text = sentence.strip()
        first = start + sentence.find(text) if text else start
        start += len(sentence)
        if text:
            plain = text.replace("’", "'").casefold()
            telling = frozenset(
                word
                for word in _WORD.findall(plain)
                if len(word) >= _LONG_ENOUGH and word not in common
            )
            said = Said(letter.id, first, first + len(text), text)
            yield _Line(said, plain, telling, frozenset(_dates(plain, words)))


def _same_incidents(lines: Sequence[Sequence[_Line]], words: FamilyWords) -> Iterator[Clash]:
    for first, second in combinations(lines, 2):
        best = max(
            ((_alike(one, other, words), one, other) for one in first for other in second),
            key=lambda found: found[0],
            default=None,
        )
        if best is not None and best[0] > 0:
            yield Clash(Matter.SAME_INCIDENT, (best[1].said, best[2].said))


def _alike(one: _Line, other: _Line, words: FamilyWords) -> int:
    """Return how sure it is that both sentences tell of the same thing; 0 is not enough."""
    when = one.dates & other.dates
    days = {name for name in when if any(sign.isdigit() for sign in name) or name in words.feasts}
    shared = len((one.words & other.words) - set(words.months) - set(words.weekdays))
    if days and shared >= _SHARED_WITH_DATE:
        return shared + 3
    agree = not one.dates or not other.dates or bool(when)
    return shared if shared >= _SHARED_WITHOUT and agree else 0


def _dates(plain: str, words: FamilyWords) -> set[str]:
    found = {name for name in (*words.weekdays, *words.feasts) if _holds(plain, name)}
    month = "|".join(words.months)
    day = r"(\d{1,2})(?:st|nd|rd|th)?"
    for hit in re.finditer(rf"\b{day}(?: of)? ({month})\b|\b({month})(?: the)? {day}\b", plain):
        number, name, early, late = hit.groups()
        found.add(f"{int(number or late)} {name or early}")
    if not any(name.endswith(words.months) for name in found):
        found.update(name for name in words.months if _holds(plain, f"in {name}"))
    return found


def _places(lines: Sequence[_Line], words: FamilyWords) -> Iterator[Said]:
    for line in lines:
        bed = any(_holds(line.plain, word) for word in words.bed_words)
        for hit in _NAME.finditer(line.said.text):
            name = hit.group(1)
            last = name.split()[-1].casefold()
            if last in words.place_words or (bed and last not in words.weekdays + words.months):
                yield _with(line.said, name)


def _times(lines: Sequence[_Line], words: FamilyWords) -> Iterator[Said]:
    for line in lines:
        asks = any(_holds(line.plain, word) for word in words.ask_words)
        if asks and any(_holds(line.plain, word) for word in words.go_words):
            for same in words.times:
                if any(_holds(line.plain, word) for word in same):
                    yield _with(line.said, same[0])


def _different(matter: Matter, letters: Iterable[Iterator[Said]]) -> Iterator[Clash]:
    """Yield one clash when different letters give different names or times."""
    named: dict[tuple[int, str], Said] = {}
    for letter in letters:
        for said in letter:
            named.setdefault((said.statement_id, _key(said.what)), said)
    whats = {what for _, what in named}
    writers = {writer for writer, _ in named}
    if len(whats) > 1 and len(writers) > 1:
        yield Clash(matter, tuple(named.values()))


def _promises(lines: Sequence[Sequence[_Line]], words: FamilyWords) -> Iterator[Clash]:
    for topic in words.topic:
        yes: list[Said] = []
        no: list[Said] = []
        for line in (line for letter in lines for line in letter):
            if _speaks_of(line.plain, topic, words):
                refused = any(_holds(line.plain, word) for word in words.not_words)
                (no if refused else yes).append(line.said)
        for one in yes:
            against = next((said for said in no if said.statement_id != one.statement_id), None)
            if against is not None:
                yield Clash(Matter.PROMISES, (one, against))
                break


def _speaks_of(plain: str, topic: Topic, words: FamilyWords) -> bool:
    if plain.endswith("?") or not any(_holds(plain, word) for word in topic.words):
        return False
    own = _holds(plain, "i") or _holds(plain, "we") or _holds(plain, "you can")
    mine = own or "i'll" in plain or "we'll" in plain
    return mine and any(_holds(plain, word) for word in words.promise_words)


def _holds(plain: str, word: str) -> bool:
    place = plain.find(word)
    while place >= 0:
        before = plain[place - 1 : place]
        after = plain[place + len(word) : place + len(word) + 1]
        if not before.isalnum() and not after.isalnum():
            return True
        place = plain.find(word, place + 1)
    return False


def _with(said: Said, what: str) -> Said:
    return Said(said.statement_id, said.start, said.end, said.text, what)


def _key(what: str) -> str:
    return what.replace("’", "'").casefold().removeprefix("the ")
