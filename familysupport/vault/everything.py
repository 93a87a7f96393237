"""Everything a family wrote, in open formats: one JSON file and plain Markdown, in a zip.

The content of photos and files lies in `journal_file_parts` and may be gigabytes: it must never be
read as a table. It goes out part by part: `FilesStore.all_files()`, and `read(file_id)` for each.
"""

from __future__ import annotations

import base64
import io
import json
import zipfile
from typing import Any

import sqlite_utils

_HIDDEN = ("sqlite_", "_sqlite_", "meta")


def everything_as_files(db: sqlite_utils.Database) -> bytes:
    """Return a zip with `everything.json` (each table as a list) and `words.md`, not locked."""
    tables = _tables(db)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        text = json.dumps(tables, ensure_ascii=False, indent=2, default=_plain)
        packed.writestr("everything.json", text)
        packed.writestr("words.md", _words(tables))
    return out.getvalue()


def _tables(db: sqlite_utils.Database) -> dict[str, list[dict[str, Any]]]:
    listed = db.query("select name from pragma_table_list where schema = 'main' and type = 'table'")
    names = [row["name"] for row in listed if not row["name"].startswith(_HIDDEN)]
    return {name: list(db[name].rows) for name in sorted(names)}


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else str(value)


def _words(tables: dict[str, list[dict[str, Any]]]) -> str:
    parts = []
    for name in ("statements", "journal_entries"):
        for row in tables.get(name, []):
            if row.get("deleted_at"):
                continue
            head = " · ".join(str(row[key]) for key in ("at", "author", "title") if row.get(key))
            parts.append(f"## {head or name}\n\n{row.get('text', '')}\n")
    return "\n".join(parts)
