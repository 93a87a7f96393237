"""Photos as bytes: what kind a file is, and a photo without what the camera noted in it.

What is taken out: place, time, camera, owner, captions, small pictures inside, and all that hangs
on behind the photo (phones put a second photo or a film there). What stays: the picture itself, bit
for bit, its colours, and which side is up. Whatever is not plainly understood raises ValueError.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from pathlib import PurePath

JPEG, PNG, WEBP, GIF, HEIC = "image/jpeg", "image/png", "image/webp", "image/gif", "image/heic"
UNKNOWN = "application/octet-stream"

_ENDINGS = {
    "bmp": "image/bmp",
    "tif": "image/tiff",
    "tiff": "image/tiff",
    "svg": "image/svg+xml",
    "pdf": "application/pdf",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "mp4": "video/mp4",
    "mov": "video/quicktime",
}
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"heim", b"mif1", b"msf1", b"avif")
_PNG_START = b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\0\0"
_TURN = 0x0112  # the only tag of a camera's notes that stays
_PNG_KEPT = {
    *(b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT"),
    *(b"bKGD", b"pHYs", b"acTL", b"fcTL", b"fdAT", b"cICP"),
}
_WEBP_KEPT = {b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
_WEBP_PICTURES = {b"VP8 ", b"VP8L", b"ANMF"}
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
_GIF_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def kind_of(data: bytes, name: str) -> str:
    """Return the media type of a file by its first bytes, or else by its ending."""
    for start, kind in ((b"\xff\xd8\xff", JPEG), (_PNG_START, PNG), (b"GIF8", GIF)):
        if data.startswith(start):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        return HEIC
    return _ENDINGS.get(PurePath(name).suffix.lower().removeprefix("."), UNKNOWN)


def can_strip(kind: str) -> bool:
    """Tell whether `without_notes` knows how photos of this kind are built."""
    return kind in (JPEG, PNG, WEBP, GIF)


def without_notes(data: bytes, kind: str) -> bytes:
    """Return a photo without what the camera or a program noted in it.

    Raises ValueError for a photo that is cut short, or is not what `kind` says.
    """
    try:
        return {JPEG: _jpeg, PNG: _png, WEBP: _webp, GIF: _gif}[kind](data)
    except (IndexError, struct.error, KeyError) as error:
        raise ValueError("not a whole photo") from error


def turn_of(notes: bytes) -> int:
    """Return which side is up (1 to 8, 1 being upright) by a camera's notes (TIFF), else 1."""
    order = {b"II": "<", b"MM": ">"}.get(notes[:2])
    if order is None:
        return 1
    try:
        (first,) = struct.unpack_from(f"{order}I", notes, 4)
        (count,) = struct.unpack_from(f"{order}H", notes, first)
        for number in range(count):
            tag, form, _count, value = struct.unpack_from(
                f"{order}HHIH", notes, first + 2 + 12 * number
            )
            if tag == _TURN and form == 3:
                return int(value) if 1 <= value <= 8 else 1
    except struct.error:
        return 1
    return 1


def _only_turn(turn: int) -> bytes:
    """Return a camera's notes (TIFF) that say nothing but which side is up."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _TURN, 3, 1, turn, 0, 0)


# ------------------------------------------------------------------ JPEG


def _jpeg(data: bytes) -> bytes:
    kept, turn = bytearray(), 1
    for marker, body in _segments(data):
        if marker == 0xE1 and body.startswith(_EXIF) and turn == 1:
            turn = turn_of(body[len(_EXIF) :])
        if _stays(marker, body):
            kept += bytes((0xFF, marker)) + _sized(marker, body)
    notes = _EXIF + _only_turn(turn)
    turned = b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes if turn != 1 else b""
    return b"\xff\xd8" + turned + bytes(kept)


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield each marker with what follows it, up to the end of the picture.

    What is yielded for the start of a scan (0xDA) is its length, header and all of its light.
    """
    if data[:2] != b"\xff\xd8":
        raise ValueError("no JPEG")
    at, seen_scan = 2, False
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker where one must be")
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        at += 1
        if marker == 0xD9:
            if not seen_scan:
                raise ValueError("no picture in it")
            yield marker, b""
            return
        end = at + _length(data, at, marker)
        if marker == 0xDA:
            seen_scan = True
            end = _end_of_scan(data, end)
        yield marker, data[at:end] if marker == 0xDA else data[at + 2 : end]
        at = end


def _length(data: bytes, at: int, marker: int) -> int:
    if marker == 0x00 or marker == 0x01 or 0xD0 <= marker <= 0xD8:
        raise ValueError("a marker that cannot stand here")
    (length,) = struct.unpack_from(">H", data, at)
    if length < 2 or at + length > len(data):
        raise ValueError("a segment that is cut short")
    return int(length)


def _end_of_scan(data: bytes, at: int) -> int:
    """Return where the next marker stands that is neither a stuffed byte nor a restart."""
    found = _MARKER.search(data, at)
    if found is None:
        raise ValueError("a scan without an end")
    return found.start()


def _stays(marker: int, body: bytes) -> bool:
    """Tell whether the picture needs this segment."""
    if marker == 0xE0:
        return body.startswith(b"JFIF\0") and len(body) >= 14
    if marker == 0xE2:
        return body.startswith(b"ICC_PROFILE\0")
    if marker == 0xEE:
        return body.startswith(b"Adobe")
    return not (0xE0 <= marker <= 0xEF or 0xF0 <= marker <= 0xFE)


def _sized(marker: int, body: bytes) -> bytes:
    if marker in (0xD9, 0xDA):  # these carry no length, or have it in front already
        return body
    if marker == 0xE0:
        body = body[:12] + b"\0\0"  # without the small picture that may follow
    return struct.pack(">H", len(body) + 2) + body


# ------------------------------------------------------------------ PNG


def _png(data: bytes) -> bytes:
    if not data.startswith(_PNG_START):
        raise ValueError("no PNG")
    kept, at = bytearray(_PNG_START), len(_PNG_START)
    seen: set[bytes] = set()
    while True:
        length, name = struct.unpack_from(">I4s", data, at)
        end = at + 12 + length
        if end > len(data) or (not seen and name != b"IHDR"):
            raise ValueError("a piece that is cut short or out of place")
        seen.add(name)
        if name in _PNG_KEPT:
            kept += data[at:end]
        elif name == b"eXIf" and (turn := turn_of(data[at + 8 : end - 4])) != 1:
            kept += _png_piece(b"eXIf", _only_turn(turn))
        at = end
        if name == b"IEND":
            if b"IDAT" not in seen:
                raise ValueError("no picture in it")
            return bytes(kept)


def _png_piece(name: bytes, body: bytes) -> bytes:
    sum_ = zlib.crc32(name + body)
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", sum_)


# ------------------------------------------------------------------ WebP


def _webp(data: bytes) -> bytes:
    magic, size, kind = struct.unpack_from("<4sI4s", data)
    if (magic, kind) != (b"RIFF", b"WEBP") or size + 8 > len(data):
        raise ValueError("no whole WebP")
    pieces, turn, at = [], 1, 12
    while at + 8 <= size + 8:
        name, length = struct.unpack_from("<4sI", data, at)
        body = data[at + 8 : at + 8 + length]
        if len(body) < length or at + 8 + length > size + 8:
            raise ValueError("a piece that is cut short")
        if name == b"EXIF":
            turn = turn_of(body.removeprefix(_EXIF))
        elif name in _WEBP_KEPT:
            pieces.append((name, body))
        at += 8 + length + length % 2
    names = {name for name, _body in pieces}
    if not names & _WEBP_PICTURES:
        raise ValueError("no picture in it")
    if turn != 1 and b"VP8X" in names:
        pieces.append((b"EXIF", _only_turn(turn)))
    else:
        turn = 1
    inner = b"".join(_webp_piece(name, body, turn) for name, body in pieces)
    return b"RIFF" + struct.pack("<I", len(inner) + 4) + b"WEBP" + inner


def _webp_piece(name: bytes, body: bytes, turn: int) -> bytes:
    if name == b"VP8X":  # its first byte tells which other pieces there are
        flags = body[0] & ~0x0C | (0x08 if turn != 1 else 0)
        body = bytes((flags,)) + body[1:]
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


# ------------------------------------------------------------------ GIF


def _gif(data: bytes) -> bytes:
    if data[:6] not in (b"GIF87a", b"GIF89a"):
        raise ValueError("no GIF")
    at = 13 + _colours(data[10])
    kept, seen = bytearray(data[:at]), False
    while True:
        mark, start = data[at], at
        if mark == 0x3B:
            if not seen:
                raise ValueError("no picture in it")
            return bytes(kept) + b"\x3b"
        if mark == 0x2C:
            at = _end_of_blocks(data, at + 10 + _colours(data[at + 9]) + 1)
            seen = True
            kept += data[start:at]
        elif mark == 0x21:
            at = _end_of_blocks(data, at + 2)
            loops = data[start + 1] == 0xFF and data[start + 3 : start + 14] in _GIF_LOOPS
            if data[start + 1] == 0xF9 or loops:
                kept += data[start:at]
        else:
            raise ValueError("a block that is not known")


def _colours(flags: int) -> int:
    """Return the bytes of a colour table by the flags before it."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while (size := data[at]) != 0:
        at += 1 + size
    return at + 1
