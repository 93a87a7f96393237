"""Learns what words weigh for the coach from the open letters, and writes the table.

Only the open letters, the sentences beside the rules and the coach's own suggestions are read;
the letters held back never are. The same letters always give the same table.
"""

from __future__ import annotations

import json
import math
import random
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE))

from familysupport.content.coach import CoachContent, read_coach
from familysupport.statements.coach import load_book
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.lines import line_of, mask, sentences
from familysupport.statements.coach.weigh import Weights, classes_of, traits_of, write_weights

DATA = HERE / "tests" / "data" / "coach"
CONTENT = HERE / "resources" / "content"
TABLE = CONTENT / "en" / "statements" / "coach" / "weights.tsv"
OPEN = ("open", "open_more", "open_own")
NAMES = {
    "stigma": "stigma term",
    "unkeepable_limit": "limit that cannot be kept",
    "mind_reading": "mind-reading",
    "accusing_question": "accusing question",
    "vague_ask": "vague ask",
}
SEVERAL_SENTENCES = {"pile", "lecture"}
ROUNDS, STEP, PULL = 20, 0.25, 3e-3
FEWEST, LEAST = 2, 0.15
_GAP = re.compile(r"\[[^\]]*\]|\{\w+\}")

Told = tuple[frozenset[str], str]


def letters() -> Iterator[tuple[str, str]]:
    """Yield each stretch of the open letters with its family, empty for a clean one."""
    for name in OPEN:
        for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            for mark in told["marks"]:
                family = NAMES.get(mark["family"], mark["family"])
                if family not in SEVERAL_SENTENCES:
                    yield told["text"][mark["start"] : mark["end"]], family
            for span in told["clean"]:
                yield told["text"][span["start"] : span["end"]], ""


def beside_rules(content: CoachContent) -> Iterator[tuple[str, str]]:
    """Yield the sentences that prove the rules, and what the coach itself suggests."""
    families = {rule.id: rule.family for rule in content.rules}
    for path in sorted((DATA / "rules").glob("*.toml")):
        for rule, told in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if families.get(rule) in content.heard:
                yield from ((text, families[rule]) for text in told["marks"])
            yield from ((text, "") for text in told["quiet"])
    for one in (*content.rules, *content.heard.values()):
        yield from ((_GAP.sub(" ", text), "") for text in (*one.say, one.example))
    for note in content.whole.values():
        yield from ((text, "") for text in (note.suggestion, note.example))


def gather(book: Book, content: CoachContent) -> list[Told]:
    """Return the traits of every sentence with its family."""
    classes = classes_of(content.lists)
    found = []
    for text, family in (*letters(), *beside_rules(content)):
        masked = mask(text, book.names)
        for start, end in sentences(masked):
            line = line_of(masked[start:end], book.spelling)
            if line.text:
                found.append((traits_of(line.text, classes), family))
    return found


def learn(told: list[Told]) -> Weights:
    """Return the weights, by many small steps (AdaGrad on the logistic loss)."""
    often = Counter(trait for traits, _ in told for trait in traits)
    known = {trait for trait, count in often.items() if count >= FEWEST}
    data = [(sorted(traits & known), float(bool(family))) for traits, family in told]
    chance = random.Random(1)
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    bias = 0.0
    for _ in range(ROUNDS):
        chance.shuffle(data)
        for traits, wanted in data:
            if not traits:
                continue
            scale = 1 / math.sqrt(len(traits))
            score = bias + sum(weights[trait] for trait in traits) * scale
            slip = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - wanted
            bias -= 0.01 * slip
            for trait in traits:
                slope = slip * scale + PULL * weights[trait]
                squares[trait] += slope * slope
                weights[trait] -= STEP * slope / math.sqrt(squares[trait] + 1e-6)
    kept = {trait: weight for trait, weight in weights.items() if abs(weight) >= LEAST}
    return Weights(bias, kept, _met(told, set(kept)), _shares(told))


def _met(told: list[Told], kept: set[str]) -> dict[str, Counter[str]]:
    met: dict[str, Counter[str]] = defaultdict(Counter)
    for traits, family in told:
        if family:
            for trait in traits & kept:
                met[trait][family] += 1
    return met


def _shares(told: list[Told]) -> dict[str, float]:
    counts = Counter(family for _, family in told if family)
    return {family: count / counts.total() for family, count in counts.items()}


def main() -> int:
    """Learn the weights and write the table."""
    content = read_coach(CONTENT)
    told = gather(load_book(), content)
    weights = learn(told)
    TABLE.write_text(write_weights(weights), encoding="utf-8")
    sys.stdout.write(f"{len(told)} sentences, {len(weights.traits)} traits\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
