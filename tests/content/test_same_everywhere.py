"""What saves a life is said with the same figures in every place that says it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest

from familysupport.paths import resources

ENGLISH = resources() / "content" / "en"
PLACES = ("emergency", "learn", "prepare", "recovery", "journal", "rehearse/drills")
LIMITS = ("my_part", "stops", "if_no")
NEVER_STOPPED = r"phone|flat|rent|food|meals?|naloxone|medicine|doctor|clinic"


def lines() -> Iterator[tuple[str, str]]:
    for place in PLACES:
        for file in sorted((ENGLISH / place).rglob("*.*")):
            for line in file.read_text(encoding="utf-8").splitlines():
                yield file.name, line


def said(pattern: str, about: str) -> set[str]:
    """Return what stands at `pattern` in each line that speaks `about` something."""
    return {
        hit.lower()
        for _, line in lines()
        if re.search(about, line, re.IGNORECASE)
        for hit in re.findall(pattern, line, re.IGNORECASE)
    }


def test_rescue_breaths_keep_one_pace_everywhere():
    paces = said(r"every (\w+(?:(?: to |–)\w+)?) s(?:econds|\b)", "2 breaths|two breaths|nose")
    assert paces
    assert paces <= {"5 to 6", "5–6", "five to six"}


def test_too_slow_is_the_same_everywhere():
    few = r"(?:under|fewer than|less than|at least) 1 (?:full )?breath (?:in|every) (\w+)"
    assert said(few, "breath") == {"6"}


def test_the_next_dose_comes_after_the_same_time_everywhere():
    spans = said(r"(?:every|after) (\w+(?:(?: to |–)\w+)?) minutes", r"\bdoses?\b|new spray")
    spans -= {"20 to 30"}
    assert spans
    assert spans <= {"2 to 3", "2–3", "two to three"}


def test_naloxone_fades_after_the_same_time_everywhere():
    spans = said(r"(\w+ to \w+) minutes", r"(?:wear off|fade)")
    assert "20 to 30" in spans
    assert spans <= {"20 to 30"}


@pytest.mark.parametrize("name", LIMITS)
def test_no_example_of_a_limit_stops_what_is_never_stopped(name):
    file = ENGLISH / "statements" / "examples" / f"{name}.toml"
    examples = tomllib.loads(file.read_text(encoding="utf-8"))["examples"]
    ends = rf"\b(?:not|no longer|won’t|stops?|stop)\b[^.]*\b(?:{NEVER_STOPPED})\b"
    cut_off = [one for both in examples.values() for one in both if re.search(ends, one)]
    assert cut_off == []


def test_confusion_is_called_a_red_flag_and_never_a_sign_of_withdrawal():
    timeline = tomllib.loads((ENGLISH / "learn" / "timeline.toml").read_text(encoding="utf-8"))
    assert any("confusion" in flag for flag in timeline["red_flags"])
    assert not [one for advice in timeline["advice"] for one in advice["see"] if "confus" in one]
