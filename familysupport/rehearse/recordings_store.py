"""The rows of what was recorded: sound in parts, inside the vault and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from familysupport.rehearse.take import Recording

PART_BYTES = 256 * 1024
_PAGES_AT_ONCE = 100_000


class RecordingsStore:
    """Keeps recordings, gives their sound, and wipes them for good."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._rows = db.table("rehearse_recordings")

    def save(self, recording: Recording, sound: bytes) -> Recording:
        """Keep a new recording with its sound, whole or not at all."""
        row = {
            "statement_id": recording.statement_id,
            "began_at": recording.began_at.isoformat(),
            "seconds": recording.seconds,
            "text": recording.text,
            "places": json.dumps(recording.places),
        }
        with self._db.atomic():
            number = int(self._rows.insert(row).last_pk or 0)
            for part, start in enumerate(range(0, len(sound), PART_BYTES)):
                self._db.execute(
                    "INSERT INTO rehearse_sound_parts (recording_id, part, sound) VALUES (?, ?, ?)",
                    [number, part, sound[start : start + PART_BYTES]],
                )
        return recording._replace(id=number)

    def recordings(self, statement_id: int) -> list[Recording]:
        """Return the recordings of one statement without their sound, the latest first."""
        rows = self._rows.rows_where("statement_id = ?", [statement_id], order_by="id DESC")
        return [_recording(row) for row in rows]

    def sound(self, recording_id: int) -> bytes:
        """Return the samples of one recording."""
        sql = "SELECT sound FROM rehearse_sound_parts WHERE recording_id = ? ORDER BY part"
        return b"".join(row[0] for row in self._db.execute(sql, [recording_id]))

    def wipe_without(self, statement_ids: Collection[int]) -> None:
        """Wipe what belongs to no statement any more."""
        for row in list(self._rows.rows_where(select="id, statement_id")):
            if row["statement_id"] not in statement_ids:
                self.wipe(row["id"])

    def wipe(self, recording_id: int) -> None:
        """Remove one recording for good: its pages are written over, and given back if they can be.

        The vault is opened with `secure_delete`, which writes zeros over what is deleted.
        """
        with self._db.atomic():
            self._db.execute(
                "DELETE FROM rehearse_sound_parts WHERE recording_id = ?", [recording_id]
            )
            self._rows.delete(recording_id)
        self._db.execute(f"PRAGMA incremental_vacuum({_PAGES_AT_ONCE})").fetchall()
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _recording(row: dict[str, Any]) -> Recording:
    return Recording(
        row["id"],
        row["statement_id"],
        datetime.fromisoformat(row["began_at"]),
        row["seconds"],
        row["text"],
        tuple(json.loads(row["places"])),
    )
