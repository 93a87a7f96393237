"""Backups: one plain zip of the encrypted database and the key file, checked before it counts."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database
from sqlite_utils.db import Table

from familysupport.clock import Clock
from familysupport.errors import (
    BackupDamagedError,
    FamilySupportError,
    FileUnreadableError,
    KeyFileDamagedError,
    VaultDamagedError,
    VaultMissingError,
)
from familysupport.vault import cipher, disk, keys, moves, schema
from familysupport.vault.moves import DB_FILE, KEY_FILE
from familysupport.vault.vault import open_checked

_MADE_AT = "backup_made_at"
_NAME = re.compile(r"[\w-]+?-(\d{4}-\d\d-\d\d-\d{4})(?:-(\d+))?\.zip")
_STAMP = "%Y-%m-%d-%H%M"
_WEEKLY = timedelta(weeks=8)
_NOT_COUNTED = ("sqlite_", "_sqlite_", "meta")
_T = TypeVar("_T")


@dataclass(frozen=True)
class BackupInfo:
    """What a sound backup holds: when it was made, rows by table, schema steps, bytes."""

    made_at: datetime
    counts: dict[str, int]
    steps: tuple[str, ...]
    size: int


def make_backup(
    folder: Path, key: bytes, target_folder: Path, clock: Clock, name_prefix: str = "backup"
) -> Path:
    """Write a checked backup of the vault in `folder` and return its path.

    Opens its own connection, so it may run beside the window. The backup opens with the
    passphrase of this moment, also after that is changed.
    """
    made_at = clock.now()
    if not (folder / DB_FILE).exists():
        raise VaultMissingError(folder / DB_FILE)
    with disk.writing(target_folder):
        disk.make_folder(target_folder)
        with disk.workplace(folder.parent) as place:
            _copy_database(folder / DB_FILE, place / DB_FILE, key, made_at)
            _pack(place, _key_file(folder, key), made_at)
            final = _free(target_folder, f"{name_prefix}-{made_at.strftime(_STAMP)}", ".zip")
            part = final.with_name(f".{final.name}.part")
            try:
                disk.copy_whole(place / "part.zip", part)
                _unpack(part, key, place / "check")
                os.replace(part, final)
            finally:
                disk.remove(part)
        disk.sync_folder(target_folder)
    return final


def key_of_backup(backup: Path, passphrase: str) -> bytes:
    """Return the key of `backup` by the passphrase that was in use when it was made.

    Raises WrongPassphraseError, KeyFileDamagedError, BackupDamagedError.
    """

    def read(archive: zipfile.ZipFile) -> bytes:
        names = archive.namelist()
        if DB_FILE not in names:
            raise BackupDamagedError(backup)
        if KEY_FILE not in names:
            raise KeyFileDamagedError(backup)
        return archive.read(_plausible(archive, KEY_FILE, backup))

    return keys.unwrap(_read(backup, read), passphrase)


def look_into(backup: Path, key: bytes) -> BackupInfo:
    """Return what `backup` holds, having checked every byte of it; changes nothing.

    Raises BackupDamagedError, WrongCodeError (the key is another vault's), VaultTooNewError.
    """
    with disk.writing(backup), disk.workplace() as place:
        return _unpack(backup, key, place / "check")


def restore(backup: Path, key: bytes, folder: Path, clock: Clock) -> Path | None:
    """Put what `backup` holds into `folder`, whose vault must be closed; checked first.

    What it replaces is kept beside as a folder with the date in its name, which is returned.
    """
    with disk.writing(folder):
        disk.make_folder(folder.parent)
        moves.settle(folder)
        with disk.workplace(folder.parent) as place:
            _unpack(backup, key, place / "check")
            os.replace(place / "check", moves.next_of(folder))
        stamp = clock.now().strftime(_STAMP)
        try:
            return moves.exchange_folder(folder, _free(folder.parent, f"{folder.name}-{stamp}"))
        finally:
            moves.settle(folder)


def list_backups(folder: Path) -> list[Path]:
    """Return the backups in `folder`, the newest first, by the times in their names."""
    return [path for _made, path in _dated(folder)]


def thin(folder: Path, keep: int = 10) -> list[Path]:
    """Remove old backups and return them: the last `keep` stay, then one a week, then a month."""
    backups = _dated(folder)
    removed, seen = [], set()
    for place, (made, path) in enumerate(backups):
        is_recent = backups[0][0] - made < _WEEKLY
        span = made.strftime("%G-%V") if is_recent else made.strftime("%Y-%m")
        if place >= keep and span in seen:
            disk.remove(path)
            removed.append(path)
        seen.add(span)
    return removed


def newest_good(folder: Path, key: bytes) -> Path | None:
    """Return the newest backup in `folder` that is sound and opens with `key`."""
    for path in list_backups(folder):
        with contextlib.suppress(FamilySupportError, OSError):
            look_into(path, key)
            return path
    return None


def _copy_database(source: Path, copy: Path, key: bytes, made_at: datetime) -> None:
    with contextlib.closing(cipher.connect(source, key)) as connection:
        disk.make_empty(copy)
        connection.execute("VACUUM INTO ?", [str(copy)])
    with Database(cipher.connect(copy, key)) as db:
        row = {"key": _MADE_AT, "value": made_at.isoformat()}
        db.table("meta").upsert(row, pk="key")
        cipher.checkpoint(db.conn)


def _key_file(folder: Path, key: bytes) -> bytes | None:
    """Return the key file, unless it is lost or belongs to another key; the code still opens."""
    with contextlib.suppress(OSError, FamilySupportError):
        data = (folder / KEY_FILE).read_bytes()
        return data if keys.fits(data, key) else None
    return None


def _pack(place: Path, key_file: bytes | None, made_at: datetime) -> None:
    target = place / "part.zip"
    disk.make_empty(target)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        moment = made_at.timetuple()[:6]
        with (
            (place / DB_FILE).open("rb") as source,
            archive.open(zipfile.ZipInfo(DB_FILE, moment), "w", force_zip64=True) as entry,
        ):
            shutil.copyfileobj(source, entry, 1 << 20)
        if key_file is not None:
            archive.writestr(zipfile.ZipInfo(KEY_FILE, moment), key_file)


def _unpack(backup: Path, key: bytes, place: Path) -> BackupInfo:
    """Unpack `backup` into the new folder `place` and check what is there."""
    disk.make_folder(place)

    def extract(archive: zipfile.ZipFile) -> datetime:
        if DB_FILE not in archive.namelist():
            raise BackupDamagedError(backup)
        for name in {DB_FILE, KEY_FILE} & set(archive.namelist()):
            disk.make_empty(place / name)
            with (
                archive.open(_plausible(archive, name, backup)) as source,
                (place / name).open("wb") as target,
            ):
                shutil.copyfileobj(source, target, 1 << 20)
            disk.sync(place / name)
        return datetime(*archive.getinfo(DB_FILE).date_time).astimezone()

    moment = _read(backup, extract)
    try:
        return _checked(place / DB_FILE, key, backup, moment)
    except VaultDamagedError:
        raise BackupDamagedError(backup) from None


def _checked(path: Path, key: bytes, backup: Path, moment: datetime) -> BackupInfo:
    if not cipher.looks_encrypted(path):
        raise BackupDamagedError(backup)
    with contextlib.closing(open_checked(path, key)) as db:
        if not cipher.is_sound(db.conn):
            raise BackupDamagedError(backup)
        return BackupInfo(
            _time_in(db) or moment, _counts(db), schema.taken(db), backup.stat().st_size
        )


def _time_in(db: Database) -> datetime | None:
    rows = db.query("select value from meta where key = ?", [_MADE_AT])
    return next((datetime.fromisoformat(row["value"]) for row in rows), None)


def _counts(db: Database) -> dict[str, int]:
    """Return the number of rows in each table of ours, without those that were deleted."""
    listed = db.query("select name from pragma_table_list where schema = 'main' and type = 'table'")
    names = [row["name"] for row in listed if not row["name"].startswith(_NOT_COUNTED)]
    return {name: _kept_rows(db.table(name)) for name in sorted(names)}


def _kept_rows(table: Table) -> int:
    return table.count_where("deleted_at is null" if "deleted_at" in table.columns_dict else None)


def _plausible(archive: zipfile.ZipFile, name: str, backup: Path) -> zipfile.ZipInfo:
    """Return the entry `name`; what is encrypted does not shrink, so a small zip holds little."""
    info = archive.getinfo(name)
    if info.file_size > 2 * backup.stat().st_size:
        raise BackupDamagedError(backup)
    return info


def _read(backup: Path, work: Callable[[zipfile.ZipFile], _T]) -> _T:
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


def _free(folder: Path, stem: str, ending: str = "") -> Path:
    """Return a path in `folder` that is not taken."""
    return next(path for path in _names(folder, stem, ending) if not path.exists())


def _names(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    yield folder / f"{stem}{ending}"
    for number in range(2, 10_000):
        yield folder / f"{stem}-{number}{ending}"


def _dated(folder: Path) -> list[tuple[datetime, Path]]:
    """Return the backups in `folder` with their times, the newest first."""
    if not folder.is_dir():
        return []
    found = [(time, path) for path in folder.iterdir() if (time := _place_in_time(path))]
    return [(time[0], path) for time, path in sorted(found, reverse=True)]


def _place_in_time(path: Path) -> tuple[datetime, int] | None:
    """Return the time in the file's name, and its number among those of the same minute."""
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    try:
        made = datetime.strptime(f"{match[1]} +0000", f"{_STAMP} %z")
    except ValueError:
        return None
    return made, int(match[2] or 1)
