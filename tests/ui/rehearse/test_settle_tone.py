"""A soft tone with each slow breath: only when switched on, and quiet when one stops."""

from __future__ import annotations

from array import array
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from stand_ins import WatchedSpeaker

from familysupport.rehearse.breathing import tone
from familysupport.rehearse.take import BYTES_A_SECOND
from familysupport.ui.kit.breath import BreathPicture
from familysupport.ui.rehearse.settle import SettlePage
from familysupport.ui.rehearse.sound import Trouble


@pytest.fixture
def speaker() -> WatchedSpeaker:
    return WatchedSpeaker()


@pytest.fixture
def page(dressed: Any, qtbot: Any, clock: Any, speaker: WatchedSpeaker) -> SettlePage:
    made = SettlePage(clock, lambda: False, speaker)
    qtbot.addWidget(made)
    made.show()
    return made


def test_nothing_sounds_until_it_is_switched_on(
    page: SettlePage, qtbot: Any, clock: Any, speaker: WatchedSpeaker
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_Space)
    clock.seconds += 6
    page.step()
    assert speaker.sound == b""


def test_on_a_low_page_the_picture_leaves_room_for_its_words(page: SettlePage) -> None:
    heights = []
    for room in (800, 400):
        page.resize(700, room)
        heights.append(page.findChild(BreathPicture).height())
    assert heights == [page.findChild(BreathPicture).sizeHint().height(), 124]


def test_one_tone_sounds_where_the_breath_turns(
    page: SettlePage, qtbot: Any, clock: Any, speaker: WatchedSpeaker
) -> None:
    qtbot.keyClick(page.findChild(QCheckBox), Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert speaker.sound == tone(True)
    speaker.sound = b""
    clock.seconds += 2
    page.step()
    assert speaker.sound == b""
    clock.seconds += 4
    page.step()
    assert speaker.sound == tone(False)
    assert speaker.on
    page.hide()
    assert not speaker.on


def test_without_a_loudspeaker_it_says_so_and_breathing_goes_on(
    page: SettlePage, qtbot: Any, clock: Any, speaker: WatchedSpeaker
) -> None:
    speaker.trouble = Trouble.NO_SPEAKER
    qtbot.keyClick(page.findChild(QCheckBox), Qt.Key.Key_Space)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert not page.findChild(QCheckBox).isChecked()
    assert page._told.text() == "There is no loudspeaker here. The picture shows the same."
    clock.seconds += 6
    page.step()
    assert page._what.text() == "Breathe out slowly"


def test_the_tone_is_soft_and_short_and_does_not_click() -> None:
    for rising in (True, False):
        samples = array("h")
        samples.frombytes(tone(rising))
        assert len(samples) * 2 <= 2 * BYTES_A_SECOND
        assert max(map(abs, samples)) < 6000
        assert (samples[0], samples[-1]) == (0, 0)
        assert max(abs(a - b) for a, b in pairwise(samples)) < 600
