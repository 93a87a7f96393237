from array import array
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysupport.emergency.overdose import BREATH_EVERY
from familysupport.ui.emergency.beat import BeatPicture
from familysupport.ui.emergency.sound import Beat, Sound, tone
from tests.conftest import FixedClock


class Device:
    def __init__(self, there: bool) -> None:
        self.there = there

    def isNull(self) -> bool:
        return not self.there

    def isFormatSupported(self, kind: object) -> bool:
        return True


class Format:
    SampleFormat = SimpleNamespace(Int16=2)

    def setSampleRate(self, rate: int) -> None: ...
    def setChannelCount(self, count: int) -> None: ...
    def setSampleFormat(self, kind: int) -> None: ...


class Multimedia:
    """Stands for the sound part of Qt and writes down what was played."""

    QAudioFormat = Format

    def __init__(self, there: bool = True) -> None:
        self.played: list[int] = []
        self.stopped = 0
        self.QMediaDevices = SimpleNamespace(defaultAudioOutput=lambda: Device(there))

    def QAudioSink(self, device: object, kind: object) -> "Multimedia":
        return self

    def start(self, buffer) -> None:
        self.played.append(buffer.size())

    def stop(self) -> None:
        self.stopped += 1


def test_a_tone_is_heard_where_the_computer_can_play_one() -> None:
    found = Multimedia()
    beeps: list[int] = []
    sound = Sound(lambda: found, lambda: beeps.append(1))
    sound.play(Beat.PUSHES)
    sound.play(Beat.BREATHS)
    assert found.played == [len(tone(Beat.PUSHES)), len(tone(Beat.BREATHS))]
    assert beeps == []


@pytest.mark.parametrize("found", [None, Multimedia(there=False)])
def test_without_a_sound_part_or_a_speaker_the_beep_takes_over(found: Multimedia | None) -> None:
    beeps: list[int] = []
    sound = Sound(lambda: found, lambda: beeps.append(1))
    sound.play(Beat.PUSHES)
    sound.stop()
    assert beeps == [1]


def test_a_tone_begins_and_ends_softly() -> None:
    for beat in (Beat.BREATHS, Beat.PUSHES):
        samples = array("h", tone(beat))
        assert abs(samples[0]) < 100
        assert abs(samples[-1]) < 200
        assert max(samples) > 8000


def test_the_beat_is_heard_once_a_round_and_only_when_it_is_switched_on(
    qtbot: QtBot, dressed: QApplication, clock: FixedClock
) -> None:
    found = Multimedia()
    picture = BeatPicture(clock, bool, Sound(lambda: found))
    qtbot.addWidget(picture)
    picture.set_beat(Beat.BREATHS)
    assert found.played == []
    picture.set_loud(True)
    for _ in range(22):
        clock.seconds += BREATH_EVERY / 10
        picture.step()
    assert len(found.played) == 2
    picture.set_loud(False)
    stopped = found.stopped
    assert stopped > 2
    for _ in range(12):
        clock.seconds += BREATH_EVERY / 10
        picture.step()
    assert len(found.played) == 2


@pytest.mark.parametrize("calm", [True, False])
@pytest.mark.parametrize("beat", [Beat.BREATHS, Beat.PUSHES])
def test_where_motion_is_unwelcome_the_circle_only_changes_in_one_step(
    qtbot: QtBot, dressed: QApplication, clock: FixedClock, beat: Beat, calm: bool
) -> None:
    picture = BeatPicture(clock, lambda: calm, Sound(lambda: None, lambda: None))
    qtbot.addWidget(picture)
    picture.set_beat(beat)
    seen = set()
    for _ in range(200):
        clock.seconds += 0.037
        picture.step()
        seen.add(picture.swell())
    assert (seen == {0.0, 1.0}) is calm
