"""What is read becomes a photo without notes, a file as it came, or a calm refusal."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QColor, QImage

from familysupport.errors import FileTooLargeError, FileUnreadableError
from familysupport.journal.files import LIMIT
from familysupport.ui.journal import files_reading
from familysupport.ui.journal.files_reading import (
    LARGE,
    Remark,
    picture,
    print_picture,
    read_file,
    read_picture,
)

HEIC = Path(__file__).parents[2] / "data/photo.heic"
SECRET = b"47.3769N 8.5417E"


def image(width: int = 600, height: int = 400) -> QImage:
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("#1E625B"))
    return made


def saved(form: str, of: QImage | None = None) -> bytes:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert (of or image()).save(buffer, form)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def with_note(data: bytes) -> bytes:
    note = b"\xff\xfe" + (len(SECRET) + 2).to_bytes(2, "big") + SECRET
    return data[:2] + note + data[2:]


def put(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_photo_comes_in_without_its_notes_and_with_a_small_picture(tmp_path: Path) -> None:
    data = with_note(saved("JPEG"))
    read = read_file(put(tmp_path, "IMG_1.JPG", data))
    assert read.remark is Remark.NOTES_GONE
    assert SECRET not in read.file.data
    assert (read.file.width, read.file.height) == (600, 400)
    assert read.file.name == "IMG_1.JPG"
    small = QImage.fromData(read.file.thumbnail)
    assert small.size().toTuple() == (360, 240)


def test_the_notes_stay_where_the_person_wants_them(tmp_path: Path) -> None:
    data = with_note(saved("JPEG"))
    read = read_file(put(tmp_path, "a.jpg", data), keep_notes=True)
    assert read.file.data == data
    assert read.remark is Remark.NONE


@pytest.mark.parametrize("form", ["BMP", "TIFF", "PPM"])
def test_a_picture_of_another_build_becomes_a_png(tmp_path: Path, form: str) -> None:
    read = read_file(put(tmp_path, f"scan.{'tif' if form == 'TIFF' else 'bmp'}", saved(form)))
    assert read.file.name == "scan.png"
    assert read.file.kind == "image/png"
    assert read.file.width == 600


@pytest.mark.qt_log_ignore(".*")
def test_a_photo_that_ends_too_soon_is_shown_as_far_as_it_goes_and_made_anew(
    tmp_path: Path,
) -> None:
    whole = with_note(saved("JPEG", image(1200, 900)))
    read = read_file(put(tmp_path, "cut.jpg", whole[: len(whole) // 2]))
    assert SECRET not in read.file.data or read.remark is Remark.NOT_SHOWN


def test_a_photo_of_a_telephone_is_kept_as_a_file_without_its_notes(tmp_path: Path) -> None:
    data = HEIC.read_bytes()
    read = read_file(put(tmp_path, "IMG.HEIC", data))
    assert read.remark is Remark.EMPTIED
    assert b"SECRET" in data
    assert b"SECRET" not in read.file.data
    assert read_file(put(tmp_path, "IMG.HEIC", data), keep_notes=True).file.data == data


@pytest.mark.qt_log_ignore(".*")
def test_heic_and_damaged_pictures_are_kept_as_files(tmp_path: Path) -> None:
    for name, data in (
        ("IMG.HEIC", b"\0\0\0\x18ftypheic" + bytes(500)),
        ("cut.heic", HEIC.read_bytes()[:700]),
        ("bad.jpg", b"\xff\xd8\xff\xe0" + bytes(500)),
        ("bad.png", saved("PNG")[:60]),
    ):
        read = read_file(put(tmp_path, name, data))
        assert read.remark is Remark.NOT_SHOWN
        assert read.file.data == data
        assert read.file.width == 0


def test_other_files_are_kept_as_they_are_and_never_drawn(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    for name, data in (("letter.pdf", b"%PDF-1.7"), ("a.svg", drawing), ("empty", b"")):
        read = read_file(put(tmp_path, name, data))
        assert read.remark is Remark.PLAIN
        assert read.file.data == data
        assert not read.file.thumbnail
    assert picture(drawing, LARGE).isNull()


def test_what_is_too_large_or_not_there_is_told(tmp_path: Path) -> None:
    path = put(tmp_path, "film.mov", b"")
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(FileTooLargeError):
        read_file(path)
    with pytest.raises(FileUnreadableError):
        read_file(tmp_path / "gone.jpg")


def test_a_small_file_that_claims_to_be_huge_is_not_unfolded(tmp_path: Path) -> None:
    data = bytearray(saved("PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = crc32(bytes(data[12:29])).to_bytes(4, "big")
    read = read_file(put(tmp_path, "bomb.png", bytes(data)))
    assert read.remark is Remark.NOT_SHOWN


def test_a_pasted_picture_becomes_a_png_or_a_jpeg_where_that_is_too_large(monkeypatch: Any) -> None:
    read = read_picture(image(), "Pasted picture.png")
    assert (read.file.kind, read.file.width) == ("image/png", 600)
    assert QImage.fromData(read.file.data).pixelColor(0, 0) == QColor("#1E625B")
    chance = random.Random(7)
    noise = QImage(60, 60, QImage.Format.Format_RGB32)
    for x in range(60):
        for y in range(60):
            noise.setPixel(x, y, chance.randrange(1 << 24))
    monkeypatch.setattr(files_reading, "LIMIT", 9000)
    read = read_picture(noise, "Pasted picture.png")
    assert (read.file.kind, read.file.name) == ("image/jpeg", "Pasted picture.jpg")
    monkeypatch.setattr(files_reading, "LIMIT", 10)
    with pytest.raises(FileTooLargeError):
        read_picture(noise, "Pasted picture.png")


def test_a_large_photo_is_shown_no_larger_than_asked(tmp_path: Path) -> None:
    data = saved("JPEG", image(5000, 2500))
    assert picture(data, 1000).size().toTuple() == (1000, 500)
    assert picture(data, 9000).size().toTuple() == (5000, 2500)
    assert QImage.fromData(print_picture(data, 800)).size().toTuple() == (800, 400)
    assert print_picture(b"nothing", 800) == b""


@pytest.mark.qt_log_ignore(".*")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    form=st.sampled_from(["JPEG", "PNG", "BMP", "TIFF"]),
    end=st.floats(0, 1),
    spots=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=3),
)
def test_any_broken_picture_comes_in_somehow(
    tmp_path: Path, form: str, end: float, spots: Any
) -> None:
    whole = bytearray(saved(form, image(40, 30)))
    for where, value in spots:
        whole[int(where * len(whole))] = value
    data = bytes(whole[: int(end * len(whole))])
    read = read_file(put(tmp_path, f"any.{form.lower()}", data))
    assert read.file.width == 0 or read.file.thumbnail
