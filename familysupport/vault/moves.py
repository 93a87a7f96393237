"""Moves of whole files that a crash may interrupt, and how the next start finishes them.

A new code: `vault.db.next` is written, then `vault.key.next`; renaming the database decides.
A restore: the checked folder waits as `<vault>.next`; renaming the old folder away decides.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from pathlib import Path

from familysupport.vault import disk

DB_FILE = "vault.db"
KEY_FILE = "vault.key"
_NEXT = ".next"
_UNFINISHED = (f"{DB_FILE}.part", f"{DB_FILE}.update", f"{KEY_FILE}.part", f"{KEY_FILE}.next.part")


def next_of(path: Path) -> Path:
    """Return where the successor of `path` waits."""
    return path.with_name(path.name + _NEXT)


def settle(folder: Path) -> None:
    """Finish or undo what a crash interrupted in `folder`; does nothing in a settled one."""
    with contextlib.suppress(OSError):
        _settle_folder(folder)
        _settle_files(folder)


def exchange_files(folder: Path) -> None:
    """Put the waiting database and key file in place; the database must be closed."""
    os.replace(next_of(folder / DB_FILE), folder / DB_FILE)
    os.replace(next_of(folder / KEY_FILE), folder / KEY_FILE)
    disk.sync_folder(folder)


def exchange_folder(folder: Path, kept: Path) -> Path | None:
    """Put the waiting folder in place of `folder`, which is kept as `kept` unless empty."""
    is_kept = folder.exists() and any(folder.iterdir())
    if is_kept:
        os.replace(folder, kept)
    elif folder.exists():
        folder.rmdir()
    os.replace(next_of(folder), folder)
    disk.sync_folder(folder.parent)
    return kept if is_kept else None


def _settle_folder(folder: Path) -> None:
    waiting = next_of(folder)
    if not waiting.exists():
        return
    if folder.exists():
        shutil.rmtree(waiting, ignore_errors=True)
    else:
        os.replace(waiting, folder)


def _settle_files(folder: Path) -> None:
    database, key = next_of(folder / DB_FILE), next_of(folder / KEY_FILE)
    if database.exists():
        key.unlink(missing_ok=True)
        disk.remove(database)
    elif key.exists():
        os.replace(key, folder / KEY_FILE)
    for name in _UNFINISHED:
        disk.remove(folder / name)
