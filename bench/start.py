"""From start to the first painted window, and the memory held, beside a bare Qt window.

The two are started in turn, several times. The least is told first: it is what the machine can do
when nothing else wants it; the middle shows what it did this time. Where the disk's memory of files
can be emptied (as root), cold starts are told too.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from _shared import fill_journal, make_vault, row

WINDOW = Path(__file__).with_name("_window.py")
CACHES = Path("/proc/sys/vm/drop_caches")
ENTRIES = 10_000
TIMES = 9


def once(*arguments: str) -> tuple[list[float], float]:
    """Return the milliseconds to each moment told, and the mebibytes held, of one start."""
    begun = time.monotonic()
    answer = subprocess.run(
        [sys.executable, WINDOW, *arguments], capture_output=True, text=True, check=True
    )
    *moments, memory = map(float, answer.stdout.split())
    return [(moment - begun) * 1000 for moment in moments], memory


def in_turn(folder: str, times: int, before: Callable[[], object]) -> list[list[float]]:
    """Start both in turn; return the times of the bare window, of ours, and of its first page."""
    found: list[list[float]] = [[], [], []]
    for _ in range(times):
        before()
        found[0].append(once("bare")[0][0])
        before()
        window, page = once("locked", folder)[0]
        found[1].append(window)
        found[2].append(page)
    return found


def tell(kind: str, found: list[list[float]]) -> None:
    """Print the least and the middle of each."""
    bare, ours, page = ((min(one), statistics.median(one)) for one in found)
    row(f"a bare Qt window, painted, {kind}", f"{bare[0]:.0f} / {bare[1]:.0f} ms")
    reach = f"1.5 times is {bare[0] * 1.5:.0f} / {bare[1] * 1.5:.0f} ms"
    row(f"our window, painted, {kind}", f"{ours[0]:.0f} / {ours[1]:.0f} ms", reach)
    row(f"its first page there, {kind}", f"{page[0]:.0f} / {page[1]:.0f} ms")


def drop_caches() -> None:
    """Let the system forget every file it holds in memory."""
    os.sync()
    CACHES.write_text("3", encoding="ascii")


def main() -> None:
    """Measure start and memory in the same run."""
    print(f"Start and memory (least / middle of {TIMES})")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        fill_journal(vault.db, ENTRIES)
        vault.close()
        once("bare")
        once("open", folder)  # the first unlock of a day also makes a safe copy
        tell("warm", in_turn(folder, TIMES, lambda: None))
        with suppress(OSError):
            drop_caches()
            tell("cold", in_turn(folder, 3, drop_caches))
        bare = once("bare")[1]
        row("memory of a bare Qt window", f"{bare:.0f} MiB")
        for mode, what in (
            ("locked", "of the program, locked"),
            ("open", f"with the journal open, {ENTRIES:,} entries"),
            ("all", "after every tab was opened"),
        ):
            held = once(mode, folder)[1]
            reach = "45 MiB more at most" if mode == "open" else ""
            row(
                f"memory {what}", f"{held:.0f} MiB", f"{held - bare:.0f} more; {reach}".rstrip("; ")
            )


main()
