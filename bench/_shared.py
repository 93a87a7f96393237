"""What the measures share: a line of the table, a fair middle value, invented entries."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.model import Entry, Kind
from familysupport.journal.store import JournalStore
from familysupport.settings import Settings, save_settings
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = bytes(range(32))
PASSPHRASE = "four brown goats whisper"
RARE = "lighthouse"
_WORDS = """called today visit went quiet calm afraid tired hopeful dinner talked brother mother
weekend clinic meeting support group walked garden slept better worse money asked answered said
limit kept phone letter naloxone treatment doctor nurse counselor morning evening night rain sun"""


def row(what: str, measured: str, reach: str = "") -> None:
    """Print one line of the table."""
    print(f"  {what:<56} {measured:>12}   {reach}".rstrip(), flush=True)


def milliseconds(work: Callable[[], object], times: int = 7) -> float:
    """Return the median time of `work`, after one warm run."""
    work()
    spans = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        spans.append((time.perf_counter() - begun) * 1000)
    return statistics.median(spans)


def make_vault(data: Path) -> Vault:
    """Make a vault and the settings of a person who has been welcomed, and return it open."""
    save_settings(data / "settings" / "settings.json", Settings(welcomed=True))
    return Vault.create(data / "vault", KEY, keys.wrap(KEY, PASSPHRASE))


def fill_journal(db: Database, count: int) -> JournalStore:
    """Put `count` invented entries into the journal, an hour apart, the last one now."""
    chance = random.Random(7)
    clock = Clock()
    store = JournalStore(db, clock)
    now = clock.now()
    vocabulary = _WORDS.split()
    with db.atomic():
        for number in range(count):
            words = chance.choices(vocabulary, k=60)
            if number % 5000 == 17:
                words[30] = RARE
            store.save(
                Entry(0, now - timedelta(hours=count - number), Kind.FREE, text=" ".join(words))
            )
    return store
