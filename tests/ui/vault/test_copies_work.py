"""Slow work about copies can be ended, by the person and by the lock, and leaves nothing behind."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from familysupport.app import House
from familysupport.errors import DiskFullError
from familysupport.journal.bring_in_reading import read_journal
from familysupport.progress import Watcher
from familysupport.ui.journal import bring_in_steps
from familysupport.ui.journal.bring_in_steps import StepsDialog, carry_out
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.vault import copies as copies_room
from familysupport.ui.vault.copies_work import WorkDialog, do_work
from familysupport.vault.vault import Vault

KEY = bytes(range(1, 33))
DATA = Path(__file__).parents[2] / "data" / "journal"


@pytest.fixture
def opened(house: House, kept: Path) -> House:
    house.window.unlock(Vault.open(kept, KEY))
    assert QThreadPool.globalInstance().waitForDone(60_000)
    QApplication.processEvents()
    return house


def _later(act: Callable[[QWidget], None], kind: type[QDialog]) -> None:
    def go() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        act(dialog)

    QTimer.singleShot(0, go)


def _until_ended(started: threading.Event) -> Callable[[Watcher], None]:
    """Work that goes on until it is ended."""

    def work(watcher: Watcher) -> None:
        started.set()
        while True:
            watcher.tell(0.5)
            threading.Event().wait(0.01)

    return work


def test_cancel_ends_the_work_and_escape_does_not(dressed: Any, qtbot: Any) -> None:
    window, started = QWidget(), threading.Event()
    qtbot.addWidget(window)
    window.show()

    def end(dialog: QWidget) -> None:
        assert started.wait(20)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert dialog.isVisible()
        (cancel,) = (one for one in dialog.findChildren(QPushButton) if one.text() == "Cancel")
        QTest.mouseClick(cancel, Qt.MouseButton.LeftButton)

    _later(end, WorkDialog)
    assert do_work("Name", "What", _until_ended(started), window) == (False, None)


def test_work_that_ends_well_or_badly_says_so(dressed: Any, qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert do_work("Name", "What", lambda _watcher: 7, window) == (True, 7)

    def full(_watcher: Watcher) -> None:
        raise DiskFullError(Path("x"))

    with pytest.raises(DiskFullError):
        do_work("Name", "What", full, window)


def test_the_lock_ends_everything_as_open_files(
    opened: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, started = tmp_path / "everything.zip", threading.Event()
    work = _until_ended(started)
    monkeypatch.setattr(copies_room, "ask_where_to_save", lambda *_args: target)
    monkeypatch.setattr(copies_room, "save_everything", lambda *args: work(args[-1]))

    def lock(_dialog: QWidget) -> None:
        assert started.wait(20)
        opened.window.lock()

    _later(lock, WorkDialog)
    opened.commands.export()
    assert opened.window.session is None
    assert not target.exists()


def test_the_lock_in_the_middle_of_taking_in_leaves_the_journal_as_it_was(
    opened: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = opened.window.session
    assert session is not None
    opened.window.go_to(JOURNAL)
    reading = read_journal(DATA / "rednotebook")
    steps = session.bring_in.take_in(reading.found, reading.formats)
    assert next(steps) == 7
    monkeypatch.setattr(bring_in_steps, "AT_ONCE", 0)
    monkeypatch.setattr(StepsDialog, "_go_on", lambda _self: None)
    _later(lambda _dialog: opened.window.lock(), StepsDialog)
    assert carry_out("Name", steps, 7, opened.context.clock, opened.window) is None
    assert opened.window.session is None
    assert QThreadPool.globalInstance().waitForDone(60_000)
    vault = Vault.open(kept, KEY)
    assert vault.db["journal_entries"].count == 0
    assert vault.db["journal_imports"].count == 0
    vault.close()
