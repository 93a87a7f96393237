"""The only door to the database: SQLCipher, with sqlite3's errors."""

from __future__ import annotations

import functools
import hmac
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

from sqlcipher3 import dbapi2
from sqlite_utils import Database

from familysupport.errors import (
    DiskFullError,
    NotWritableError,
    PathError,
    VaultDamagedError,
    VaultInUseError,
)

KEY_SIZE = 32
OLDEST_SQLITE = (3, 51, 3)  # earlier ones can corrupt a WAL that is being reset
_PATIENCE = 5000  # ms that a write waits for another connection of ours
_PAGE = 4096
_SUM = 64  # bytes of HMAC-SHA512 at the end of each page
_PLAIN = b"SQLite format 3\0"

_SETTINGS = (
    "cipher_memory_security = ON",
    "secure_delete = ON",
    "temp_store = MEMORY",
    "foreign_keys = ON",
    "synchronous = FULL",
    "fullfsync = ON",
    "checkpoint_fullfsync = ON",
    "cache_size = -1000",  # KiB; each connection fills its own, and copies use three
)


class FullError(DiskFullError, sqlite3.OperationalError):
    """A write found no room; what was committed before is safe."""


class ReadOnlyError(NotWritableError, sqlite3.OperationalError):
    """The file or its folder cannot be written, or its drive was taken away."""


class BusyError(VaultInUseError, sqlite3.OperationalError):
    """Another program holds the file."""


class UnsoundError(VaultDamagedError, sqlite3.DatabaseError):
    """The file is not a database under this key, or some of its pages are not."""


_KNOWN: tuple[tuple[str, type[PathError]], ...] = (
    ("disk is full", FullError),
    ("readonly database", ReadOnlyError),
    ("unable to open database", ReadOnlyError),
    ("database is locked", BusyError),
    ("file is not a database", UnsoundError),
    ("disk image is malformed", UnsoundError),
    ("disk I/O error", ReadOnlyError),
)


def _as_sqlite3(method: Callable[..., Any]) -> Callable[..., Any]:
    """Return `method` raising sqlite3's errors, which sqlite-utils knows how to handle."""

    @functools.wraps(method)
    def call(self: Any, *args: Any, **named: Any) -> Any:
        try:
            return method(self, *args, **named)
        except (dbapi2.Error, dbapi2.Warning) as error:
            raise _translated(error, getattr(self, "connection", self).path) from None

    return call


def _translated(error: Exception, path: Path) -> Exception:
    message = str(error)
    for words, kind in _KNOWN:
        if words in message:
            return kind(path)
    same = cast("type[Exception]", getattr(sqlite3, type(error).__name__))
    return same(*error.args)


class Cursor(dbapi2.Cursor):  # type: ignore[misc]
    """A cursor with sqlite3's errors."""

    execute = _as_sqlite3(dbapi2.Cursor.execute)
    executemany = _as_sqlite3(dbapi2.Cursor.executemany)
    executescript = _as_sqlite3(dbapi2.Cursor.executescript)
    fetchone = _as_sqlite3(dbapi2.Cursor.fetchone)
    fetchmany = _as_sqlite3(dbapi2.Cursor.fetchmany)
    fetchall = _as_sqlite3(dbapi2.Cursor.fetchall)
    __next__ = _as_sqlite3(dbapi2.Cursor.__next__)


class Connection(dbapi2.Connection):  # type: ignore[misc]
    """A connection with sqlite3's errors."""

    path = Path()

    def cursor(self, factory: type[Cursor] = Cursor) -> Any:
        """Return a new cursor; sqlcipher3 makes all its own cursors through here too."""
        return _cursor(self, factory)

    @property
    def in_transaction(self) -> bool:
        """Say whether a transaction is open."""
        return bool(_in_transaction(self))

    execute = _as_sqlite3(dbapi2.Connection.execute)
    executemany = _as_sqlite3(dbapi2.Connection.executemany)
    executescript = _as_sqlite3(dbapi2.Connection.executescript)
    commit = _as_sqlite3(dbapi2.Connection.commit)
    rollback = _as_sqlite3(dbapi2.Connection.rollback)
    close = _as_sqlite3(dbapi2.Connection.close)
    backup = _as_sqlite3(dbapi2.Connection.backup)
    __exit__ = _as_sqlite3(dbapi2.Connection.__exit__)


_cursor = _as_sqlite3(dbapi2.Connection.cursor)
_in_transaction = _as_sqlite3(dbapi2.Connection.in_transaction.__get__)


def connect(path: Path | str, key: bytes) -> sqlite3.Connection:
    """Open the database at `path` under the raw `key` (32 bytes); `":memory:"` is for tests.

    A wrong key and a damaged first page look the same here: both raise VaultDamagedError.
    """
    _refuse_old_sqlite(dbapi2.sqlite_version_info)
    try:
        connection = dbapi2.connect(str(path), timeout=_PATIENCE / 1000, factory=Connection)
    except dbapi2.Error as error:
        raise _translated(error, Path(path)) from None
    connection.path = Path(path)
    try:
        _prepare(connection, key)
    except BaseException:
        connection.close()
        raise
    return cast("sqlite3.Connection", connection)


def database(path: Path, key: bytes) -> Database:
    """Open the database at `path` for sqlite-utils, which would otherwise look for plugins.

    A plugin on this computer is a stranger's code; looking for one also costs two megabytes.
    """
    return Database(connect(path, key), execute_plugins=False)


def opens(path: Path, key: bytes) -> bool:
    """Say whether `key` opens the database at `path`."""
    try:
        connect(path, key).close()
    except UnsoundError:
        return False
    return True


def damaged_pages(connection: sqlite3.Connection) -> list[str]:
    """Return which pages were changed from outside, 2.5 ms a MB; an empty list means none."""
    checkpoint(connection)
    return [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]


def is_sound(connection: sqlite3.Connection) -> bool:
    """Say whether every page is as it was written and tables and indexes agree, 8 ms a MB."""
    if damaged_pages(connection):
        return False
    rows = connection.execute("PRAGMA integrity_check").fetchall()
    return [row[0] for row in rows] == ["ok"]


def checkpoint(connection: sqlite3.Connection) -> bool:
    """Bring the write-ahead log into the file; say whether all went, waiting for no one."""
    connection.execute("PRAGMA busy_timeout = 0").fetchall()
    blocked = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    connection.execute(f"PRAGMA busy_timeout = {_PATIENCE}").fetchall()
    return not blocked


def let_shrink(connection: sqlite3.Connection) -> None:
    """Let a database without tables, or the next clean copy of another, give room back."""
    if connection.execute("PRAGMA auto_vacuum").fetchone()[0] == 0:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL").fetchall()


def export(connection: sqlite3.Connection, target: Path, key: bytes) -> None:
    """Write everything into a new database at `target` under another raw `key`."""
    connection.execute("ATTACH DATABASE ? AS target KEY ?", [str(target), _raw(key)])
    try:
        connection.execute("PRAGMA target.auto_vacuum = INCREMENTAL").fetchall()
        connection.execute("SELECT sqlcipher_export('target')").fetchall()
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA target.user_version = {int(version)}")
    finally:
        connection.execute("DETACH DATABASE target")


def _prepare(connection: Any, key: bytes) -> None:
    connection.execute("PRAGMA cipher_log_level = NONE").fetchall()
    connection.execute(f'PRAGMA key = "{_raw(key)}"').fetchall()
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}").fetchall()
    if connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] == 0:
        let_shrink(connection)
    connection.execute("PRAGMA journal_mode = WAL").fetchall()
    if connection.execute("PRAGMA temp_store").fetchone()[0] != 2:
        raise RuntimeError("temporary tables would be written to disk")


def _raw(key: bytes) -> str:
    if len(key) != KEY_SIZE:
        raise ValueError("the key must be 32 bytes")
    return f"x'{key.hex()}'"


def _refuse_old_sqlite(version: tuple[int, ...]) -> None:
    if version < OLDEST_SQLITE:
        raise RuntimeError(f"SQLite {version} is too old to be trusted with a vault")


def looks_encrypted(path: Path) -> bool:
    """Say whether the file at `path` can be a database of ours: whole pages, no plain header."""
    size = path.stat().st_size
    with path.open("rb") as file:
        start = file.read(len(_PLAIN))
    return size > 0 and size % _PAGE == 0 and start != _PLAIN


def any_page_fits(path: Path, key: bytes) -> bool:
    """Say whether any page after the first was written under `key`, by SQLCipher 4's own sums."""
    with path.open("rb") as file:
        salt = bytes(byte ^ 0x3A for byte in file.read(_PAGE)[:16])
        mac_key = _two_rounds(key, salt)
        for number, page in enumerate(iter(lambda: file.read(_PAGE), b""), start=2):
            covered, sum_ = page[:-_SUM], page[-_SUM:]
            number_bytes = number.to_bytes(4, "little")
            if hmac.digest(mac_key, covered + number_bytes, "sha512") == sum_:
                return True
    return False


def _two_rounds(key: bytes, salt: bytes) -> bytes:
    """Return PBKDF2 with HMAC-SHA512 and two rounds, which not every Python has by itself."""
    first = hmac.digest(key, salt + b"\0\0\0\1", "sha512")
    second = hmac.digest(key, first, "sha512")
    return bytes(one ^ other for one, other in zip(first, second, strict=True))[:KEY_SIZE]
