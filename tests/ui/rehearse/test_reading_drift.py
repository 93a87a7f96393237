"""Ten minutes of reading by a simulated clock: the text is never ahead of it nor behind."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from familysupport.rehearse.model import Look
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.view import ReadingView

PACE = 130
FRAMES_A_SECOND = 6
MINUTES = 10


def test_ten_minutes_do_not_drift_in_the_reading_view(
    open_tab: Any, write: Any, rehearse: RehearseStore, qtbot: Any, clock: Any
) -> None:
    rehearse.keep_look(Look(countdown=0))
    letter = write("word " * (PACE * (MINUTES + 1)))
    tab = open_tab()
    tab.read_statement(letter.id)
    reader = tab.findChild(Reader)
    view = reader.findChild(ReadingView)
    began = clock.seconds
    qtbot.keyClick(view, Qt.Key.Key_Space)
    for frame in range(1, MINUTES * 60 * FRAMES_A_SECOND + 1):
        clock.seconds = began + frame / FRAMES_A_SECOND
        reader._move()
        if frame % (60 * FRAMES_A_SECOND) == 0:
            minutes = frame / (60 * FRAMES_A_SECOND)
            assert view._place == pytest.approx(PACE * minutes, abs=1e-6)
    assert reader._scroll.passed(clock.seconds) == pytest.approx(600.0, abs=1e-9)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    (kept,) = rehearse.readings(letter.id)
    assert (kept.seconds, kept.ended_at_word) == (600.0, PACE * MINUTES)
