"""Numbers the sources behind a lesson in the order in which they are first leaned on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from familysupport.content.markdown import Passage
from familysupport.content.model import Fact, Source


class Reference(NamedTuple):
    """One entry of the list at the end; without a source it names a body's common knowledge."""

    number: int
    source: Source | None
    body: str


class References:
    """Gives the numbers behind a fact, and every entry in order."""

    def __init__(self, facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> None:
        self._facts = facts
        self._sources = sources
        self._entries: dict[str, Reference] = {}

    def numbers(self, fact_ids: Iterable[str]) -> tuple[int, ...]:
        """Return the numbers of what stands behind these facts, each once, in order."""
        found: set[int] = set()
        for fact_id in fact_ids:
            fact = self._facts.get(fact_id)
            if fact is None:
                continue
            for key in fact.sources:
                found.add(self._entry(f"source:{key}", self._sources.get(key), "").number)
            if not fact.sources:
                found.add(self._entry(f"body:{fact.body}", None, fact.body).number)
        return tuple(sorted(found))

    def entries(self) -> tuple[Reference, ...]:
        """Return what has been numbered so far."""
        return tuple(self._entries.values())

    def _entry(self, key: str, source: Source | None, body: str) -> Reference:
        if key not in self._entries:
            self._entries[key] = Reference(len(self._entries) + 1, source, body)
        return self._entries[key]


def number_all(passages: Iterable[Passage], references: References) -> None:
    """Give every fact of `passages` its number, from the top down."""
    for passage in passages:
        references.numbers(passage.facts)
