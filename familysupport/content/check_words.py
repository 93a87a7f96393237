"""What every check compares with: known facts, terms, links, and words to avoid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from familysupport.content.emergency import SITUATIONS
from familysupport.content.library import Library
from familysupport.content.model import Fact, Term

PAGES = frozenset(("timeline", "words"))
"""The pages beside the lessons that a lesson may link to."""

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")


class Shelf(NamedTuple):
    """All names that may be pointed at, and the word lists."""

    facts: Mapping[str, Fact]
    terms: Mapping[str, Term]
    lessons: frozenset[str]
    emergencies: frozenset[str]
    pictures: frozenset[str]
    avoid: re.Pattern[str]
    excused: frozenset[str]

    def unknown_facts(self, fact_ids: Iterable[str]) -> Iterator[str]:
        """Say which fact ids do not exist."""
        for fact_id in fact_ids:
            if fact_id not in self.facts:
                yield f"the fact {fact_id} does not exist"

    def avoided(self, text: str) -> Iterator[str]:
        """Say which words to avoid stand in `text` outside quotes."""
        for found in self.avoid.finditer(_QUOTED.sub(" ", text)):
            yield f"a word to avoid: {found.group()}"

    def broken(self, address: str) -> str:
        """Return what is wrong with a link, or nothing."""
        kind, _, name = address.partition(":")
        if kind == "term":
            return "" if name in self.terms else f"the term {name} is linked but not explained"
        known = {"lesson": self.lessons, "emergency": self.emergencies, "page": PAGES}.get(kind)
        if known is None:
            return f"a link of an unknown kind: {address}"
        return "" if name in known else f"a link that leads nowhere: {address}"


def shelf_of(library: Library) -> Shelf:
    """Gather what a library holds."""
    words = library.check_words()
    avoid = "|".join(re.escape(word) for word in sorted(words.avoid, key=len, reverse=True))
    return Shelf(
        facts=library.facts(),
        terms=_by_id(library),
        lessons=frozenset(lesson.id for lesson in library.lessons()),
        emergencies=frozenset(("overdose", *SITUATIONS)),
        pictures=frozenset(path.name for path in (library.root / "pictures").glob("*.svg")),
        avoid=re.compile(rf"(?<![\w-])(?:{avoid})(?![\w-])", re.IGNORECASE),
        excused=frozenset(word.casefold() for word in words.excused),
    )


def _by_id(library: Library) -> dict[str, Term]:
    return {term.id: term for term in library.terms()}
