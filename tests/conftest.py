"""What every test shares: a clock that stands still, a vault, no network, no real home."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import hypothesis
import pytest
from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.vault import cipher, keys, schema
from familysupport.vault.vault import Vault

hypothesis.settings.register_profile("house", deadline=None, database=None, derandomize=True)
hypothesis.settings.load_profile("house")

KEY = bytes(range(32))
PASSPHRASE = "six plain words make a key"


class FixedClock(Clock):
    """Stands still at 2026-11-23 18:42+01:00 until a test sets it."""

    def __init__(self) -> None:
        self.moment = datetime.fromisoformat("2026-11-23T18:42:00+01:00")
        self.seconds = 0.0

    def now(self) -> datetime:
        return self.moment

    def ticks(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def db() -> Iterator[Database]:
    database = Database(cipher.connect(":memory:", KEY))
    schema.migrate(database)
    yield database
    database.close()


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    folder = tmp_path / "private" / "vault"
    opened = Vault.create(folder, KEY, keys.wrap(KEY, PASSPHRASE, keys.QUICK))
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _no_network_and_no_real_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path_factory.mktemp("home")
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("FAMILYSUPPORT_DATA", str(home / "data"))
    monkeypatch.setattr(socket, "socket", _OnlyLocalSocket)


class _OnlyLocalSocket(socket.socket):
    def __init__(
        self, family: int = -1, kind: int = -1, proto: int = -1, fileno: int | None = None
    ) -> None:
        if fileno is None and family in (-1, socket.AF_INET, socket.AF_INET6):
            raise AssertionError("something tried to reach the network")
        super().__init__(family, kind, proto, fileno)
