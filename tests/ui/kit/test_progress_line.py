"""Slow work in sight, and a way to end it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget

from familysupport.errors import DiskFullError, EndedError
from familysupport.progress import Watcher
from familysupport.ui.kit.progress import ProgressLine


@pytest.fixture
def line(dressed: Any, qtbot: Any) -> Iterator[ProgressLine]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ProgressLine(window)
    window.show()
    yield made
    QThreadPool.globalInstance().waitForDone()


def test_work_is_shown_while_it_is_done_and_its_result_handed_on(
    line: ProgressLine, qtbot: Any
) -> None:
    go_on = threading.Event()
    results: list[object] = []

    def work(watcher: Watcher) -> str:
        watcher.tell(0.4)
        assert go_on.wait(20)
        return "made"

    assert not line.busy
    line.run("Copying…", work, results.append, results.append)
    bar = line.findChild(QProgressBar)
    qtbot.waitUntil(lambda: bar.value() == 40, timeout=20_000)
    assert line.busy
    assert "40 %" in [one.text() for one in line.findChildren(QLabel)]
    assert bar.accessibleName() == "Copying…"
    go_on.set()
    qtbot.waitUntil(lambda: results == ["made"], timeout=20_000)
    assert not line.busy


def test_cancel_ends_the_work_and_nothing_else_follows(line: ProgressLine, qtbot: Any) -> None:
    started = threading.Event()
    results: list[object] = []

    def work(watcher: Watcher) -> None:
        started.set()
        while True:
            watcher.tell(0.1)

    line.run("Copying…", work, results.append, results.append)
    assert started.wait(20)
    with qtbot.waitSignal(line.ended, timeout=20_000):
        qtbot.keyClick(line.findChild(QPushButton), Qt.Key.Key_Space)
    assert results == []
    assert not line.busy


def test_what_stands_in_the_way_is_handed_on(line: ProgressLine, qtbot: Any, tmp_path: Any) -> None:
    results: list[object] = []

    def work(_watcher: Watcher) -> None:
        raise DiskFullError(tmp_path)

    line.run("Copying…", work, lambda _made: None, results.append)
    qtbot.waitUntil(lambda: bool(results), timeout=20_000)
    assert isinstance(results[0], DiskFullError)


def test_taking_the_line_away_ends_its_work(line: ProgressLine) -> None:
    started = threading.Event()
    told: list[Exception] = []

    def work(watcher: Watcher) -> None:
        started.set()
        try:
            while True:
                watcher.tell(0.1)
        except EndedError as error:
            told.append(error)

    line.run("Copying…", work, lambda _made: None, lambda _error: None)
    assert started.wait(20)
    line.deleteLater()
    QCoreApplication.sendPostedEvents(line, QEvent.Type.DeferredDelete)
    QThreadPool.globalInstance().waitForDone()
    assert told


def test_a_piece_of_the_work_counts_as_its_part_of_the_whole() -> None:
    told: list[float] = []
    piece = Watcher(told.append).part(0.5, 1.0).part(0.0, 0.5)
    for share in (0, 0.5, 1, 7):
        piece.tell(share)
    assert told == [0.5, 0.625, 0.75, 0.75]
