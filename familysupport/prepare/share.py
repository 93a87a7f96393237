"""The plan in one locked file for a relative."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path
from typing import Any

from nacl import exceptions, secret

from familysupport.errors import FileUnreadableError, KeyFileDamagedError, VaultTooNewError
from familysupport.prepare.records import (
    PERSON,
    Bundle,
    Letter,
    Record,
    item_of,
    person_of,
    record_of,
)
from familysupport.vault import keys

LIMIT = 20_000_000
_MOST_UNPACKED = 60_000_000
_START = b"family-plan 1\n"
_UID = re.compile(r"[\w:. -]{1,120}")


def seal(bundle: Bundle, passphrase: str, cost: keys.Cost = keys.USUAL) -> bytes:
    """Return `bundle` as a file that only `passphrase` opens."""
    said = {
        "records": [[one.uid, one.kind, dict(one.data)] for one in bundle.records],
        "letters": [one._asdict() for one in bundle.letters],
    }
    key = keys.new_key()
    lock = keys.wrap(key, passphrase, cost)
    packed = zlib.compress(json.dumps(said, ensure_ascii=True).encode("ascii"))
    box = bytes(secret.SecretBox(key).encrypt(packed))
    return _START + len(lock).to_bytes(4, "big") + lock + box


def unseal(data: bytes, passphrase: str, path: Path) -> Bundle:
    """Return what a file holds.

    Raises WrongPassphraseError, or FileUnreadableError when it is no such file or is damaged.
    """
    lock, box = _parts(data, path)
    try:
        key = keys.unwrap(lock, passphrase)
        packed = secret.SecretBox(key).decrypt(box)
        return _bundle(json.loads(_unpacked(packed)))
    except (KeyFileDamagedError, VaultTooNewError, exceptions.CryptoError) as error:
        raise FileUnreadableError(path) from error
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise FileUnreadableError(path) from error


def _parts(data: bytes, path: Path) -> tuple[bytes, bytes]:
    at = len(_START) + 4
    size = int.from_bytes(data[len(_START) : at], "big")
    if not data.startswith(_START) or len(data) <= at + size:
        raise FileUnreadableError(path)
    return data[at : at + size], data[at + size :]


def _unpacked(packed: bytes) -> bytes:
    opened = zlib.decompressobj()
    said = opened.decompress(packed, _MOST_UNPACKED)
    if opened.unconsumed_tail:
        raise ValueError("too much")
    return said


def _bundle(said: Any) -> Bundle:
    records = tuple(_record(*one) for one in said["records"])
    letters = tuple(Letter(**{name: _text(one[name]) for name in one}) for one in said["letters"])
    return Bundle(records, letters)


def _record(uid: Any, kind: Any, data: Any) -> Record:
    """Return a record that is sure to be one: its name is plain, its data fits its kind."""
    if not _UID.fullmatch(_text(uid)):
        raise ValueError("uid")
    record = Record(uid, _text(kind), data)
    return record_of(person_of(record) if kind == PERSON else item_of(record))


def _text(raw: Any) -> str:
    if type(raw) is not str:
        raise ValueError("text")
    return raw
