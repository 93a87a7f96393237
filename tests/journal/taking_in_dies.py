"""Bring a journal in and die, as in a power cut, before the n-th entry is kept or at the end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from familysupport.clock import Clock
from familysupport.journal.bring_in_store import bring_in_whole
from familysupport.journal.store import JournalStore
from familysupport.vault.vault import Vault

DATA = Path(__file__).parents[1] / "data" / "journal" / "jrnl" / "journal.json"

vault = Vault.open(Path(sys.argv[1]), bytes(range(32)))
calls = iter(range(1, 1000))
real = JournalStore.save


def save(self, entry):
    if next(calls) == int(sys.argv[2]):
        os._exit(9)
    return real(self, entry)


JournalStore.save = save
bring_in_whole(vault.db, Clock(), DATA)
os._exit(9)
