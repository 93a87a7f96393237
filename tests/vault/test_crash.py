"""A program that dies at any moment loses no word that it said was saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from familysupport.errors import WrongPassphraseError
from familysupport.vault import keys
from familysupport.vault.backup import make_backup
from familysupport.vault.vault import Vault, read_key_file, vault_exists

ROOT = Path(__file__).parents[2]
KEY = bytes(range(32))
OTHER = bytes(range(32, 64))
PASSPHRASE = "six plain words make a key"


@pytest.fixture
def folder(vault):
    """A closed vault that holds one value."""
    vault.db["meta"].insert({"key": "word", "value": "kept"})
    vault.close()
    return vault.folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def word_in(folder, key):
    vault = Vault.open(folder, key)
    word = vault.db["meta"].get("word")["value"]
    vault.close()
    return word


def crash(job, folder, call):
    """Let another process die without a word before its n-th step that touches the disk."""
    script = Path(__file__).with_name("crashing.py")
    died = subprocess.run(
        [sys.executable, script, job, folder, str(call)],
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert died.returncode == 9


@pytest.mark.parametrize("call", range(1, 10))
def test_a_crash_while_making_a_new_code_leaves_a_vault_that_opens(folder, call):
    crash("rekey", folder, call)
    data = read_key_file(folder)
    key = next(key for key in (KEY, OTHER) if keys.fits(data, key))
    assert word_in(folder, key) == "kept"
    assert names(folder) == ["vault.db", "vault.key"]


@pytest.mark.parametrize("call", range(1, 9))
def test_a_crash_during_an_update_leaves_a_vault_that_opens(folder, call):
    crash("update", folder, call)
    assert word_in(folder, KEY) == "kept"
    assert set(names(folder)) <= {"vault.db", "vault.key", "before-update.db"}


@pytest.mark.parametrize("call", range(1, 10))
def test_a_crash_while_restoring_leaves_the_old_vault_or_the_restored_one(folder, clock, call):
    make_backup(folder, KEY, folder.parent, clock).rename(folder.parent / "copy.zip")
    vault = Vault.open(folder, KEY)
    vault.db["meta"].update("word", {"value": "newer"})
    vault.close()
    crash("restore", folder, call)
    assert vault_exists(folder)
    kept = [path for path in folder.parent.glob("vault-*") if path.is_dir()]
    words = {word_in(place, KEY) for place in (folder, *kept)}
    assert "newer" in words
    assert words <= {"newer", "kept"}
    assert len(kept) == (word_in(folder, KEY) == "kept")


@pytest.mark.parametrize("call", range(1, 6))
def test_a_crash_while_making_the_first_vault_leaves_none_or_a_whole_one(tmp_path, call):
    folder = tmp_path / "vault"
    crash("create", folder, call)
    if vault_exists(folder):
        Vault.open(folder, KEY).close()
        assert keys.unwrap(read_key_file(folder), "words") == KEY
    else:
        assert set(names(folder)) <= {"vault.key"}
        Vault.create(folder, OTHER, keys.wrap(OTHER, "words", keys.QUICK)).close()


@pytest.mark.parametrize("call", range(1, 4))
def test_a_crash_while_changing_the_passphrase_leaves_the_old_one_or_the_new(folder, call):
    crash("passphrase", folder, call)
    data = read_key_file(folder)
    try:
        assert keys.unwrap(data, PASSPHRASE) == KEY
    except WrongPassphraseError:
        assert keys.unwrap(data, "other words") == KEY
    assert names(folder) == ["vault.db", "vault.key"]


def test_killing_the_program_loses_nothing_that_was_saved():
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "FAMILYSUPPORT_DATA": "",
        "PYTHONPATH": str(ROOT),
    }
    command = [
        sys.executable,
        ROOT / "bench/crash.py",
        "--kills",
        "10",
        "--typing",
        "1",
        "--others",
        "14",
    ]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=surroundings, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    *others, saving, typing = (line.strip() for line in done.stdout.splitlines()[1:])
    jobs = ("attach", "restore", "passphrase", "import", "rekey", "everything", "thin")
    for job, line in zip(jobs, others, strict=True):
        assert line.startswith(f"{job}: kills 2, lost 0, unsound 0"), done.stdout + done.stderr
    assert saving.startswith("save: kills 10, lost 0, unsound 0"), done.stdout + done.stderr
    assert typing.startswith("type: kills 1, lost 0, unsound 0"), done.stdout + done.stderr
