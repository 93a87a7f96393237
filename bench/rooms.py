"""Unlocking, opening each tab and hiding, with 10,000 journal entries."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from _shared import KEY, PASSPHRASE, fill_journal, make_vault, milliseconds, row

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS, MainWindow
from familysupport.vault import keys
from familysupport.vault.vault import Vault, read_key_file

TABS = (
    ("Learn", LEARN),
    ("Prepare", PREPARE),
    ("Statements", STATEMENTS),
    ("Rehearse", REHEARSE),
    ("Journal", JOURNAL),
)


def open_tab(window: MainWindow, number: int) -> float:
    """Go elsewhere, then to the tab; return the milliseconds until it is painted."""
    window.go_to(LEARN if number != LEARN else PREPARE)
    window.repaint()
    begun = time.perf_counter()
    window.go_to(number)
    window.repaint()
    return (time.perf_counter() - begun) * 1000


def main() -> None:
    """Use the real window over a full vault."""
    print("Rooms")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        fill_journal(vault.db, 10_000)
        vault.close()
        paths = find_paths(Path(folder))
        wrapped = read_key_file(paths.vault)
        span = milliseconds(lambda: keys.unwrap(wrapped, PASSPHRASE), times=3)
        row("the passphrase (slow on purpose, beside the window)", f"{span:.0f} ms")
        app = make_application()
        house = House(app, paths, Clock())
        house.window.show()
        begun = time.perf_counter()
        house.window.unlock(Vault.open(paths.vault, KEY))
        house.window.repaint()
        row(
            "opening the vault and building its tabs",
            f"{(time.perf_counter() - begun) * 1e3:.0f} ms",
        )
        for name, number in TABS:
            open_tab(house.window, number)
            span = sorted(open_tab(house.window, number) for _ in range(7))[3]
            row(f"opening {name}", f"{span:.0f} ms", "under 100 ms")
        begun = time.perf_counter()
        house.window.hide_now()
        row(
            "hiding: saved, locked, put away",
            f"{(time.perf_counter() - begun) * 1e3:.0f} ms",
            "under 300 ms",
        )
        house.window.close()


main()
