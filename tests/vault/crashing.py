"""Do one job on a vault and die, as in a power cut, before the n-th step that touches the disk."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from familysupport.vault import cipher, disk, keys
from familysupport.vault.vault import Vault, rekey

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


JOBS = {"rekey": new_code}


if __name__ == "__main__":
    JOBS[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
