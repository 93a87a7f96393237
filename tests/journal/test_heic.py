"""Photos of telephones lose their notes, keep their length and their picture, or are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.journal.heic import without_notes

PHOTO = (Path(__file__).parents[1] / "data/photo.heic").read_bytes()
"""64 by 48 dots, made by libheif, with a camera's name, a place and XMP in it."""


def changed(clean: bytes) -> list[int]:
    return [at for at, (old, new) in enumerate(zip(PHOTO, clean, strict=True)) if old != new]


def test_the_notes_are_empty_and_not_a_byte_of_the_picture_is_touched() -> None:
    clean = without_notes(PHOTO)
    assert b"SECRET" in PHOTO
    assert b"SECRET" not in clean
    assert b"47.3769" not in clean
    exif, xmp = PHOTO.index(b"MM\0*"), PHOTO.index(b"<x:xmpmeta")
    picture = PHOTO.index(b"mdat") + 4
    assert min(changed(clean)) > picture
    first, last = min(exif, xmp) - 10, xmp + PHOTO[xmp:].index(b"</x:xmpmeta>") + 12
    assert all(first <= at < last for at in changed(clean))
    assert without_notes(clean) == clean


def test_an_empty_list_of_notes_stands_where_the_notes_were() -> None:
    clean = without_notes(PHOTO)
    at = PHOTO.index(b"MM\0*")
    assert b"MM\0*\0\0\0\x08" + bytes(20) in clean[at - 8 : at + 40]


def test_boxes_of_programs_are_emptied_too() -> None:
    loose = (8 + 6).to_bytes(4, "big") + b"uuidSECRET"
    assert b"SECRET" not in without_notes(PHOTO + loose)


def test_content_beside_the_list_itself_is_found() -> None:
    """Some telephones keep the notes in the box `idat`, counted from its start."""
    box = lambda kind, body: (8 + len(body)).to_bytes(4, "big") + kind + body  # noqa: E731
    infe = box(b"infe", b"\2\0\0\0" + b"\0\1" + b"\0\0" + b"Exif" + b"\0")
    iinf = box(b"iinf", bytes(4) + b"\0\1" + infe)
    place = b"\0\1" + b"\0\1" + b"\0\0" + b"\0\1" + b"\0\0\0\2" + b"\0\0\0\6"
    iloc = box(b"iloc", b"\1\0\0\0" + b"\x44\x00" + b"\0\1" + place)
    idat = box(b"idat", b"..SECRET..")
    data = box(b"ftyp", b"heic") + box(b"meta", bytes(4) + iinf + iloc + idat)
    clean = without_notes(data)
    assert b"SECRET" not in clean
    assert b"..\0\0\0\0\0\0.." in clean


@pytest.mark.parametrize("end", [0, 4, 8, 30, 100, 300, 640, 700, len(PHOTO) - 1])
def test_a_photo_cut_short_is_refused(end: int) -> None:
    with pytest.raises(ValueError, match=" "):
        without_notes(PHOTO[:end])


@given(st.lists(st.tuples(st.integers(0, len(PHOTO) - 1), st.integers(0, 255)), max_size=4))
def test_a_spoiled_photo_is_refused_or_keeps_its_length(spots: list[tuple[int, int]]) -> None:
    data = bytearray(PHOTO)
    for at, value in spots:
        data[at] = value
    try:
        clean = without_notes(bytes(data))
    except ValueError:
        return
    assert len(clean) == len(data)


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_answered_calmly(data: bytes) -> None:
    for start in (b"", PHOTO[:28], PHOTO[:60]):
        try:
            without_notes(start + data)
        except ValueError:
            continue
