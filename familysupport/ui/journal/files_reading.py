"""Reads what is to be kept, off the window's thread: bytes in, bytes and a small picture out."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple, cast

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageIOHandler, QImageReader, QPainter

from familysupport.documents.plain import read_bytes
from familysupport.errors import FileTooLargeError
from familysupport.journal import heic
from familysupport.journal.files import LIMIT, NewFile
from familysupport.journal.photos import HEIC, JPEG, PNG, can_strip, kind_of, without_notes

SMALL = 360
"""The longer side of a thumbnail, in dots."""

LARGE = 2000
"""The longer side of a photo on the screen, in dots."""

# A picture is looked at only where it needs less memory than this; small files can claim to be
# huge. JPEG is made smaller while it is read, so it may have more.
_MOST_DOTS = 40_000_000
_MOST_DOTS_JPEG = 150_000_000
_MOST_DOTS_ANEW = 25_000_000
_DRAWN = {"jpeg", "png", "webp", "gif", "bmp", "tiff", "tif", "ico", "tga", "ppm"}


class Remark(Enum):
    """What is to be said about a file that came in."""

    NONE = "none"
    NOTES_GONE = "notes-gone"  # a photo, without what the camera noted
    NOT_SHOWN = "not-shown"  # a picture that cannot be shown here, kept as it came
    EMPTIED = "emptied"  # a picture that cannot be shown here, its notes taken out
    PLAIN = "plain"  # no picture


class Read(NamedTuple):
    """A file as it will be kept, and what is to be said about it."""

    file: NewFile
    remark: Remark


def read_file(path: Path, keep_notes: bool = False) -> Read:
    """Read a file; a photo loses what the camera noted unless `keep_notes`.

    Raises FileTooLargeError and FileUnreadableError.
    """
    data = read_bytes(path, LIMIT)
    return _judged(data, path.name, path, keep_notes)


def read_data(data: bytes, name: str) -> Read:
    """Take in a file that is in memory already; a photo loses what the camera noted.

    Raises FileTooLargeError.
    """
    if len(data) > LIMIT:
        raise FileTooLargeError(Path(name), LIMIT)
    return _judged(data, name, Path(name), keep_notes=False)


def read_picture(image: QImage, name: str) -> Read:
    """Take in a picture from the clipboard as a PNG, or as a JPEG where that is too large."""
    data, kind = _encoded(image, "PNG"), PNG
    if len(data) > LIMIT:
        data, kind, name = _encoded(image, "JPEG"), JPEG, Path(name).with_suffix(".jpg").name
    if len(data) > LIMIT:
        raise FileTooLargeError(Path(name), LIMIT)
    return Read(_shown(NewFile(name, kind, data), image, image.size()), Remark.NONE)


def picture(data: bytes, longest: int) -> QImage:
    """Return a photo upright, its longer side no longer than `longest`; null if it cannot be."""
    with _reader(data) as reader:
        size = reader.size()
        if not _can_be_read(reader, size):
            return QImage()
        if max(size.width(), size.height()) > longest:
            reader.setScaledSize(size.scaled(longest, longest, Qt.AspectRatioMode.KeepAspectRatio))
        image = reader.read()
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    return image


def print_picture(data: bytes, longest: int) -> bytes:
    """Return a photo as a JPEG for paper, or nothing where it cannot be read."""
    image = picture(data, longest)
    return b"" if image.isNull() else _encoded(image, "JPEG", 85)


def _judged(data: bytes, name: str, path: Path, keep_notes: bool) -> Read:
    kind = kind_of(data, name)
    new = NewFile(name, kind, data)
    if not kind.startswith("image/") or kind == "image/svg+xml":
        return Read(new, Remark.PLAIN)
    if keep_notes and can_strip(kind):
        clean: NewFile | None = new
    elif can_strip(kind):
        clean = _stripped(new)
    else:
        clean = None
    small = picture(clean.data, SMALL) if clean else QImage()
    if clean is None or small.isNull():
        clean = _made_anew(new)
        small = picture(clean.data, SMALL) if clean else QImage()
    if clean is None or small.isNull():
        return _unseen(new, keep_notes)
    if len(clean.data) > LIMIT:
        raise FileTooLargeError(path, LIMIT)
    remark = Remark.NONE if clean.data == new.data else Remark.NOTES_GONE
    return Read(_shown(clean, small, _upright(clean.data)), remark)


def _unseen(new: NewFile, keep_notes: bool) -> Read:
    if new.kind == HEIC and not keep_notes:
        with contextlib.suppress(ValueError):
            return Read(new._replace(data=heic.without_notes(new.data)), Remark.EMPTIED)
    return Read(new, Remark.NOT_SHOWN)


def _stripped(new: NewFile) -> NewFile | None:
    try:
        return new._replace(data=without_notes(new.data, new.kind))
    except ValueError:
        return None


def _made_anew(new: NewFile) -> NewFile | None:
    """Return a picture of another or a broken build as a new one, which holds dots alone."""
    with _reader(new.data) as reader:
        size = reader.size()
    if size.width() * size.height() > _MOST_DOTS_ANEW:
        return None
    whole = picture(new.data, 1 << 16)
    if whole.isNull():
        return None
    name = Path(new.name)
    data = _encoded(whole, "PNG")
    if new.kind != JPEG and len(data) <= LIMIT:
        return new._replace(name=name.with_suffix(".png").name, kind=PNG, data=data)
    data = _encoded(whole, "JPEG", 92)
    return new._replace(name=name.with_suffix(".jpg").name, kind=JPEG, data=data)


def _shown(new: NewFile, image: QImage, size: QSize) -> NewFile:
    small = image
    if max(image.width(), image.height()) > SMALL:
        mode = Qt.TransformationMode.SmoothTransformation
        small = image.scaled(SMALL, SMALL, Qt.AspectRatioMode.KeepAspectRatio, mode)
    thumbnail = _encoded(small, "JPEG", 80)
    return new._replace(width=size.width(), height=size.height(), thumbnail=thumbnail)


def _upright(data: bytes) -> QSize:
    with _reader(data) as reader:
        size = reader.size()
        turned = reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    return size.transposed() if turned else size


@contextlib.contextmanager
def _reader(data: bytes) -> Iterator[QImageReader]:
    """Give a reader that lets go of its buffer before that is gone; Qt falls otherwise."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    try:
        yield reader
    finally:
        reader.setDevice(cast("QIODevice", None))


def _can_be_read(reader: QImageReader, size: QSize) -> bool:
    form = bytes(reader.format().data()).decode("ascii", "replace")
    most = _MOST_DOTS_JPEG if form == "jpeg" else _MOST_DOTS
    return form in _DRAWN and size.isValid() and 0 < size.width() * size.height() <= most


def _plain(image: QImage) -> QImage:
    """Return nothing but the dots of `image`, on white: no words, no place."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain


def _encoded(image: QImage, form: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    _plain(image).save(buffer, form, quality)  # type: ignore[call-overload]
    return bytes(buffer.data().data())
