"""Any table as pages to read: its rows with their names, dates and words, and no inner numbers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

_UNREAD = (
    "journal_tags",  # stand with each entry
    "journal_words",
    "journal_hidden_memories",
    "journal_imports",
    "journal_import_entries",
    "rehearse_look",
    "learn_readings",
    "learn_answers",
)
_FIRST = (
    *("journal_entries", "statements", "people", "plan_items", "journal_pages", "for_me_check_ins"),
    *("for_me_pages", "recovery_stays", "recovery_milestones", "recovery_habits"),
    *("recovery_limits", "recovery_signs", "recovery_supplies", "recovery_appointments"),
    *("recovery_people", "learn_notes", "rehearse_talks", "emergency_times"),
)
_INNER = re.compile(
    r"id|uid|place|deleted_at|updated_at|changed_at|made_at|created_at|thumbnail|whole|width|height"
    r"|size|private_note_id"
)
_HEADS = ("at", "day", "began_at", "since", "author", "name", "title", "moment", "monday")
_KINDS = ("kind", "topic")
_IN_TIME = ("at", "day", "began_at", "since", "monday", "created_at", "place")
_USUAL = "free"  # the kind of most entries, which says nothing
_OWNERS = {
    "habit_id": ("recovery_habits", "name"),
    "limit_id": ("recovery_limits", "words"),
    "statement_id": ("statements", "author"),
    "entry_id": ("journal_entries", "title"),
    "person_id": ("people", "name"),
}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d\S*")
_SHORT = 70
_DEEPEST = 6


def is_to_be_read(table: str) -> bool:
    """Tell whether a table holds words of people, and not what only serves the program."""
    return table not in _UNREAD and not table.endswith("_parts")


class Reader:
    """Tells tables in words; `titles` are their names for people."""

    def __init__(self, db: Database, titles: Mapping[str, str]) -> None:
        self._db = db
        self._titles = titles

    def ordered(self, tables: Sequence[str]) -> list[str]:
        """Return the tables in the order in which one reads them."""
        known = [name for name in _FIRST if name in tables]
        return known + [name for name in tables if name not in known]

    def told(self, table: str) -> Iterator[str]:
        """Yield a heading and every row that was not deleted, piece by piece."""
        is_first = True
        columns = [column.name for column in self._db.table(table).columns]
        times = [name for name in _IN_TIME if name in columns]
        order = f' order by "{times[0]}"' if times else ""
        for row in self._db.query(f'select * from "{table}"{order}'):  # noqa: S608  our own names
            if row.get("deleted_at"):
                continue
            if is_first:
                yield f"# {self._titles.get(table) or _label(table)}\n\n"
                is_first = False
            yield self._row(row)

    def _row(self, row: dict[str, Any]) -> str:
        heads = [*self._owners(row)]
        heads += [_moment(str(row[name])) for name in _HEADS if row.get(name) not in (None, "")]
        heads += [
            _label(str(row[name])) for name in _KINDS if row.get(name) not in (None, "", _USUAL)
        ]
        lines = [f"## {' · '.join(_flat(head) for head in heads) or '–'}", ""]
        text = []
        for name, value in row.items():
            if _INNER.fullmatch(name) or name.endswith("_id") or name in (*_HEADS, *_KINDS):
                continue
            if value is None or value == "" or isinstance(value, bytes):
                continue
            held = _parsed(value)
            if isinstance(held, (dict, list)):
                text += [f"**{_label(name)}**", "", *_nested(held, 0), ""]
            elif name in ("text", "words", "note") and isinstance(value, str):
                text += [value.rstrip(), ""]
            elif len(str(value)) > _SHORT or "\n" in str(value):
                text += [f"**{_label(name)}**", "", str(value).rstrip(), ""]
            else:
                lines.append(f"- {_label(name)}: {_moment(str(value))}")
        return "\n".join([*lines, *([""] if lines[-1] else []), *text]) + "\n"

    def _owners(self, row: dict[str, Any]) -> Iterator[str]:
        """Yield the name of what a row belongs to."""
        for column, (table, name) in _OWNERS.items():
            if row.get(column) is None:
                continue
            sql = f'select "{name}" from "{table}" where id = ?'  # noqa: S608  our own names
            found = self._db.execute(sql, [row[column]]).fetchone()
            if found and found[0]:
                yield str(found[0])


def _parsed(value: Any) -> Any:
    """Return what JSON in a column holds; anything else as it is."""
    if isinstance(value, str) and value[:1] in ("{", "["):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return value
    return value


def _nested(held: Any, depth: int) -> list[str]:
    """Return what is held in lists and mappings as a list of Markdown, empty things left out."""
    if depth > _DEEPEST:
        return [f"{'  ' * depth}- {_flat(json.dumps(held, ensure_ascii=False))}"]
    pairs = held.items() if isinstance(held, dict) else ((None, one) for one in held)
    lines = []
    for name, one in pairs:
        if one in (None, "", [], {}) or one is False:
            continue
        head = f"{'  ' * depth}-" + (f" {_label(str(name))}" if name is not None else "")
        if isinstance(one, (dict, list)):
            inner = _nested(one, depth + 1)
            lines += [head, *inner] if inner else []
        else:
            said = str(one).rstrip().replace("\n", "\n" + "  " * (depth + 1))
            lines.append(f"{head}: {said}" if name is not None else f"{head} {said}")
    return lines


def _label(name: str) -> str:
    """Return the name of a column or a kind as words."""
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]


def _moment(text: str) -> str:
    """Return a moment as a date and a time; anything else as it is."""
    if _MOMENT.fullmatch(text):
        try:
            return f"{datetime.fromisoformat(text):%Y-%m-%d %H:%M}"
        except ValueError:
            return text
    return text


def _flat(text: str) -> str:
    return " ".join(text.split())
