"""Quick keys, so that the journeys do not spend their time on Argon2."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from familysupport.ui.vault import passphrase as passphrase_room
from familysupport.ui.vault import setup as setup_room
from familysupport.vault import keys

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (setup_room, passphrase_room):
        monkeypatch.setattr(room, "wrap", lambda key, words: keys.wrap(key, words, keys.QUICK))
