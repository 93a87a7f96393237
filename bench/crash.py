"""Kill the program at random moments, again and again, and look whether a word was lost.

`saving`: a writer commits entries and says each number; all that it said must be there.
`typing`: a writer types into the journal's own editor; all but the last two seconds must be there.
After each kill the vault must open, and its pages, tables and search index must agree.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from familysupport.clock import Clock
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.vault import cipher, keys
from familysupport.vault.vault import Vault

KEY = bytes(range(32))
ALLOWED = 2.0  # seconds of typing that a crash may cost
STARTING = 20.0


def save(folder: Path) -> None:
    """Write entries as fast as the disk takes them, each longer with time, and say each number."""
    store = JournalStore(Vault.open(folder, KEY).db, Clock())
    for number in range(store.count() + 1, sys.maxsize):
        entry = store.save(Entry(0, Clock().now(), title=f"{number}"))
        store.save(Entry(entry.id, entry.at, title=f"{number}", text="word " * 200))
        say(f"{number}")


def type_(folder: Path) -> None:
    """Type into the journal's editor, about 20 signs a second, and say when each was typed."""
    from PySide6.QtCore import QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from familysupport.ui.journal.editor import EntryEditor
    from familysupport.ui.kit.writing import PlainEditor

    app = QApplication([])
    editor = EntryEditor(JournalStore(Vault.open(folder, KEY).db, Clock()), Clock())
    text = editor.findChild(PlainEditor)

    def press() -> None:
        QTest.keyClicks(text, "a")
        say(f"{time.monotonic()}")

    timer = QTimer(app, interval=50)
    timer.timeout.connect(press)
    timer.start()
    app.exec()


def say(line: str) -> None:
    """Tell the parent at once, past every buffer."""
    os.write(1, f"{line}\n".encode())


def killed(job: str, folder: Path, chance: random.Random) -> tuple[list[str], float]:
    """Run `job` in another process, kill it at a random moment; return what it said, and when."""
    writer = subprocess.Popen(
        [sys.executable, __file__, "--job", job, "--folder", folder], stdout=subprocess.PIPE
    )
    assert writer.stdout is not None
    first = writer.stdout.readline().decode()  # it is up and has written
    time.sleep(chance.uniform(0.02, 0.4) if job == "save" else chance.uniform(2.2, 4.0))
    at = time.monotonic()
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate(timeout=STARTING)
    return [first.strip(), *rest.decode().split()], at


def opened(folder: Path) -> tuple[list[Entry], bool]:
    """Return the entries that are in the vault, and whether it is sound in every part."""
    vault = Vault.open(folder, KEY)
    with contextlib.closing(vault):
        sound = cipher.is_sound(vault.db.conn)
        for table in vault.db.tables:
            if table.virtual_table_using == "FTS5":
                sql = f'INSERT INTO "{table.name}" ("{table.name}", rank) VALUES (?, 1)'
                vault.db.execute(sql, ["integrity-check"])
        return JournalStore(vault.db, Clock()).entries(), sound


def rounds(job: str, kills: int, chance: random.Random) -> tuple[int, int, int]:
    """Return how many kills lost something, how many left something unsound, what was written."""
    lost = unsound = written = 0
    promised: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "vault"
        Vault.create(folder, KEY, keys.wrap(KEY, "words", keys.QUICK)).close()
        for _ in range(kills):
            said, at = killed(job, folder, chance)
            entries, sound = opened(folder)
            unsound += not sound
            if job == "save":
                promised.update(said)
                written = len(promised)
                lost += not promised <= {entry.title for entry in entries if entry.text}
            else:
                written += len(said)
                must = sum(float(moment) < at - ALLOWED for moment in said)
                kept = len(entries[0].text) if entries else 0
                lost += kept < must
                for entry in entries:
                    _forget(folder, entry)
    return lost, unsound, written


def main() -> int:
    """Do one writer's job, or kill writers and print what came of it."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--kills", type=int, default=100)
    ask.add_argument("--typing", type=int, default=-1, help="kills while typing; as --kills")
    ask.add_argument("--job", choices=("save", "type"))
    ask.add_argument("--folder", type=Path)
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    if told.job:
        (save if told.job == "save" else type_)(told.folder)
        return 0
    bad = 0
    typing = told.kills if told.typing < 0 else told.typing
    for job, kills, what in (("save", told.kills, "entries"), ("type", typing, "signs")):
        lost, unsound, written = rounds(job, kills, random.Random(told.seed))
        bad += lost + unsound
        print(f"{job}: kills {kills}, lost {lost}, unsound {unsound}, {what} {written}", flush=True)
    return 1 if bad else 0


def _forget(folder: Path, entry: Entry) -> None:
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        JournalStore(vault.db, Clock()).delete(entry.id)


if __name__ == "__main__":
    sys.exit(main())
