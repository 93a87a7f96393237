"""Kill the program at random moments, again and again, and look whether a word was lost.

`save`: a writer commits entries and says each number; all that it said must be there.
`type`: the real program is typed into, a statement or a journal entry; all but the last two seconds
must be there, word for word. `attach`, `restore`, `passphrase`, `import`, `rekey`, `everything` and
`thin`: photos come in, copies are brought back, passphrases change, journals are taken in, new
recovery codes are made, everything goes out as open files, old copies are removed; the old state or
the new one must be there, nothing between. After each kill the vault must open, and its pages,
tables and search index must agree.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import islice, pairwise
from pathlib import Path
from typing import NamedTuple

from _crash_copies import COPY_JOBS
from _crash_jobs import JOBS, say, sound
from _typist import KEY, words

from familysupport.clock import Clock
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.settings import Settings, save_settings
from familysupport.statements.store import StatementStore
from familysupport.vault import keys
from familysupport.vault.vault import Vault

ALL_JOBS = JOBS | COPY_JOBS
ALLOWED = 2.0  # seconds of typing that a crash may cost
STARTING = 60.0
LONGEST = 4.5  # seconds of typing before a kill
STATEMENTS, JOURNAL = 2, 4


class Killed(NamedTuple):
    """What was left after a kill while typing."""

    right: bool  # what is there is what was typed, up to some sign
    sound: bool
    typed: int  # signs
    lost: float  # seconds of typing
    stalled: float  # seconds for which the machine let the typist wait


def save(folder: Path) -> None:
    """Write entries as fast as the disk takes them, each longer with time, and say each number."""
    store = JournalStore(Vault.open(folder, KEY).db, Clock())
    for number in range(store.count() + 1, sys.maxsize):
        entry = store.save(Entry(0, Clock().now(), title=f"{number}"))
        store.save(Entry(entry.id, entry.at, title=f"{number}", text="word " * 200))
        say(f"{number}")


def killed(command: list[str], seconds: float) -> tuple[list[str], float]:
    """Run another process, kill it so long after its first line; return its lines, and when."""
    writer = subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE)
    assert writer.stdout is not None
    first = writer.stdout.readline().decode()  # it is up and has written
    time.sleep(seconds)
    at = time.monotonic()
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate(timeout=STARTING)
    return [first.strip(), *rest.decode().splitlines()], at


def texts(vault: Vault) -> list[str]:
    """Return all that was written into statements and journal."""
    clock = Clock()
    statements = StatementStore(vault.db, clock).statements()
    return [one.text for one in [*statements, *JournalStore(vault.db, clock).entries()]]


def make_data(data: Path) -> Path:
    """Make a data folder of a person who has been welcomed; return its vault's folder."""
    save_settings(data / "settings" / "settings.json", Settings(welcomed=True))
    Vault.create(data / "vault", KEY, keys.wrap(KEY, "words", keys.QUICK)).close()
    return data / "vault"


def kill_while_saving(folder: Path, promised: set[str], seconds: float) -> tuple[bool, bool]:
    """Kill a writer; return whether what it promised is there, and whether the vault is sound."""
    command = [__file__, "--job", "save", "--folder", str(folder)]
    promised.update(killed(command, seconds)[0])
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        entries = JournalStore(vault.db, Clock()).entries()
        return promised <= {entry.title for entry in entries if entry.text}, sound(vault)


def kill_while_typing(folder: Path, mark: str, tab: int, seconds: float) -> Killed:
    """Kill the program while it is typed into, and look what is left."""
    typist = str(Path(__file__).with_name("_typist.py"))
    data = str(folder.parent)
    told, at = killed([typist, "--data", data, "--mark", mark, "--tab", str(tab)], seconds)
    moments = [float(line.split()[1]) for line in told]
    typed = "".join(islice(words(mark), len(moments) + 1))  # a sign may be typed but not yet told
    with contextlib.closing(Vault.open(folder, KEY)) as vault:
        found = [text for text in texts(vault) if text.split(" ")[0] == mark] or [""]
        whole = sound(vault)
    kept = found[0]
    return Killed(
        right=len(found) == 1 and typed.startswith(kept.rstrip()),
        sound=whole,
        typed=len(moments),
        lost=at - moments[len(kept)] if len(kept) < len(moments) else 0.0,
        stalled=max(after - before for before, after in pairwise([*moments, at])),
    )


def rounds(job: str, kills: int, chance: random.Random) -> tuple[int, int, int, float]:
    """Return how many kills lost something, left something unsound; what was written; the worst."""
    lost = unsound = written = 0
    worst = 0.0
    promised: set[str] = set()
    with tempfile.TemporaryDirectory() as place:
        folder = make_data(Path(place))
        for number in range(kills):
            if job == "save":
                well, whole = kill_while_saving(folder, promised, chance.uniform(0.02, 0.4))
                written = len(promised)
            else:
                seconds, tab = chance.uniform(0.1, LONGEST), chance.choice((STATEMENTS, JOURNAL))
                left = kill_while_typing(folder, f"round{number}", tab, seconds)
                well, whole = left.right and left.lost <= ALLOWED, left.sound
                written += left.typed
                worst = max(worst, left.lost)
            lost += not well
            unsound += not whole
    return lost, unsound, written, worst


def others(kills: int, chance: random.Random) -> int:
    """Kill each of the other jobs, `kills` times in all; return how often it went wrong."""
    bad = 0
    for place, (job, kind) in enumerate(ALL_JOBS.items()):
        times = kills // len(ALL_JOBS) + (place < kills % len(ALL_JOBS))
        lost = unsound = done = 0
        with tempfile.TemporaryDirectory() as data:
            folder = make_data(Path(data))
            if times:
                kind.prepare(folder)
            for _ in range(times):
                command = [__file__, "--job", job, "--folder", str(folder)]
                lines, _at = killed(command, chance.uniform(0.0, kind.longest))
                left = kind.look(folder, lines)
                lost += not left.well
                unsound += not left.sound
                done += sum(line.startswith("done") for line in lines)
        print(f"  {job}: kills {times}, lost {lost}, unsound {unsound}, done {done}", flush=True)
        bad += lost + unsound
    return bad


def main() -> int:
    """Do one writer's job, or kill writers and print what came of it."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--kills", type=int, default=100)
    ask.add_argument("--typing", type=int, default=-1, help="kills while typing; as --kills")
    ask.add_argument(
        "--others", type=int, default=-1, help="kills of other jobs; 3.5 times --kills"
    )
    ask.add_argument("--job", choices=("save", *ALL_JOBS))
    ask.add_argument("--folder", type=Path)
    ask.add_argument("--seed", type=int, default=7)
    told = ask.parse_args()
    if told.job:
        job = ALL_JOBS[told.job].work if told.job in ALL_JOBS else save
        job(told.folder)
        return 0
    typing = told.kills if told.typing < 0 else told.typing
    print("Kills at random moments", flush=True)
    bad = others(told.kills * 7 // 2 if told.others < 0 else told.others, random.Random(told.seed))
    for job, kills, what in (("save", told.kills, "entries"), ("type", typing, "signs")):
        lost, unsound, written, worst = rounds(job, kills, random.Random(told.seed))
        bad += lost + unsound
        tail = f", at most {worst:.2f} s of typing gone" if job == "type" else ""
        print(f"  {job}: kills {kills}, lost {lost}, unsound {unsound}, {what} {written}{tail}")
        sys.stdout.flush()
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
