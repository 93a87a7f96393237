"""Backups: one plain zip of the encrypted database and the key file, checked before it counts.

A vault with photos may hold gigabytes, so nothing here holds more than a piece of it in memory.
What takes long tells a `Watcher` how far it is, and may be ended through it until the moment in
which a file takes its place; ended work raises EndedError and leaves nothing behind. It all may run
in another thread than the window’s; `ui/kit/progress.py` shows it and lets the person end it.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import Table

from familysupport.clock import Clock
from familysupport.errors import (
    BackupDamagedError,
    DiskFullError,
    FamilySupportError,
    KeyFileDamagedError,
    VaultDamagedError,
    VaultMissingError,
)
from familysupport.progress import UNWATCHED, Watcher
from familysupport.vault import cipher, disk, keys, moves, schema
from familysupport.vault.archive import (
    MADE_AT,
    check_copy,
    check_tables,
    copy_database,
    pack,
    plausible,
    pour,
    read,
)
from familysupport.vault.moves import DB_FILE, KEY_FILE
from familysupport.vault.vault import open_checked

_NAME = re.compile(r"[\w-]+?-(\d{4}-\d\d-\d\d-\d{4})(?:-(\d+))?\.zip")
_STAMP = "%Y-%m-%d-%H%M"
_WEEKLY = timedelta(weeks=8)
_MUCH = 200_000_000
ROOM = 10_000_000_000
"""The bytes that the automatic copies of one folder may take together."""

_NOT_COUNTED = ("sqlite_", "_sqlite_", "meta")


class BackupInfo(NamedTuple):
    """What a sound backup holds: when it was made, rows by table, schema steps, bytes."""

    made_at: datetime
    counts: dict[str, int]
    steps: tuple[str, ...]
    size: int


def make_backup(
    folder: Path,
    key: bytes,
    target_folder: Path,
    clock: Clock,
    name_prefix: str = "backup",
    watcher: Watcher = UNWATCHED,
) -> Path:
    """Write a checked backup of the vault in `folder` and return its path.

    Opens its own connection, so it may run beside the window. The backup opens with the
    passphrase of this moment, also after that is changed. It has no room for what was deleted.
    """
    made_at = clock.now()
    if not (folder / DB_FILE).exists():
        raise VaultMissingError(folder / DB_FILE)
    with disk.writing(target_folder):
        disk.make_folder(target_folder)
        with disk.workplace(folder.parent) as place:
            disk.clear_left_over(target_folder, ".*.zip.part", place)
            copy = place / DB_FILE
            copy_database(folder / DB_FILE, copy, key, made_at, watcher.part(0, 0.45))
            check_copy(copy, key, watcher.part(0.45, 0.7))
            final = _free(target_folder, f"{name_prefix}-{made_at.strftime(_STAMP)}", ".zip")
            part = final.with_name(f".{final.name}.part")
            try:
                pack(copy, _key_file(folder, key), part, made_at, watcher.part(0.7, 1.0))
                os.replace(part, final)
            finally:
                disk.remove(part)
        disk.sync_folder(target_folder)
    return final


def copy_again(backup: Path, target_folder: Path, watcher: Watcher = UNWATCHED) -> Path:
    """Copy a backup that was just checked to a second folder, compared byte by byte."""
    with disk.writing(target_folder):
        disk.make_folder(target_folder)
        final = _free(target_folder, backup.stem, backup.suffix)
        part = final.with_name(f".{final.name}.part")
        size = backup.stat().st_size
        try:
            disk.make_empty(part)
            with backup.open("rb") as source, part.open("wb") as copy:
                written = pour(source, copy, size, watcher.part(0, 0.7))
            disk.sync(part)
            with part.open("rb") as copy:
                if pour(copy, None, size, watcher.part(0.7, 1.0)) != written:
                    raise BackupDamagedError(part)
            os.replace(part, final)
        finally:
            disk.remove(part)
        disk.sync_folder(target_folder)
    return final


def key_of_backup(backup: Path, passphrase: str) -> bytes:
    """Return the key of `backup` by the passphrase that was in use when it was made.

    Raises WrongPassphraseError, KeyFileDamagedError, BackupDamagedError.
    """

    def look(archive: zipfile.ZipFile) -> bytes:
        names = archive.namelist()
        if DB_FILE not in names:
            raise BackupDamagedError(backup)
        if KEY_FILE not in names:
            raise KeyFileDamagedError(backup)
        return archive.read(plausible(archive, KEY_FILE, backup))

    return keys.unwrap(read(backup, look), passphrase)


def look_into(backup: Path, key: bytes, watcher: Watcher = UNWATCHED) -> BackupInfo:
    """Return what `backup` holds, having checked every byte of it; changes nothing.

    Raises BackupDamagedError, WrongCodeError (the key is another vault's), VaultTooNewError.
    """
    with disk.writing(backup), disk.workplace(_roomy(backup)) as place:
        return _unpack(backup, key, place / "check", watcher)


def restore(
    backup: Path, key: bytes, folder: Path, clock: Clock, watcher: Watcher = UNWATCHED
) -> Path | None:
    """Put what `backup` holds into `folder`, whose vault must be closed; checked first.

    What it replaces is kept beside as a folder with the date in its name, which is returned.
    """
    with disk.writing(folder):
        disk.make_folder(folder.parent)
        moves.settle(folder)
        with disk.workplace(folder.parent) as place:
            _unpack(backup, key, place / "check", watcher)
            os.replace(place / "check", moves.next_of(folder))
        stamp = clock.now().strftime(_STAMP)
        try:
            return moves.exchange_folder(folder, _free(folder.parent, f"{folder.name}-{stamp}"))
        finally:
            moves.settle(folder)


def list_backups(folder: Path) -> list[Path]:
    """Return the backups in `folder`, the newest first, by the times in their names."""
    return [path for _made, path in _dated(folder)]


def thin(folder: Path, keep: int = 10, room: int = ROOM) -> list[Path]:
    """Remove old backups and return them: the last `keep` stay, then one a week, then a month.

    Where these still take more than `room` bytes, more go, those first that were made soon after
    another; the two newest and the oldest stay.
    """
    backups = _dated(folder)
    removed, kept, seen = [], [], set()
    for place, (made, path) in enumerate(backups):
        is_recent = backups[0][0] - made < _WEEKLY
        span = made.strftime("%G-%V") if is_recent else made.strftime("%Y-%m")
        if place >= keep and span in seen:
            removed.append(path)
        else:
            kept.append((made, path))
        seen.add(span)
    removed.extend(_too_many(kept, room))
    for path in removed:
        disk.remove(path)
    return removed


def newest_good(folder: Path, key: bytes) -> Path | None:
    """Return the newest backup in `folder` that is sound and opens with `key`."""
    for path in list_backups(folder):
        with contextlib.suppress(FamilySupportError, OSError):
            look_into(path, key)
            return path
    return None


def _too_many(kept: list[tuple[datetime, Path]], room: int) -> Iterator[Path]:
    """Yield what has to go from `kept` (the newest first) so that the rest fits into `room`."""
    sizes = {path: path.stat().st_size for _made, path in kept}
    while sum(sizes[path] for _made, path in kept) > room and len(kept) > 3:
        places = range(2, len(kept) - 1)
        closest = min(places, key=lambda place: kept[place - 1][0] - kept[place][0])
        yield kept.pop(closest)[1]


def _key_file(folder: Path, key: bytes) -> bytes | None:
    """Return the key file, unless it is lost or belongs to another key; the code still opens."""
    with contextlib.suppress(OSError, FamilySupportError):
        data = (folder / KEY_FILE).read_bytes()
        return data if keys.fits(data, key) else None
    return None


def _roomy(backup: Path) -> Path | None:
    """Return where `backup` can be unpacked: beside it, or in the system's own place (None).

    What is unpacked is as locked as the backup. The system's place may be memory, so much goes
    there only when it must. Raises DiskFullError where there is room in neither.
    """
    try:
        needed = 2 * backup.stat().st_size
    except OSError:
        return None  # what is wrong with it is told by who opens it
    beside = backup.parent if os.access(backup.parent, os.W_OK) else None
    places = [beside, None] if needed > _MUCH else [None]
    for place in places:
        if shutil.disk_usage(place or tempfile.gettempdir()).free > needed:
            return place
    raise DiskFullError(backup)


def _unpack(backup: Path, key: bytes, place: Path, watcher: Watcher) -> BackupInfo:
    """Unpack `backup` into the new folder `place` and check what is there."""
    disk.make_folder(place)

    def extract(archive: zipfile.ZipFile) -> datetime:
        if DB_FILE not in archive.namelist():
            raise BackupDamagedError(backup)
        for name in {DB_FILE, KEY_FILE} & set(archive.namelist()):
            disk.make_empty(place / name)
            info = plausible(archive, name, backup)
            steps = watcher.part(0, 0.5) if name == DB_FILE else UNWATCHED
            with archive.open(info) as source, (place / name).open("wb") as target:
                pour(source, target, max(1, info.file_size), steps)
            disk.sync(place / name)
        return datetime(*archive.getinfo(DB_FILE).date_time).astimezone()

    moment = read(backup, extract)
    try:
        return _checked(place / DB_FILE, key, backup, moment, watcher.part(0.5, 1.0))
    except VaultDamagedError:
        raise BackupDamagedError(backup) from None


def _checked(
    path: Path, key: bytes, backup: Path, moment: datetime, watcher: Watcher
) -> BackupInfo:
    if not cipher.looks_encrypted(path):
        raise BackupDamagedError(backup)
    with contextlib.closing(open_checked(path, key, most=0)) as db:
        check_tables(db, path, watcher)
        return BackupInfo(
            _time_in(db) or moment, _counts(db), schema.taken(db), backup.stat().st_size
        )


def _time_in(db: Database) -> datetime | None:
    rows = db.query("select value from meta where key = ?", [MADE_AT])
    return next((datetime.fromisoformat(row["value"]) for row in rows), None)


def _counts(db: Database) -> dict[str, int]:
    """Return the number of rows in each table of ours, without those that were deleted."""
    listed = db.query("select name from pragma_table_list where schema = 'main' and type = 'table'")
    names = [row["name"] for row in listed if not row["name"].startswith(_NOT_COUNTED)]
    return {name: _kept_rows(db.table(name)) for name in sorted(names)}


def _kept_rows(table: Table) -> int:
    return table.count_where("deleted_at is null" if "deleted_at" in table.columns_dict else None)


def _free(folder: Path, stem: str, ending: str = "") -> Path:
    """Return a path in `folder` that is not taken."""
    return next(path for path in _names(folder, stem, ending) if not path.exists())


def _names(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    yield folder / f"{stem}{ending}"
    for number in range(2, 10_000):
        yield folder / f"{stem}-{number}{ending}"


def moment_of(stamp: str) -> datetime:
    """Return the moment a file's name tells, such as "2026-11-24-0102" in UTC.

    Raises ValueError where there is no such moment. Python's own reader of any wording would bring
    a fifth of a megabyte with it.
    """
    return datetime.fromisoformat(f"{stamp[:10]}T{stamp[11:]}+00:00")


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
        return moment_of(match[1]), int(match[2] or 1)
    except ValueError:
        return None
