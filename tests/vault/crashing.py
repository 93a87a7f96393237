"""Do one job on a vault and die, as in a power cut, before the n-th step that touches the disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from familysupport.clock import Clock
from familysupport.vault import cipher, disk, keys, schema
from familysupport.vault.backup import restore
from familysupport.vault.vault import Vault, rekey, write_key_file

KEY = bytes(range(32))
OTHER = bytes(range(32, 64))


def die_before_step(call: int) -> None:
    """Count the steps from now on and end the process at the `call`-th."""
    steps = iter(range(1, 1000))

    def counted(real: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **named: Any) -> Any:
            if next(steps) == call:
                os._exit(9)
            return real(*args, **named)

        return run

    for place, name in (
        (os, "replace"),
        (os, "rename"),
        (os, "fsync"),
        (os, "chmod"),
        (disk, "make_empty"),
        (cipher, "export"),
    ):
        setattr(place, name, counted(getattr(place, name)))


def new_code(folder: Path, call: int) -> None:
    """Make a new code for the vault in `folder`."""
    vault = Vault.open(folder, KEY)
    die_before_step(call)
    rekey(vault, OTHER, keys.wrap(OTHER, "other words", keys.QUICK))
    os._exit(9)


def update(folder: Path, call: int) -> None:
    """Open the vault in `folder` with a program that knows one more step."""

    @schema.steps()
    def m998_more(db: Any) -> None:
        db["more"].create({"id": int}, pk="id")

    die_before_step(call)
    Vault.open(folder, KEY)
    os._exit(9)


def bring_back(folder: Path, call: int) -> None:
    """Restore the backup that lies beside the vault's folder."""
    die_before_step(call)
    restore(folder.parent / "copy.zip", KEY, folder, Clock())
    os._exit(9)


def begin(folder: Path, call: int) -> None:
    """Make the first vault."""
    die_before_step(call)
    Vault.create(folder, KEY, keys.wrap(KEY, "words", keys.QUICK))
    os._exit(9)


def passphrase(folder: Path, call: int) -> None:
    """Change the passphrase."""
    die_before_step(call)
    write_key_file(folder, keys.wrap(KEY, "other words", keys.QUICK))
    os._exit(9)


JOBS = {
    "rekey": new_code,
    "update": update,
    "restore": bring_back,
    "create": begin,
    "passphrase": passphrase,
}


if __name__ == "__main__":
    JOBS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
