"""Learns what words weigh for the coach from the open letters, and writes the table.

Only the open letters, the app's model texts, the sentences beside the rules and the coach's own
suggestions are read; the letters held back never are. The same letters always give the same table.
"""

from __future__ import annotations

import math
import random
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from coach_data import CONTENT, DATA, NAMES, Line, learnt_lines

from familysupport.content.coach import CoachContent, read_coach
from familysupport.statements.coach import load_book
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.lines import line_of, mask, sentences
from familysupport.statements.coach.weigh import CLEAN, Weights, traits_of, write_weights

TABLE = CONTENT / "en" / "statements" / "coach" / "weights.tsv"
PILE = "pile"
ROUNDS, STEP, PULL = 10, 0.5, 1e-4
FEWEST, LEAST = 2, 0.5
SETTLED, SLOW = 0.02, 0.01
_SHORTER = 12
_GAP = re.compile(r"\[[^\]]*\]|\{\w+\}")

Told = tuple[frozenset[str], str]
Rows = dict[str, list[float]]


def stretches(line: Line, book: Book) -> Iterator[tuple[str, str]]:
    """Yield each labelled sentence of a line, masked, with its family or `clean`.

    A problem that is only a part of its sentence is yielded by itself as well.
    """
    masked = mask(line["text"], book.names)
    for start, end in sentences(masked):
        marks = [one for one in line["marks"] if one["start"] < end and start < one["end"]]
        if marks:
            family = NAMES.get(marks[0]["family"], marks[0]["family"])
            if family != PILE:
                yield masked[start:end], family
                begun, ended = max(start, marks[0]["start"]), min(end, marks[0]["end"])
                if ended - begun < end - start - _SHORTER:
                    yield masked[begun:ended], family
        elif any(one["start"] < end and start < one["end"] for one in line["clean"]):
            yield masked[start:end], CLEAN


def beside_rules(content: CoachContent) -> Iterator[tuple[str, str]]:
    """Yield the sentences that prove the rules, and what the coach itself suggests."""
    families = {rule.id: rule.family for rule in content.rules}
    for path in sorted((DATA / "rules").glob("*.toml")):
        for rule, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if families.get(rule) in content.heard:
                yield from ((text, families[rule]) for text in told["marks"])
            yield from ((text, CLEAN) for text in told["quiet"])
    for one in (*content.rules, *content.heard.values()):
        yield from ((_GAP.sub(" ", text), CLEAN) for text in (*one.say, one.example))
    for note in content.whole.values():
        yield from ((text, CLEAN) for text in (note.suggestion, note.example))


def gather(book: Book, content: CoachContent, lines: Iterable[Line]) -> list[Told]:
    """Return the traits of every sentence in `lines` and beside the rules, with its family."""
    found = [_told(text, family, book) for line in lines for text, family in stretches(line, book)]
    for text, family in beside_rules(content):
        masked = mask(text, book.names)
        found += [_told(masked[start:end], family, book) for start, end in sentences(masked)]
    return [one for one in found if one[0]]


def learn(told: Sequence[Told]) -> Weights:
    """Return the weights: many small steps (AdaGrad) on one softmax over clean and the families."""
    often = Counter(trait for traits, _ in told for trait in traits)
    names = sorted({family for _, family in told})
    rows: Rows = {trait: [0.0] * len(names) for trait, count in often.items() if count >= FEWEST}
    squares: Rows = {trait: [SLOW] * len(names) for trait in rows}
    data = [(sorted(traits & rows.keys()), names.index(family)) for traits, family in told]
    counts = Counter(family for _, family in told)
    begins = [math.log(counts[name] / len(told)) for name in names]
    chance = random.Random(1)
    for round_number in range(ROUNDS):
        chance.shuffle(data)
        step = STEP * (1 - round_number / ROUNDS)
        for traits, wanted in data:
            if traits:
                _step([(rows[one], squares[one]) for one in traits], begins, wanted, step)
    kept = {trait: _kept(row) for trait, row in rows.items()}
    return Weights(
        dict(zip(names, begins, strict=True)), {trait: row for trait, row in kept.items() if row}
    )


def _step(
    pairs: list[tuple[list[float], list[float]]], begins: list[float], wanted: int, step: float
) -> None:
    """Move the weights of one sentence's traits a little toward its family."""
    scale = 1 / math.sqrt(len(pairs))
    sums = map(sum, zip(*(row for row, _ in pairs), strict=True))
    said = [begin + total * scale for begin, total in zip(begins, sums, strict=True)]
    most = max(said)
    shares = [math.exp(one - most) for one in said]
    whole = sum(shares)
    for place, share in enumerate(shares):
        slip = share / whole - (place == wanted)
        if abs(slip) < SETTLED:
            continue
        begins[place] -= 0.01 * slip
        for row, square in pairs:
            slope = slip * scale + PULL * row[place]
            square[place] += slope * slope
            row[place] -= step * slope / math.sqrt(square[place])


def _kept(row: Sequence[float]) -> tuple[tuple[int, float], ...]:
    """Return the weights that are large enough to count, with their family's place."""
    return tuple((place, weight) for place, weight in enumerate(row) if abs(weight) >= LEAST)


def _told(text: str, family: str, book: Book) -> Told:
    return traits_of(line_of(text, book.spelling).text, book.classes), family


def main() -> int:
    """Learn the weights and write the table."""
    content = read_coach(CONTENT)
    told = gather(load_book(), content, learnt_lines())
    weights = learn(told)
    table = write_weights(weights)
    TABLE.write_text(table, encoding="utf-8")
    sys.stdout.write(f"{len(told)} sentences, {len(weights.traits)} traits, {len(table)} signs\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
