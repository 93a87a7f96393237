"""What `crash.py` kills besides typing that makes codes and copies: `_crash_jobs.py` says how.

`rekey` makes one new recovery code after another; `everything` writes all as open files; `thin`
makes copies and removes the old ones.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from _crash_jobs import KEY, Kind, Left, content, say, sound, told

from familysupport.clock import Clock
from familysupport.errors import FamilySupportError
from familysupport.journal.files import NewFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault import disk, keys
from familysupport.vault.backup import key_of_backup, list_backups, look_into, make_backup, thin
from familysupport.vault.everything import save_everything
from familysupport.vault.vault import Vault, read_key_file, rekey

PHOTO = 3  # the number of the file that `content` makes
KEPT = 10
_TEXT = "Dear one, this stays word for word. " * 20


def fill(folder: Path) -> None:
    """Put some hundred entries and a photo into the vault, and one copy of it beside."""
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        clock = Clock()
        journal = JournalStore(vault.db, clock)
        with vault.db.atomic():
            kept = [journal.save(Entry(0, clock.now(), text=_TEXT)) for _ in range(300)]
        new = NewFile("photo", "application/octet-stream", content(PHOTO))
        FilesStore(vault.db, clock).save(kept[0].id, new)
    make_backup(folder, KEY, _copies(folder), Clock())


def is_whole(vault: Vault) -> bool:
    """Say whether all that `fill` wrote is there, word for word and dot for dot."""
    journal, store = JournalStore(vault.db, Clock()), FilesStore(vault.db, Clock())
    texts = [one.text for one in journal.entries()]
    photos = [b"".join(store.read(one.id)) for one in store.all_files()]
    return texts == [_TEXT] * 300 and photos == [content(PHOTO)]


# ------------------------------------------------------------------ new recovery codes


def key_number(number: int) -> bytes:
    """Return the key that stands behind the recovery code `number`; the first vault has 0."""
    return hashlib.blake2b(b"%d" % number, digest_size=32).digest() if number else KEY


def words_for(number: int) -> str:
    """Return the passphrase that goes with the code `number`."""
    return f"words {number}" if number else "words"


def number_now(folder: Path, up_to: int) -> int:
    """Return which code the key file belongs to; raises StopIteration where it is none of them."""
    data = read_key_file(folder)
    return next(n for n in reversed(range(up_to + 1)) if keys.fits(data, key_number(n)))


def make_new_codes(folder: Path) -> None:
    """Encrypt everything anew under one new code after another; the passphrase goes with it."""
    number = number_now(folder, 10_000)
    vault = Vault.open(folder, key_number(number))
    for coming in range(number + 1, sys.maxsize):
        key = key_number(coming)
        say(f"begin {coming}")
        rekey(vault, key, keys.wrap(key, words_for(coming), keys.QUICK))
        say(f"done {coming}")


def after_new_codes(folder: Path, lines: list[str]) -> Left:
    """The last code opens the vault, or the one that was coming; no third, and never both."""
    done, begun = told(lines)
    number = number_now(folder, begun)
    key = keys.key_from_code(keys.code_for(key_number(number)))
    right = number in {done or begun - 1, begun}
    right = right and keys.unwrap(read_key_file(folder), words_for(number)) == key
    with contextlib.closing(Vault.open(folder, key)) as vault:
        left = Left(right and is_whole(vault), sound(vault))
    other = begun - 1 if number == begun else begun
    names = {path.name for path in folder.iterdir()}
    alone = names == {"vault.db", "vault.key"}
    return Left(
        left.well and alone and not _lets_in(folder, other) and _copies_open(folder), left.sound
    )


def _lets_in(folder: Path, number: int) -> bool:
    with contextlib.suppress(FamilySupportError):
        Vault.open(folder, key_number(number)).close()
        return True
    return False


def _copies_open(folder: Path) -> bool:
    """Say whether the copies made before still open with their own code and passphrase."""
    copies = list_backups(_copies(folder))
    with contextlib.suppress(FamilySupportError):
        held = [look_into(copy, KEY).counts["journal_entries"] for copy in copies]
        words = {key_of_backup(copy, "words") for copy in copies}
        return held == [300] * len(copies) and words == {KEY}
    return False


# ------------------------------------------------------------------ everything as open files


def export(folder: Path) -> None:
    """Write everything as open files, again and again over the same name."""
    for number in range(1, sys.maxsize):
        say(f"begin {number}")
        save_everything(folder, KEY, _open_files(folder) / "everything.zip")
        say(f"done {number}")


def after_export(folder: Path, lines: list[str]) -> Left:
    """What stands there is whole, nothing half written is beside it, and the vault is as it was."""
    done, _begun = told(lines)
    names = {path.name for path in _open_files(folder).iterdir()}
    if not disk.has_nameless_files(_open_files(folder)):
        names.discard(".everything.zip.part")  # it cannot be helped there, and is said
    right = names <= {"everything.zip"} and (bool(names) or not done)
    if names:
        with zipfile.ZipFile(_open_files(folder) / "everything.zip") as packed:
            right = right and packed.testzip() is None
            right = right and packed.read("words.md").decode().count(_TEXT.strip()) == 300
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        return Left(right and is_whole(vault), sound(vault))


def begin_export(folder: Path) -> None:
    """Fill the vault, and make the folder that the open files go to."""
    fill(folder)
    _open_files(folder).mkdir()


# ------------------------------------------------------------------ copies made and thinned


class _Later(Clock):
    """Moves on by a day with each copy, so that old ones have to go."""

    def __init__(self, days: int) -> None:
        self._now = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=days)

    def now(self) -> datetime:
        self._now += timedelta(days=1)
        return self._now


def thin_out(folder: Path) -> None:
    """Make a copy a day and remove what is too many, without end."""
    copies = _copies(folder)
    newest = list_backups(copies)[0].stem if list_backups(copies) else ""
    days = int(newest.partition("_")[2].partition("-")[0] or 0)
    clock = _Later(days)
    for number in range(days + 1, sys.maxsize):
        say(f"begin {number}")
        make_backup(folder, KEY, copies, clock, f"day_{number}")
        thin(copies)
        say(f"done {number}")


def after_thin_out(folder: Path, lines: list[str]) -> Left:
    """Every copy opens, and all that were done and count are kept, with one more at most."""
    done, begun = told(lines)
    kept = list_backups(_copies(folder))
    numbers = [int(one.stem.partition("_")[2].partition("-")[0]) for one in kept]
    newest = [one for one in numbers if one <= (done or begun - 1)][:KEPT]
    wanted = list(range(done or begun - 1, 0, -1))[:KEPT]
    right = newest == wanted and numbers[:1] in ([begun], [begun - 1], [])
    half = list(_copies(folder).glob(".*")) if _copies(folder).exists() else []
    too_young = [path for path in half if not path.name.endswith(".zip.part")]
    for path in half:
        path.unlink()
    opens = all(look_into(one, KEY).counts["journal_entries"] == 300 for one in kept[: KEPT + 1])
    for old in folder.parent.glob(".work-*"):
        for path in [*old.iterdir(), old]:
            path.rmdir() if path.is_dir() else path.unlink()
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        return Left(right and opens and not too_young and is_whole(vault), sound(vault))


def fill_alone(folder: Path) -> None:
    """Fill the vault, with no copy beside."""
    fill(folder)
    for copy in list_backups(_copies(folder)):
        copy.unlink()


def _copies(folder: Path) -> Path:
    return folder.parent / "backups"


def _open_files(folder: Path) -> Path:
    return folder.parent / "out"


COPY_JOBS: dict[str, Kind] = {
    "rekey": Kind(make_new_codes, after_new_codes, 0.8, fill),
    "everything": Kind(export, after_export, 0.6, begin_export),
    "thin": Kind(thin_out, after_thin_out, 0.8, fill_alone),
}
