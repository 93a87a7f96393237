"""Takes what tired hands typed: a space at either end of a passphrase does not matter."""

from __future__ import annotations

from collections.abc import Callable

from familysupport.errors import WrongPassphraseError
from familysupport.vault.keys import unwrap


def key_of_typed(data: bytes, typed: str) -> bytes:
    """Return the key that the key file `data` holds, as `unwrap` does."""
    return try_typed(lambda words: unwrap(data, words), typed)


def try_typed(open_with: Callable[[str], bytes], typed: str) -> bytes:
    """Try the words alone, then just as they were typed: older ones may hold such a space."""
    words = typed.strip()
    try:
        return open_with(words)
    except WrongPassphraseError:
        if words == typed:
            raise
    return open_with(typed)
