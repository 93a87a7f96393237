"""Finds words in a text, however they are written, and puts others in their place."""

from __future__ import annotations

import re
from typing import NamedTuple

_APOSTROPHES = "'’‘"


class Search(NamedTuple):
    """What to look for; without `exact` the size of letters does not matter."""

    words: str
    exact: bool = False
    whole_words: bool = False

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in `text`, none over another."""
        if not self.words:
            return []
        return [hit.span() for hit in self._pattern().finditer(text)]

    def replaced(self, text: str, by: str) -> tuple[str, int]:
        """Return `text` with `by` in every place, and how many places there were."""
        if not self.words:
            return text, 0
        return self._pattern().subn(lambda _hit: by, text)

    def _pattern(self) -> re.Pattern[str]:
        parts = re.split(r"(\s+|['’‘])", self.words)
        found = "".join(map(_loosely, parts))
        if self.whole_words:
            found = rf"(?<!\w){found}(?!\w)"
        return re.compile(found, 0 if self.exact else re.IGNORECASE)


def next_place(
    places: list[tuple[int, int]], at: int, forward: bool = True
) -> tuple[int, int] | None:
    """Return the place after the sign `at`, or before it; at the end it goes round."""
    if not places:
        return None
    if forward:
        return next((place for place in places if place[0] >= at), places[0])
    return next((place for place in reversed(places) if place[1] <= at), places[-1])


def _loosely(part: str) -> str:
    """Return a pattern for a piece of the search: any blanks for blanks, any apostrophe for one."""
    if part.isspace():
        return r"\s+"
    return f"[{_APOSTROPHES}]" if part and part in _APOSTROPHES else re.escape(part)
