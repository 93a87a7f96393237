"""An encrypted database with every table, made once a process and copied: the steps take long."""

from __future__ import annotations

import atexit
import contextlib
import functools
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlite_utils import Database

from familysupport.vault import cipher, schema

KEY = bytes(range(32))


@functools.cache
def _made() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="tables-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    with Database(cipher.connect(folder / "made.db", KEY)) as database:
        schema.migrate(database)
        cipher.checkpoint(database.conn)
    return folder / "made.db"


def fresh_tables() -> Database:
    """Return an empty database in memory, under `KEY`, as the steps leave it."""
    database = Database(cipher.connect(":memory:", KEY))
    database.conn.execute("ATTACH DATABASE ? AS made KEY ?", [str(_made()), f"x'{KEY.hex()}'"])
    database.conn.execute("SELECT sqlcipher_export('main', 'made')").fetchall()
    database.conn.execute("DETACH DATABASE made")
    return database


@contextlib.contextmanager
def tables_on_disk() -> Iterator[Database]:
    """Give such a database in a file that is gone afterwards: it is there twenty times sooner."""
    with tempfile.TemporaryDirectory(prefix="tables-") as folder:
        path = Path(shutil.copy(_made(), folder))
        with Database(cipher.connect(path, KEY)) as database:
            database.conn.execute("PRAGMA synchronous = OFF").fetchall()
            yield database
