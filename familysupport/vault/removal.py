"""Removes everything that the program made on this computer, and nothing else."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from familysupport.paths import Paths
from familysupport.vault.backup import list_backups

_IN_VAULT = ("vault.db*", "vault.key*", "before-update.db*")
_LOG = "events.log*"
_SIGNS = ("bell",)  # the lock file goes by itself when the program ends


def remove_everything(paths: Paths) -> list[Path]:
    """Remove all that the program made here; return what would not go.

    Vault, kept vaults, automatic backups, settings, own numbers, log: only our names are
    touched, since the folder may hold other things, or be a stick.
    """
    left = [path for path in _ours(paths) if not _gone(path)]
    folders = [*_vaults(paths), paths.backups, paths.config, paths.log, paths.data]
    for folder in folders:
        with contextlib.suppress(OSError):  # not there, or something else lies in it
            folder.rmdir()
    return left


def _ours(paths: Paths) -> Iterator[Path]:
    for folder in _vaults(paths):
        for pattern in _IN_VAULT:
            yield from folder.glob(pattern)
    yield from paths.data.glob(".work-*")
    yield from list_backups(paths.backups)
    yield from paths.backups.glob(".*.zip.part")
    yield from paths.config.glob(f"{paths.settings.stem}.*")
    yield from paths.config.glob(f"{paths.own_numbers.stem}.*")
    yield from paths.log.glob(_LOG)
    yield from (paths.data / name for name in _SIGNS)


def _vaults(paths: Paths) -> list[Path]:
    """Return the vault's folder, one that waits to replace it, and those that were replaced."""
    name = paths.vault.name
    found = [*paths.data.glob(f"{name}-*"), *paths.data.glob(f"{name}.next")]
    return [paths.vault, *(path for path in found if path.is_dir())]


def _gone(path: Path) -> bool:
    with contextlib.suppress(OSError):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
        return True
    return False
