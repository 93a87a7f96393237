"""The microphone and the loudspeaker behind a small seam; what is missing is told, never raised.

Qt's sound part comes apart from the rest of Qt. It is fetched only when somebody asks for it.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QLoggingCategory,
    Qt,
    QTimer,
)

from familysupport.rehearse.take import RATE

_HEARD_BYTES = 6400  # a fifth of a second: with the usual buffer the first second would be lost
_LOOK_MS = 40


class Trouble(Enum):
    """Why there is no sound."""

    NOT_INSTALLED = auto()
    NO_MICROPHONE = auto()
    REFUSED = auto()
    TAKEN_AWAY = auto()
    NO_SPEAKER = auto()


class Microphone(Protocol):
    """Hears until it is stopped; `lost` is told once when it cannot, or no longer."""

    def missing(self) -> Trouble | None:
        """Return why nothing could be heard, where that is known before it begins."""

    def start(self, heard: Callable[[bytes], None], lost: Callable[[Trouble], None]) -> None:
        """Begin to hear 16-bit samples, 16,000 a second."""

    def stop(self) -> None:
        """Hear nothing more, at once."""


class Speaker(Protocol):
    """Plays samples; `ended` is told once, with the trouble if there was one."""

    def play(self, sound: bytes, start: float, ended: Callable[[Trouble | None], None]) -> None:
        """Play from `start` seconds on."""

    def stop(self) -> None:
        """Be quiet at once."""

    def passed(self) -> float:
        """Return at which second of the sound it is."""


def find_multimedia() -> Any | None:
    """Return Qt's sound part where it is installed, quiet about itself."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false")
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None


class QtMicrophone:
    """Hears through Qt; samples go from the device into memory and nowhere else."""

    def __init__(self, multimedia: Callable[[], Any | None] = find_multimedia) -> None:
        self._multimedia = multimedia
        self._found: Any = None
        self._source: Any = None
        self._stream: QIODevice | None = None
        self._name = QByteArray()
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._asked = False
        self._heard: Callable[[bytes], None] = _nothing
        self._lost: Callable[[Trouble], None] = _nothing

    def missing(self) -> Trouble | None:
        """Return what is not here: Qt's sound part, or a microphone."""
        found = self._multimedia()
        if found is None:
            return Trouble.NOT_INSTALLED
        return Trouble.NO_MICROPHONE if found.QMediaDevices.defaultAudioInput().isNull() else None

    def start(self, heard: Callable[[bytes], None], lost: Callable[[Trouble], None]) -> None:
        """Begin to hear, after the system's own question where it has one."""
        self.stop()
        self._heard, self._lost, self._asked = heard, lost, True
        found = self._multimedia()
        if found is None:
            self._give_up(Trouble.NOT_INSTALLED)
        else:
            self._ask_the_system(found)

    def stop(self) -> None:
        """Hear nothing more, at once."""
        self._asked = False
        self._timer.stop()
        self._stream = None
        source, self._source = self._source, None
        if source is not None:
            source.stop()
            source.deleteLater()

    def _ask_the_system(self, found: Any) -> None:
        from PySide6.QtCore import QMicrophonePermission

        app, wish = QCoreApplication.instance(), QMicrophonePermission()
        status = app.checkPermission(wish) if app else Qt.PermissionStatus.Granted
        if app is not None and status == Qt.PermissionStatus.Undetermined:
            app.requestPermission(wish, app, lambda answer: self._answered(found, answer.status()))
        else:
            self._answered(found, status)

    def _answered(self, found: Any, status: Qt.PermissionStatus) -> None:
        if not self._asked:
            return
        if status == Qt.PermissionStatus.Denied:
            self._give_up(Trouble.REFUSED)
            return
        device = found.QMediaDevices.defaultAudioInput()
        form = _form(found)
        if device.isNull() or not device.isFormatSupported(form):
            self._give_up(Trouble.NO_MICROPHONE)
            return
        self._found, self._name = found, device.id()
        self._source = found.QAudioSource(device, form)
        self._source.setBufferSize(_HEARD_BYTES)
        self._stream = self._source.start()
        if self._stream is None or self._source.error() != found.QtAudio.Error.NoError:
            self._give_up(Trouble.REFUSED)
        else:
            self._timer.start()

    def _look(self) -> None:
        """Fetch what was heard; notice when the microphone is gone.

        Looked at by a timer, for the signal that tells of it cannot be received in Python, and
        some systems go on with silence when a microphone is pulled out.
        """
        if self._stream is None:
            return
        self._heard(bytes(self._stream.readAll().data()))
        stopped = self._found.QtAudio.State.StoppedState
        if self._source is not None and (self._source.state() == stopped or not self._is_here()):
            self._give_up(Trouble.TAKEN_AWAY)

    def _is_here(self) -> bool:
        return any(one.id() == self._name for one in self._found.QMediaDevices.audioInputs())

    def _give_up(self, trouble: Trouble) -> None:
        lost = self._lost
        self.stop()
        lost(trouble)


class QtSpeaker:
    """Plays through Qt, from memory."""

    def __init__(self, multimedia: Callable[[], Any | None] = find_multimedia) -> None:
        self._multimedia = multimedia
        self._found: Any = None
        self._sink: Any = None
        self._buffer: QBuffer | None = None
        self._timer = QTimer()
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._start = 0.0
        self._ended: Callable[[Trouble | None], None] = _nothing

    def play(self, sound: bytes, start: float, ended: Callable[[Trouble | None], None]) -> None:
        """Play from `start` seconds on."""
        self.stop()
        self._start, self._ended = start, ended
        found = self._multimedia()
        device = found.QMediaDevices.defaultAudioOutput() if found else None
        if found is None or device is None:
            ended(Trouble.NOT_INSTALLED)
        elif device.isNull() or not device.isFormatSupported(_form(found)):
            ended(Trouble.NO_SPEAKER)
        else:
            first = int(start * RATE) * 2
            self._buffer = QBuffer()
            self._buffer.setData(sound[first:])
            self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
            self._found = found
            self._sink = found.QAudioSink(device, _form(found))
            self._sink.start(self._buffer)
            self._timer.start()

    def stop(self) -> None:
        """Be quiet at once."""
        self._timer.stop()
        sink, self._sink = self._sink, None
        if sink is not None:
            sink.stop()
            sink.deleteLater()
        self._buffer = None

    def passed(self) -> float:
        """Return at which second of the sound it is."""
        return self._start + (self._sink.processedUSecs() / 1_000_000 if self._sink else 0.0)

    def _look(self) -> None:
        """Notice the end."""
        states, errors = self._found.QtAudio.State, self._found.QtAudio.Error
        failed = self._sink.error() not in (errors.NoError, errors.UnderrunError)
        if failed or self._sink.state() in (states.IdleState, states.StoppedState):
            ended = self._ended
            self.stop()
            ended(Trouble.NO_SPEAKER if failed else None)


def _form(found: Any) -> Any:
    form = found.QAudioFormat()
    form.setSampleRate(RATE)
    form.setChannelCount(1)
    form.setSampleFormat(found.QAudioFormat.SampleFormat.Int16)
    return form


def _nothing(*_: object) -> None:
    """Do nothing: nobody listens."""
