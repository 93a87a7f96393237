"""Cuts a text into its sentences; put together again they are the text, sign by sign."""

from __future__ import annotations

import re

_END = re.compile(
    r"""(?P<mark>[.!?…؟]+)(?P<close>["'”’»)\]]*)(?P<gap>\s+)|[。！？]["”’」』]*\s*|(?P<empty>\n[^\S\n]*\n\s*)"""
)
_SHORT = re.compile(
    r"(?:^|[\s(\"“‘'])(?:dr|mr|mrs|ms|st|prof|rev|sgt|jr|sr|no|nr|vs|etc|approx|e\.g|i\.e|[a-z])\.$",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"\w\.\w\.$")
_LOOK_BACK = 12


def sentences(text: str) -> list[str]:
    """Return the sentences of `text`, each with the white space after it."""
    found: list[str] = []
    start = 0
    for hit in _END.finditer(text):
        if hit["mark"] and _goes_on(text, hit):
            continue
        found.append(text[start : hit.end()])
        start = hit.end()
    if start < len(text):
        found.append(text[start:])
    return found


def _goes_on(text: str, hit: re.Match[str]) -> bool:
    """Return whether the sentence goes on after this mark: "Dr. Shah", "and then … nothing"."""
    if hit["gap"].count("\n") > 1:
        return False
    before = text[max(0, hit.start() - _LOOK_BACK) : hit.end("mark")]
    if hit["mark"] == "." and _SHORT.search(before):
        return not before.endswith(" I.")
    if not text[hit.end() : hit.end() + 1].islower():
        return False
    trails_off = hit["mark"].startswith(("..", "…"))
    return trails_off or bool(hit["close"]) or bool(_DOTTED.search(before))
