"""What writers wrote for Prepare: plain, without blame, each fact known, in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from familysupport.content.check_words import shelf_of
from familysupport.content.grade import grade
from familysupport.content.library import Library
from familysupport.paths import resources

ROOT = resources() / "content"
SHELF = shelf_of(Library(ROOT, "en"))
FILES = sorted((ROOT / "en" / "prepare").glob("*.toml"))
NOT_READ = {"id", "facts", "yes", "unsure", "calls", "emergency", "words", "places", "lessons"}
HARDEST = 8.0


def sentences(told: Any, key: str = "") -> Iterator[str]:
    if isinstance(told, dict):
        for name, value in told.items():
            if name not in NOT_READ:
                yield from sentences(value, name)
    elif isinstance(told, list):
        for value in told:
            yield from sentences(value, key)
    elif isinstance(told, str):
        yield told


def facts(told: Any) -> Iterator[str]:
    if isinstance(told, dict):
        yield from told.get("facts", [])
        for value in told.values():
            yield from facts(value)
    elif isinstance(told, list):
        for value in told:
            yield from facts(value)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_words_are_plain_and_blame_nobody(path):
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    found = list(sentences(told))
    assert [slip for text in found for slip in SHELF.avoided(text)] == []
    assert grade(found, SHELF.excused) <= HARDEST
    assert list(SHELF.unknown_facts(facts(told))) == []
    assert told["checked_on"]
