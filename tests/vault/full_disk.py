"""Fill a small disk around a vault, try to open it, and say what came of it."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from pathlib import Path

from familysupport.errors import FamilySupportError
from familysupport.vault.vault import Vault

KEY = bytes(range(32))
BLOCK = bytes(4096)


def content(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Return what is in a folder, and when each file was last written."""
    return {path.name: (path.stat().st_mtime_ns, path.read_bytes()) for path in folder.iterdir()}


def fill(disk: Path, left: int) -> None:
    """Leave `left` blocks free on the disk."""
    (disk / "kept free").write_bytes(BLOCK * left)
    with contextlib.suppress(OSError), (disk / "films").open("wb", buffering=0) as file:
        while file.write(BLOCK):
            pass
    (disk / "kept free").unlink()


def main(source: Path, disk: Path, left: int) -> None:
    """Bring the vault at `source` to the disk, fill this, open the vault, make room, open again."""
    folder = disk / "vault"
    shutil.copytree(source, folder)
    before = content(folder)
    fill(disk, left)
    try:
        Vault.open(folder, KEY)
    except FamilySupportError as error:
        os.write(1, type(error).__name__.encode() + b" ")
    os.write(1, b"same " if content(folder) == before else b"changed ")
    (disk / "films").unlink()
    vault = Vault.open(folder, KEY)
    os.write(1, next(row["value"] for row in vault.db["meta"].rows).encode())
    vault.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
