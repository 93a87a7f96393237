"""RedNotebook's months: a file `2026-11.txt` for each, with its days, their words and tags."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import PurePosixPath
from typing import Any

from familysupport.journal.bring_in import Attached, Found, Left, Note, Why, here, one_line, tidy
from familysupport.journal.bring_in_yaml import NotReadableError, read_yaml
from familysupport.journal.model import Entry, tidy_tags

_MONTH = re.compile(r"(\d{4})-(\d{2})")
_DAY = re.compile(r"^(\d{1,2}):", re.MULTILINE)
_WORDS = "text"
_OLD_TAGS = "Tags"
_HASHTAG = re.compile(
    r"(?:^|(?<=[^\w&#]))[#\uff03](?![0-9A-Fa-f]{6}\b|include\b)(\w*[^\W\d_]\w*)", re.MULTILINE
)
_PICTURE = re.compile(r'\[""(\S.*?\S|\S)""(\.\w{3,4})(?:\?\d+)?\]')
_LINK = re.compile(r'\[([^\]\n]*?)\s""(\S[^\n]*?)""\]')
_HEADING = re.compile(
    r"^[ \t]*(={1,5}|\+{1,5})([^=+\s][^\n]*?[^=+\s]|[^=+\s])\1[ \t]*$", re.MULTILINE
)
_SPACED_HEADING = re.compile(r"^[ \t]*(={1,5}) (\S[^\n]*?) \1[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*([=_-])\1{19,}[ \t]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^([ \t]*)\+ (?=\S)", re.MULTILINE)
_TITLE = re.compile(r"# (\S[^\n]*)(?:\n|\Z)")
_PLAIN_REPLACED = (
    (re.compile(r"(?<![:/])//(?=\S)([^\n]*?[^\s:])//(?!/)"), r"*\1*"),
    (re.compile(r"(?<!_)__(?=\S)([^\n]*?\S)__(?!_)"), r"*\1*"),
    (re.compile(r"(?<!-)--(?=[^\s-])([^\n]*?[^\s-])--(?!-)"), r"~~\1~~"),
    (re.compile(r"``([^`\n]+)``"), r"`\1`"),
    (re.compile(r'""([^"\n]*)""'), r"\1"),
    (re.compile(r"\{([^{}\n]*)\|color:[^{}\n]*\}"), r"\1"),
    (re.compile(r"\\\\[ \t]*$", re.MULTILINE), ""),
)


def is_month(name: str, text: str) -> bool:
    """Tell whether a file is a month of RedNotebook: by its name, and by its first line."""
    return bool(
        _MONTH.fullmatch(PurePosixPath(name).stem) and re.match(r"\s*(\d{1,2}:|\{\}|\{\d)", text)
    )


def read_month(name: str, text: str) -> tuple[list[Found], list[Left]]:
    """Return the days of a month; a day that cannot be read does not stop the others."""
    year, month = (int(part) for part in PurePosixPath(name).stem.split("-"))
    found: list[Found] = []
    left: list[Left] = []
    for place, part in _parts(text):
        try:
            days = read_yaml(part)
        except NotReadableError:
            left.append(
                Left(
                    (place and f"{name}, {year}-{month:02}-{int(place):02}") or name, Why.UNREADABLE
                )
            )
            continue
        for day, content in days.items() if isinstance(days, dict) else ():
            one = _day(name, (year, month, day), content)
            (found if isinstance(one, Found) else left).append(one)  # type: ignore[arg-type]
    return found, left


def _parts(text: str) -> list[tuple[str, str]]:
    """Return each day by itself, or the whole where the days are not on lines of their own."""
    starts = [*_DAY.finditer(text)]
    ends = [*(start.start() for start in starts[1:]), len(text)]
    parts = (
        [(one[1], text[one.start() : end]) for one, end in zip(starts, ends, strict=True)]
        if starts
        else []
    )
    return parts or [("", text)]


def _day(name: str, when: tuple[int, int, str], content: Any) -> Found | Left:
    year, month, day = when
    source = f"{name}, {year}-{month:02}-{day:0>2}"
    try:
        at = here(datetime(year, month, int(day), 12))  # noqa: DTZ001  `here` puts the zone on
    except ValueError:
        return Left(source, Why.NO_DATE)
    if not isinstance(content, dict) or not isinstance(content.get(_WORDS) or "", str):
        return Left(source, Why.UNREADABLE)
    raw = tidy(content.pop(_WORDS, None) or "")
    tags = [one_line(tag) for tag in (content.pop(_OLD_TAGS, None) or {})]
    lists = []
    for category, items in content.items():
        tags.append(one_line(category))
        if isinstance(items, dict) and items:
            lists.append(
                f"**{one_line(category)}**\n"
                + "\n".join(f"- {to_markdown(tidy(item))}" for item in items)
            )
    tags.extend(_HASHTAG.findall(raw))
    files = tuple(
        Attached(PurePosixPath(hit[1].replace("\\", "/") + hit[2]).name, "")
        for hit in _PICTURE.finditer(raw)
    )
    words = to_markdown(raw).strip("\n")
    heading = _TITLE.match(words)
    words = words[heading.end() :].lstrip("\n") if heading else words
    text = "\n\n".join([part for part in (words, *lists) if part])
    notes = {Note.NO_TIME, Note.FILES} if files else {Note.NO_TIME}
    title = one_line(heading[1]) if heading else ""
    entry = Entry(0, at, title=title, text=text, tags=tidy_tags(",".join(tags)))
    return Found(entry, source, frozenset(notes), files)


def to_markdown(text: str) -> str:
    """Return RedNotebook's marks as Markdown's; addresses and what is unknown stay as they are."""
    text = _PICTURE.sub(lambda hit: f"({PurePosixPath(hit[1]).name}{hit[2]})", text)
    text = _LINK.sub(r"[\1](\2)", text)
    text = _RULE.sub("---", text)
    for shape in (_SPACED_HEADING, _HEADING):
        text = shape.sub(lambda hit: f"{'#' * len(hit[1])} {hit[2].strip()}", text)
    text = _NUMBERED.sub(r"\g<1>1. ", text)
    for shape, words in _PLAIN_REPLACED:
        text = shape.sub(words, text)
    return text
