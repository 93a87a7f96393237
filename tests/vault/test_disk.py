"""Full disks, folders that cannot be written, and files that are written whole or not at all."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from familysupport.errors import DiskFullError, EndedError, NotWritableError
from familysupport.vault import disk, keys
from familysupport.vault.backup import make_backup, restore
from familysupport.vault.vault import Vault, rekey, write_key_file

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))


def content(folder):
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def refuse(code):
    def fail(*_args, **_named):
        raise OSError(code, "no")

    return fail


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EACCES, NotWritableError),
        (errno.EPERM, NotWritableError),
        (errno.EROFS, NotWritableError),
    ],
)
@pytest.mark.parametrize("call", ["open", "fsync", "replace"])
def test_a_refusing_disk_is_told_and_the_key_file_stays_as_it_was(
    vault, monkeypatch, code, kind, call
):
    vault.close()
    before = content(vault.folder)
    monkeypatch.setattr(disk.os, call, refuse(code))
    with pytest.raises(kind) as caught:
        write_key_file(vault.folder, b"new")
    monkeypatch.undo()
    assert caught.value.path == vault.folder / "vault.key"
    assert content(vault.folder) == before


def test_any_other_refusal_is_not_hidden(tmp_path, monkeypatch):
    monkeypatch.setattr(disk.os, "replace", refuse(errno.EIO))
    with pytest.raises(OSError, match="no"), disk.writing(tmp_path):
        disk.write_whole(tmp_path / "a", b"x")
    assert not list(tmp_path.glob("a*"))


def test_a_file_is_written_for_this_user_alone(tmp_path, is_private):
    disk.write_whole(tmp_path / "a", b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
    assert is_private(tmp_path / "a")


def test_a_file_that_leaves_has_no_name_before_it_is_whole(tmp_path, is_private):
    if not disk.has_nameless_files(tmp_path):
        return  # this disk cannot do it; the next test holds there
    (tmp_path / "a").write_bytes(b"old")
    for name in ("a", "b"):
        with disk.appearing(tmp_path / name) as file:
            file.write(b"new")
            file.flush()
            assert content(tmp_path).get(name) == (b"old" if name == "a" else None)
            assert not list(tmp_path.glob(".*"))
    assert content(tmp_path) == {"a": b"new", "b": b"new"}
    assert is_private(tmp_path / "a")
    assert is_private(tmp_path / "b")


def test_where_files_need_names_a_part_left_by_a_kill_goes_with_the_next_one(tmp_path, monkeypatch):
    monkeypatch.setattr(disk, "_nameless", lambda _folder: None)
    (tmp_path / ".a.part").write_bytes(b"left by a kill")
    with disk.appearing(tmp_path / "a") as file:
        file.write(b"new")
    assert content(tmp_path) == {"a": b"new"}


@pytest.mark.parametrize("named", [True, False])
def test_a_file_that_leaves_and_is_stopped_keeps_what_was_there(tmp_path, monkeypatch, named):
    if named:
        monkeypatch.setattr(disk, "_nameless", lambda _folder: None)
    (tmp_path / "a").write_bytes(b"old")
    with contextlib.suppress(EndedError), disk.appearing(tmp_path / "a") as file:
        file.write(b"new")
        raise EndedError
    assert content(tmp_path) == {"a": b"old"}


def test_a_system_that_cannot_sync_a_folder_does_without(tmp_path, monkeypatch):
    monkeypatch.setattr(disk.os, "open", refuse(errno.EACCES))
    disk.sync_folder(tmp_path)


def test_what_a_crash_left_is_cleared_after_a_day_and_nothing_else(vault, tmp_path, clock):
    target, beside = tmp_path / "copies", vault.folder.parent
    target.mkdir()
    for folder in (beside / ".work-old", beside / ".work-new", beside / "work-mine"):
        folder.mkdir()
        (folder / "vault.db").write_bytes(b"x")
    for name in (".backup-old.zip.part", ".backup-new.zip.part", "mine.zip.part"):
        (target / name).write_bytes(b"x")
    long_ago = (beside.stat().st_mtime - 2 * 86_400,) * 2
    for path in (beside / ".work-old", beside / "work-mine", target / ".backup-old.zip.part"):
        os.utime(path, long_ago)
    made = make_backup(vault.folder, KEY, target, clock)
    assert {path.name for path in beside.iterdir()} == {"vault", ".work-new", "work-mine"}
    kept = {path.name for path in target.iterdir()}
    assert kept == {made.name, ".backup-new.zip.part", "mine.zip.part"}


def test_a_full_database_is_a_full_disk_and_keeps_what_was_saved(vault):
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    pages = vault.db.execute("PRAGMA page_count").fetchone()[0]
    vault.db.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFullError) as caught:
        vault.db["meta"].insert({"key": "long", "value": "x" * 100_000})
    assert isinstance(caught.value, sqlite3.OperationalError)
    assert caught.value.path == vault.folder / "vault.db"
    assert [row["key"] for row in vault.db["meta"].rows] == ["word"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_refusing_disk_leaves_no_half_backup(vault, tmp_path, clock, monkeypatch, code):
    real = os.fsync
    target = tmp_path / "copies"

    def refuse_in_target(number):
        inode = os.fstat(number).st_ino
        if any(path.stat().st_ino == inode for path in target.iterdir()):
            raise OSError(code, "no")
        real(number)

    monkeypatch.setattr(disk.os, "fsync", refuse_in_target)
    with pytest.raises((DiskFullError, NotWritableError)) as caught:
        make_backup(vault.folder, KEY, target, clock)
    assert caught.value.path == target
    assert list(target.iterdir()) == []


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_refusing_disk_leaves_the_vault_as_it_was_when_restoring(
    vault, tmp_path, clock, monkeypatch, code
):
    copy = make_backup(vault.folder, KEY, tmp_path / "copies", clock)
    vault.close()
    before = content(vault.folder)
    monkeypatch.setattr(disk.os, "fsync", refuse(code))
    with pytest.raises((DiskFullError, NotWritableError)):
        restore(copy, KEY, vault.folder, clock)
    monkeypatch.undo()
    assert content(vault.folder) == before
    assert [path.name for path in vault.folder.parent.iterdir()] == ["vault"]


@pytest.mark.parametrize("place", range(4))
def test_a_full_disk_while_making_a_new_code_keeps_the_old_one(vault, monkeypatch, place):
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    calls = iter(range(100))
    real = os.fsync

    def full_from_there_on(number):
        if next(calls) >= place:
            raise OSError(errno.ENOSPC, "no")
        real(number)

    monkeypatch.setattr(disk.os, "fsync", full_from_there_on)
    new = keys.wrap(OTHER, "other words", keys.QUICK)
    if place < 2:
        with pytest.raises(DiskFullError):
            rekey(vault, OTHER, new)
        assert vault.key == KEY
    else:
        rekey(vault, OTHER, new)
        assert vault.key == OTHER
    monkeypatch.undo()
    assert vault.db["meta"].get("word")["value"] == "kept"
    vault.close()
    assert sorted(content(vault.folder)) == ["vault.db", "vault.key"]
    Vault.open(vault.folder, vault.key).close()


@pytest.mark.parametrize("which", ["file", "folder", "inside"])
def test_a_vault_that_this_user_may_not_write_is_told_and_left_as_it_is(vault, which):
    """Run as a user without rights, whoever runs the tests."""
    vault.close()
    before = content(vault.folder)
    script = Path(__file__).with_name("without_rights.py")
    done = subprocess.run(
        [sys.executable, script, vault.folder, which],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(script.parents[2])},
    )
    assert done.stdout.split() == ["NotWritableError"], done.stderr
    assert content(vault.folder) == before


@pytest.mark.parametrize("after", ["close", "kill"])
def test_a_disk_without_room_keeps_the_vault_shut_and_as_it_was(
    vault, tmp_path, monkeypatch, after
):
    folder = left_by(after, vault, tmp_path)
    before = content(folder)
    monkeypatch.setattr(disk.tempfile, "TemporaryFile", refuse(errno.ENOSPC))
    with pytest.raises(DiskFullError) as caught:
        Vault.open(folder, KEY)
    monkeypatch.undo()
    assert caught.value.path == folder
    assert content(folder) == before


@pytest.mark.parametrize("left", [0, 3, 10])
@pytest.mark.parametrize("after", ["close", "kill"])
def test_a_real_full_disk_keeps_the_vault_shut_and_as_it_was(vault, tmp_path, after, left):
    """Made where a user may have a small disk of their own; elsewhere the test above holds."""
    folder, place = left_by(after, vault, tmp_path), tmp_path / "small"
    place.mkdir()
    script = Path(__file__).with_name("full_disk.py")
    mount = 'mount -t tmpfs -o size=4m tmpfs "$3" || exit 77; exec "$0" "$@"'
    own = shutil.which("unshare")
    if own is None:
        return
    done = subprocess.run(
        [own, "-rm", "sh", "-c", mount, sys.executable, script, folder, place, str(left)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(script.parents[2])},
    )
    if done.stdout or "full_disk" in done.stderr:
        assert done.stdout == "DiskFullError same kept", done.stderr


def left_by(after, vault, tmp_path):
    """Return the folder of a vault that was closed, or one with the log that a kill leaves."""
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    if after == "close":
        vault.close()
        return vault.folder
    return shutil.copytree(vault.folder, tmp_path / "killed")
