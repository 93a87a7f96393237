"""Unlocking, opening each tab and page, searching in Learn, a new look, and hiding.

The vault holds 10,000 journal entries and five statements of 500 words. A tab's first opening,
which builds it, is told beside the middle of the later ones.
"""

from __future__ import annotations

import gc
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from _shared import KEY, PASSPHRASE, fill_journal, make_vault, milliseconds, row
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.session import open_session
from familysupport.statements.model import Statement
from familysupport.ui.kit.litter import Litter
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS, MainWindow
from familysupport.vault import keys
from familysupport.vault.vault import Vault, read_key_file

TABS = (  # none may be opened on the way to another before its own turn
    ("Prepare", PREPARE),
    ("Statements", STATEMENTS),
    ("Rehearse", REHEARSE),
    ("Journal", JOURNAL),
    ("Learn", LEARN),
)
LESSONS = ("naloxone-at-home", "what-withdrawal-looks-like", "medicines", "return-to-use")
TAB = "under 100 ms"

_LOOK_MS = 1500  # a person looks at a page before going to another
_LETTER = "Dear Daniel, I love you. I saw you asleep in the car.\n\n" * 45


def painted(window: MainWindow, act: Callable[[], object]) -> float:
    """Return the milliseconds of `act`, until the whole window is painted."""
    begun = time.perf_counter()
    act()
    window.repaint()
    span = (time.perf_counter() - begun) * 1000
    QApplication.processEvents()
    return span


def tabs(window: MainWindow) -> None:
    """Open each tab for the first time, then again and again; Learn is there from the start."""
    for name, number in TABS:
        elsewhere = LEARN if number != LEARN else JOURNAL
        painted(window, lambda: window.go_to(elsewhere))  # noqa: B023 - called at once
        QTest.qWait(_LOOK_MS)
        QThreadPool.globalInstance().waitForDone()
        first = painted(window, lambda: window.go_to(number))  # noqa: B023
        spans = []
        for _ in range(7):
            painted(window, lambda: window.go_to(elsewhere))  # noqa: B023
            spans.append(painted(window, lambda: window.go_to(number)))  # noqa: B023
        again = statistics.median(spans)
        row(f"opening {name}, first / again", f"{first:.0f} / {again:.0f} ms", TAB)


def learn(window: MainWindow) -> None:
    """Open lessons, and search in them."""
    painted(window, lambda: window.go_to(LEARN))
    tab = window.rooms.learn
    spans = [painted(window, lambda: tab.show_lesson(LESSONS[0]))]
    spans += [painted(window, lambda one=one: tab.show_lesson(one)) for one in LESSONS * 2]
    again = statistics.median(spans[1:])
    row("opening a lesson, first / again", f"{spans[0]:.0f} / {again:.0f} ms", TAB)
    field = next(one for one in tab.findChildren(QLineEdit) if "earch" in one.accessibleName())
    field.setFocus()
    keys_ = [painted(window, lambda sign=sign: QTest.keyClicks(field, sign)) for sign in "naloxone"]
    row(
        "a key in Learn's search, first / the slowest later",
        f"{keys_[0]:.0f} / {max(keys_[1:]):.0f} ms",
    )
    field.clear()


def emergency(window: MainWindow) -> None:
    """Open Emergency by its key, as it opens from everywhere."""
    spans = []
    for _ in range(6):
        spans.append(painted(window, lambda: QTest.keyClick(window, Qt.Key.Key_F12)))
        painted(window, lambda: QTest.keyClick(window.rooms.emergency, Qt.Key.Key_Escape))
    again = statistics.median(spans[1:])
    row("opening Emergency, first / again", f"{spans[0]:.0f} / {again:.0f} ms", TAB)


def looks(house: House) -> None:
    """Change theme and text size while the journal and a long statement list are open."""
    for name, number in (("Journal", JOURNAL), ("Statements", STATEMENTS), ("Learn", LEARN)):
        house.window.go_to(number)
        spans = [
            painted(house.window, lambda look=look: house.choices.change(**look))
            for look in (
                {"theme": "dark"},
                {"text_size": 150},
                {"theme": "light"},
                {"text_size": 100},
            )
        ]
        row(f"another theme or text size, {name} in front", f"{statistics.median(spans):.0f} ms")


def main() -> None:
    """Use the real window over a full vault."""
    print("Rooms")
    with tempfile.TemporaryDirectory() as folder:
        vault = make_vault(Path(folder))
        fill_journal(vault.db, 10_000)
        store = open_session(vault.db, Clock()).statements
        for author in ("Mum", "Dad", "Rosa", "Ben", "Ann"):
            store.save(Statement(author=author, addressee="Daniel", text=_LETTER))
        vault.close()
        paths = find_paths(Path(folder))
        wrapped = read_key_file(paths.vault)
        span = milliseconds(lambda: keys.unwrap(wrapped, PASSPHRASE), times=3)
        row("the passphrase (slow on purpose, beside the window)", f"{span:.0f} ms")
        house = House(make_application(), paths, Clock())
        house.window.show()
        house.window.begin()
        gc.collect()  # as the program does once its first page stands
        gc.freeze()
        Litter(house.window).begin()
        QApplication.processEvents()
        emergency(house.window)
        span = painted(house.window, lambda: house.window.unlock(Vault.open(paths.vault, KEY)))
        row("unlocking: the vault opened, the page there", f"{span:.0f} ms")
        tabs(house.window)
        learn(house.window)
        looks(house)
        span = painted(house.window, house.window.hide_now)
        row("hiding: saved, locked, put away", f"{span:.0f} ms", "under 300 ms")
        house.window.close()
        QThreadPool.globalInstance().waitForDone()


main()
