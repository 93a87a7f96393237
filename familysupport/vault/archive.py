"""The pieces of a backup: a copy of the database, its check, and the zip around it.

None of them holds more than a piece of a file in memory.
"""

from __future__ import annotations

import contextlib
import hashlib
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import IO, TypeVar

from sqlite_utils import Database

from familysupport.errors import BackupDamagedError, EndedError, FileUnreadableError
from familysupport.progress import Watcher
from familysupport.vault import cipher, disk
from familysupport.vault.moves import DB_FILE, KEY_FILE
from familysupport.vault.vault import open_checked

MADE_AT = "backup_made_at"
_PIECE = 1 << 20
_STEPS = 200  # of the database's own machine between two looks at the watcher
_T = TypeVar("_T")


def copy_database(
    source: Path, copy: Path, key: bytes, made_at: datetime, watcher: Watcher
) -> None:
    """Write a copy of the database, as it is at this moment, without room for what is gone."""
    whole = source.stat().st_size

    def share() -> float:
        return copy.stat().st_size / whole

    with contextlib.closing(cipher.connect(source, key)) as connection:
        disk.make_empty(copy)
        cipher.let_shrink(connection)
        with _watched(connection, share, watcher):
            connection.execute("VACUUM INTO ?", [str(copy)])
    with cipher.database(copy, key) as db:
        row = {"key": MADE_AT, "value": made_at.isoformat()}
        db.table("meta").upsert(row, pk="key")
        cipher.checkpoint(db.conn)


def check_copy(copy: Path, key: bytes, watcher: Watcher) -> None:
    """Raise BackupDamagedError unless the fresh copy is sound and on the disk."""
    disk.sync(copy)
    with contextlib.closing(open_checked(copy, key, most=0)) as db:
        check_tables(db, copy, watcher)


def check_tables(db: Database, path: Path, watcher: Watcher) -> None:
    """Raise BackupDamagedError unless every page, table and index of `db` is sound."""
    looks = 0
    # One look for each so many tables' rows: it only has to move on, and to end when asked.
    expected = 1 + path.stat().st_size // 3_000_000

    def share() -> float:
        nonlocal looks
        looks += 1
        return looks / (looks + expected)

    with _watched(db.conn, share, watcher):
        if not cipher.is_sound(db.conn):
            raise BackupDamagedError(path)


def pack(
    copy: Path, key_file: bytes | None, target: Path, made_at: datetime, watcher: Watcher
) -> None:
    """Write both files into a zip at `target`, and read it again to see that it holds them."""
    disk.make_empty(target)
    moment = made_at.timetuple()[:6]
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        with (
            copy.open("rb") as source,
            archive.open(zipfile.ZipInfo(DB_FILE, moment), "w", force_zip64=True) as entry,
        ):
            written = pour(source, entry, copy.stat().st_size, watcher.part(0, 0.6))
        if key_file is not None:
            archive.writestr(zipfile.ZipInfo(KEY_FILE, moment), key_file)
    disk.sync(target)

    def look(archive: zipfile.ZipFile) -> bool:
        with archive.open(DB_FILE) as entry:
            found = pour(entry, None, copy.stat().st_size, watcher.part(0.6, 1.0))
        return found == written and (key_file is None or archive.read(KEY_FILE) == key_file)

    if not read(target, look):
        raise BackupDamagedError(target)


def plausible(archive: zipfile.ZipFile, name: str, backup: Path) -> zipfile.ZipInfo:
    """Return the entry `name`; what is encrypted does not shrink, so a small zip holds little."""
    info = archive.getinfo(name)
    if info.file_size > 2 * backup.stat().st_size:
        raise BackupDamagedError(backup)
    return info


def read(backup: Path, work: Callable[[zipfile.ZipFile], _T]) -> _T:
    """Return what `work` finds in the zip; whatever is wrong with it is BackupDamagedError."""
    try:
        with zipfile.ZipFile(backup) as archive:
            return work(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, KeyError):
        raise BackupDamagedError(backup) from None
    except (FileNotFoundError, IsADirectoryError):
        raise BackupDamagedError(backup) from None
    except PermissionError:
        raise FileUnreadableError(backup) from None


def pour(source: IO[bytes], target: IO[bytes] | None, size: int, watcher: Watcher) -> bytes:
    """Copy `source` to `target` piece by piece and return the sum of what went through."""
    gone, sum_ = 0, hashlib.blake2b()
    while piece := source.read(_PIECE):
        if target is not None:
            target.write(piece)
        sum_.update(piece)
        gone += len(piece)
        watcher.tell(gone / size)
    return sum_.digest()


@contextlib.contextmanager
def _watched(
    connection: sqlite3.Connection, share: Callable[[], float], watcher: Watcher
) -> Iterator[None]:
    """Tell `watcher` now and then while statements run inside; raises EndedError once it ends."""
    watcher.tell(0)
    ended = False

    def look() -> int:
        nonlocal ended
        try:
            watcher.tell(share())
        except EndedError:
            ended = True
        return int(ended)

    connection.set_progress_handler(look, _STEPS)
    try:
        yield
    except sqlite3.OperationalError:
        if ended:
            raise EndedError from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
