"""The microphone and the loudspeaker of Qt, with its sound part played by a stand-in."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, Qt
from PySide6.QtWidgets import QApplication
from stand_ins import loud

from familysupport.ui.rehearse import sound
from familysupport.ui.rehearse.sound import QtMicrophone, QtSpeaker, Trouble


class Errors:
    NoError, OpenError, UnderrunError = "none", "open", "underrun"


class States:
    ActiveState, IdleState, StoppedState = "active", "idle", "stopped"


class Device:
    def __init__(self, name: bytes = b"mic", null: bool = False) -> None:
        self.name, self.null = name, null

    def isNull(self) -> bool:
        return self.null

    def id(self) -> QByteArray:
        return QByteArray(self.name)

    def isFormatSupported(self, _form: Any) -> bool:
        return True


class Form:
    class SampleFormat:
        Int16 = "int16"

    def setSampleRate(self, rate: int) -> None:
        assert rate == 16_000

    def setChannelCount(self, count: int) -> None:
        assert count == 1

    def setSampleFormat(self, name: str) -> None:
        assert name == "int16"


class Line:
    """A source or a sink."""

    def __init__(self, _device: Device, _form: Form) -> None:
        Multimedia.lines.append(self)
        self.now, self.problem, self.running = States.ActiveState, Errors.NoError, True
        self.buffer = QBuffer()
        self.played = b""

    def setBufferSize(self, _size: int) -> None:
        """Take any size."""

    def start(self, read: QIODevice | None = None) -> QIODevice | None:
        if read is not None:
            self.played = bytes(read.readAll().data())
            return None
        self.buffer.open(QIODevice.OpenModeFlag.ReadWrite)
        return self.buffer if Multimedia.opens else None

    def hear(self, samples: bytes) -> None:
        self.buffer.close()
        self.buffer.setData(samples)
        self.buffer.open(QIODevice.OpenModeFlag.ReadOnly)

    def state(self) -> str:
        return self.now

    def error(self) -> str:
        return self.problem

    def processedUSecs(self) -> int:
        return 1_500_000

    def stop(self) -> None:
        self.running = False

    def deleteLater(self) -> None:
        """Go."""


class Multimedia:
    """Qt's sound part as a test wants it."""

    opens = True
    mic, speaker = Device(), Device()
    lines: list[Line] = []  # noqa: RUF012
    QtAudio = type("QtAudio", (), {"Error": Errors, "State": States})
    QAudioFormat, QAudioSource, QAudioSink = Form, Line, Line

    class QMediaDevices:
        @staticmethod
        def defaultAudioInput() -> Device:
            return Multimedia.mic

        @staticmethod
        def audioInputs() -> list[Device]:
            return [] if Multimedia.mic.null else [Multimedia.mic]

        @staticmethod
        def defaultAudioOutput() -> Device:
            return Multimedia.speaker


@pytest.fixture
def multimedia(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> type[Multimedia]:
    for name, value in (("opens", True), ("mic", Device()), ("speaker", Device()), ("lines", [])):
        monkeypatch.setattr(Multimedia, name, value)
    return Multimedia


def begin(microphone: QtMicrophone) -> tuple[list[bytes], list[Trouble]]:
    heard: list[bytes] = []
    lost: list[Trouble] = []
    microphone.start(heard.append, lost.append)
    return heard, lost


def test_without_the_part_for_sound_it_is_told_and_nothing_is_raised(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtMultimedia", None)
    assert sound.find_multimedia() is None
    assert begin(QtMicrophone())[1] == [Trouble.NOT_INSTALLED]
    assert QtMicrophone().missing() is Trouble.NOT_INSTALLED
    told: list[Trouble | None] = []
    speaker = QtSpeaker()
    speaker.play(loud(1), 0.0, told.append)
    assert told == [Trouble.NOT_INSTALLED]
    speaker.stop()


def test_what_the_device_hears_is_handed_on_until_it_is_stopped(
    multimedia: type[Multimedia],
) -> None:
    microphone = QtMicrophone(lambda: multimedia)
    heard, lost = begin(microphone)
    (line,) = multimedia.lines
    line.hear(b"abcd")
    microphone._look()
    microphone.stop()
    line.hear(b"efgh")
    microphone._look()
    assert heard == [b"abcd"]
    assert lost == []
    assert not line.running
    assert not microphone._timer.isActive()


def test_without_a_microphone_it_is_told(
    multimedia: type[Multimedia], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multimedia, "mic", Device(null=True))
    assert begin(QtMicrophone(lambda: multimedia))[1] == [Trouble.NO_MICROPHONE]


def test_a_microphone_that_does_not_open_is_told(
    multimedia: type[Multimedia], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(multimedia, "opens", False)
    assert begin(QtMicrophone(lambda: multimedia))[1] == [Trouble.REFUSED]


@pytest.mark.parametrize("pulled", [True, False])
def test_a_microphone_that_goes_away_is_told_once(
    multimedia: type[Multimedia], monkeypatch: pytest.MonkeyPatch, pulled: bool
) -> None:
    microphone = QtMicrophone(lambda: multimedia)
    _heard, lost = begin(microphone)
    (line,) = multimedia.lines
    if pulled:
        monkeypatch.setattr(multimedia, "mic", Device(b"other"))
    else:
        line.now = States.StoppedState
    microphone._look()
    microphone._look()
    assert lost == [Trouble.TAKEN_AWAY]
    assert not line.running


def test_a_refusal_of_the_system_is_told(
    multimedia: type[Multimedia], monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = Qt.PermissionStatus.Denied
    monkeypatch.setattr(QCoreApplication, "checkPermission", lambda *_: denied)
    assert begin(QtMicrophone(lambda: multimedia))[1] == [Trouble.REFUSED]
    assert multimedia.lines == []


def test_the_question_of_the_system_comes_first_and_a_stop_meanwhile_counts(
    multimedia: type[Multimedia], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_questions: list[Any] = []
    monkeypatch.setattr(
        QCoreApplication, "checkPermission", lambda *_: Qt.PermissionStatus.Undetermined
    )
    monkeypatch.setattr(
        QCoreApplication, "requestPermission", lambda *found: open_questions.append(found[-1])
    )

    class Granted:
        def status(self) -> Qt.PermissionStatus:
            return Qt.PermissionStatus.Granted

    first, second = (QtMicrophone(lambda: multimedia) for _ in range(2))
    begin(first)
    begin(second)
    assert multimedia.lines == []
    first.stop()
    for answer in open_questions:
        answer(Granted())
    assert len(multimedia.lines) == 1


def test_sound_is_played_from_memory_from_where_one_left_off(
    multimedia: type[Multimedia],
) -> None:
    told: list[Trouble | None] = []
    speaker = QtSpeaker(lambda: multimedia)
    speaker.play(loud(2), 0.5, told.append)
    (line,) = multimedia.lines
    assert line.played == loud(1.5)
    assert speaker.passed() == 2.0
    speaker._look()
    assert told == []
    line.now = States.IdleState
    speaker._look()
    assert told == [None]
    assert not line.running


def test_a_loudspeaker_that_fails_or_is_not_there_is_told(
    multimedia: type[Multimedia], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[Trouble | None] = []
    speaker = QtSpeaker(lambda: multimedia)
    speaker.play(loud(1), 0.0, told.append)
    multimedia.lines[0].problem = Errors.OpenError
    speaker._look()
    monkeypatch.setattr(multimedia, "speaker", Device(null=True))
    speaker.play(loud(1), 0.0, told.append)
    assert told == [Trouble.NO_SPEAKER, Trouble.NO_SPEAKER]
