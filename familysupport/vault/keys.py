"""The vault's key: made, wrapped by a passphrase, and written out as a recovery code."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

from nacl import exceptions, pwhash, secret, utils

from familysupport.errors import (
    KeyFileDamagedError,
    VaultTooNewError,
    WrongCodeError,
    WrongPassphraseError,
)

KEY_SIZE = 32
KEY_FILE = "vault.key"
GROUPS = 13
_GROUP_SIGNS = 4  # of the key; each group ends with a check sign of its own
_FORMAT = "vault-key 1"
_FORMAT_START = "vault-key "
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BETWEEN = re.compile(r"[\W_]+")
_MOST_MEMORY = 1 << 30
_MOST_PASSES = 32


class Cost(NamedTuple):
    """How hard guessing is made: Argon2id's memory in bytes and its passes."""

    memory: int
    passes: int


USUAL = Cost(128 * 1024 * 1024, 4)
QUICK = Cost(64 * 1024, 1)  # for tests alone


def new_key() -> bytes:
    """Return a fresh random key of 32 bytes."""
    return utils.random(KEY_SIZE)


def wrap(key: bytes, passphrase: str, cost: Cost = USUAL) -> bytes:
    """Return the key file's content: `key` locked by `passphrase`, a quarter second's work."""
    salt = utils.random(pwhash.argon2id.SALTBYTES)
    box = secret.SecretBox(_derived(passphrase, salt, cost))
    fields = {
        "box": _text(bytes(box.encrypt(key))),
        "id": key_id(key),
        "kind": "argon2id",
        "memory": cost.memory,
        "passes": cost.passes,
        "salt": _text(salt),
    }
    body = f"{_FORMAT}\n{json.dumps(fields, sort_keys=True)}\n"
    return f"{body}{_checksum(body)}\n".encode("ascii")


def unwrap(data: bytes, passphrase: str) -> bytes:
    """Return the key that `data` holds.

    Raises WrongPassphraseError only when the file is whole, KeyFileDamagedError when it is not.
    """
    fields = _fields(data)
    cost = Cost(fields["memory"], fields["passes"])
    box = secret.SecretBox(_derived(passphrase, _bytes(fields["salt"]), cost))
    try:
        return box.decrypt(_bytes(fields["box"]))
    except exceptions.CryptoError:
        raise WrongPassphraseError from None


def fits(data: bytes, key: bytes) -> bool:
    """Say whether the key file `data` holds `key`; raises KeyFileDamagedError."""
    return bool(_fields(data)["id"] == key_id(key))


def key_id(key: bytes) -> str:
    """Return a short name of `key` that tells nothing about it."""
    return hashlib.blake2b(key, digest_size=8, person=b"vault-key-id").hexdigest()


def code_for(key: bytes) -> str:
    """Return `key` as the recovery code: 13 groups of five signs, the fifth being the check."""
    number = int.from_bytes(key, "big") << 4 | _seal(key)
    signs = [number >> 5 * place & 31 for place in reversed(range(GROUPS * _GROUP_SIGNS))]
    groups = []
    for index in range(GROUPS):
        values = signs[index * _GROUP_SIGNS : (index + 1) * _GROUP_SIGNS]
        groups.append("".join(_ALPHABET[v] for v in [*values, _check(index, values)]))
    return "-".join(groups)


def key_from_code(text: str) -> bytes:
    """Return the key that was written as `text`, whatever its case, spaces and look-alikes.

    Raises WrongCodeError with the numbers of the groups that do not add up.
    """
    groups = _split(text)
    slipped = tuple(i + 1 for i, group in enumerate(groups) if not _adds_up(i, group))
    if slipped:
        raise WrongCodeError(slipped)
    number = 0
    for group in groups:
        for sign in group[:_GROUP_SIGNS]:
            number = number << 5 | _ALPHABET.index(sign)
    key = (number >> 4).to_bytes(KEY_SIZE, "big")
    if number & 15 != _seal(key):
        raise WrongCodeError
    return key


def _split(text: str) -> list[str]:
    """Return 13 groups, by their spaces where they fit, else five signs each."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(_ALIKE)
    groups = [part for part in _BETWEEN.split(plain) if part]
    if len(groups) == GROUPS:
        return groups
    joined = "".join(groups)
    size = _GROUP_SIGNS + 1
    groups = [joined[start : start + size] for start in range(0, GROUPS * size, size)]
    if len(joined) != GROUPS * size:
        raise WrongCodeError((_first_slip(groups),))
    return groups


def _first_slip(groups: list[str]) -> int:
    """Return the first group that does not add up: after a lost sign the later ones only shift."""
    return next((i + 1 for i, group in enumerate(groups) if not _adds_up(i, group)), GROUPS)


def _adds_up(index: int, group: str) -> bool:
    if len(group) != _GROUP_SIGNS + 1 or any(sign not in _ALPHABET for sign in group):
        return False
    *values, check = (_ALPHABET.index(sign) for sign in group)
    return _check(index, values) == check


def _check(index: int, values: list[int]) -> int:
    """Return the check sign: any one wrong sign, any two swapped, any two groups swapped show."""
    check = index + 1
    for value in values:
        check = _doubled(check ^ value)
    return check


def _doubled(value: int) -> int:
    """Multiply by two in the field of 32 elements, x^5 + x^2 + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 32 else value


def _seal(key: bytes) -> int:
    """Return four bits over the whole key, filling the last sign."""
    return hashlib.blake2b(key, digest_size=1, person=b"vault-code").digest()[0] & 15


def _fields(data: bytes) -> dict[str, Any]:
    """Return the key file's fields; its checksum covers every byte of it."""
    damaged = KeyFileDamagedError(Path(KEY_FILE))
    try:
        text = data.decode("ascii")
        body = text[: text.rindex("\n", 0, -1) + 1]
    except ValueError:
        raise damaged from None
    if text != f"{body}{_checksum(body)}\n":
        raise damaged
    first, line = body.split("\n", 1)
    if first != _FORMAT:
        raise VaultTooNewError(Path(KEY_FILE)) if first.startswith(_FORMAT_START) else damaged
    return _checked(json.loads(line))


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    """Return `fields` unless their costs would stall the computer."""
    memory, passes = fields["memory"], fields["passes"]
    if not (8192 <= memory <= _MOST_MEMORY and 1 <= passes <= _MOST_PASSES):
        raise KeyFileDamagedError(Path(KEY_FILE))
    return fields


def _derived(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    typed = unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")
    return pwhash.argon2id.kdf(
        secret.SecretBox.KEY_SIZE, typed, salt, opslimit=cost.passes, memlimit=cost.memory
    )


def _checksum(body: str) -> str:
    return hashlib.blake2b(body.encode("ascii"), digest_size=16).hexdigest()


def _text(raw: bytes) -> str:
    return base64.b64encode(raw).decode("ascii")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text, validate=True)
