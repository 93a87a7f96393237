"""The labelled letters are well formed, and what counts them counts right."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
LEAST_OF_A_FAMILY = 10
LEAST_LETTERS = 7


@dataclass(frozen=True)
class Mark:
    start: int
    end: int
    family: str


@pytest.fixture(scope="module")
def report() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "coach_report", ROOT / "tools" / "coach_report.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("half", ["open", "open_sixth", "closed", "judge"])
def test_every_span_lies_in_its_text_and_begins_and_ends_with_a_sign(report, half):
    for line in report.load(half):
        assert set(line) == {"id", "text", "marks", "clean"}
        for span in line["marks"] + line["clean"]:
            assert 0 <= span["start"] < span["end"] <= len(line["text"]), line["id"]
            words = line["text"][span["start"] : span["end"]]
            assert words == words.strip(), line["id"]


@pytest.mark.parametrize("half", ["open", "open_sixth", "closed", "judge"])
def test_nothing_is_both_a_problem_and_clean(report, half):
    for line in report.load(half):
        for mark in line["marks"]:
            for span in line["clean"]:
                apart = mark["end"] <= span["start"] or span["end"] <= mark["start"]
                assert apart, line["id"]


@pytest.mark.parametrize("half", ["open", "closed"])
def test_every_family_is_there_often_enough_and_none_is_unknown(report, half):
    firsts = Counter(
        families[0] for line in report.load(half) for families in report.problems_of(line).values()
    )
    assert set(firsts) == set(report.FAMILIES)
    assert min(firsts.values()) >= LEAST_OF_A_FAMILY


@pytest.mark.parametrize("half", ["open", "closed"])
def test_about_half_is_clean_and_whole_letters_are_of_both_sorts(report, half):
    lines = report.load(half)
    clean = [line for line in lines if not line["marks"]]
    assert 0.35 <= len(clean) / len(lines) <= 0.6
    letters = [line for line in lines if "-letter-" in line["id"]]
    assert len(letters) >= LEAST_LETTERS
    assert abs(sum(not one["marks"] for one in letters) * 2 - len(letters)) <= 1


def test_the_halves_share_no_passage_and_no_name_twice(report):
    both = report.load("open") + report.load("closed")
    assert len({line["text"].casefold() for line in both}) == len(both)
    assert len({line["id"] for line in both}) == len(both)


def test_the_count_tells_reach_touched_clean_spans_and_right_families(report):
    line = {
        "id": "one",
        "text": "You ruined it. I love you. Why?",
        "marks": [
            {"start": 0, "end": 14, "family": "blame"},
            {"start": 0, "end": 14, "family": "guilt"},
            {"start": 27, "end": 31, "family": "accusing_question"},
        ],
        "clean": [{"start": 15, "end": 26}],
    }
    good = Mark(15, 26, "good")
    tally = report.count([line], lambda text: [Mark(4, 10, "guilt"), good])
    assert (tally.problems, tally.hits, tally.right, tally.touched) == (2, 1, 1, 0)
    tally = report.count([line], lambda text: [Mark(20, 31, "label")])
    assert (tally.problems, tally.hits, tally.right, tally.touched) == (2, 1, 0, 1)


@pytest.mark.parametrize("half", ["closed", "judge"])
def test_a_report_on_closed_letters_tells_no_sentence_of_them(report, monkeypatch, capsys, half):
    fake = ModuleType("familysupport.statements.coach")
    fake.review = lambda text: []
    monkeypatch.setitem(sys.modules, fake.__name__, fake)
    monkeypatch.setattr(sys, "argv", ["coach_report.py", half])
    assert report.main() == 0
    said = capsys.readouterr().out
    assert "problems marked: 0 of" in said
    assert not any(line["text"][:30] in said for line in report.load(half))


def test_a_family_is_known_by_the_coachs_own_names_too(report):
    found = report.marks_of(
        [
            Mark(0, 1, "limit that cannot be kept"),
            Mark(0, 1, "stigma term"),
            Mark(0, 1, "mind-reading"),
            Mark(0, 1, "crisis"),
        ]
    )
    assert [family for _, _, family in found] == ["unkeepable_limit", "stigma", "mind_reading"]
