"""Finding words in 10,000 and in 100,000 journal entries, in an encrypted file on the disk."""

from __future__ import annotations

import tempfile
from pathlib import Path

from _shared import RARE, fill_journal, make_vault, milliseconds, row

from familysupport.journal.store import JournalStore

SEARCHES = (
    ("a rare word", RARE),
    ("a word in most entries", "walked "),
    ("the same, still being typed", "walked"),
    ("two words", "walked garden "),
    ("the beginning of a word", "nal"),
)


def measure(store: JournalStore, count: int) -> None:
    """Time each kind of search, newest hits first."""
    for name, words in SEARCHES:
        span = milliseconds(lambda: store.search(words))  # noqa: B023 - called at once
        row(f"{name}, {count:,} entries", f"{span:.1f} ms", "under 50 ms")
    span = milliseconds(lambda: store.lines(limit=200))
    row(f"the first 200 lines of the list, {count:,} entries", f"{span:.1f} ms")


def main() -> None:
    """Fill two vaults and search them."""
    print("Search")
    for count in (10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            vault = make_vault(Path(folder))
            measure(fill_journal(vault.db, count), count)
            vault.close()


main()
