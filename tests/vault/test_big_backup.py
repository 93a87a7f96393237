"""Backups of a vault that holds much: told step by step, ended at any moment, kept in bounds."""

from __future__ import annotations

import shutil
from datetime import datetime, timedelta

import pytest

from familysupport.errors import BackupDamagedError, DiskFullError, EndedError
from familysupport.progress import Watcher
from familysupport.vault import backup as backups
from familysupport.vault.backup import (
    copy_again,
    list_backups,
    look_into,
    make_backup,
    restore,
    thin,
)
from familysupport.vault.vault import Vault

KEY = bytes(range(32))


class Ending:
    """Notes what is told, and ends the work when it was told `most` times."""

    def __init__(self, most=10**9):
        self.told = []
        self.most = most

    @property
    def watcher(self):
        return Watcher(self.told.append, lambda: len(self.told) >= self.most)


@pytest.fixture
def big(vault):
    """A vault with 12 MB in it."""
    vault.db.execute("CREATE TABLE much (n INTEGER PRIMARY KEY, data BLOB)")
    with vault.db.atomic():
        for number in range(48):
            vault.db.execute("INSERT INTO much VALUES (?, randomblob(262144))", [number])
    return vault


def test_making_looking_and_restoring_tell_how_far_they_are(big, tmp_path, clock):
    ending = Ending()
    copy = make_backup(big.folder, KEY, tmp_path / "copies", clock, "copy", ending.watcher)
    assert ending.told == sorted(ending.told)
    assert ending.told[-1] == 1
    assert len(ending.told) > 20
    big.close()
    for work in (
        lambda watcher: look_into(copy, KEY, watcher),
        lambda watcher: restore(copy, KEY, big.folder, clock, watcher),
    ):
        ending = Ending()
        work(ending.watcher)
        assert ending.told == sorted(ending.told)
        assert len(ending.told) > 10
        assert 0.5 < ending.told[-1] <= 1


@pytest.mark.parametrize("told", [0, 1, 5, 15, 25, 40])
def test_a_copy_that_was_ended_leaves_nothing_behind(big, tmp_path, clock, told):
    target = tmp_path / "copies"
    with pytest.raises(EndedError):
        make_backup(big.folder, KEY, target, clock, "copy", Ending(told).watcher)
    assert list(target.iterdir()) == []
    assert [path.name for path in big.folder.parent.iterdir()] == [big.folder.name]


@pytest.mark.parametrize("told", [0, 1, 8, 14])
def test_a_restore_that_was_ended_leaves_the_vault_as_it_was(big, tmp_path, clock, told):
    copy = make_backup(big.folder, KEY, tmp_path / "copies", clock)
    big.db.execute("UPDATE much SET data = x'01' WHERE n = 1")
    big.db.conn.commit()
    big.close()
    before = (big.folder / "vault.db").read_bytes()
    with pytest.raises(EndedError):
        restore(copy, KEY, big.folder, clock, Ending(told).watcher)
    assert (big.folder / "vault.db").read_bytes() == before
    assert [path.name for path in big.folder.parent.iterdir()] == [big.folder.name]
    with pytest.raises(EndedError):
        look_into(copy, KEY, Ending(told).watcher)


def test_a_copy_has_no_room_for_what_was_deleted(big, tmp_path, clock):
    first = make_backup(big.folder, KEY, tmp_path / "copies", clock)
    with big.db.atomic():
        big.db.execute("DELETE FROM much WHERE n > 3")
    second = make_backup(big.folder, KEY, tmp_path / "copies", clock)
    assert first.stat().st_size > 12_000_000
    assert second.stat().st_size < 3_000_000


def test_writing_goes_on_while_a_copy_is_made(big, tmp_path, clock):
    def write(_share):
        big.db.execute("INSERT INTO much (data) VALUES (x'01')")
        big.db.conn.commit()

    copy = make_backup(big.folder, KEY, tmp_path / "copies", clock, "copy", Watcher(write))
    assert look_into(copy, KEY).counts["much"] == 48 + 1


def test_a_copy_is_unpacked_where_there_is_room(big, tmp_path, clock, monkeypatch):
    copy = make_backup(big.folder, KEY, tmp_path / "copies", clock)
    free = {"beside": 10**9, "system": 10**9}
    asked = []

    def usage(place):
        asked.append(place)
        name = "beside" if place == copy.parent else "system"
        return shutil._ntuple_diskusage(10**12, 0, free[name])

    monkeypatch.setattr(backups.shutil, "disk_usage", usage)
    monkeypatch.setattr(backups, "_MUCH", 1_000_000)
    assert look_into(copy, KEY)
    assert asked == [copy.parent]
    free["beside"] = 0
    assert look_into(copy, KEY)
    free["system"] = 0
    with pytest.raises(DiskFullError):
        look_into(copy, KEY)
    assert [path for path in copy.parent.iterdir() if path != copy] == []


def test_copies_together_stay_within_their_room_and_stay_spread_over_time(tmp_path):
    last = datetime(2026, 11, 23, 18, 42)
    ages = [0, 1, 2, 3, 4, 30, 31, 90, 200]
    for days in ages:
        made = last - timedelta(days=days)
        (tmp_path / f"backup-{made:%Y-%m-%d-%H%M}.zip").write_bytes(bytes(1000))
    thin(tmp_path, keep=10, room=5_000)
    left = [datetime.strptime(p.stem, "backup-%Y-%m-%d-%H%M") for p in list_backups(tmp_path)]
    assert [(last - made).days for made in left] == [0, 1, 30, 90, 200]
    thin(tmp_path, keep=10, room=1)
    assert len(list_backups(tmp_path)) == 3
    assert list_backups(tmp_path)[0].stem.endswith("2026-11-23-1842")


def test_a_copy_is_copied_again_whole_or_not_at_all(big, tmp_path, clock, monkeypatch):
    first = make_backup(big.folder, KEY, tmp_path / "copies", clock)
    second = copy_again(first, tmp_path / "stick")
    assert second.name == first.name
    assert second.read_bytes() == first.read_bytes()
    assert copy_again(first, tmp_path / "stick").name != first.name
    with pytest.raises(EndedError):
        copy_again(first, tmp_path / "other", Ending(3).watcher)
    assert list((tmp_path / "other").iterdir()) == []
    real = backups.disk.sync

    def bad_stick(path):
        real(path)
        data = bytearray(path.read_bytes())
        data[1000] ^= 1
        path.write_bytes(data)

    monkeypatch.setattr(backups.disk, "sync", bad_stick)
    with pytest.raises(BackupDamagedError):
        copy_again(first, tmp_path / "other")
    assert list((tmp_path / "other").iterdir()) == []


def test_a_restored_copy_opens(big, tmp_path, clock):
    copy = make_backup(big.folder, KEY, tmp_path / "copies", clock)
    restore(copy, KEY, tmp_path / "other", clock)
    again = Vault.open(tmp_path / "other", KEY)
    assert again.db.execute("SELECT count(*) FROM much").fetchone()[0] == 48
    again.close()
