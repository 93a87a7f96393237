"""The files of what is brought in: one, a folder or a zip, read in memory and never unpacked."""

from __future__ import annotations

import contextlib
import os
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from familysupport.documents.plain import read_bytes
from familysupport.errors import FileTooLargeError, FileUnreadableError

MOST_FILES = 20_000
LARGEST = 64_000_000
"""The most that is read of one file, in bytes."""

LARGEST_ALL = 256_000_000
_ZIPPED = (".zip",)
_HIDDEN = ("__macosx", "thumbs.db", "desktop.ini")


class Source(NamedTuple):
    """One file, by its name inside the folder or zip, parted by slashes."""

    name: str
    size: int
    read: Callable[[], bytes]

    @property
    def ending(self) -> str:
        """Return the ending of the name, without the dot and in small letters."""
        return PurePosixPath(self.name).suffix.lower().removeprefix(".")


@contextlib.contextmanager
def opened(path: Path) -> Iterator[tuple[list[Source], list[str]]]:
    """Give the files of `path`, the first ones by name, and the names of those beyond the most.

    Raises FileUnreadableError where `path` itself cannot be read.
    """
    with contextlib.ExitStack() as stack:
        if path.is_dir():
            sources = _in_folder(path)
        elif path.suffix.lower() in _ZIPPED:
            sources = _in_zip(stack.enter_context(_zip(path)), path)
        else:
            sources = iter([_one(path, path.name)])
        kept = sorted((one for one in sources if not _hidden(one.name)), key=lambda one: one.name)
        yield kept[:MOST_FILES], [one.name for one in kept[MOST_FILES:]]


@contextlib.contextmanager
def attachments(path: Path) -> Iterator[Callable[[str], bytes | None]]:
    """Give a way to read what belongs to entries, by its name beside the file that names it.

    What is not there or cannot be read is None; nothing outside `path` is ever read, and beside a
    single file only what lies in folders below it.
    """
    around = path.parent if path.is_file() and path.suffix.lower() not in _ZIPPED else path
    try:
        with opened(around) as (sources, _beyond):
            by_end = {_end(one.name): one for one in sources}

            def read(inside: str) -> bytes | None:
                found = by_end.get(_end(inside)) if "/" in inside else None
                with contextlib.suppress(FileUnreadableError, FileTooLargeError):
                    return found.read() if found else None
                return None

            yield read
    except FileUnreadableError:  # gone since it was read
        yield lambda _inside: None


def _end(name: str) -> str:
    """Return the last two parts of a name, in small letters."""
    return "/".join(name.lower().split("/")[-2:])


def _one(path: Path, name: str) -> Source:
    try:
        size = path.stat().st_size
    except OSError as error:
        raise FileUnreadableError(path) from error
    return Source(name, size, partial(read_bytes, path, LARGEST))


def _in_folder(folder: Path) -> Iterator[Source]:
    """Give the files below `folder`; links that lead out of it are not followed."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(place, name)
            if path.is_file() and not path.is_symlink():
                yield _one(path, path.relative_to(folder).as_posix())


@contextlib.contextmanager
def _zip(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except Exception as error:  # whatever a damaged zip makes of it
        raise FileUnreadableError(path) from error
    with archive:
        yield archive


def _in_zip(archive: zipfile.ZipFile, path: Path) -> Iterator[Source]:
    for info in archive.infolist():
        if not info.is_dir():
            read = partial(_unzipped, archive, info, path)
            yield Source(info.filename.replace("\\", "/"), info.file_size, read)


def _unzipped(archive: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path) -> bytes:
    """Return one part of a zip; what says it is small and is not, is stopped at the limit."""
    if info.file_size > LARGEST:
        raise FileTooLargeError(path, LARGEST)
    try:
        with archive.open(info) as part:
            data = part.read(LARGEST + 1)
    except Exception as error:  # whatever a damaged or locked zip makes of it
        raise FileUnreadableError(path) from error
    if len(data) > LARGEST:
        raise FileTooLargeError(path, LARGEST)
    return data


def _hidden(name: str) -> bool:
    parts = name.split("/")
    return any((part.startswith(".") and part != "..") or part.lower() in _HIDDEN for part in parts)
