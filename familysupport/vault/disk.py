"""Files that only this user can read, written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from familysupport.errors import DiskFullError, NotWritableError

_WORK = ".work-"
_DAY = 24 * 60 * 60
_ROOM = 64 * 1024
_FULL = (errno.ENOSPC, errno.EDQUOT)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


@contextlib.contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise DiskFullError or NotWritableError where the disk refuses what is done inside."""
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise DiskFullError(path) from error
        if error.errno in _REFUSED:
            raise NotWritableError(path) from error
        raise


def make_folder(folder: Path) -> None:
    """Make `folder` (0700) where it is missing."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)


def close_to_others(path: Path) -> None:
    """Leave `path` to this user alone, where the disk knows users at all."""
    with contextlib.suppress(OSError):
        path.chmod(0o700 if path.is_dir() else 0o600)


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` beside `path`, make sure it is on the disk, then replace."""
    part = path.with_name(path.name + ".part")
    try:
        with os.fdopen(_opened(part), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        remove(part)
        raise
    sync_folder(path.parent)


@contextlib.contextmanager
def appearing(path: Path) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of `path` once it is whole, for this user only.

    Where the system knows files without a name, a kill half-way leaves nothing to be found. Where
    it does not, a hidden part may stay, which goes when the same name is written again.
    """
    part = path.with_name(f".{path.name}.part")
    remove(part)
    try:
        number = _nameless(path.parent)
        with os.fdopen(_opened(part) if number is None else number, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
            if number is not None:
                _give_name(number, path if not path.exists() else part)
        if part.exists():
            os.replace(part, path)
    finally:
        remove(part)
    sync_folder(path.parent)


def refuse_full(folder: Path) -> None:
    """Raise OSError where `folder` has no room for a database to open (64 KiB), changing nothing.

    SQLite finds that out half-way, when it has made its side files and moved its log. The room is
    taken for a moment, for what a disk says is free may not be for this user.
    """
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(os.urandom(_ROOM))
        file.flush()


def has_nameless_files(folder: Path) -> bool:
    """Say whether a file in `folder` can be written before it has a name."""
    number = _nameless(folder)
    if number is not None:
        os.close(number)
    return number is not None


def copy_whole(source: Path, target: Path) -> None:
    """Copy `source` to `target` for this user alone and make sure it is on the disk."""
    with source.open("rb") as file, os.fdopen(_opened(target), "wb") as copy:
        shutil.copyfileobj(file, copy, 1 << 20)
        copy.flush()
        os.fsync(copy.fileno())


def sync(path: Path) -> None:
    """Make sure that the file at `path` is on the disk, closed to others."""
    close_to_others(path)
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Make sure that new names in `folder` are on the disk, where the system has a way to."""
    with contextlib.suppress(OSError):  # Windows and some network drives have none
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)


def remove(path: Path) -> None:
    """Remove `path` and the database's side files; what is missing or held is let be."""
    for end in ("", "-wal", "-shm", "-journal"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + end).unlink()


@contextlib.contextmanager
def workplace(beside: Path | None = None) -> Iterator[Path]:
    """Give a private folder, inside `beside` or the system's own, that is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=_WORK, dir=beside, ignore_cleanup_errors=True) as place:
        if beside is not None:
            clear_left_over(beside, f"{_WORK}*", Path(place))
        yield Path(place)


def clear_left_over(folder: Path, pattern: str, fresh: Path) -> None:
    """Remove what a crash left in `folder` a day before `fresh` or earlier.

    It may be as large as a vault; younger ones may still be in use.
    """
    for old in folder.glob(pattern):
        with contextlib.suppress(OSError):
            if fresh.stat().st_mtime - old.stat().st_mtime > _DAY:
                shutil.rmtree(old) if old.is_dir() else old.unlink()


def make_empty(path: Path) -> None:
    """Make an empty file that only this user can read."""
    os.close(_opened(path))


def _opened(path: Path) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)


def _nameless(folder: Path) -> int | None:
    """Open a file in `folder` that has no name yet, where the system and the disk can do that."""
    kind = getattr(os, "O_TMPFILE", 0)
    if kind and Path("/proc/self/fd").is_dir():
        with contextlib.suppress(OSError):
            return os.open(folder, kind | os.O_WRONLY, 0o600)
    return None


def _give_name(number: int, path: Path) -> None:
    # With a folder's number given, Python asks the system to follow the link to the open file.
    os.link(f"/proc/self/fd/{number}", path, src_dir_fd=number)
