"""Every rule marks what it must and keeps quiet on what only looks alike."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from familysupport.content.coach import read_coach
from familysupport.paths import resources
from familysupport.statements.coach import review

FOLDER = Path(__file__).resolve().parents[2] / "data" / "coach" / "rules"
LEAST = 10
EXAMPLES = {
    rule: told
    for path in sorted(FOLDER.glob("*.toml"))
    for rule, told in tomllib.loads(path.read_text(encoding="utf-8")).items()
}
RULES = {rule.id: rule for rule in read_coach(resources() / "content").rules}
MUST = [(rule, text) for rule, told in EXAMPLES.items() for text in told["marks"]]
MUST_NOT = [text for told in EXAMPLES.values() for text in told["quiet"]]


def test_every_rule_has_ten_sentences_to_mark_and_ten_to_leave() -> None:
    assert set(EXAMPLES) == set(RULES)
    few = {
        rule
        for rule, told in EXAMPLES.items()
        if len(set(told["marks"])) < LEAST or len(set(told["quiet"])) < LEAST
    }
    assert few == set()


@pytest.mark.parametrize(("rule", "text"), MUST)
def test_a_rule_marks_what_it_must(rule: str, text: str) -> None:
    assert rule in {mark.rule for mark in review(text).marks}


@pytest.mark.parametrize("text", MUST_NOT)
def test_look_alikes_stay_untouched(text: str) -> None:
    assert [(mark.rule, text[mark.start : mark.end]) for mark in review(text).marks] == []


@pytest.mark.parametrize("rule", RULES)
def test_the_example_of_a_rule_is_itself_clean(rule: str) -> None:
    if RULES[rule].family != "crisis":
        assert review(RULES[rule].example).marks == ()


@pytest.mark.parametrize(("rule", "text"), MUST)
def test_every_suggestion_is_itself_clean(rule: str, text: str) -> None:
    for mark in review(text).marks:
        if mark.family != "crisis":
            assert review(mark.suggestion).marks == ()
