"""The rows of the statements and of their versions."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import sqlite_utils

from familysupport.clock import Clock
from familysupport.statements.model import Left, Part, Span, Statement, Version
from familysupport.statements.versions import is_due

_LIVE = "deleted_at is null"


class StatementStore:
    """Saves, finds and removes statements, and keeps how they were before."""

    def __init__(self, db: sqlite_utils.Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._rows = db.table("statements")
        self._versions = db.table("statement_versions")
        self._words = db.table("statement_words")
        self._choices = db.table("statement_choices")
        self._left = db.table("statement_left")

    def statements(self) -> list[Statement]:
        """Return all statements in the order they were begun."""
        return [_statement(row) for row in self._rows.rows_where(_LIVE, order_by="id")]

    def statement(self, statement_id: int) -> Statement | None:
        """Return one statement, or None when it is not there (any more)."""
        found = self._rows.rows_where(f"id = ? and {_LIVE}", [statement_id])
        return next((_statement(row) for row in found), None)

    def save(self, statement: Statement) -> Statement:
        """Keep `statement` and return it as it is kept now; one with `id` 0 is added."""
        row = self._row(statement)
        with self._db.atomic():
            if statement.id:
                self._rows.update(statement.id, row)
                return _statement({**row, "id": statement.id})
            row["created_at"] = row["updated_at"]
            return _statement({**row, "id": _new(self._rows, row)})

    def delete(self, statement_id: int) -> None:
        """Put a statement away; `restore` brings it back for 30 days."""
        with self._db.atomic():
            self._rows.update(statement_id, {"deleted_at": self._clock.now().isoformat()})

    def restore(self, statement_id: int) -> None:
        """Bring back a statement that was put away."""
        with self._db.atomic():
            self._rows.update(statement_id, {"deleted_at": None})

    def put_away(self) -> list[Statement]:
        """Return the statements that were deleted and can still be brought back, newest first."""
        rows = self._rows.rows_where("deleted_at is not null", order_by="deleted_at desc, id desc")
        return [_statement(row) for row in rows]

    def purge(self, before: datetime) -> None:
        """Remove for good, with their versions, the statements put away before `before`."""
        old = [
            row["id"]
            for row in self._rows.rows_where("deleted_at is not null")
            if datetime.fromisoformat(row["deleted_at"]) < before
        ]
        with self._db.atomic():
            for statement_id in old:
                self._versions.delete_where("statement_id = ?", [statement_id])
                self._left.delete_where("statement_id = ?", [statement_id])
                self._rows.delete(statement_id)

    def purge_old(self) -> None:
        """Remove for good what was put away more than 30 days ago."""
        self.purge(self._clock.now() - timedelta(days=30))

    def keep_version(self, statement: Statement, name: str = "") -> Version:
        """Keep `statement` as it reads now, under `name` when it was given one."""
        row = {
            "statement_id": statement.id,
            "title": statement.title,
            "text": statement.text,
            "name": name,
            "kept_at": self._clock.now().isoformat(),
            "if_no": statement.if_no,
            "parts": _parts(statement.spans),
        }
        with self._db.atomic():
            return _version({**row, "id": _new(self._versions, row)})

    def keep_quietly(self, statement: Statement) -> Version | None:
        """Keep a version when one is due; meant for quiet moments, so it may be called often."""
        last = self.versions(statement.id, only=1)
        if not statement.id or not is_due(next(iter(last), None), statement, self._clock.now()):
            return None
        return self.keep_version(statement)

    def versions(self, statement_id: int, only: int | None = None) -> list[Version]:
        """Return the kept versions of a statement, the newest first, at most `only` of them."""
        rows = self._versions.rows_where(
            "statement_id = ?", [statement_id], order_by="id desc", limit=only
        )
        return [_version(row) for row in rows]

    def own_words(self) -> list[str]:
        """Return the words the family taught the spelling help, in the order of the alphabet."""
        return [row["word"] for row in self._words.rows_where(order_by="word")]

    def add_word(self, word: str) -> None:
        """Take a word as spelt right from now on."""
        row = {"word": word, "added_at": self._clock.now().isoformat()}
        with self._db.atomic():
            self._words.insert(row, replace=True)

    def remove_word(self, word: str) -> None:
        """Forget a word that was added."""
        with self._db.atomic():
            self._words.delete_where("word = ?", [word])

    def choice(self, name: str, usual: str) -> str:
        """Return what was chosen under `name`, or `usual` while nothing was."""
        rows = self._choices.rows_where("name = ?", [name])
        return next((str(row["value"]) for row in rows), usual)

    def choose(self, name: str, value: str) -> None:
        """Keep a choice about writing, such as how much the coach says."""
        with self._db.atomic():
            self._choices.insert({"name": name, "value": value}, replace=True)

    def left(self, statement_id: int) -> list[Left]:
        """Return the notes that were left as they are in one statement."""
        rows = self._left.rows_where("statement_id = ?", [statement_id], order_by="id")
        return [_left(row) for row in rows]

    def leave(self, statement_id: int, left: Left) -> Left:
        """Keep that a note was left, and return it as it is kept."""
        row = {
            "statement_id": statement_id,
            "scope": left.scope,
            "rule": left.rule,
            "words": left.words,
            "sentence": left.sentence,
            "count": left.count,
            "left_at": self._clock.now().isoformat(),
        }
        with self._db.atomic():
            return replace(left, id=_new(self._left, row))

    def take_up(self, left_id: int) -> None:
        """Let a note that was left be shown again."""
        with self._db.atomic():
            self._left.delete(left_id)

    def _row(self, statement: Statement) -> dict[str, Any]:
        return {
            "person_id": statement.person_id,
            "author": statement.author,
            "addressee": statement.addressee,
            "title": statement.title,
            "text": statement.text,
            "if_no": statement.if_no,
            "private": statement.private,
            "parts": _parts(statement.spans),
            "updated_at": self._clock.now().isoformat(),
            "wish": statement.wish,
        }


def _statement(row: dict[str, Any]) -> Statement:
    return Statement(
        id=row["id"],
        person_id=row["person_id"],
        author=row["author"],
        addressee=row["addressee"],
        title=row["title"],
        text=row["text"],
        if_no=row["if_no"],
        private=row["private"],
        spans=_spans(row["parts"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        wish=row["wish"],
    )


def _parts(spans: tuple[Span, ...]) -> str:
    return json.dumps([[span.part, span.length] for span in spans]) if spans else ""


def _spans(text: str) -> tuple[Span, ...]:
    return tuple(
        Span(Part(part) if part else None, length) for part, length in json.loads(text or "[]")
    )


def _version(row: dict[str, Any]) -> Version:
    return Version(
        id=row["id"],
        statement_id=row["statement_id"],
        title=row["title"],
        text=row["text"],
        name=row["name"],
        kept_at=datetime.fromisoformat(row["kept_at"]),
        if_no=row["if_no"],
        spans=_spans(row["parts"] or ""),
    )


def _left(row: dict[str, Any]) -> Left:
    names = ("scope", "rule", "words", "sentence", "count", "id")
    return Left(**{name: row[name] for name in names})


def _new(table: sqlite_utils.db.Table, row: dict[str, Any]) -> int:
    new_id: Any = table.insert(row).last_pk
    return int(new_id)
