"""A large vault: opened at once, checked meanwhile; copies made one after another."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThreadPool
from PySide6.QtWidgets import QLabel

from familysupport.app import House
from familysupport.errors import MigrationFailedError, VaultDamagedError
from familysupport.ui.vault import backups as automatic
from familysupport.ui.vault import door as door_room
from familysupport.ui.vault.backups import Backups
from familysupport.vault import vault as vaults
from familysupport.vault.backup import list_backups
from familysupport.vault.vault import Vault, check_whole, is_checked_later

KEY = bytes(range(32))
FAMILY_KEY = bytes(range(1, 33))


@pytest.fixture
def large(vault: Vault, monkeypatch: Any) -> Vault:
    monkeypatch.setattr(vaults, "CHECKED_AT_ONCE", 1000)
    return vault


@pytest.fixture
def backups(vault: Vault, tmp_path: Path, clock: Any, qapp: Any) -> Any:
    owner = QObject()
    made = Backups(vault.folder, tmp_path / "copies", clock, owner)
    yield made
    QThreadPool.globalInstance().waitForDone()
    qapp.processEvents()


def spoil(vault: Vault) -> None:
    """Change a page in the middle of a closed vault from outside."""
    vault.db.execute("CREATE TABLE much (data BLOB)")
    vault.db.execute("INSERT INTO much VALUES (randomblob(400000))")
    vault.db.conn.commit()
    vault.close()
    path = vault.folder / "vault.db"
    data = bytearray(path.read_bytes())
    data[-100_000] ^= 1
    path.write_bytes(data)


def test_a_small_vault_is_checked_whole_before_it_opens(vault: Vault) -> None:
    assert not is_checked_later(vault.folder)
    spoil(vault)
    with pytest.raises(VaultDamagedError):
        Vault.open(vault.folder, KEY)


def test_a_large_vault_opens_at_once_and_its_damage_is_found_and_never_read(large: Vault) -> None:
    assert is_checked_later(large.folder)
    spoil(large)
    opened = Vault.open(large.folder, KEY)
    with pytest.raises(VaultDamagedError):
        opened.db.execute("SELECT data FROM much").fetchall()
    opened.close()
    with pytest.raises(VaultDamagedError):
        check_whole(large.folder, KEY)


def test_damage_in_a_large_vault_is_told_soon_after_it_was_opened(
    large: Vault, backups: Backups, qtbot: Any
) -> None:
    with qtbot.waitSignal(backups.made, timeout=30_000):
        backups.make_if_a_day_old(KEY)
    told: list[object] = []
    backups.damaged.connect(told.append)
    spoil(large)
    opened = Vault.open(large.folder, KEY)
    with qtbot.waitSignal(backups.damaged, timeout=30_000):
        backups.make_if_a_day_old(KEY)
    opened.close()
    assert isinstance(told[0], VaultDamagedError)


def test_a_lock_while_a_copy_is_made_makes_the_next_one_afterwards(
    vault: Vault, backups: Backups, qtbot: Any, monkeypatch: Any, tmp_path: Path
) -> None:
    go_on = threading.Event()
    at_once: list[int] = []
    real = automatic.make_backup

    def slow(*args: Any, **named: Any) -> Path:
        at_once.append(threading.active_count())
        assert go_on.wait(30)
        return real(*args, **named)

    monkeypatch.setattr(automatic, "make_backup", slow)
    made: list[object] = []
    backups.made.connect(made.append)
    for _ in range(4):
        backups.make(KEY)
    qtbot.waitUntil(lambda: bool(at_once), timeout=30_000)
    assert len(at_once) == 1
    go_on.set()
    assert QThreadPool.globalInstance().waitForDone(30_000)  # both: the end of the program waits so
    assert len(at_once) == 2
    qtbot.waitUntil(lambda: len(made) == 1, timeout=30_000)
    assert len(list_backups(tmp_path / "copies")) == 2


def test_a_copy_that_fails_lets_the_next_one_begin(
    vault: Vault, backups: Backups, qtbot: Any, monkeypatch: Any
) -> None:
    def refuse(*_args: Any) -> Path:
        raise VaultDamagedError(vault.folder)

    monkeypatch.setattr(automatic, "make_backup", refuse)
    with qtbot.waitSignal(backups.missed, timeout=30_000):
        backups.make(KEY)
    monkeypatch.undo()
    with qtbot.waitSignal(backups.made, timeout=30_000):
        backups.make(KEY)


def test_a_lock_after_reading_alone_makes_no_copy_in_vain(
    large: Vault, backups: Backups, qtbot: Any, tmp_path: Path
) -> None:
    vault = large
    vault.close()
    copies = tmp_path / "copies"
    with qtbot.waitSignal(backups.made, timeout=30_000):
        backups.make_if_changed(KEY)
    again = Vault.open(vault.folder, KEY)
    again.db.execute("SELECT count(*) FROM meta").fetchone()
    again.close()
    backups.make_if_changed(KEY)
    assert not backups._turns.busy
    again = Vault.open(vault.folder, KEY)
    again.db["meta"].insert({"key": "word", "value": "new"})
    again.close()
    with qtbot.waitSignal(backups.made, timeout=30_000):
        backups.make_if_changed(KEY)
    assert len(list_backups(copies)) == 2
    for path in list_backups(copies):
        path.unlink()
    with qtbot.waitSignal(backups.made, timeout=30_000):
        backups.make_if_changed(KEY)


def test_a_large_older_vault_is_brought_up_to_date_beside_the_window(
    house: House, kept: Path, qtbot: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(vaults, "CHECKED_AT_ONCE", 1000)
    old = Vault.open(kept, FAMILY_KEY)
    old.db.execute("DROP TABLE journal_file_parts")
    old.db.execute("DROP TABLE journal_files")
    old.db.execute("DELETE FROM _sqlite_migrations WHERE name = 'm051_journal_files'")
    old.db.conn.commit()
    old.close()
    assert vaults.updates_long(kept, FAMILY_KEY)
    assert not vaults.updates_long(kept, bytes(32))
    threads: list[int] = []
    real = vaults._bring_up_to_date

    def noted(path: Path, key: bytes) -> None:
        threads.append(threading.get_ident())
        real(path, key)

    monkeypatch.setattr(vaults, "_bring_up_to_date", noted)
    house.window.rooms.door._open(FAMILY_KEY)
    qtbot.waitUntil(lambda: house.window.session is not None, timeout=30_000)
    assert threads != [threading.get_ident()]
    assert len(threads) == 1
    assert (kept / "before-update.db").exists()
    assert not vaults.updates_long(kept, FAMILY_KEY)
    house.window.lock()
    QThreadPool.globalInstance().waitForDone()
    Vault.open(kept, FAMILY_KEY).close()
    assert not (kept / "before-update.db").exists()


def test_an_update_that_fails_is_told_at_the_door_and_leaves_the_vault_as_it_was(
    house: House, kept: Path, qtbot: Any, monkeypatch: Any
) -> None:
    monkeypatch.setattr(door_room, "updates_long", lambda *_args: True)

    def refuse(*_args: Any) -> None:
        raise MigrationFailedError(kept)

    monkeypatch.setattr(door_room, "update", refuse)
    before = (kept / "vault.db").read_bytes()
    house.window.rooms.door._open(FAMILY_KEY)
    said = house.window.rooms.door._unlock
    qtbot.waitUntil(
        lambda: any("could not be made ready" in one.text() for one in said.findChildren(QLabel)),
        timeout=30_000,
    )
    assert (kept / "vault.db").read_bytes() == before
