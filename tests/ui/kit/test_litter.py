"""What nobody holds any more is taken away by the window's thread, never by one that works."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from familysupport.ui.kit import litter
from familysupport.ui.kit.jobs import run
from familysupport.ui.kit.litter import Litter, take_away


class Thing:
    """Tells in which thread it was taken away; it holds itself, as parts of a window often do."""

    def __init__(self, told: list[int]) -> None:
        self.told = told
        self.itself = self

    def __del__(self) -> None:
        self.told.append(threading.get_ident())


@pytest.fixture
def left_to_itself() -> Iterator[None]:
    gc.enable()
    yield
    gc.disable()


@pytest.mark.usefixtures("left_to_itself")
def test_a_working_thread_takes_nothing_away(
    qtbot: QtBot, qapp: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(litter, "_EVERY_MS", 5)
    found = Litter(qapp)
    told: list[int] = []
    done: list[int] = []
    for _ in range(50):
        Thing(told)

    def work() -> int:
        return sum(len([[number]]) for number in range(50_000) if Thing([]))

    run(qapp, work, done.append, done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=20_000)
    assert told == []
    found.begin()
    qtbot.waitUntil(lambda: len(told) == 50)
    assert set(told) == {threading.get_ident()}
    found.deleteLater()


@pytest.mark.parametrize(
    ("counts", "taken"),
    [
        ((700, 10, 10), []),
        ((701, 10, 10), [0]),
        ((701, 11, 10), [1]),
        ((0, 11, 10), [1]),
        ((701, 11, 11), [2]),
    ],
)
def test_as_much_is_taken_as_python_itself_would_take(
    monkeypatch: pytest.MonkeyPatch, counts: tuple[int, int, int], taken: list[int]
) -> None:
    asked: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: counts)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))
    monkeypatch.setattr(gc, "collect", asked.append)
    take_away()
    monkeypatch.undo()
    assert asked == taken
