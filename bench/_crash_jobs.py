"""What `crash.py` kills besides typing that fills or opens the vault.

Photos come in, copies are brought back, passphrases change, journals are taken in; new codes, open
copies and thinning are in `_crash_copies.py`. A job runs in a process of its own until it is
killed; it says "begin N" and "done N" around each thing it does. The look afterwards says whether
N is there whole or not at all, and whether all that was done before it still is.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

from familysupport.clock import Clock
from familysupport.errors import WrongPassphraseError
from familysupport.journal.bring_in import Format, Found
from familysupport.journal.bring_in_store import BringInStore
from familysupport.journal.files import NewFile
from familysupport.journal.files_store import FilesStore, parts_of
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault import cipher, keys
from familysupport.vault.backup import make_backup, restore
from familysupport.vault.vault import Vault, read_key_file, vault_exists, write_key_file

KEY = bytes(range(32))
IMPORTED = 200
RESTORED = 12  # photos of half a megabyte in each of the two states that are restored


class Left(NamedTuple):
    """What a kill left."""

    well: bool  # old state or new state, nothing between, nothing done lost
    sound: bool


class Kind(NamedTuple):
    """A kind of work: what is done, how it is looked at, the longest seconds before a kill."""

    work: Callable[[Path], None]
    look: Callable[[Path, list[str]], Left]
    longest: float
    prepare: Callable[[Path], None] = lambda _folder: None


def say(line: str) -> None:
    """Tell the parent at once, past every buffer."""
    os.write(1, f"{line}\n".encode())


def content(number: int) -> bytes:
    """Return what file `number` holds: up to 4 MB, the same each time."""
    chance = random.Random(number)
    return chance.randbytes(chance.randint(1, 4_000_000))


def sound(vault: Vault) -> bool:
    """Say whether every page of the file, and every index of words, is sound."""
    for table in vault.db.tables:
        if table.virtual_table_using == "FTS5":
            sql = f'INSERT INTO "{table.name}" ("{table.name}", rank) VALUES (?, 1)'
            vault.db.execute(sql, ["integrity-check"])
    return cipher.is_sound(vault.db.conn)


def told(lines: list[str]) -> tuple[int, int]:
    """Return the last number that was done, and the last that was begun."""
    found = {"begin": 0, "done": 0}
    for line in lines:
        word, _, number = line.partition(" ")
        found[word] = int(number)
    return found["done"], found["begin"]


def states(begun: int) -> tuple[set[int], set[int]]:
    """Return the numbers that may be there: without the one that was begun last, or with it."""
    return {*range(1, begun)}, {*range(1, begun + 1)}


# ------------------------------------------------------------------ photos coming in


def attach(folder: Path) -> None:
    """Let files come in as the window does, part by part, each part kept by itself."""
    vault = Vault.open(folder, KEY)
    store, journal = FilesStore(vault.db, Clock()), JournalStore(vault.db, Clock())
    entry = next(iter(journal.lines(1)), None) or journal.save(Entry(0, Clock().now(), text="x"))
    store.purge_old()
    first = max((int(one.name) for one in store.files(entry.id)), default=0) + 1
    for number in range(first, sys.maxsize):
        say(f"begin {number}")
        new = NewFile(f"{number}", "application/octet-stream", content(number))
        file_id = store.begin(entry.id, new)
        for n, part in enumerate(parts_of(new.data)):
            store.add_part(file_id, n, part)
        store.finish(file_id)
        say(f"done {number}")


def after_attach(folder: Path, lines: list[str]) -> Left:
    """All that is shown is whole, and all that was said to be done is shown."""
    done, begun = told(lines)
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        store = FilesStore(vault.db, Clock())
        kept = {int(one.name): one.id for one in store.all_files()}
        whole = all(
            hashlib.blake2b(b"".join(store.read(file_id))).digest()
            == hashlib.blake2b(content(number)).digest()
            for number, file_id in kept.items()
            if number > begun - 3  # earlier ones were looked at after earlier kills
        )
        there = done <= len(kept) and set(kept) in states(begun)
        store.purge_old()
        while store.sweep():
            pass
        sql = "SELECT count(*) FROM journal_file_parts WHERE file_id NOT IN"
        sql += " (SELECT id FROM journal_files)"
        nothing_left = vault.db.execute(sql).fetchone()[0] == 0
        return Left(whole and there and nothing_left, sound(vault))


# ------------------------------------------------------------------ restores


def make_two_states(folder: Path) -> None:
    """Lay two backups beside the vault, each with photos of its own."""
    for state in ("a", "b"):
        vault = Vault.open(folder, KEY)
        journal, store = JournalStore(vault.db, Clock()), FilesStore(vault.db, Clock())
        for old in journal.lines():
            journal.delete(old.id)
        entry = journal.save(Entry(0, Clock().now(), title=state))
        for number in range(RESTORED):
            data = random.Random(f"{state}{number}").randbytes(500_000)
            store.save(entry.id, NewFile(state, "application/octet-stream", data))
        vault.close()
        copy = make_backup(folder, KEY, folder.parent, Clock(), f"state-{state}")
        copy.rename(folder.parent / f"{state}.zip")


def bring_back(folder: Path) -> None:
    """Restore one state after the other."""
    for number in range(1, sys.maxsize):
        say(f"begin {number}")
        kept = restore(folder.parent / f"{'ab'[number % 2]}.zip", KEY, folder, Clock())
        say(f"done {number}")
        if kept:
            shutil.rmtree(kept)


def after_bring_back(folder: Path, lines: list[str]) -> Left:
    """The vault is in the one state or in the other, whole."""
    done, begun = told(lines)
    expected = {"ab"[number % 2] for number in ([done, begun] if done else [begun])}
    if not done:
        expected |= {"a", "b"}  # what a kill before this one left
    if not vault_exists(folder):
        return Left(False, False)
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        journal, store = JournalStore(vault.db, Clock()), FilesStore(vault.db, Clock())
        (line,) = journal.lines()
        held = [b"".join(store.read(one.id)) for one in store.files(line.id)]
        right = [random.Random(f"{line.title}{n}").randbytes(500_000) for n in range(RESTORED)]
        left = Left(line.title in expected and held == right, sound(vault))
    for old in folder.parent.glob("vault-*"):
        shutil.rmtree(old)
    return left


# ------------------------------------------------------------------ passphrases


def change_words(folder: Path) -> None:
    """Change the passphrase again and again."""
    for number in range(1, sys.maxsize):
        say(f"begin {number}")
        write_key_file(folder, keys.wrap(KEY, f"words {number}", keys.QUICK))
        say(f"done {number}")


def after_change_words(folder: Path, lines: list[str]) -> Left:
    """The last passphrase opens the vault, or the one that was coming."""
    done, begun = told(lines)
    data = read_key_file(folder)
    fits = [number for number in {done, begun} if number and unlocks(data, f"words {number}")]
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        return Left(len(fits) == 1 or done == 0, sound(vault))


def unlocks(data: bytes, words: str) -> bool:
    """Say whether `words` open the key file."""
    try:
        return keys.unwrap(data, words) == KEY
    except WrongPassphraseError:
        return False


# ------------------------------------------------------------------ imports


def bring_in(folder: Path) -> None:
    """Take in some hundred entries at a time, each time in one transaction."""
    vault = Vault.open(folder, KEY)
    store, clock = BringInStore(vault.db, Clock()), Clock()
    first = JournalStore(vault.db, clock).count() // IMPORTED + 1
    for number in range(first, sys.maxsize):
        now = clock.now()
        found = [
            Found(Entry(0, now - timedelta(minutes=n), title=f"{number}", text="word " * 60), "x")
            for n in range(IMPORTED)
        ]
        say(f"begin {number}")
        for _so_far in store.take_in(found, [Format.PAGES]):
            pass
        say(f"done {number}")


def after_bring_in(folder: Path, lines: list[str]) -> Left:
    """Each import is there whole or not at all."""
    done, begun = told(lines)
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        counts: dict[str, int] = {}
        for line in JournalStore(vault.db, Clock()).lines():
            counts[line.title] = counts.get(line.title, 0) + 1
        there = {int(title) for title in counts}
        right = done <= len(there) and there in states(begun)
        return Left(right and set(counts.values()) <= {IMPORTED}, sound(vault))


JOBS: dict[str, Kind] = {
    "attach": Kind(attach, after_attach, 1.2),
    "restore": Kind(bring_back, after_bring_back, 4.0, make_two_states),
    "passphrase": Kind(change_words, after_change_words, 0.4),
    "import": Kind(bring_in, after_bring_in, 2.0),
}
