"""The rows of the templates that the writer made."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.model import Kind, Template

_KEPT = timedelta(days=30)


class TemplateStore:
    """Keeps words to begin an entry with, each for one kind of entry."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    def save(self, template: Template) -> Template:
        """Keep `template` and return it with its id; one with `id` 0 is added."""
        row = [template.name, template.kind.value, template.text]
        with self._db.atomic():
            if template.id:
                self._db.execute(
                    "UPDATE journal_templates SET name = ?, kind = ?, text = ? WHERE id = ?",
                    [*row, template.id],
                )
                return template
            found = self._db.execute(
                "INSERT INTO journal_templates (name, kind, text) VALUES (?, ?, ?) RETURNING id",
                row,
            ).fetchone()
        return Template(int(found[0]), template.name, template.kind, template.text)

    def templates(self) -> list[Template]:
        """Return all templates in the order of their names."""
        rows = self._db.query(
            "SELECT * FROM journal_templates WHERE deleted_at IS NULL"
            " ORDER BY name COLLATE NOCASE, id"
        )
        return [_template(row) for row in rows]

    def delete(self, template_id: int) -> None:
        """Put a template out of sight; `restore` brings it back for 30 days."""
        self._mark(template_id, self._clock.now().isoformat())

    def restore(self, template_id: int) -> None:
        """Bring a deleted template back."""
        self._mark(template_id, None)

    def purge_old(self) -> None:
        """Remove for good what was deleted more than 30 days ago."""
        before = self._clock.now() - _KEPT
        gone = self._db.query("SELECT id, deleted_at FROM journal_templates WHERE deleted_at <> ''")
        old = [row["id"] for row in gone if datetime.fromisoformat(row["deleted_at"]) < before]
        with self._db.atomic():
            for template_id in old:
                self._db.execute("DELETE FROM journal_templates WHERE id = ?", [template_id])

    def _mark(self, template_id: int, deleted_at: str | None) -> None:
        with self._db.atomic():
            self._db.execute(
                "UPDATE journal_templates SET deleted_at = ? WHERE id = ?",
                [deleted_at, template_id],
            )


def _template(row: dict[str, Any]) -> Template:
    return Template(row["id"], row["name"], Kind(row["kind"]), row["text"])
