"""How far the coach reaches on letters nothing was learnt from, with some room below today's."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from familysupport.statements.coach import Mark, review

KEPT = Path(__file__).resolve().parents[2] / "data" / "coach" / "kept.jsonl"
LEAST_MARKED, MOST_TOUCHED = 0.68, 0.06


def lines() -> Iterator[tuple[dict[str, Any], tuple[Mark, ...]]]:
    for text in KEPT.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        yield line, review(line["text"]).marks


def over(marks: tuple[Mark, ...], span: dict[str, Any]) -> list[str]:
    near = (one for one in marks if one.start < span["end"] and span["start"] < one.end)
    return [one.rule.replace("-", "_") for one in near]


def test_most_problems_in_letters_it_never_learnt_from_are_marked() -> None:
    found = [
        (span["family"], over(marks, span)) for line, marks in lines() for span in line["marks"]
    ]
    hits = [(family, rules) for family, rules in found if rules]
    assert len(hits) >= LEAST_MARKED * len(found)


def test_few_clean_stretches_are_touched() -> None:
    clean = [
        over(marks, span)
        for line, marks in lines()
        for span in line["clean"]
        if all(one["family"] != "pile" for one in line["marks"])
    ]
    assert sum(map(bool, clean)) <= MOST_TOUCHED * len(clean)
