"""Diarium's JSON export: a list of days whose words are a web page's."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from familysupport.journal.bring_in import Found, Left, Note, Why, here, one_line, tidy
from familysupport.journal.bring_in_dates import date_told
from familysupport.journal.model import Entry, tidy_tags

_WORDS = ("html", "text", "content", "body")
_TITLES = ("heading", "title")
_NEW_LINE = {"br"}
_NEW_PART = {"p", "div", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4"}
_MARKS = {"b": "**", "strong": "**", "i": "*", "em": "*"}
_SILENT = {"script", "style", "head"}
_BLANK_LINES = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")


def is_diarium(data: Any) -> bool:
    """Tell whether JSON is a list of dated pages."""
    return isinstance(data, list) and any(
        isinstance(one, dict) and "date" in one and any(key in one for key in _WORDS)
        for one in data[:50]
    )


def read_diarium(name: str, data: list[Any]) -> tuple[list[Found], list[Left]]:
    """Return the entries of an export; one that is broken does not stop the others."""
    found: list[Found] = []
    left: list[Left] = []
    for number, raw in enumerate(data, start=1):
        source = f"{name}, {number}"
        told = date_told(str(raw.get("date", ""))) if isinstance(raw, dict) else None
        if told is None:
            left.append(Left(source, Why.NO_DATE if isinstance(raw, dict) else Why.UNREADABLE))
            continue
        moment, has_time, _sure = told
        listed = raw.get("tags")
        tags = listed if isinstance(listed, list) else []
        entry = Entry(
            0,
            here(moment),
            title=one_line(_first(raw, _TITLES)),
            text=page_to_markdown(_first(raw, _WORDS)),
            tags=tidy_tags(",".join(one_line(tag) for tag in tags if isinstance(tag, str))),
        )
        found.append(Found(entry, source, frozenset(() if has_time else {Note.NO_TIME})))
    return found, left


def page_to_markdown(page: str) -> str:
    """Return the words of a small web page with what is bold, slanted or listed."""
    if "<" not in page and "&" not in page:
        return tidy(page).strip("\n")
    reader = _PageReader()
    reader.feed(tidy(page))
    reader.close()
    return _BLANK_LINES.sub("\n\n", "".join(reader.parts)).strip()


def _first(raw: dict[str, Any], keys: tuple[str, ...]) -> str:
    return next((raw[key] for key in keys if isinstance(raw.get(key), str)), "")


class _PageReader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _NEW_PART:
            self.parts.append(
                "\n\n" + "#" * (int(tag[1]) if tag[0] == "h" else 0) + " " * (tag[0] == "h")
            )
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in _NEW_LINE:
            self.parts.append("\n")
        else:
            self.parts.append(_MARKS.get(tag, ""))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _NEW_PART:
            self.parts.append("\n\n")
        else:
            self.parts.append(_MARKS.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))
