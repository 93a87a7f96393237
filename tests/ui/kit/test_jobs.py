"""Slow work beside the window: its answer comes back, or is dropped where nobody waits."""

from __future__ import annotations

import threading
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool
from pytestqt.qtbot import QtBot

from familysupport.ui.kit import jobs


def gone(owner: QObject) -> None:
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete.value)


def test_the_answer_comes_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    owner, got = QObject(), []

    def done(result: Any) -> None:
        got.append((result, threading.current_thread() is threading.main_thread()))

    jobs.run(owner, lambda: 7, done, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(7, True)]


def test_what_went_wrong_comes_back_instead(qtbot: QtBot) -> None:
    owner, got = QObject(), []
    jobs.run(owner, lambda: 1 // 0, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert isinstance(got[0], ZeroDivisionError)


def test_numbers_said_on_the_way_are_heard_before_the_answer(qtbot: QtBot) -> None:
    owner, got = QObject(), []

    def work(say: jobs.Say) -> str:
        for number in (1, 2, 3):
            say(number)
        return "made"

    jobs.run_telling(owner, work, got.append, got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 4)
    assert got == [1, 2, 3, "made"]


def test_an_owner_may_go_at_any_moment_of_the_work(qtbot: QtBot) -> None:
    """The answer and the owner's end meet in every order here; once that ended the program."""
    got: list[object] = []
    for number in range(600):
        owner, begun = QObject(), threading.Event()

        def work(begun: threading.Event = begun) -> int:
            begun.set()
            return 1

        jobs.run(owner, work, got.append, got.append)
        if number % 3:
            assert begun.wait(20)
        gone(owner)
        if number % 50 == 0:
            QCoreApplication.processEvents()
    QThreadPool.globalInstance().waitForDone()
    QCoreApplication.processEvents()
    assert got == []
