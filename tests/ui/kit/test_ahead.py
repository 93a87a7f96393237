"""What will be wanted soon is fetched piece by piece, while the window stays awake."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from familysupport.ui import rooms
from familysupport.ui.kit.ahead import Ahead

NAMES = ("lantern_one", "lantern_two")


def test_modules_are_fetched_in_their_order_and_once(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    for name in NAMES:
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    owner = QObject()
    ahead = Ahead(NAMES, owner)
    ahead.begin()
    assert not any(name in sys.modules for name in NAMES)
    ahead._timer.timeout.emit()
    assert [name in sys.modules for name in NAMES] == [True, False]
    ahead._timer.timeout.emit()
    assert NAMES[1] in sys.modules
    ahead.begin()
    assert not ahead._timer.isActive()
    for name in NAMES:
        del sys.modules[name]


def test_what_is_fetched_ahead_is_there(qtbot: QtBot) -> None:
    owner = QObject()
    ahead = Ahead(rooms._OPENED_MOST, owner)
    ahead.begin()
    qtbot.waitUntil(lambda: not ahead._timer.isActive())
    assert all(name in sys.modules for name in rooms._OPENED_MOST)
