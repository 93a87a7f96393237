"""The vault: a folder of two files, opened by its key."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from familysupport.errors import (
    DiskFullError,
    KeyFileDamagedError,
    MigrationFailedError,
    NotWritableError,
    VaultDamagedError,
    VaultInUseError,
    VaultMissingError,
    VaultTooNewError,
    WrongCodeError,
)
from familysupport.vault import cipher, disk, keys, moves, schema
from familysupport.vault.moves import DB_FILE, KEY_FILE

BEFORE_UPDATE = "before-update.db"  # kept until the updated vault was opened once more


CHECKED_AT_ONCE = 64_000_000
"""The bytes up to which every page is checked while a vault opens; `check_whole` is for more.

A page that was changed from outside is refused whenever it is read, checked before or not.
"""


class Vault:
    """An open vault; its database belongs to the thread that opened it."""

    def __init__(self, folder: Path, db: Database, key: bytes) -> None:
        self.folder = folder
        self.db = db
        self.key = key
        self._is_open = True

    @classmethod
    def create(cls, folder: Path, key: bytes, wrapped: bytes) -> Vault:
        """Make a new vault in `folder`; one that is there already is never overwritten."""
        path = folder / DB_FILE
        with disk.writing(folder):
            disk.make_folder(folder)
            disk.close_to_others(folder)
            if vault_exists(folder):
                raise FileExistsError(path)
            write_key_file(folder, wrapped)
            with _beside(path, ".part") as part:
                disk.make_empty(part)
                _write_tables(part, key)
                os.replace(part, path)
            disk.sync_folder(folder)
        return cls.open(folder, key)

    @classmethod
    def open(cls, folder: Path, key: bytes, just_updated: bool = False) -> Vault:
        """Open the vault in `folder`, bringing an older one up to date first.

        A large one is `just_updated` in another thread by `update`, where `updates_long` says so.

        Raises VaultMissingError, VaultDamagedError, WrongCodeError (the key is another vault's),
        VaultTooNewError, MigrationFailedError, NotWritableError, DiskFullError; each leaves
        the files as they were.
        """
        moves.settle(folder)
        path = folder / DB_FILE
        with disk.writing(folder):
            _refuse_unreadable(path)
            db = open_checked(path, key, CHECKED_AT_ONCE)
            if not schema.is_up_to_date(db):
                db.close()
                _bring_up_to_date(path, key)
                db = open_checked(path, key, CHECKED_AT_ONCE)
            elif not just_updated:
                disk.remove(path.with_name(BEFORE_UPDATE))  # the update has served twice by now
        return cls(folder, db, key)

    def close(self) -> None:
        """Close the database and empty its write-ahead log; never fails, may be called twice."""
        if not self._is_open:
            return
        self._is_open = False
        with contextlib.suppress(sqlite3.Error):
            self.db.close()  # the last connection empties the log, be it this or a backup's


def vault_exists(folder: Path) -> bool:
    """Say whether `folder` holds a vault, sound or not."""
    moves.settle(folder)
    return (folder / DB_FILE).exists()


def read_key_file(folder: Path) -> bytes:
    """Return the key file's content; raises KeyFileDamagedError when there is none."""
    moves.settle(folder)
    path = folder / KEY_FILE
    try:
        with disk.writing(path):
            return path.read_bytes()
    except FileNotFoundError:
        raise KeyFileDamagedError(path) from None


def write_key_file(folder: Path, data: bytes) -> None:
    """Replace the key file, whole or not at all: this is all that a new passphrase changes."""
    path = folder / KEY_FILE
    with disk.writing(path):
        disk.write_whole(path, data)


def is_checked_later(folder: Path) -> bool:
    """Say whether the vault in `folder` opens before all of it is checked, being large."""
    return (folder / DB_FILE).stat().st_size > CHECKED_AT_ONCE


def updates_long(folder: Path, key: bytes) -> bool:
    """Say whether opening would take long, for a large vault is brought up to date first."""
    with contextlib.suppress(OSError, sqlite3.Error):
        if is_checked_later(folder):
            with contextlib.closing(cipher.database(folder / DB_FILE, key)) as db:
                return not schema.is_up_to_date(db)
    return False


def update(folder: Path, key: bytes) -> None:
    """Bring a vault that nobody has open up to date, in any thread; raises what `open` does."""
    moves.settle(folder)
    path = folder / DB_FILE
    with disk.writing(folder):
        _refuse_unreadable(path)
        open_checked(path, key, most=0).close()
        _bring_up_to_date(path, key)


def check_whole(folder: Path, key: bytes) -> None:
    """Check every page of a large vault over a connection of its own, in any thread.

    Raises VaultDamagedError; takes about 2.5 ms a MB.
    """
    open_checked(folder / DB_FILE, key).close()


def open_checked(path: Path, key: bytes, most: int | None = None) -> Database:
    """Return the database at `path`, but not yet up to date.

    Every page was checked, unless the file is larger than `most` bytes: who checks it anyway
    afterwards gives 0.
    """
    try:
        db = cipher.database(path, key)
    except VaultDamagedError:
        raise _why_it_stays_shut(path, key) from None
    try:
        if schema.is_from_newer_program(db):
            raise VaultTooNewError(path)
        is_checked = most is None or path.stat().st_size <= most
        if is_checked and cipher.damaged_pages(db.conn):
            raise VaultDamagedError(path)
    except BaseException:
        db.close()
        raise
    return db


def rekey(vault: Vault, new_key: bytes, wrapped: bytes) -> None:
    """Encrypt everything under `new_key`; the old code and passphrase open nothing any more.

    The open vault goes on under the new key. A crash at any moment leaves a vault that opens
    either with the old pair or with the new one.
    """
    folder, conn = vault.folder, vault.db.conn
    database = moves.next_of(folder / DB_FILE)
    try:
        with disk.writing(folder):
            disk.make_empty(database)
            cipher.export(conn, database, new_key)
            _check_copy(database, new_key)
            disk.write_whole(moves.next_of(folder / KEY_FILE), wrapped)
    except BaseException:
        moves.settle(folder)
        raise
    cipher.checkpoint(conn)
    conn.close()
    try:
        with disk.writing(folder):
            _refuse_waiting_log(folder / DB_FILE)
            moves.exchange_files(folder)
        disk.remove(folder / BEFORE_UPDATE)  # the old code would open it
    finally:
        moves.settle(folder)
        vault.key = new_key if cipher.opens(folder / DB_FILE, new_key) else vault.key
        vault.db.conn = open_checked(folder / DB_FILE, vault.key).conn


def _write_tables(path: Path, key: bytes) -> None:
    with cipher.database(path, key) as db:
        schema.migrate(db)
        cipher.checkpoint(db.conn)
    disk.sync(path)


def _refuse_unreadable(path: Path) -> None:
    """Raise for what can be told without a key: no file, no vault, no way or no room to write."""
    if not path.exists():
        raise VaultMissingError(path)
    if not path.is_file() or not cipher.looks_encrypted(path):
        raise VaultDamagedError(path)
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise NotWritableError(path)
    disk.refuse_full(path.parent)


def _why_it_stays_shut(path: Path, key: bytes) -> Exception:
    """Tell a damaged first page from the key of another vault."""
    with contextlib.suppress(KeyFileDamagedError, VaultTooNewError, OSError):
        if not keys.fits((path.parent / KEY_FILE).read_bytes(), key):
            return WrongCodeError()
        return VaultDamagedError(path)
    return VaultDamagedError(path) if cipher.any_page_fits(path, key) else WrongCodeError()


def _bring_up_to_date(path: Path, key: bytes) -> None:
    """Take the missing steps in a checked copy and replace the file only when all went well."""
    _refuse_waiting_log(path)
    with _beside(path, ".update") as copy:
        disk.copy_whole(path, copy)
        _check_copy(copy, key)
        try:
            _write_tables(copy, key)
            _check_copy(copy, key)
        except (DiskFullError, NotWritableError):
            raise
        except Exception as error:
            raise MigrationFailedError(path) from error
        disk.copy_whole(path, path.with_name(BEFORE_UPDATE))
        os.replace(copy, path)
    disk.sync_folder(path.parent)


def _refuse_waiting_log(path: Path) -> None:
    """Raise while another connection keeps a write-ahead log, which belongs to this file alone."""
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        raise VaultInUseError(path)


def _check_copy(path: Path, key: bytes) -> None:
    """Raise VaultDamagedError unless the copy at `path` is sound and on the disk."""
    with contextlib.closing(cipher.connect(path, key)) as connection:
        if not cipher.is_sound(connection):
            raise VaultDamagedError(path)
    disk.sync(path)


@contextlib.contextmanager
def _beside(path: Path, ending: str) -> Iterator[Path]:
    """Give a name beside `path` to write to; nothing is left there afterwards."""
    part = path.with_name(path.name + ending)
    disk.remove(part)
    try:
        yield part
    finally:
        disk.remove(part)
