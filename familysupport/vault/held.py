"""Words that could not be written before the lock: held locked in memory, never on the disk."""

from __future__ import annotations

import hashlib
import json

from nacl import exceptions, secret

Words = list[tuple[str, str]]
"""The name of each field, and what stood in it."""


class Held:
    """Keeps words so that only the vault's key brings them back."""

    def __init__(self) -> None:
        self._sealed = b""

    def __bool__(self) -> bool:
        """Say whether anything is held."""
        return bool(self._sealed)

    def put(self, words: Words, key: bytes) -> None:
        """Hold `words` besides what is held already under the same key."""
        kept = [*self._opened(key), *words]
        self._sealed = bytes(_box(key).encrypt(json.dumps(kept).encode("utf-8")))

    def take(self, key: bytes) -> Words:
        """Return what is held and hold it no more; with another vault's key, nothing happens."""
        words = self._opened(key)
        if words:
            self._sealed = b""
        return words

    def _opened(self, key: bytes) -> Words:
        if not self._sealed:
            return []
        try:
            raw = _box(key).decrypt(self._sealed)
        except exceptions.CryptoError:
            return []
        return [(name, text) for name, text in json.loads(raw)]


def _box(key: bytes) -> secret.SecretBox:
    return secret.SecretBox(hashlib.blake2b(key, digest_size=32, person=b"held-words").digest())
