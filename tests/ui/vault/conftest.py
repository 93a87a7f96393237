"""What the tests of the vault's pages share: quick keys, and a family's vault."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from familysupport.app import House
from familysupport.session import open_session
from familysupport.statements.model import Statement
from familysupport.ui.vault import passphrase as passphrase_room
from familysupport.ui.vault import setup as setup_room
from familysupport.vault import keys
from familysupport.vault.vault import Vault

PASSPHRASE = "four brown goats whisper"
KEY = bytes(range(1, 33))


@pytest.fixture(autouse=True)
def _quick_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (setup_room, passphrase_room):
        monkeypatch.setattr(room, "wrap", lambda key, words: keys.wrap(key, words, keys.QUICK))


@pytest.fixture
def kept(house: House) -> Path:
    """The folder of a closed vault with one statement in it."""
    folder = house.context.paths.vault
    vault = Vault.create(folder, KEY, keys.wrap(KEY, PASSPHRASE, keys.QUICK))
    open_session(vault.db, house.context.clock).statements.save(
        Statement(author="Mum", text="Daniel, I love you.")
    )
    vault.close()
    house.choices.change(welcomed=True)
    house.window.rooms.door.look_again()
    return folder


@pytest.fixture
def prints() -> Callable[[Path], dict[str, str]]:
    """Return the hash of every file under a folder."""

    def look(folder: Path) -> dict[str, str]:
        return {
            str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }

    return look
