"""Reads whatever a person chose: finds out what each file is, and what could be taken in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from familysupport.documents.plain import decoded
from familysupport.errors import FileTooLargeError, FileUnreadableError
from familysupport.journal.bring_in import Format, Found, Left, Reading, Why, refused
from familysupport.journal.bring_in_day_one import is_day_one, read_day_one
from familysupport.journal.bring_in_diarium import is_diarium, read_diarium
from familysupport.journal.bring_in_jrnl import (
    is_jrnl_json,
    is_jrnl_text,
    read_jrnl_json,
    read_jrnl_text,
)
from familysupport.journal.bring_in_ours import is_ours, read_ours
from familysupport.journal.bring_in_pages import read_page
from familysupport.journal.bring_in_rednotebook import is_month, read_month
from familysupport.journal.bring_in_sources import LARGEST_ALL, Source, opened
from familysupport.progress import UNWATCHED, Watcher

MOST_ENTRIES = 200_000
ENDINGS = ("zip", "json", "txt", "md", "markdown", "text")
"""The endings of single files that may be chosen."""

_TEXTS = ("txt", "md", "markdown", "text", "")
_MEDIA = {
    *("jpg", "jpeg", "png", "gif", "heic", "webp", "bmp", "tif", "tiff", "svg"),
    *("mov", "mp4", "m4a", "aac", "mp3", "wav", "amr", "pdf"),
}
_Some = tuple[list[Found], list[Left]]
_JSONS: tuple[tuple[Format, Callable[[Any], bool], Callable[[str, Any], _Some]], ...] = (
    (Format.OURS, is_ours, read_ours),
    (Format.DAY_ONE, is_day_one, read_day_one),
    (Format.JRNL, is_jrnl_json, read_jrnl_json),
    (Format.DIARIUM, is_diarium, read_diarium),
)


def read_journal(path: Path, watcher: Watcher = UNWATCHED, day_first: bool = False) -> Reading:
    """Return all entries in a file, zip or folder; nothing is written, unpacked or carried out.

    Raises FileUnreadableError and FileTooLargeError where `path` is a single file that cannot be
    read, EndedError when nobody waits any more. `day_first` decides about dates such as 3/4/2026.
    """
    heap = _Heap()
    with opened(path) as (sources, beyond):
        is_one = not path.is_dir() and len(sources) == 1 and sources[0].name == path.name
        for number, source in enumerate(sources):
            watcher.tell(number / len(sources))
            heap.add(source, day_first, is_one)
    heap.left.extend(Left(name, Why.TOO_MANY) for name in beyond)
    return heap.reading()


class _Heap:
    """What was read so far."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.left: list[Left] = []
        self._formats: list[Format] = []
        self._size = 0

    def add(self, source: Source, day_first: bool, is_one: bool) -> None:
        if source.ending in _MEDIA and not is_one:
            return
        why = self._why_not(source)
        if why and not is_one:
            self.left.append(Left(source.name, why))
            return
        try:
            data = source.read()
            self._size += len(data)
            some = _read(source.name, data, day_first)
        except (FileUnreadableError, FileTooLargeError) as error:
            if is_one:
                raise
            is_large = isinstance(error, FileTooLargeError)
            self.left.append(Left(source.name, Why.TOO_LARGE if is_large else Why.UNREADABLE))
        else:
            self._keep(source, some)

    def reading(self) -> Reading:
        ordered = sorted(self.found, key=lambda one: one.entry.at.timestamp())
        return Reading(tuple(ordered), tuple(self.left), tuple(dict.fromkeys(self._formats)))

    def _why_not(self, source: Source) -> Why | None:
        if source.ending not in (*_TEXTS, "json"):
            return Why.OTHER_KIND
        if self._size + source.size > LARGEST_ALL:
            return Why.TOO_LARGE
        return Why.TOO_MANY if len(self.found) >= MOST_ENTRIES else None

    def _keep(self, source: Source, some: tuple[Format, _Some] | None) -> None:
        if some is None:
            self.left.append(Left(source.name, Why.OTHER_KIND))
            return
        kind, (found, left) = some
        self.left.extend(left)
        if found:
            self._formats.append(kind)
        for one in found:
            why = refused(one.entry)
            if why or len(self.found) >= MOST_ENTRIES:
                self.left.append(Left(one.source, why or Why.TOO_MANY))
            else:
                self.found.append(one)


def _read(name: str, data: bytes, day_first: bool) -> tuple[Format, _Some] | None:
    """Return what one file holds and how it was written, or None for JSON of another kind."""
    text = decoded(data, Path(PurePosixPath(name).name)) if data.strip() else ""
    if name.lower().endswith(".json"):
        return _read_json(name, text)
    if is_month(name, text):
        return Format.RED_NOTEBOOK, read_month(name, text)
    if is_jrnl_text(text, day_first):
        return Format.JRNL, read_jrnl_text(name, text, day_first)
    return Format.PAGES, read_page(name, text, day_first)


def _read_json(name: str, text: str) -> tuple[Format, _Some] | None:
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        raise FileUnreadableError(Path(PurePosixPath(name).name)) from None
    for kind, fits, read in _JSONS:
        if fits(data):
            return kind, read(name, data)
    return None
