"""One window for one data folder."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from familysupport.ui.kit.instance import Instance


def test_a_second_start_knocks_at_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Instance(tmp_path), Instance(tmp_path)
    assert first.claim()
    assert not second.claim()
    with qtbot.waitSignal(first.knocked, timeout=5000):
        second.knock()
    first.release()
    assert second.claim()
    second.release()
