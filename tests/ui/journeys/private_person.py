"""Uses the program in a home of its own, as a person would who writes something private.

What is private comes as the first word, where to export it as the second; with a third, the
program is left standing with everything open, to be killed. Run by the search for traces, so that
everything left behind lies in that home: Qt's own files too.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from belongings import fill
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from familysupport import log
from familysupport.app import House, keep_to_oneself, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.ui.kit.files import FileDialog
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = bytes(range(32))
CONTROL = Qt.KeyboardModifier.ControlModifier


def press(within: QWidget, name: str) -> None:
    for one in within.findChildren(QPushButton):
        if one.isVisible() and one.text().replace("&", "") == name:
            one.click()
            return
    raise LookupError(name)


def field(within: QWidget) -> QPlainTextEdit:
    fields = within.findChildren(QPlainTextEdit)
    return next(one for one in fields if one.isVisible() and not one.isReadOnly())


def search(within: QWidget) -> QLineEdit:
    lines = within.findChildren(QLineEdit)
    return next(one for one in lines if one.isVisible() and "earch" in one.accessibleName())


def then(act: Callable[[], None]) -> None:
    """Do `act` once the dialog that the next line opens stands."""
    QTimer.singleShot(0, act)


def export(target: Path) -> None:
    """In the preview: save as PDF through the program's own file dialog."""
    preview = QApplication.activeModalWidget()
    assert preview is not None

    def name_it() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FileDialog)
        dialog.setDirectory(str(target.parent))
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        line.selectAll()
        QTest.keyClicks(line, target.name)
        QTest.keyClick(line, Qt.Key.Key_Return)

    then(name_it)
    press(preview, "Save as PDF…")
    preview.close()


def write(house: House, mark: str, target: Path) -> None:
    """Type, search, copy, preview and export."""
    window = house.window
    window.go_to(STATEMENTS)
    press(window, "Write the first statement")
    QTest.keyClicks(field(window), f"Dear one, {mark}.")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(field(window), key, CONTROL)
    then(lambda: export(target))
    press(window, "Print…")
    window.go_to(JOURNAL)
    press(window, "Write the first entry")
    QTest.keyClicks(field(window), f"I thought of {mark} today.")
    QTest.keyClicks(search(window.rooms.private[JOURNAL]), mark)
    window.go_to(LEARN)
    QTest.keyClicks(search(window.rooms.learn), mark)
    assert window.session is not None
    fill(window.session, Clock(), mark)
    for tab in (PREPARE, REHEARSE, STATEMENTS, JOURNAL):  # all of it is shown, too
        window.go_to(tab)
        QApplication.processEvents()


def main() -> None:
    mark, target = sys.argv[1], Path(sys.argv[2])
    keep_to_oneself()
    app = make_application()
    paths = find_paths()
    log.start_log(paths.log)
    Vault.create(paths.vault, KEY, keys.wrap(KEY, "words", keys.QUICK)).close()
    house = House(app, paths, Clock())
    sys.excepthook = house.tell_unexpected
    house.window.show()
    house.window.begin()
    house.window.unlock(Vault.open(paths.vault, KEY))
    write(house, mark, target)
    if len(sys.argv) > 3:
        os.write(1, b"written\n")
        app.exec()
    house.window.hide_now()
    assert mark not in app.clipboard().text()
    try:
        raise ValueError(mark)
    except ValueError as error:
        log.note_crash(ValueError, error.__traceback__)
    QThreadPool.globalInstance().waitForDone()
    house.window.close()


main()
