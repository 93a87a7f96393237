"""The sound of the beats: a short tone of our own, or the computer's beep where it has no other."""

from __future__ import annotations

import importlib
import math
from array import array
from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication

_RATE = 16_000
_LOUDNESS = 9_000
_FADE = 160


class Beat(Enum):
    """What the beat is for."""

    OFF = "off"
    BREATHS = "breaths"
    PUSHES = "pushes"


# Pitch in Hz and length in seconds: a long low tone to breathe by, a short high one to push by.
_TONES = {Beat.BREATHS: (392, 0.9), Beat.PUSHES: (784, 0.07)}


def find_multimedia() -> Any | None:
    """Return the sound part of Qt where it is installed; it comes apart from the rest."""
    try:
        return importlib.import_module("PySide6.QtMultimedia")
    except ImportError:
        return None


def tone(beat: Beat) -> bytes:
    """Return the tone of `beat` as 16-bit samples, fading in and out so that it does not click."""
    pitch, seconds = _TONES[beat]
    count = round(seconds * _RATE)
    samples = array("h")
    for place in range(count):
        soft = min(1.0, place / _FADE, (count - place) / _FADE)
        samples.append(round(_LOUDNESS * soft * math.sin(2 * math.pi * pitch * place / _RATE)))
    return samples.tobytes()


class Sound:
    """Plays one tone a beat; whatever is missing, it stays quiet rather than stand in the way."""

    def __init__(
        self,
        multimedia: Callable[[], Any | None] = find_multimedia,
        beep: Callable[[], None] = QApplication.beep,
    ) -> None:
        self._multimedia = multimedia
        self._beep = beep
        self._looked = False
        self._sink: Any = None
        self._tones: dict[Beat, QBuffer] = {}

    def prepare(self) -> None:
        """Look once for what can play a tone; that takes a moment, so it is done before a beat."""
        if not self._looked:
            self._looked = True
            self._open()

    def play(self, beat: Beat) -> None:
        """Play the tone of `beat` from its start."""
        self.prepare()
        if self._sink is None:
            self._beep()
            return
        buffer = self._tones[beat]
        self._sink.stop()
        buffer.seek(0)
        self._sink.start(buffer)

    def stop(self) -> None:
        """Be quiet."""
        if self._sink is not None:
            self._sink.stop()

    def _open(self) -> None:
        found = self._multimedia()
        if found is None:
            return
        device = found.QMediaDevices.defaultAudioOutput()
        kind = found.QAudioFormat()
        kind.setSampleRate(_RATE)
        kind.setChannelCount(1)
        kind.setSampleFormat(found.QAudioFormat.SampleFormat.Int16)
        if device.isNull() or not device.isFormatSupported(kind):
            return
        for beat in _TONES:
            buffer = QBuffer()
            buffer.setData(tone(beat))
            buffer.open(QBuffer.OpenModeFlag.ReadOnly)
            self._tones[beat] = buffer
        self._sink = found.QAudioSink(device, kind)
