"""From start to the first painted window, and the memory held, beside a bare Qt window."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from _shared import fill_journal, make_vault, row

WINDOW = Path(__file__).with_name("_window.py")
ENTRIES = 10_000


def once(*arguments: str) -> tuple[float, float]:
    """Return the milliseconds to the first paint and the mebibytes held of one start."""
    begun = time.monotonic()
    answer = subprocess.run(
        [sys.executable, WINDOW, *arguments], capture_output=True, text=True, check=True
    )
    moment, memory = answer.stdout.split()
    return (float(moment) - begun) * 1000, float(memory)


def median(*arguments: str, times: int = 7) -> tuple[float, float]:
    """Return the middle of `times` starts, after one that warms the disk."""
    once(*arguments)
    runs = [once(*arguments) for _ in range(times)]
    return statistics.median(r[0] for r in runs), statistics.median(r[1] for r in runs)


def main() -> None:
    """Measure three windows in the same run."""
    print("Start and memory")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        fill_journal(vault.db, ENTRIES)
        vault.close()
        bare = median("bare")
        locked = median("locked", folder)
        opened = median("open", folder, times=3)
    row("a bare Qt window, painted", f"{bare[0]:.0f} ms")
    row("the program, painted", f"{locked[0]:.0f} ms", f"under {bare[0] * 1.5:.0f} ms (1.5 times)")
    row("memory of a bare Qt window", f"{bare[1]:.0f} MiB")
    row("memory of the program, locked", f"{locked[1]:.0f} MiB")
    row(
        f"memory with the journal open, {ENTRIES:,} entries",
        f"{opened[1]:.0f} MiB",
        f"under {bare[1] + 45:.0f} MiB (45 more)",
    )


main()
