"""Types into the real program without end, and says how many signs were typed, and when.

The parent that started it kills it at some moment; `bench/crash.py` says what must be left.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.ui.main_window import JOURNAL, LEARN, STATEMENTS
from familysupport.vault.vault import Vault

KEY = bytes(range(32))
NEW = {
    STATEMENTS: ("Write the first statement", "New statement"),
    JOURNAL: ("Write the first entry", "Write today’s entry"),
}


def words(mark: str) -> Iterator[str]:
    """Yield the signs that round `mark` types: the mark, then 1 2 3 and so on."""
    yield from f"{mark} "
    for number in count(1):
        yield from f"{number} "


class Typist:
    """Opens a new statement or journal entry and types as fast as a good typist."""

    def __init__(self, window: QWidget, mark: str, tab: int) -> None:
        self._window = window
        self._words = words(mark)
        self._tab = tab
        self._typed = 0
        self._chance = random.Random(mark)
        window.go_to(tab)
        self._press(NEW[tab])
        self._press_next()

    def _press(self, names: tuple[str, ...]) -> None:
        for one in self._window.findChildren(QPushButton):
            if one.isVisible() and one.text() in names:
                one.click()
                return
        raise LookupError(names)

    def _field(self) -> QPlainTextEdit:
        fields = self._window.findChildren(QPlainTextEdit)
        return next(one for one in fields if one.isVisible() and not one.isReadOnly())

    def _press_next(self) -> None:
        QTest.keyClicks(self._field(), next(self._words))
        self._typed += 1
        os.write(1, f"{self._typed} {time.monotonic()}\n".encode())
        if self._chance.random() < 0.01:  # look something up, and come back
            self._window.go_to(LEARN)
            self._window.go_to(self._tab)
        QTimer.singleShot(self._chance.randrange(15, 90), self._press_next)


def main() -> None:
    """Start the program over the vault that is there, unlocked, and type."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--data", type=Path)
    ask.add_argument("--mark")
    ask.add_argument("--tab", type=int)
    told = ask.parse_args()
    app = make_application()
    paths = find_paths(told.data)
    house = House(app, paths, Clock())
    house.window.show()
    house.window.begin()
    house.window.unlock(Vault.open(paths.vault, KEY))
    _typist = Typist(house.window, told.mark, told.tab)
    QApplication.exec()


if __name__ == "__main__":
    main()
