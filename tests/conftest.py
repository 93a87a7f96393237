"""What every test shares: a clock that stands still, a vault, no network, no real home."""

from __future__ import annotations

import os

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import gc
import shutil
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import hypothesis
import pytest
from sqlite_utils import Database
from tables import KEY, tables_on_disk

from familysupport.clock import Clock
from familysupport.ui.kit.litter import take_away
from familysupport.vault import keys
from familysupport.vault.vault import Vault

hypothesis.settings.register_profile("house", deadline=None, database=None, derandomize=True)
hypothesis.settings.load_profile("house")

gc.disable()  # as in the program: a working thread must take no part of a window away

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


@pytest.fixture(autouse=True)
def _litter() -> Iterator[None]:
    yield
    take_away()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def db() -> Iterator[Database]:
    with tables_on_disk() as database:
        yield database


@pytest.fixture
def vault(tmp_path: Path, _vault_made_once: Path) -> Iterator[Vault]:
    folder = tmp_path / "private" / "vault"
    folder.parent.mkdir(mode=0o700)
    shutil.copytree(_vault_made_once, folder)
    opened = Vault.open(folder, KEY)
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def _vault_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a new vault, to be copied: to make all its tables takes long."""
    folder = tmp_path_factory.mktemp("made") / "vault"
    Vault.create(folder, KEY, keys.wrap(KEY, PASSPHRASE, keys.QUICK)).close()
    return folder


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
