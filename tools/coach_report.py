"""Measures the coach on labelled letters; of `closed` and `judge` it tells only totals."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

FAMILIES = (
    "blame", "label", "stigma", "absolute", "guilt", "threat", "unkeepable_limit", "sarcasm",
    "diagnosis", "mind_reading", "accusing_question", "comparison", "minimising", "shaming",
    "hopelessness", "lecture", "vague_ask", "pile",
)  # fmt: skip
OTHER_NAMES = {"stigma_term": "stigma", "limit_that_cannot_be_kept": "unkeepable_limit"}
HALVES = ("open", "open_sixth", "kept", "closed", "judge")
TOTALS_ONLY = ("closed", "judge")
DATA = Path(__file__).resolve().parent.parent / "tests" / "data" / "coach"

Place = tuple[int, int, str]


@dataclass
class Tally:
    """What was counted; `wanted` and `reached` go by the first family a problem is given."""

    problems: int = 0
    hits: int = 0
    right: int = 0
    clean: int = 0
    touched: int = 0
    wanted: Counter[str] = field(default_factory=Counter)
    reached: Counter[str] = field(default_factory=Counter)
    blamed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    noise: list[str] = field(default_factory=list)


def load(half: str) -> list[dict[str, Any]]:
    """Return the lines of a half; what was written later to work with belongs to `open`."""
    names = [half, *(("open_more",) if half == "open" else ())]
    texts = [(DATA / f"{name}.jsonl").read_text(encoding="utf-8") for name in names]
    return [json.loads(line) for text in texts for line in text.splitlines()]


def marks_of(review: Any) -> list[Place]:
    """Return the problem marks of a review; praise and notes outside the families stay out."""
    return [
        (mark.start, mark.end, family)
        for mark in getattr(review, "marks", review)
        if (family := _family(mark)) in FAMILIES
    ]


def problems_of(line: dict[str, Any]) -> dict[tuple[int, int], list[str]]:
    """Return each marked stretch with the families that are right for it."""
    found: dict[tuple[int, int], list[str]] = defaultdict(list)
    for mark in line["marks"]:
        found[mark["start"], mark["end"]].append(mark["family"])
    return found


def count(lines: Iterable[dict[str, Any]], read: Callable[[str], Any]) -> Tally:
    """Return how far the coach's marks meet those in `lines`."""
    tally = Tally()
    for line in lines:
        marks = marks_of(read(line["text"]))
        for place, families in problems_of(line).items():
            _count_problem(tally, line, place, families, marks)
        for span in line["clean"]:
            _count_clean(tally, line, (span["start"], span["end"]), marks)
    return tally


def _family(mark: Any) -> str:
    """Return the family of a mark, from itself or from the beginning of its rule's name."""
    named = str(getattr(mark, "family", "") or mark.rule).replace("-", "_").replace(" ", "_")
    for name in (*FAMILIES, *OTHER_NAMES):
        if named.startswith(name):
            return OTHER_NAMES.get(name, name)
    return named


def _over(marks: Sequence[Place], place: tuple[int, int]) -> list[str]:
    return [family for start, end, family in marks if start < place[1] and place[0] < end]


def _count_problem(
    tally: Tally,
    line: dict[str, Any],
    place: tuple[int, int],
    families: list[str],
    marks: Sequence[Place],
) -> None:
    first = families[0]
    tally.problems += 1
    tally.wanted[first] += 1
    got = _over(marks, place)
    words = line["text"][place[0] : place[1]]
    if not got:
        tally.misses.append(f"{line['id']} {'|'.join(families)}: {words}")
        return
    tally.hits += 1
    tally.reached[first] += 1
    if set(got) & set(families):
        tally.right += 1
    else:
        tally.wrong.append(f"{line['id']} {'|'.join(families)}, not {'|'.join(got)}: {words}")


def _count_clean(
    tally: Tally, line: dict[str, Any], place: tuple[int, int], marks: Sequence[Place]
) -> None:
    tally.clean += 1
    got = _over([mark for mark in marks if not _of_the_whole(mark, line)], place)
    if got:
        tally.touched += 1
        tally.blamed.update(got)
        tally.noise.append(f"{line['id']} {'|'.join(got)}: {line['text'][place[0] : place[1]]}")


def _of_the_whole(mark: Place, line: dict[str, Any]) -> bool:
    """A pile is one note for all of a letter that holds one, also over its clean sentences."""
    return mark[2] == "pile" and any(one["family"] == "pile" for one in line["marks"])


def _share(part: int, whole: int) -> str:
    return f"{part} of {whole} ({part / whole:.1%})" if whole else "none"


def _lines_of(tally: Tally, tell: bool) -> list[str]:
    said = [
        f"problems marked: {_share(tally.hits, tally.problems)}",
        f"clean spans touched: {_share(tally.touched, tally.clean)}",
        f"right family among hits: {_share(tally.right, tally.hits)}",
        "",
        *(f"  {one:18} {_share(tally.reached[one], tally.wanted[one])}" for one in FAMILIES),
    ]
    if tell:
        said += ["", "Not marked:", *tally.misses, "", "Another family:", *tally.wrong]
        said += ["", "Marked though clean:", *tally.noise]
    return said


def main() -> int:
    """Read one half, let the coach review it, and write what was counted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("half", choices=HALVES)
    parser.add_argument("--totals", action="store_true", help="leave the sentences of open out")
    asked = parser.parse_args()
    from familysupport.statements.coach import review

    tally = count(load(asked.half), review)
    tell = asked.half not in TOTALS_ONLY and not asked.totals
    sys.stdout.write("\n".join(_lines_of(tally, tell)) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
