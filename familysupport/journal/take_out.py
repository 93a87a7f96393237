"""Entries on their way out: Markdown, JSON with or without photos, a table of moods.

Nothing of it is locked. Everything goes out piece by piece, so that a long journal with photos is
never in memory at once; a file that is not finished leaves nothing behind. docs/export.md tells
the shapes.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import IO, NamedTuple

from familysupport.errors import NotWritableError
from familysupport.journal.files import KeptFile
from familysupport.journal.model import Entry, Kind
from familysupport.journal.take_out_json import FORMAT, VERSION, entry_to_json
from familysupport.vault import disk

MOOD_COLUMNS = ("date", "time", "kind", "mood", "sleep_hours", "energy")
_STAMP = (1980, 1, 1, 0, 0, 0)


class Shape(Enum):
    """What the file looks like."""

    MARKDOWN = "markdown"
    MARKDOWN_DAYS = "markdown-days"
    JSON = "json"
    MOODS = "moods"


class Outgoing(NamedTuple):
    """What goes out: the entries by their ids, oldest first, and ways to read them and files."""

    ids: Sequence[int]
    entry: Callable[[int], Entry | None]
    made_at: datetime
    files: Callable[[int], Sequence[KeptFile]] | None = None
    read: Callable[[int], Iterator[bytes]] | None = None

    def entries(self) -> Iterator[tuple[int, Entry]]:
        """Yield each entry with its place, counted from 1."""
        for place, one in enumerate(self.ids, start=1):
            entry = self.entry(one)
            if entry is not None:
                yield place, entry


def ending(shape: Shape, with_files: bool) -> str:
    """Return how the name of the file ends."""
    if shape is Shape.MARKDOWN_DAYS or (shape is Shape.JSON and with_files):
        return "zip"
    return {Shape.MARKDOWN: "md", Shape.JSON: "json", Shape.MOODS: "csv"}[shape]


def take_out(path: Path, shape: Shape, going: Outgoing) -> Iterator[int]:
    """Write `path` whole or not at all, and tell how many entries are written so far.

    Raises DiskFullError and NotWritableError; a generator that is closed early leaves no file.
    """
    writers = {
        Shape.MARKDOWN: write_markdown,
        Shape.MARKDOWN_DAYS: write_days,
        Shape.JSON: write_json_with_files if going.files else write_json,
        Shape.MOODS: write_moods,
    }
    with saved_whole(path) as out:
        yield from writers[shape](out, going)


@contextlib.contextmanager
def saved_whole(path: Path) -> Iterator[IO[bytes]]:
    """Give a file that takes the place of `path` once all is written, for this user only."""
    try:
        with disk.writing(path), disk.appearing(path) as out:
            yield out
    except OSError as error:  # such as a folder that is gone by now
        raise NotWritableError(path) from error


def write_markdown(out: IO[bytes], going: Outgoing) -> Iterator[int]:
    """Write all entries below dated headings."""
    for place, entry in going.entries():
        out.write(_section(entry).encode("utf-8"))
        yield place


def write_days(out: IO[bytes], going: Outgoing) -> Iterator[int]:
    """Write a zip with a Markdown file for each entry, its facts at the head, and its files."""
    taken: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for place, entry in going.entries():
            inside = [_pack_file(packed, going, one) for one in _files(going, entry)]
            name = _free(f"{entry.at:%Y}/{entry.at:%Y-%m-%d %H.%M}", ".md", taken)
            packed.writestr(zipfile.ZipInfo(name, _STAMP), page_of(entry, inside))
            yield place


def write_json(out: IO[bytes], going: Outgoing) -> Iterator[int]:
    """Write one JSON file, without photos."""
    yield from _write_json(out, going, lambda _entry: [])


def write_json_with_files(out: IO[bytes], going: Outgoing) -> Iterator[int]:
    """Write a zip with the photos and files, and the JSON that names them."""
    inside: dict[int, list[dict[str, str]]] = {}
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for entry_id in going.ids:
            for one in going.files(entry_id) if going.files else ():
                named = {
                    "name": one.name,
                    "note": one.note,
                    "inside": _pack_file(packed, going, one),
                }
                inside.setdefault(entry_id, []).append(named)
                yield 0
        with packed.open(zipfile.ZipInfo("journal.json", _STAMP), "w", force_zip64=True) as text:
            yield from _write_json(text, going, lambda entry: inside.get(entry.id, []))


def write_moods(out: IO[bytes], going: Outgoing) -> Iterator[int]:
    """Write a table of the entries that tell of mood, sleep or energy."""
    out.write(_csv(MOOD_COLUMNS))
    for place, entry in going.entries():
        told = (entry.mood, entry.sleep, entry.energy)
        if told != (None, None, None):
            values = [one.value if isinstance(one, Enum) else one for one in told]
            day, time = f"{entry.at:%Y-%m-%d}", f"{entry.at:%H:%M}"
            out.write(
                _csv([day, time, entry.kind.value, *("" if v is None else v for v in values)])
            )
        yield place


def page_of(entry: Entry, inside: Sequence[str] = ()) -> str:
    """Return an entry as a Markdown file with what is told of it at the head."""
    told = entry_to_json(entry)
    lines = [f"date: {told['at']}"]
    told["files"] = list(inside)
    for name in ("title", "kind", "mood", "sleep", "energy", "tags", "files"):
        if told[name] not in (None, "", [], Kind.FREE.value):
            lines += [f"{name}: {json.dumps(told[name], ensure_ascii=False)}"]
    return "\n".join(["---", *lines, "---", "", entry.text.rstrip(), ""])


def _section(entry: Entry) -> str:
    head = f"## {entry.at:%Y-%m-%d %H:%M}"
    head += f" – {entry.title}" if entry.title else ""
    told = [entry.kind.value] if entry.kind is not Kind.FREE else []
    if entry.mood:
        told.append(f"mood: {entry.mood.value}")
    if entry.sleep is not None:
        told.append(f"sleep: {entry.sleep:g} h")
    if entry.energy:
        told.append(f"energy: {entry.energy.value}")
    told.extend(f"#{tag.replace(' ', '-')}" for tag in entry.tags)
    about = f"*{' · '.join(told)}*\n\n" if told else ""
    return f"{head}\n\n{about}{entry.text.rstrip()}\n\n"


def _write_json(
    out: IO[bytes], going: Outgoing, pack: Callable[[Entry], list[dict[str, str]]]
) -> Iterator[int]:
    head = {"format": FORMAT, "version": VERSION, "made_at": going.made_at.isoformat()}
    out.write(json.dumps(head, indent=1).removesuffix("\n}").encode() + b',\n "entries": [')
    comma = b"\n"
    for place, entry in going.entries():
        told = entry_to_json(entry)
        if packed := pack(entry):
            told["files"] = packed
        out.write(comma + json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8"))
        comma = b",\n"
        yield place
    out.write(b"\n ]\n}\n")


def _files(going: Outgoing, entry: Entry) -> Sequence[KeptFile]:
    return going.files(entry.id) if going.files else ()


def _pack_file(packed: zipfile.ZipFile, going: Outgoing, one: KeptFile) -> str:
    """Write a photo or file into the zip piece by piece, and return its name there."""
    suffix = PurePosixPath(one.name).suffix[:10]
    name = f"files/{one.id}{suffix if suffix.isascii() else ''}"
    if going.read is not None:
        with packed.open(zipfile.ZipInfo(name, _STAMP), "w", force_zip64=True) as part:
            for piece in going.read(one.id):
                part.write(piece)
    return name


def _free(stem: str, end: str, taken: set[str]) -> str:
    name, number = f"{stem}{end}", 2
    while name in taken:
        name, number = f"{stem} ({number}){end}", number + 1
    taken.add(name)
    return name


def _csv(row: Sequence[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(row)
    return line.getvalue().encode("utf-8")
