"""Looking at the clock again and again, and the one neutral notice."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from familysupport.ui.kit import reminding
from familysupport.ui.kit.reminding import Reminding, SystemTray, show_neutral


class Icon:
    """Stands for the system's icon: remembers what was shown, and whether it is there."""

    there = True
    shown: list[tuple[str, str]]
    MessageIcon = QSystemTrayIcon.MessageIcon

    def __init__(self, *_given: Any) -> None:
        Icon.shown = []
        Icon.visible = False

    @staticmethod
    def isSystemTrayAvailable() -> bool:
        return Icon.there

    @staticmethod
    def supportsMessages() -> bool:
        return Icon.there

    def show(self) -> None:
        Icon.visible = True

    def hide(self) -> None:
        Icon.visible = False

    def showMessage(self, title: str, text: str, *_more: Any) -> None:
        Icon.shown.append((title, text))


@pytest.fixture
def tray(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> SystemTray:
    monkeypatch.setattr(reminding, "QSystemTrayIcon", Icon)
    monkeypatch.setattr(Icon, "there", True)
    Icon.shown, Icon.visible = [], False
    return SystemTray(qapp)


def test_only_what_is_new_is_said_and_every_change(qapp: QApplication) -> None:
    keys: list[str] = ["a"]
    owner = QObject()
    looking = Reminding(lambda: keys, owner)
    said: list[object] = []
    looking.arrived.connect(said.append)
    looking.changed.connect(lambda: said.append("changed"))
    looking.begin_anew()
    looking.look_now()
    assert said == []
    keys.append("b")
    looking.look_now()
    looking.look_now()
    assert said == [["b"], "changed"]
    keys.clear()
    looking.look_now()
    assert said[2:] == ["changed"]


def test_it_looks_by_itself(qapp: QApplication, qtbot: Any) -> None:
    owner = QObject()
    looking = Reminding(lambda: ["a"], owner)
    looking._timer.setInterval(5)
    with qtbot.waitSignal(looking.arrived, timeout=2000):
        looking._timer.start()


def test_a_notice_is_neutral_and_its_icon_goes_again(tray: SystemTray) -> None:
    show_neutral(tray)
    show_neutral(tray)
    assert Icon.shown == [("Family Support", "Time to look in, when it suits you.")] * 2
    assert Icon.visible
    tray._timer.timeout.emit()
    assert not Icon.visible


def test_where_there_is_no_place_nothing_happens(
    tray: SystemTray, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Icon, "there", False)
    show_neutral(tray)
    assert not tray.can_show()
    assert Icon.shown == []
    tray._put_away()
