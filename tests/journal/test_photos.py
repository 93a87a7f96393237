"""Photos lose what the camera noted and nothing else; broken ones are answered calmly."""

from __future__ import annotations

import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageReader

from familysupport.journal.photos import (
    GIF,
    HEIC,
    JPEG,
    PNG,
    UNKNOWN,
    WEBP,
    can_strip,
    kind_of,
    turn_of,
    without_notes,
)

SECRET = b"47.3769N 8.5417E"
# 2 by 1 dots, lossless; and the same behind a header that can carry notes.
LOSSLESS = b"\x2f\x01\x00\x00\x00\x07\x10\xfd\x8f\xfe\x07\x22\xa2\xff\x01\x00"
TINY_GIF = (
    b"GIF89a\x02\0\x01\0\x80\0\0\0\0\0\xff\xff\xff\x2c\0\0\0\0\x02\0\x01\0\0\x02\x02\x44\x0a\0\x3b"
)


def saved(form: str, size: tuple[int, int] = (24, 16)) -> bytes:
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor("#1E625B"))
    image.setPixelColor(0, 0, QColor("white"))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def notes(turn: int, order: str = ">") -> bytes:
    """A camera's notes: which side is up, and a place."""
    mark = b"MM\0*" if order == ">" else b"II*\0"
    return (
        mark
        + struct.pack(f"{order}IH", 8, 2)
        + struct.pack(f"{order}HHIHH", 0x010F, 2, 1, 65, 0)
        + struct.pack(f"{order}HHIHH", 0x0112, 3, 1, turn, 0)
        + struct.pack(f"{order}I", 0)
        + SECRET
    )


def segment(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(body) + 2) + body


def jpeg(turn: int = 1, behind: bytes = b"") -> bytes:
    plain = saved("JPEG")
    extra = (
        segment(0xE1, b"Exif\0\0" + notes(turn))
        + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET)
        + segment(0xE2, b"MPF\0" + SECRET)
        + segment(0xE2, b"ICC_PROFILE\0\x01\x01colours")
        + segment(0xED, b"Photoshop 3.0\0" + SECRET)
        + segment(0xFE, SECRET)
    )
    return plain[:2] + extra + plain[2:] + behind


def piece(name: bytes, body: bytes) -> bytes:
    sum_ = struct.pack(">I", zlib.crc32(name + body))
    return struct.pack(">I", len(body)) + name + body + sum_


def png(turn: int = 1) -> bytes:
    plain = saved("PNG")
    extra = b"".join(
        (
            piece(b"eXIf", notes(turn)),
            piece(b"tEXt", b"Comment\0" + SECRET),
            piece(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
            piece(b"zTXt", b"Note\0\0" + zlib.compress(SECRET)),
            piece(b"tIME", bytes(7)),
            piece(b"prVt", SECRET),
        )
    )
    return plain[:33] + extra + plain[33:] + SECRET


def chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def riff(*chunks: bytes) -> bytes:
    inner = b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(inner) + 4) + b"WEBP" + inner


def webp(turn: int = 1) -> bytes:
    head = bytes((0x0C,)) + bytes(3) + bytes((1, 0, 0, 0, 0, 0))
    return riff(
        chunk(b"VP8X", head),
        chunk(b"VP8L", LOSSLESS),
        chunk(b"EXIF", b"Exif\0\0" + notes(turn, "<")),
        chunk(b"XMP ", SECRET + b"!"),
        chunk(b"what", SECRET),
    )


def gif() -> bytes:
    note = b"\x21\xfe" + bytes((len(SECRET),)) + SECRET + b"\0"
    app = b"\x21\xff\x0bXMP DataXMP" + bytes((len(SECRET),)) + SECRET + b"\0"
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    control = b"\x21\xf9\x04\0\0\0\0\0"
    return TINY_GIF[:19] + note + app + loop + control + TINY_GIF[19:] + SECRET


def shown(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()


@pytest.mark.parametrize(("kind", "make"), [(JPEG, jpeg), (PNG, png), (WEBP, webp)])
@pytest.mark.parametrize("turn", [1, 6])
def test_the_place_is_gone_and_the_picture_is_the_same(kind: str, make: Any, turn: int) -> None:
    data = make(turn)
    clean = without_notes(data, kind)
    assert SECRET in data
    assert SECRET not in clean
    assert b"Exif" not in clean or turn != 1
    assert kind_of(clean, "") == kind
    before, after = shown(data), shown(clean)
    assert not after.isNull()
    assert (before.size(), before.convertedTo(QImage.Format.Format_ARGB32)) == (
        after.size(),
        after.convertedTo(QImage.Format.Format_ARGB32),
    )
    assert without_notes(clean, kind) == clean


def test_a_photo_taken_upright_stays_upright() -> None:
    assert shown(without_notes(jpeg(6), JPEG)).size().toTuple() == (16, 24)
    assert shown(without_notes(jpeg(1), JPEG)).size().toTuple() == (24, 16)


def test_a_gif_loses_its_notes_and_still_loops() -> None:
    clean = without_notes(gif(), GIF)
    assert SECRET not in clean
    assert b"NETSCAPE2.0" in clean
    assert shown(clean).size().toTuple() == (2, 1)


def test_what_hangs_on_behind_a_photo_is_cut_off() -> None:
    clean = without_notes(jpeg(behind=jpeg() + b"ftypmp42" + SECRET), JPEG)
    assert clean.count(b"\xff\xd9") == 1
    assert clean.endswith(b"\xff\xd9")
    assert SECRET not in clean


def test_colours_stay_and_a_small_picture_inside_goes() -> None:
    plain = saved("JPEG")
    assert plain[2:4] == b"\xff\xe0"
    head = b"JFIF\0\x01\x01\x01\0\x60\0\x60\x02\x02" + SECRET
    adobe = segment(0xEE, b"Adobe\0d\0\0\0\0\0")
    data = plain[:2] + segment(0xE0, head) + segment(0xE0, b"JFXX\0" + SECRET) + adobe + plain[20:]
    clean = without_notes(data, JPEG)
    assert SECRET not in clean
    assert b"Adobe" in clean
    assert b"JFIF" in clean
    assert b"ICC_PROFILE\0\x01\x01colours" in without_notes(jpeg(), JPEG)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("turn", range(1, 9))
def test_which_side_is_up_is_read_in_either_order(order: str, turn: int) -> None:
    assert turn_of(notes(turn, order)) == turn


@pytest.mark.parametrize("data", [b"", b"MM", b"MM\0*\0\0\0\x08\xff\xff", notes(0), notes(9)])
def test_odd_notes_mean_upright(data: bytes) -> None:
    assert turn_of(data) == 1


MAKERS = {JPEG: jpeg, PNG: png, WEBP: webp, GIF: lambda _turn: gif()}


@pytest.mark.parametrize("kind", MAKERS)
@given(data=st.data())
def test_a_photo_cut_or_spoiled_anywhere_is_refused_or_clean(kind: str, data: Any) -> None:
    whole = bytearray(MAKERS[kind](6))
    end = data.draw(st.integers(0, len(whole)))
    for place, value in data.draw(
        st.lists(st.tuples(st.integers(0, len(whole) - 1), st.integers(0, 255)), max_size=4)
    ):
        whole[place] = value
    spoiled = bytes(whole[:end])
    try:
        clean = without_notes(spoiled, kind)
    except ValueError:
        return
    assert without_notes(clean, kind) == clean
    assert len(clean) <= len(spoiled) + 64


@pytest.mark.parametrize("kind", MAKERS)
@given(data=st.binary(max_size=400))
def test_any_bytes_at_all_are_refused_or_clean(kind: str, data: bytes) -> None:
    starts = {JPEG: b"\xff\xd8\xff", PNG: saved("PNG")[:8], WEBP: b"RIFF\x40\0\0\0WEBP"}
    for start in (b"", starts.get(kind, b"GIF89a")):
        try:
            without_notes(start + data, kind)
        except ValueError:
            continue


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"\xff\xd8\xff\xe0", "x.png", JPEG),
        (b"\0\0\0\x18ftypheic", "IMG.HEIC", HEIC),
        (b"%PDF-1.7", "letter.PDF", "application/pdf"),
        (b"", "", UNKNOWN),
        (b"RIFFxxxxWAVE", "a.wav", "audio/wav"),
    ],
)
def test_what_a_file_is_follows_from_its_first_bytes(data: bytes, name: str, kind: str) -> None:
    assert kind_of(data, name) == kind
    assert can_strip(kind) == (kind in MAKERS)
