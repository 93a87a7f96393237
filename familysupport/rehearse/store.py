"""The rows of what was practised: the only SQL about them."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database
from sqlite_utils.db import Table

from familysupport.clock import Clock
from familysupport.rehearse.model import Ending, Face, Look, Met, Mode, Reading, TalkRecord
from familysupport.rehearse.prepared import Moment, Prepared, Question

if TYPE_CHECKING:  # fetched when one practises to talk: reading aloud does without the scenarios
    from familysupport.rehearse.loved import Loved
    from familysupport.rehearse.meeting import State

_KEPT_DAYS = 30
_TABLES = ("rehearse_readings", "rehearse_talks")


class RehearseStore:
    """Keeps the readings aloud and the practice talks; words only when somebody asks for it."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._talks = db.table("rehearse_talks")
        self._looks = db.table("rehearse_look")
        self._meetings = db.table("rehearse_meeting")
        self._loved = db.table("rehearse_loved")
        self._prepared = db.table("rehearse_prepared")

    def save(self, reading: Reading) -> Reading:
        """Keep a new reading and return it with its id."""
        with self._db.atomic():
            row = self._db.execute(
                "INSERT INTO rehearse_readings (statement_id, began_at, seconds, words,"
                " words_per_minute, ending, ended_at_word, stumbles)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
                " RETURNING id",
                [
                    reading.statement_id,
                    reading.began_at.isoformat(),
                    reading.seconds,
                    reading.words,
                    reading.words_per_minute,
                    reading.ending.value,
                    reading.ended_at_word,
                    json.dumps(reading.stumbles),
                ],
            ).fetchone()
        return reading._replace(id=int(row[0]))

    def readings(self, statement_id: int, limit: int = -1) -> list[Reading]:
        """Return the readings of one statement, the latest first."""
        rows = self._db.query(
            "SELECT * FROM rehearse_readings WHERE statement_id = ? AND deleted_at IS NULL"
            " ORDER BY id DESC LIMIT ?",
            [statement_id, limit],
        )
        return [_reading(row) for row in rows]

    def times_read(self) -> dict[int, int]:
        """Return how often each statement was read; one that never was is not in it."""
        rows = self._db.query(
            "SELECT statement_id, count(*) AS times FROM rehearse_readings"
            " WHERE deleted_at IS NULL GROUP BY statement_id"
        )
        return {row["statement_id"]: row["times"] for row in rows}

    def delete(self, reading_id: int) -> None:
        """Put a reading out of sight; `restore` brings it back until `purge`."""
        self._mark(reading_id, self._clock.now().isoformat())

    def restore(self, reading_id: int) -> None:
        """Bring a deleted reading back."""
        self._mark(reading_id, None)

    def purge_old(self) -> None:
        """Remove for good what was deleted more than 30 days ago."""
        self.purge(self._clock.now() - timedelta(days=_KEPT_DAYS))

    def purge(self, before: datetime) -> int:
        """Remove for good what was deleted before `before`, and return how many."""
        with self._db.atomic():
            return sum(_purge(self._db.table(name), before) for name in _TABLES)

    def look(self) -> Look:
        """Return how the text to read aloud was last made to look and move."""
        rows = list(self._looks.rows_where("id = 1"))
        kept = json.loads(rows[0]["choices"]) if rows else {}
        told = {name: value for name, value in kept.items() if name in Look._fields}
        face = told.pop("face", "")
        return Look(**told, face=Face(face) if face in set(Face) else Face.PLAIN)

    def keep_look(self, look: Look) -> None:
        """Remember how the text shall look and move."""
        with self._db.atomic():
            self._looks.insert({"id": 1, "choices": json.dumps(look._asdict())}, replace=True)

    def loved(self) -> Loved | None:
        """Return whom one practises for, or None while it was never asked."""
        from familysupport.rehearse.loved import Loved, Pronoun, Tie

        rows = list(self._loved.rows_where("id = 1"))
        if not rows:
            return None
        row = rows[0]
        return Loved(row["name"], Pronoun(row["pronoun"]), Tie(row["tie"]), row["you"])

    def keep_loved(self, loved: Loved) -> None:
        """Remember whom one practises for."""
        row = {"id": 1, "name": loved.name, "pronoun": loved.pronoun.value}
        row |= {"tie": loved.tie.value, "you": loved.you}
        with self._db.atomic():
            self._loved.insert(row, replace=True)

    def prepared(self) -> list[Prepared]:
        """Return how prepared one felt, the earliest first; a skipped moment has no answers."""
        return [
            Prepared(
                Moment(row["moment"]),
                datetime.fromisoformat(row["at"]),
                tuple(row[one.value] for one in Question),
            )
            for row in self._prepared.rows_where(order_by="at")
        ]

    def keep_prepared(self, prepared: Prepared) -> None:
        """Keep the answers of one moment in place of those told for it before."""
        row: dict[str, Any] = {"moment": prepared.moment.value, "at": prepared.at.isoformat()}
        row |= {one.value: told for one, told in zip(Question, prepared.answers, strict=True)}
        with self._db.atomic():
            self._prepared.insert(row, replace=True)

    def meeting(self) -> State | None:
        """Return the practice meeting that was cut off, if there is one."""
        from familysupport.rehearse.meeting import State

        rows = list(self._meetings.rows_where("id = 1"))
        return State.from_json(rows[0]["state"]) if rows else None

    def keep_meeting(self, state: State | None) -> None:
        """Remember how far the meeting is; with nothing, forget it."""
        with self._db.atomic():
            if state is None:
                self._meetings.delete_where("id = 1")
            else:
                self._meetings.insert({"id": 1, "state": state.to_json()}, replace=True)

    def save_talk(self, talk: TalkRecord) -> TalkRecord:
        """Keep a practice talk, new or known, and return it with its id."""
        row = {
            "began_at": talk.began_at.isoformat(),
            "seconds": talk.seconds,
            "mode": talk.mode.value,
            "kind": talk.kind,
            "outcome": talk.outcome,
            "met": json.dumps([[one.kind, one.held] for one in talk.met]),
            "calm_before": talk.calm_before,
            "ready_before": talk.ready_before,
            "calm_after": talk.calm_after,
            "ready_after": talk.ready_after,
            "keep_line": talk.keep_line,
            "change_line": talk.change_line,
            "words": talk.words,
        }
        with self._db.atomic():
            if talk.id:
                self._talks.update(talk.id, row)
                return talk
            return talk._replace(id=int(self._talks.insert(row).last_pk or 0))

    def talks(self, limit: int = -1) -> list[TalkRecord]:
        """Return the practice talks, the latest first."""
        rows = self._talks.rows_where("deleted_at IS NULL", order_by="id DESC", limit=limit)
        return [_talk(row) for row in rows]

    def delete_talk(self, talk_id: int) -> None:
        """Put a talk out of sight; `restore_talk` brings it back until `purge`."""
        with self._db.atomic():
            self._talks.update(talk_id, {"deleted_at": self._clock.now().isoformat()})

    def restore_talk(self, talk_id: int) -> None:
        """Bring a deleted talk back."""
        with self._db.atomic():
            self._talks.update(talk_id, {"deleted_at": None})

    def _mark(self, reading_id: int, deleted_at: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                "UPDATE rehearse_readings SET deleted_at = ? WHERE id = ?",
                [deleted_at, reading_id],
            )


def _purge(table: Table, before: datetime) -> int:
    """Remove the rows of one table that were deleted before `before`, and count them."""
    gone = [
        row["id"]
        for row in table.rows_where("deleted_at IS NOT NULL", select="id, deleted_at")
        if datetime.fromisoformat(row["deleted_at"]) < before
    ]
    for one in gone:
        table.delete(one)
    return len(gone)


def _talk(row: dict[str, Any]) -> TalkRecord:
    return TalkRecord(
        id=row["id"],
        began_at=datetime.fromisoformat(row["began_at"]),
        seconds=row["seconds"],
        mode=Mode(row["mode"]),
        kind=row["kind"],
        outcome=row["outcome"],
        met=tuple(Met(kind, held) for kind, held in json.loads(row["met"])),
        calm_before=row["calm_before"],
        ready_before=row["ready_before"],
        calm_after=row["calm_after"],
        ready_after=row["ready_after"],
        keep_line=row["keep_line"],
        change_line=row["change_line"],
        words=row["words"],
    )


def _reading(row: dict[str, Any]) -> Reading:
    return Reading(
        id=row["id"],
        statement_id=row["statement_id"],
        began_at=datetime.fromisoformat(row["began_at"]),
        seconds=row["seconds"],
        words=row["words"],
        words_per_minute=row["words_per_minute"],
        ending=Ending(row["ending"]),
        ended_at_word=row["ended_at_word"],
        stumbles=tuple(json.loads(row["stumbles"])),
    )
