"""Plain text and Markdown with dates: a file a day, or one file with dated headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime
from enum import Enum
from typing import Any, NamedTuple, TypeVar

from familysupport.journal.bring_in import Found, Left, Note, Why, here, one_line, tidy
from familysupport.journal.bring_in_dates import (
    Dated,
    date_at_start,
    date_in_name,
    date_told,
    words_in_name,
)
from familysupport.journal.bring_in_yaml import NotReadableError, read_yaml
from familysupport.journal.model import Energy, Entry, Kind, Mood, tidy_tags

_FRONT = re.compile(r"\A---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^(#{1,4})[ \t]+(\S[^\n]*)$", re.MULTILINE)
_TITLE = re.compile(r"\A#{1,3}[ \t]+([^\n]+?)[ \t#]*(?:\n|\Z)")
_DATE_KEYS = ("date", "created", "created_at", "datetime", "day", "at")
_TAG_KEYS = ("tags", "tag", "keywords", "categories")
_LONGEST_FRONT = 20_000
_E = TypeVar("_E", bound=Enum)


class _When(NamedTuple):
    at: datetime
    notes: frozenset[Note]


def read_page(name: str, text: str, day_first: bool = False) -> tuple[list[Found], list[Left]]:
    """Return the entry or entries of a file; the date stands at its head, in its name, or above.

    `day_first` decides about dates such as 3/4/2026, and such entries say so.
    """
    text = tidy(text).strip("\n")
    front, text = _front(text)
    if not front and (parts := _dated_parts(text, day_first)):
        return [_entry(f"{name}, {part[2]}", part[0], {}, part[1]) for part in parts], []
    when, text = _when(name, front, text, day_first)
    if when is None:
        return [], [Left(name, Why.NO_DATE if text.strip() else Why.EMPTY)]
    found = _entry(name, when, front, text)
    if not found.entry.title and not front:
        titled = found.entry._replace(title=one_line(words_in_name(name)))
        found = found._replace(entry=titled)
    return [found], []


def _front(text: str) -> tuple[dict[str, Any], str]:
    """Return what is told between two lines of dashes, by small names, and the rest."""
    hit = _FRONT.match(text)
    if hit is None or len(hit[1] or "") > _LONGEST_FRONT:
        return {}, text
    try:
        told = read_yaml(hit[1] or "")
    except NotReadableError:
        return {}, text
    if not isinstance(told, dict):
        return {}, text
    return {key.strip().lower(): value for key, value in told.items()}, text[hit.end() :].strip(
        "\n"
    )


def _when(
    name: str, front: Mapping[str, Any], text: str, day_first: bool
) -> tuple[_When | None, str]:
    for key in _DATE_KEYS:
        if isinstance(front.get(key), str) and (told := date_told(front[key], day_first)):
            return _noted(*told), text
    named = date_in_name(name, day_first)
    first, _, rest = text.lstrip("\n").partition("\n")
    started = date_at_start(first, day_first)
    if started and (named is None or named.moment.date() == started[0].moment.date()):
        return _of(_fuller(named, started[0])), f"# {started[1]}\n{rest}" if started[1] else rest
    return (_of(named) if named else None), text


def _fuller(named: Dated | None, started: Dated) -> Dated:
    return named if named and named.has_time and not started.has_time else started


def _dated_parts(text: str, day_first: bool) -> list[tuple[_When, str, str]]:
    """Return the parts below headings that begin with a date, where there are two or more."""
    heads = [
        (hit, started)
        for hit in _HEADING.finditer(text)
        if (started := date_at_start(hit[2], day_first)) and started[0].is_sure
    ]
    heads = [one for one in heads if len(one[0][1]) == len(heads[0][0][1])]
    if len(heads) < 2:
        return []
    ends = [*(hit.start() for hit, _started in heads[1:]), len(text)]
    preface = _without_months(text[: heads[0][0].start()])
    parts = []
    for (hit, (dated, rest)), end in zip(heads, ends, strict=True):
        below = _without_months(text[hit.end() : end]).strip("\n")
        body = f"{preface}\n\n{below}" if preface else below
        preface = ""
        parts.append((_of(dated), f"# {rest}\n{body}" if rest else body, hit[2].strip()))
    return parts


def _without_months(text: str) -> str:
    """Leave out headings with nothing below them, such as years and months that jrnl writes."""
    lines = text.rstrip().split("\n")
    while lines and re.fullmatch(r"#{1,2}[ \t]+\S[^\n]*", lines[-1] or "-"):
        lines.pop()
        while lines and not lines[-1].strip():
            lines.pop()
    return "\n".join(lines)


def _entry(source: str, when: _When, front: Mapping[str, Any], text: str) -> Found:
    text = text.strip("\n")
    title = one_line(front["title"]) if isinstance(front.get("title"), str) else ""
    heading = _TITLE.match(text)
    if heading and (not title or one_line(heading[1]) == title):
        title, text = one_line(heading[1]), text[heading.end() :].strip("\n")
    tags = [tag for key in _TAG_KEYS for tag in _words(front.get(key))]
    entry = Entry(
        0,
        when.at,
        kind=_one_of(Kind, front.get("kind")) or Kind.FREE,
        mood=_one_of(Mood, front.get("mood")),
        title=title,
        text=text.rstrip(),
        tags=tidy_tags(",".join(tags)),
        energy=_one_of(Energy, front.get("energy")),
    )
    return Found(_with_sleep(entry, front.get("sleep")), source, when.notes)


def _with_sleep(entry: Entry, told: Any) -> Entry:
    try:
        hours = float(told) if isinstance(told, str) else -1
    except ValueError:
        return entry
    return entry._replace(sleep=round(hours * 2) / 2) if 0 <= hours <= 24 else entry


def _words(told: Any) -> list[str]:
    if isinstance(told, str):
        return [one_line(word) for word in told.split(",")]
    return (
        [one_line(word) for word in told if isinstance(word, str)] if isinstance(told, list) else []
    )


def _one_of(kind: type[_E], told: Any) -> _E | None:
    return next((one for one in kind if isinstance(told, str) and one.value == told.lower()), None)


def _of(dated: Dated) -> _When:
    return _noted(dated.moment, dated.has_time, dated.is_sure)


def _noted(moment: datetime, has_time: bool, is_sure: bool) -> _When:
    notes = {Note.NO_TIME} if not has_time else set()
    if not is_sure:
        notes.add(Note.DAY_OR_MONTH)
    return _When(here(moment), frozenset(notes))
