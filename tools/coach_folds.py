"""Cross-validates the coach: each open letter is read by an ear that never learnt from it.

The rules stay as they are, so files that rules were written beside look better than letters from
outside; `kept` was never learnt from, and no phrase was chosen by it.
"""

from __future__ import annotations

import random
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coach_data import CONTENT, LEARNT, Line, emergency_lines, labelled, model_lines
from coach_report import FAMILIES, Tally, count
from coach_weigh import gather, learn

from familysupport.content.coach import read_coach
from familysupport.statements.coach import load_book
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.coach import Reviewer
from familysupport.statements.coach.weigh import Weights

FOLDS = 4
SEED = 5
Named = tuple[str, Line]


def named_lines() -> list[Named]:
    """Return every line that is learnt from with the name of where it stands."""
    found = [(name, line) for name in LEARNT for line in labelled(name)]
    return found + [("model texts", line) for line in model_lines()]


def without_rules(book: Book) -> Book:
    """Return a book in which only the ear speaks."""
    return book._replace(by_word={}, always=())


def folds(lines: list[Named], book: Book) -> Iterator[tuple[list[Named], Weights]]:
    """Yield each share of the lines with the weights learnt from the others."""
    content = read_coach(CONTENT)
    for number in range(FOLDS):
        rest = [line for at, (_, line) in enumerate(lines) if at % FOLDS != number]
        yield lines[number::FOLDS], learn(gather(book, content, rest))


def main() -> int:
    """Learn and count share by share, and write the totals of each file and family."""
    book = load_book()
    lines = named_lines()
    random.Random(SEED).shuffle(lines)
    ways = {"together": book, "ear only": without_rules(book)}
    tallies: dict[str, dict[str, list[Tally]]] = {way: defaultdict(list) for way in ways}
    for share, weights in folds(lines, book):
        for way, read in ways.items():
            _count(share, read._replace(weights=weights), tallies[way])
    held = [("kept", line) for line in labelled("kept")]
    held += [("emergency", line) for line in emergency_lines()]
    for way, read in ways.items():
        _count(held, read, tallies[way])
        _write(way, tallies[way])
    return 0


def _count(share: Iterable[Named], book: Book, into: dict[str, list[Tally]]) -> None:
    review = Reviewer(book).review
    by_name: dict[str, list[Line]] = defaultdict(list)
    for name, line in share:
        by_name[name].append(line)
    for name, lines in by_name.items():
        into[name].append(count(lines, review))


def _write(way: str, tallies: dict[str, list[Tally]]) -> None:
    sys.stdout.write(f"{way}\n")
    for name in (*LEARNT, "kept", "model texts", "emergency"):
        sys.stdout.write(f"  {name:14} {_told(tallies[name])}\n")
    everything = [one for some in tallies.values() for one in some]
    for family in FAMILIES:
        wanted = sum(one.wanted[family] for one in everything)
        reached = sum(one.reached[family] for one in everything)
        blamed = sum(one.blamed[family] for one in everything)
        share = f"{reached / wanted:6.1%} of {wanted:3}" if wanted else "none"
        sys.stdout.write(f"    {family:18} {share}, on clean spans {blamed}\n")


def _told(tallies: list[Tally]) -> str:
    problems, hits = sum(one.problems for one in tallies), sum(one.hits for one in tallies)
    clean, touched = sum(one.clean for one in tallies), sum(one.touched for one in tallies)
    right = sum(one.right for one in tallies)
    marked = f"marked {hits / problems:6.1%} of {problems:4}, " if problems else ""
    named = f", right family {right / hits:6.1%}" if problems and hits else ""
    return f"{marked}touched {touched / clean:5.1%} of {clean:4}{named}"


if __name__ == "__main__":
    raise SystemExit(main())
