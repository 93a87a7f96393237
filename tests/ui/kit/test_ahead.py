"""What will be wanted soon is made ready piece by piece, while the window stays awake."""

from __future__ import annotations

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from familysupport.ui.kit.ahead import Ahead


def test_steps_are_taken_in_their_order_one_at_a_time(qtbot: QtBot) -> None:
    owner, taken = QObject(), list[str]()
    ahead = Ahead([lambda: taken.append("one"), lambda: taken.append("two")], owner)
    ahead.begin()
    assert taken == []
    ahead._timer.timeout.emit()
    assert taken == ["one"]
    ahead._timer.timeout.emit()
    assert taken == ["one", "two"]
    assert not ahead._timer.isActive()


def test_steps_are_taken_while_nobody_asks_and_again_after_a_new_beginning(qtbot: QtBot) -> None:
    owner, taken = QObject(), list[int]()
    ahead = Ahead([lambda: taken.append(1)], owner)
    for times in (1, 2):
        ahead.begin()
        qtbot.waitUntil(lambda times=times: len(taken) == times)


def test_after_the_end_no_step_is_taken(qtbot: QtBot) -> None:
    owner, taken = QObject(), list[int]()
    ahead = Ahead([lambda: taken.append(1), lambda: taken.append(2)], owner)
    ahead.begin()
    ahead._timer.timeout.emit()
    ahead.end()
    assert taken == [1]
    assert not ahead._timer.isActive()


def test_a_step_that_fails_is_not_tried_again_and_again(qtbot: QtBot) -> None:
    owner = QObject()
    ahead = Ahead([lambda: 1 / 0], owner)
    ahead.begin()
    with qtbot.captureExceptions() as told:
        qtbot.waitUntil(lambda: bool(told))
    assert not ahead._timer.isActive()
