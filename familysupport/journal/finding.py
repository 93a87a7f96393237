"""What was typed into the search field → a full-text query that never fails."""

from __future__ import annotations

import re

_PART = re.compile(r"\"([^\"]+)\"|([^\W_]+(?:['’][^\W_]+)*)")
_ENDINGS = ("", "ing", "in", "i", "ed", "e", "es", "s", "er", "l", "ly")
_MOST_WORDS = 16


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
