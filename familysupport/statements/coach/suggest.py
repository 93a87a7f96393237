"""Another way to say it, built from the person's own words where that can be done."""

from __future__ import annotations

import re
from functools import partial

from familysupport.content.coach import CoachRule
from familysupport.statements.coach.book import Book
from familysupport.statements.coach.lines import mask, sentences
from familysupport.statements.coach.reading import Hit, read

_SLOT = re.compile(r"\{(\w+)\}")
_GAP = re.compile(r"\[[^\]]*\]")
_LONGEST = 120


def suggestion(rule: CoachRule, hit: Hit, book: Book) -> str:
    """Return the first of the rule's ways that the hit's words fill and that is itself clean."""
    kept = dict(hit.kept)
    for template in rule.say:
        names = _SLOT.findall(template)
        if all(kept.get(name, "").strip() for name in names):
            filled = _SLOT.sub(partial(_word, kept), template)
            filled = filled[:1].upper() + filled[1:]
            if not names or (len(filled) <= _LONGEST and is_clean(filled, book)):
                return filled
    return rule.example


def is_clean(text: str, book: Book) -> bool:
    """Return whether no rule speaks in `text`; [gaps] do not count."""
    masked = mask(_GAP.sub(" ", text), book.names)
    return not any(
        read(masked[start:end], masked[start:end], book).hits for start, end in sentences(masked)
    )


def _word(kept: dict[str, str], found: re.Match[str]) -> str:
    return " ".join(kept[found.group(1)].split())
