"""Finding words in 10,000 and in 100,000 journal entries, in an encrypted file on the disk."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from _shared import RARE, fill_journal, make_vault, milliseconds, row

from familysupport.clock import Clock
from familysupport.journal.calendar import month_weeks
from familysupport.journal.finding_store import FindingStore
from familysupport.journal.store import JournalStore

SEARCHES = (
    ("a rare word", RARE),
    ("a word in most entries", "walked "),
    ("the same, still being typed", "walked"),
    ("two words", "walked garden "),
    ("the beginning of a word", "nal"),
    ("a word in most entries, up to a day long ago", "walked to:{long_ago}"),
    ("all entries up to a day long ago", "to:{long_ago}"),
    ("a kind that no entry has", "kind:milestone"),
    ("a word in most entries and a kind that none has", "walked kind:milestone"),
    ("a tag that no entry has", "tag:nobody"),
)


def measure(store: JournalStore, count: int) -> None:
    """Time each kind of search, newest hits first."""
    long_ago = Clock().today() - timedelta(hours=count * 3 // 4)
    for name, words in SEARCHES:
        typed = words.format(long_ago=long_ago)
        span = milliseconds(lambda: store.search(typed))  # noqa: B023 - called at once
        row(f"{name}, {count:,} entries", f"{span:.1f} ms", "under 50 ms")
    span = milliseconds(lambda: store.lines(limit=200))
    row(f"the first 200 lines of the list, {count:,} entries", f"{span:.1f} ms")


def measure_days(finding: FindingStore, count: int) -> None:
    """Time what the calendar, the maps and the menu of months ask."""
    today = Clock().today()
    back = today - timedelta(hours=count // 2)
    month = month_weeks(back.year, back.month, 0)
    first, last = month[0][0] or back, month[-1][-1] or back
    for name, work in (
        ("a month of the calendar", lambda: finding.told(first, last)),
        ("the entries of one day", lambda: finding.lines_of(back, back, 50)),
        ("the last sixteen weeks", lambda: finding.told(today - timedelta(weeks=16), today)),
        ("the last year, day by day", lambda: finding.told(today - timedelta(days=366), today)),
        ("the menu of months", finding.months),
        ("on this day", finding.memories),
    ):
        row(f"{name}, {count:,} entries", f"{milliseconds(work):.1f} ms", "under 50 ms")


def main() -> None:
    """Fill two vaults and search them."""
    print("Search")
    for count in (10_000, 100_000):
        with tempfile.TemporaryDirectory() as folder:
            vault = make_vault(Path(folder))
            measure(fill_journal(vault.db, count), count)
            measure_days(FindingStore(vault.db, Clock()), count)
            vault.close()


main()
