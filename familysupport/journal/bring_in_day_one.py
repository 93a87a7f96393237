"""Day One's JSON export, by itself or in its zip beside the photos."""

from __future__ import annotations

import json
import re
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from familysupport.journal.bring_in import Attached, Found, Left, Note, Why, here, one_line, tidy
from familysupport.journal.bring_in_jrnl import STARRED
from familysupport.journal.model import Entry, tidy_tags

_MEDIA = {"photos": "jpeg", "videos": "mov", "audios": "m4a", "pdfAttachments": "pdf"}
_FOLDERS = {"pdfAttachments": "pdfs"}
_MOMENT = re.compile(r"!\[[^\]]*\]\(dayone-moment:/[^)]*\)[ \t]*\n?")
_SET_OFF = re.compile(r"\\([!-/:-@\[-`{-~])")
_TITLE = re.compile(r"#{1,6}[ \t]+([^\n]+?)[ \t]*(?:\n|$)")
_NAMED = re.compile(r"[\w-]+")


def is_day_one(data: Any) -> bool:
    """Tell whether JSON is an export of Day One."""
    entries = data.get("entries") if isinstance(data, dict) else None
    return isinstance(entries, list) and any(
        isinstance(one, dict) and "creationDate" in one for one in entries[:50]
    )


def read_day_one(name: str, data: dict[str, Any]) -> tuple[list[Found], list[Left]]:
    """Return the entries of an export; one that is broken does not stop the others."""
    found: list[Found] = []
    left: list[Left] = []
    for number, raw in enumerate(data["entries"], start=1):
        source = f"{name}, {number}"
        if not isinstance(raw, dict):
            left.append(Left(source, Why.UNREADABLE))
            continue
        at = _moment(raw)
        if at is None:
            left.append(Left(source, Why.NO_DATE))
        else:
            found.append(_found(source, at, raw))
    return found, left


def _found(source: str, at: datetime, raw: dict[str, Any]) -> Found:
    text = _SET_OFF.sub(r"\1", _MOMENT.sub("", _words(raw))).strip("\n \t")
    heading = _TITLE.match(text)
    title = heading[1] if heading else ""
    listed = raw.get("tags")
    tags = (
        [one_line(tag) for tag in listed if isinstance(tag, str)]
        if isinstance(listed, list)
        else []
    )
    if raw.get("starred") is True:
        tags.append(STARRED)
    files = _files(raw)
    entry = Entry(
        0,
        at,
        title=one_line(title),
        text=tidy(text[heading.end() :] if heading else text).strip("\n"),
        tags=tidy_tags(",".join(tags)),
    )
    return Found(entry, source, frozenset({Note.FILES} if files else ()), files)


def _moment(raw: dict[str, Any]) -> datetime | None:
    """Return when an entry was written, on the clock of the place where it was."""
    try:
        at = datetime.fromisoformat(str(raw.get("creationDate")))
    except ValueError:
        return None
    zone = raw.get("timeZone")
    if at.tzinfo is None:
        return here(at)
    try:
        return here(at.astimezone(ZoneInfo(zone)) if isinstance(zone, str) else at.astimezone())
    except (OSError, OverflowError, ValueError, KeyError):  # no such zone, or none on this computer
        return here(at)


def _words(raw: dict[str, Any]) -> str:
    text = raw.get("text")
    if isinstance(text, str) and text.strip():
        return tidy(text)
    try:
        parts = json.loads(raw.get("richText") or "{}").get("contents", [])
        return tidy("".join(str(part.get("text", "")) for part in parts if isinstance(part, dict)))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ""


def _files(raw: dict[str, Any]) -> tuple[Attached, ...]:
    """Return the photos and files of an entry, named inside the zip by their md5."""
    found = []
    for kind, usual in _MEDIA.items():
        listed = raw.get(kind)
        for one in listed if isinstance(listed, list) else ():
            md5 = one.get("md5") if isinstance(one, dict) else None
            if isinstance(md5, str) and _NAMED.fullmatch(md5):
                ending = one.get("type")
                ending = ending if isinstance(ending, str) and _NAMED.fullmatch(ending) else usual
                name = f"{md5}.{ending}"
                found.append(Attached(name, f"{_FOLDERS.get(kind, kind)}/{name}"))
    return tuple(found)
