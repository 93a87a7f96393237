"""Checks the coach's rules: phrases that compile, short reasons, ids that say their family."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from familysupport.content.coach import CoachContent, CoachRule, read_coach, try_phrases
from familysupport.content.phrases import check_phrase

MOST_WORDS = 20
WEIGHTS = range(1, 101)
LEAST_SURE = 0.6
_SLOT = re.compile(r"\{(\w+)\}")


def check_coach(root: Path, language: str) -> Iterator[str]:
    """Say what is wrong with the coach's rules."""
    if not (root / language / "statements" / "coach").is_dir():
        return
    content = read_coach(root, language)
    try_phrases(content)
    for name, times in Counter(rule.id for rule in content.rules).items():
        if times > 1:
            yield f"coach: {name} stands twice"
    for rule in content.rules:
        for slip in _rule(rule, content):
            yield f"coach: {rule.id}: {slip}"
    reasons = [(note.id, note.why) for note in content.whole.values()]
    reasons += [(part.id, part.why) for part in content.parts]
    for name, why in reasons:
        if len(why.split()) > MOST_WORDS:
            yield f"coach: {name}: why has more than {MOST_WORDS} words"


def _rule(rule: CoachRule, content: CoachContent) -> Iterator[str]:
    family = rule.family.replace(" ", "-")
    if not rule.id.startswith(family):
        yield f"its name must begin with {family}"
    if len(rule.why.split()) not in range(1, MOST_WORDS + 1):
        yield f"why must have 1 to {MOST_WORDS} words"
    if rule.weight not in WEIGHTS or not LEAST_SURE <= rule.sure <= 1:
        yield "weight is 1 to 100, sure is 0.6 to 1"
    if not rule.example.strip():
        yield "has no example"
    yield from _gaps(rule, content)


def _gaps(rule: CoachRule, content: CoachContent) -> Iterator[str]:
    phrases = [check_phrase(text, content.lists, rule.id) for text in rule.phrases]
    for text, phrase in zip(rule.phrases, phrases, strict=True):
        if not phrase.cues:
            yield f"has no word that must be there, which is slow: {text}"
    kept = {name for phrase in phrases for name in phrase.pattern.groupindex}
    for slot in _SLOT.findall(" ".join(rule.say)):
        if slot not in kept:
            yield f"a gap that nothing fills: {slot}"
