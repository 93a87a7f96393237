"""Opens the zipped XML that word processors write, without trusting it."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from familysupport.documents.plain import read_bytes
from familysupport.errors import FileTooLargeError, FileUnreadableError

LIMIT = 20_000_000
"""The largest file taken in, in bytes: pictures inside it count, though they are not read."""

_PART_LIMIT = 30_000_000
_DEEPEST = 200


class _ForbiddenError(Exception):
    """The XML declares things of its own or is nested without end."""


def read_part(path: Path, name: str) -> Element:
    """Return the XML of part `name` of the zipped file at `path`.

    Raises FileTooLargeError and FileUnreadableError.
    """
    data = read_bytes(path, LIMIT)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            if package.getinfo(name).file_size > _PART_LIMIT:
                raise FileTooLargeError(path, _PART_LIMIT)
            with package.open(name) as part:
                content = part.read(_PART_LIMIT + 1)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError) as error:
        raise FileUnreadableError(path) from error
    except (RuntimeError, ValueError, OSError) as error:
        # A password, or a way of packing that is not known here.
        raise FileUnreadableError(path) from error
    try:
        return parse(content)
    except (expat.ExpatError, _ForbiddenError, ValueError) as error:
        raise FileUnreadableError(path) from error


def parse(content: bytes) -> Element:
    """Return XML as a tree; a document type, and so any entity of its own, is refused."""
    builder = TreeBuilder()
    depth = 0

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise _ForbiddenError
        builder.start(_named(name), {_named(key): value for key, value in attributes.items()})

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(_named(name))

    def refuse(*_: object) -> None:
        raise _ForbiddenError

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    parser.Parse(content, True)
    return builder.close()


def _named(name: str) -> str:
    return "{" + name if "}" in name else name
