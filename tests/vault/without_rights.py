"""Open a vault as a user who may not write it, and say which error came of it."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from familysupport.errors import FamilySupportError
from familysupport.vault.vault import Vault, write_key_file

KEY = bytes(range(32))
NOBODY = 65534


def give_up_rights() -> None:
    """Become a user whom the disk may refuse; root is refused nothing."""
    if os.geteuid() == 0:
        os.setgid(NOBODY)
        os.setuid(NOBODY)


def main(folder: Path, which: str) -> None:
    """Copy the vault to a place this user can reach but not write, and try."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        copy = Path(place) / "vault"
        copy.mkdir()
        for path in folder.iterdir():
            (copy / path.name).write_bytes(path.read_bytes())
            (copy / path.name).chmod(0o444 if which == "file" else 0o666)
        copy.chmod(0o777 if which == "file" else 0o555)
        if hasattr(os, "fork"):
            number = os.fork()
            if number == 0:
                give_up_rights()
                os._exit(attempt(copy, which))
            os.waitpid(number, 0)
        else:
            attempt(copy, which)
        copy.chmod(0o755)


def attempt(folder: Path, which: str) -> int:
    """Do what needs the right to write, and say how it was refused."""
    try:
        if which == "inside":
            write_key_file(folder, b"new")
        else:
            Vault.open(folder, KEY)
    except FamilySupportError as error:
        os.write(1, type(error).__name__.encode())
    return 0


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
