"""Everything a family wrote, in open formats, in one zip that is not locked.

`words.md` is to be read, `everything.json` holds each table as a list, `files/` holds photos and
files. Recorded voices stay behind: whoever records is promised that they never become a file.
A vault may hold gigabytes: rows go out one by one and content part by part, so that neither is ever
in memory at once.
"""

from __future__ import annotations

import base64
import contextlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import IO, Any

from sqlite_utils import Database

from familysupport.errors import NotWritableError
from familysupport.progress import UNWATCHED, Watcher
from familysupport.vault import cipher, disk
from familysupport.vault.everything_words import Reader, is_to_be_read
from familysupport.vault.moves import DB_FILE

_HIDDEN = ("sqlite_", "_sqlite_", "meta")
_PARTS = "_parts"
_STAMP = (1980, 1, 1, 0, 0, 0)
_SOUNDS = "rehearse_sound_parts"
_FILES = "journal_file_parts"
_KEPT_FILES = (
    "SELECT id, name FROM journal_files WHERE whole = 1 AND deleted_at IS NULL AND entry_id IN"
    " (SELECT id FROM journal_entries WHERE deleted_at IS NULL) ORDER BY id"
)


def save_everything(
    folder: Path,
    key: bytes,
    target: Path,
    titles: Mapping[str, str] | None = None,
    watcher: Watcher = UNWATCHED,
) -> None:
    """Write `target` whole or not at all, from the vault in `folder`; `titles` name the tables.

    Opens its own connection, so it may run beside the window. Raises DiskFullError,
    NotWritableError, and EndedError where the person ended it; then nothing is left behind.
    """
    try:
        with (
            disk.writing(target),
            disk.appearing(target) as out,
            contextlib.closing(cipher.database(folder / DB_FILE, key)) as db,
        ):
            db.execute("BEGIN")  # one moment of the vault, whatever is written meanwhile
            write_everything(db, out, titles, watcher)
            db.execute("COMMIT")
    except OSError as error:  # such as a folder that is gone by now
        raise NotWritableError(target) from error


def write_everything(
    db: Database,
    out: IO[bytes],
    titles: Mapping[str, str] | None = None,
    watcher: Watcher = UNWATCHED,
) -> None:
    """Write the zip to `out`, piece by piece."""
    names = _tables(db)
    in_words, in_json = watcher.part(0, 0.2), watcher.part(0.2, 0.4)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        with _entry(packed, "words.md") as file:
            reader = Reader(db, titles or {})
            readable = [name for name in names if is_to_be_read(name)]
            for place, name in enumerate(reader.ordered(readable)):
                in_words.tell(place / len(readable))
                for piece in reader.told(name):
                    file.write(piece.encode("utf-8", "replace"))
        with _entry(packed, "everything.json") as file:
            for place, piece in enumerate(_as_json(db, names)):
                if place % 100 == 0:
                    in_json.tell(0.5)
                file.write(piece.encode("utf-8", "replace"))
        _write_contents(db, packed, names, watcher.part(0.4, 1.0))


def _tables(db: Database) -> list[str]:
    listed = db.query("select name from pragma_table_list where schema = 'main' and type = 'table'")
    return sorted(row["name"] for row in listed if not row["name"].startswith(_HIDDEN))


def _as_json(db: Database, names: list[str]) -> Iterator[str]:
    """Yield the tables as one JSON object, row by row; content in parts lies in files."""
    between = "{"
    for name in names:
        if name.endswith(_PARTS):
            continue
        yield f"{between}\n {json.dumps(name)}: ["
        comma = "\n  "
        for row in db.query(f'select * from "{name}"'):  # noqa: S608  our own names
            yield comma + json.dumps(row, ensure_ascii=False, default=_plain)
            comma = ",\n  "
        yield "\n ]"
        between = ","
    yield "\n}\n"


def _plain(value: Any) -> Any:
    return base64.b64encode(value).decode("ascii") if isinstance(value, bytes) else str(value)


def _write_contents(
    db: Database, packed: zipfile.ZipFile, names: list[str], watcher: Watcher
) -> None:
    """Write photos and files, each as the file it is; recorded voices stay in the vault."""
    tables = [name for name in names if name.endswith(_PARTS) and name != _SOUNDS]
    going = [one for name in tables for one in _contents(db, name)]
    for place, (name, table, owner) in enumerate(going):
        owner_column, part_column, content = (column.name for column in db.table(table).columns[:3])
        where = f'from "{table}" where "{owner_column}" = ?'
        parts = db.execute(
            f'select "{part_column}" {where} order by "{part_column}"', [owner]
        ).fetchall()
        with _entry(packed, name, zipfile.ZIP_STORED) as file:
            for (part,) in parts:
                watcher.tell(place / len(going))
                sql = f'select "{content}" {where} and "{part_column}" = ?'
                file.write(bytes(db.execute(sql, [owner, part]).fetchone()[0]))


def _contents(db: Database, table: str) -> Iterator[tuple[str, str, int]]:
    """Yield the name in the zip, the table of the parts, and whose parts they are."""
    if table == _FILES:
        for owner, name in db.execute(_KEPT_FILES).fetchall():
            suffix = PurePosixPath(name).suffix[:10]
            yield f"files/{owner}{suffix if suffix.isascii() else ''}", table, owner
        return
    column = db.table(table).columns[0].name
    kind = table.removesuffix(_PARTS).replace("_", "-")
    sql = f'select distinct "{column}" from "{table}" order by 1'  # noqa: S608  our own names
    owners = db.execute(sql).fetchall()
    for (owner,) in owners:
        yield f"files/{kind}-{owner}", table, owner


def _entry(packed: zipfile.ZipFile, name: str, how: int = zipfile.ZIP_DEFLATED) -> IO[bytes]:
    info = zipfile.ZipInfo(name, _STAMP)
    info.compress_type = how
    return packed.open(info, "w", force_zip64=True)
