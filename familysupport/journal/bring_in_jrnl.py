"""jrnl's two ways out: its JSON, and the plain text it keeps."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from familysupport.journal.bring_in import Found, Left, Why, here, one_line, tidy
from familysupport.journal.bring_in_dates import date_told
from familysupport.journal.model import Entry, tidy_tags

STARRED = "starred"
_HEAD = re.compile(r"^\[([^\]\n]{6,60})\](?: |$)", re.MULTILINE)
_TAG = re.compile(r"(?<!\S)@([-+*#/\w]*\w[-+*#/\w]*)")


def is_jrnl_json(data: Any) -> bool:
    """Tell whether JSON is an export of jrnl."""
    return isinstance(data, dict) and _has_jrnl_entries(data.get("entries"))


def is_jrnl_text(text: str, day_first: bool = False) -> bool:
    """Tell whether text begins as jrnl's does: with a date between square brackets."""
    head = _HEAD.match(text.lstrip())
    return bool(head and date_told(head[1], day_first))


def read_jrnl_json(name: str, data: dict[str, Any]) -> tuple[list[Found], list[Left]]:
    """Return the entries of an export; one that is broken does not stop the others."""
    found: list[Found] = []
    left: list[Left] = []
    for number, raw in enumerate(data["entries"], start=1):
        source = f"{name}, {number}"
        one = _from_json(source, raw)
        if one is None:
            left.append(Left(source, Why.NO_DATE if isinstance(raw, dict) else Why.UNREADABLE))
        else:
            found.append(one)
    return found, left


def read_jrnl_text(name: str, text: str, day_first: bool = False) -> tuple[list[Found], list[Left]]:
    """Return the entries of jrnl's own file; what stands before the first one is left out."""
    found: list[Found] = []
    heads = [(hit, told) for hit in _HEAD.finditer(text) if (told := date_told(hit[1], day_first))]
    ends = [*(hit.start() for hit, _told in heads[1:]), len(text)]
    for (hit, told), end in zip(heads, ends, strict=True):
        first, _, rest = text[hit.end() : end].partition("\n")
        title = first.strip()
        starred = title.endswith("*")
        title = title.rstrip("* ") if starred else title
        tags = [*_TAG.findall(f"{title}\n{rest}"), *([STARRED] if starred else [])]
        entry = Entry(
            0,
            here(told[0]),
            title=one_line(title),
            text=tidy(rest).strip("\n"),
            tags=tidy_tags(",".join(tags)),
        )
        found.append(Found(entry, f"{name}, {hit[1]}"))
    return found, [] if heads else [Left(name, Why.NO_DATE)]


def _from_json(source: str, raw: Any) -> Found | None:
    if not isinstance(raw, dict):
        return None
    day, time = raw.get("date"), raw.get("time")
    try:
        at = datetime.fromisoformat(f"{day} {time or '12:00'}")
    except ValueError:
        return None
    listed = raw.get("tags")
    tags = (
        [one_line(tag).lstrip("@") for tag in listed if isinstance(tag, str)]
        if isinstance(listed, list)
        else []
    )
    if raw.get("starred") is True:
        tags.append(STARRED)
    title, text = (
        raw.get(key) if isinstance(raw.get(key), str) else "" for key in ("title", "body")
    )
    entry = Entry(
        0,
        here(at),
        title=one_line(title or ""),
        text=tidy(text or "").strip("\n"),
        tags=tidy_tags(",".join(tags)),
    )
    return Found(entry, source)


def _has_jrnl_entries(entries: Any) -> bool:
    if not isinstance(entries, list):
        return False
    wanted = {"title", "body", "date"}
    return any(isinstance(one, dict) and wanted <= set(one) for one in entries[:50])
