"""Photos of telephones (HEIC, AVIF): what the camera noted is overwritten where it lies.

Nothing in such a file may move, or the picture is lost; so the notes (Exif and XMP) become empty
ones of the same length. Which side is up is told elsewhere in it and stays.
What is not plainly understood raises ValueError.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

_NOTES = (b"Exif", b"mime", b"uri ")
_LOOSE = (b"uuid", b"free", b"skip", b"udta")  # boxes in which programs put notes of their own
_NO_NOTES = bytes(4) + b"MM\0*\0\0\0\x08" + bytes(6)  # a list of notes with nothing in it
_SIZES = (0, 4, 8)


class _Box(NamedTuple):
    kind: bytes
    start: int
    end: int


def without_notes(data: bytes) -> bytes:
    """Return the photo with empty notes of the same length; raises ValueError for a broken one."""
    try:
        return _cleaned(data)
    except (struct.error, IndexError) as error:
        raise ValueError("not a whole photo") from error


def _cleaned(data: bytes) -> bytes:
    boxes = list(_boxes(data, 0, len(data)))
    meta = [box for box in boxes if box.kind == b"meta"]
    if not boxes or boxes[0].kind != b"ftyp" or len(meta) != 1:
        raise ValueError("no photo of this build")
    inner = {box.kind: box for box in _boxes(data, meta[0].start + 4, meta[0].end)}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise ValueError("no list of what is in it")
    notes = dict(_noted(data, inner[b"iinf"]))
    clean = bytearray(data)
    for item, start, end in _places(data, inner, set(notes)):
        empty = _NO_NOTES if notes[item] == b"Exif" and end - start >= len(_NO_NOTES) else b""
        clean[start:end] = empty + bytes(end - start - len(empty))
    for box in boxes:
        if box.kind in _LOOSE:
            clean[box.start : box.end] = bytes(box.end - box.start)
    return bytes(clean)


def _boxes(data: bytes, start: int, end: int) -> Iterator[_Box]:
    """Yield the boxes between two places, each with where its content begins and ends."""
    while start < end:
        size, kind = struct.unpack_from(">I4s", data, start)
        head = 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, start + 8)
            head = 16
        elif size == 0:
            size = end - start
        if size < head or start + size > end:
            raise ValueError("a box that is cut short")
        yield _Box(kind, start + head, start + size)
        start += size


def _noted(data: bytes, iinf: _Box) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the kind of the items that are notes, not pictures."""
    form = ">H" if data[iinf.start] == 0 else ">I"
    first = iinf.start + 4 + struct.calcsize(form)
    for box in _boxes(data, first, iinf.end):
        version = data[box.start]
        if box.kind != b"infe" or version < 2:
            raise ValueError("an item of an older build")
        form = ">H" if version == 2 else ">I"
        (number,) = struct.unpack_from(form, data, box.start + 4)
        kind = data[box.start + 6 + struct.calcsize(form) :][:4]
        if kind in _NOTES:
            yield number, kind


def _places(
    data: bytes, inner: dict[bytes, _Box], notes: set[int]
) -> Iterator[tuple[int, int, int]]:
    """Yield each item in `notes` with where its content begins and ends."""
    iloc = inner[b"iloc"]
    version = data[iloc.start]
    sizes = data[iloc.start + 4], data[iloc.start + 5]
    offset_size, length_size = sizes[0] >> 4, sizes[0] & 15
    base_size, index_size = sizes[1] >> 4, (sizes[1] & 15) if version else 0
    if version > 2 or any(
        s not in _SIZES for s in (offset_size, length_size, base_size, index_size)
    ):
        raise ValueError("a list of places of another build")
    at, count = _number(data, iloc.start + 6, 2 if version < 2 else 4)
    for _ in range(count):
        at, item = _number(data, at, 2 if version < 2 else 4)
        at, way = _number(data, at, 2) if version else (at, 0)
        at, base = _number(data, at + 2, base_size)
        at, extents = _number(data, at, 2)
        for _ in range(extents):
            at, _index = _number(data, at, index_size)
            at, offset = _number(data, at, offset_size)
            at, length = _number(data, at, length_size)
            if item in notes:
                yield item, *_range(data, inner, way & 15, base + offset, length)


def _range(
    data: bytes, inner: dict[bytes, _Box], way: int, offset: int, length: int
) -> tuple[int, int]:
    """Return where content lies in the file: counted from its start, or from the box of data."""
    room = _Box(b"", 0, len(data)) if way == 0 else inner.get(b"idat")
    if way > 1 or room is None or not length or room.start + offset + length > room.end:
        raise ValueError("content in a place that cannot be")
    return room.start + offset, room.start + offset + length


def _number(data: bytes, at: int, size: int) -> tuple[int, int]:
    """Return the place after a number of `size` bytes, and the number."""
    if at + size > len(data):
        raise ValueError("a number that is cut short")
    return at + size, int.from_bytes(data[at : at + size], "big")
