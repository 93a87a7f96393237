"""What was typed into the search field → a full-text query that never fails."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

from familysupport.journal.model import Kind, Mood

_PART = re.compile(r"\"([^\"]+)\"|([^\W_]+(?:['’][^\W_]+)*)")
_ENDINGS = ("", "ing", "in", "i", "ed", "e", "es", "s", "er", "l", "ly")
_MOST_WORDS = 16
_FILTER = re.compile(
    r"(?<!\S)(?P<key>kind|mood|tag|from|to):(?P<value>\"[^\"]+\"|[^\s\"]+)", re.IGNORECASE
)
_DAY = re.compile(r"([12]\d{3})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)


class Wanted(NamedTuple):
    """What a search asks for: words, and filters that may stand among them.

    `since` and `until` are whole days where the entries were written, both counted in.
    """

    words: str = ""
    kind: Kind | None = None
    mood: Mood | None = None
    tag: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def filtered(self) -> bool:
        """Tell whether anything but words is asked for."""
        return self != Wanted(words=self.words)


def wanted(typed: str) -> Wanted:
    """Take `kind:`, `mood:`, `tag:`, `from:` and `to:` out of what was typed.

    A filter that names nothing known is searched for as a word, so that nothing typed is lost.
    """
    found = Wanted()
    for part in _FILTER.finditer(typed):
        taken = _with(found, part.group("key").casefold(), part.group("value").strip('"'))
        if taken is not None:
            found = taken
            typed = typed.replace(part.group(), " ", 1)
    return found._replace(words=typed)


def with_filter(typed: str, key: str, value: str) -> str:
    """Return what was typed with one filter set, or taken out where `value` is empty."""
    rest = " ".join(re.sub(rf"(?<!\S){key}:(?:\"[^\"]*\"|\S*)", " ", typed).split())
    if not value:
        return rest
    return f"{rest} {key}:{value}".strip()


def _with(found: Wanted, key: str, value: str) -> Wanted | None:
    """Return `found` with one more filter, or None where it names nothing known."""
    if key == "tag":
        return found._replace(tag=value)
    if key == "kind":
        kind = next((one for one in Kind if one.value == value.casefold()), None)
        return found._replace(kind=kind) if kind else None
    if key == "mood":
        mood = next((one for one in Mood if one.value == value.casefold()), None)
        return found._replace(mood=mood) if mood else None
    days = _days(value)
    if days is None:
        return None
    return found._replace(since=days[0]) if key == "from" else found._replace(until=days[1])


def _days(value: str) -> tuple[date, date] | None:
    """Return the first and last day of `2026`, `2026-03` or `2026-03-14`."""
    part = _DAY.fullmatch(value)
    if part is None:
        return None
    year, month, day = (int(one) if one else 0 for one in part.groups())
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    if day:
        return first, first
    if month:
        return first, date(year, month, calendar.monthrange(year, month)[1])
    return first, date(year, 12, 31)


def match_query(typed: str) -> str:
    """Return an FTS5 query for all words typed, or an empty string where there is no word.

    Words between quotes stand together. The word being typed also finds what begins with it.
    """
    parts = list(_PART.finditer(typed))[:_MOST_WORDS]
    finished = not typed or not typed[-1].isalnum()
    queries = []
    for index, part in enumerate(parts):
        last = index == len(parts) - 1
        phrase, word = part.group(1), part.group(2)
        if word is not None:
            queries.append(_quoted(word) if finished or not last else _begun(word))
        elif any(letter.isalnum() for letter in phrase):
            queries.append(_quoted(phrase))
    return " AND ".join(queries)


def tag_query(tag: str) -> str:
    """Return an FTS5 query that finds at least what has the tag, or nothing where it has no word.

    The index reads a tag as words, without capitals and endings, so it may find a little more.
    """
    words = tag.replace('"', " ")
    return f"tags : {_quoted(words)}" if any(map(str.isalnum, words)) else ""


def _quoted(words: str) -> str:
    return '"' + words.replace("\0", " ") + '"'


def _begun(word: str) -> str:
    """Return a query for a word still being typed.

    The index holds stems: "walking" stands there as "walk", so "walkin" would find nothing by
    itself. What is left without a begun ending is therefore asked for as well.
    """
    forms = [_quoted(word) + "*"]
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if len(base) >= 3 and (base != word or not ending):
            forms.extend(_quoted(form) for form in _bases(base))
    return "(" + " OR ".join(dict.fromkeys(forms)) + ")"


def _bases(base: str) -> list[str]:
    doubled = len(base) > 3 and base[-1] == base[-2]
    return [base, base + "e", *([base[:-1]] if doubled else [])]
