"""The computer's own voice, where it has one; off until somebody switches it on."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from enum import Enum, auto
from typing import Any, Protocol

from PySide6.QtCore import QCoreApplication, QLocale, QLoggingCategory, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from familysupport.ui.kit.widgets import announce, muted

_SILENT = frozenset({"mock"})  # an engine of Qt's own tests, which says nothing


class Missing(Enum):
    """Why nothing can be spoken."""

    NOT_INSTALLED = auto()
    NO_VOICE = auto()


class Voice(Protocol):
    """Speaks one thing at a time."""

    def missing(self) -> Missing | None:
        """Return why it cannot speak, if it cannot."""

    def say(self, words: str) -> None:
        """Speak, instead of what is being spoken."""

    def stop(self) -> None:
        """Be quiet at once."""


def find_speech() -> Any | None:
    """Return Qt's part for speech where it is installed; it comes apart from the rest."""
    QLoggingCategory.setFilterRules("qt.multimedia.*=false\nqt.speech.*=false")
    try:
        return importlib.import_module("PySide6.QtTextToSpeech")
    except ImportError:
        return None


class QtVoice:
    """Speaks through the system; looked for only when somebody wants it."""

    def __init__(self, speech: Callable[[], Any | None] = find_speech) -> None:
        self._speech = speech
        self._looked: Missing | None = None
        self._engine: Any = None

    def missing(self) -> Missing | None:
        """Return why it cannot speak, if it cannot; looks again each time."""
        if self._engine is None:
            self._look()
        return None if self._engine is not None else self._looked

    def say(self, words: str) -> None:
        """Speak, instead of what is being spoken."""
        if self.missing() is None and words.strip():
            self._engine.stop()
            self._engine.say(words)

    def stop(self) -> None:
        """Be quiet at once."""
        if self._engine is not None:
            self._engine.stop()

    def _look(self) -> None:
        found = self._speech()
        if found is None:
            self._looked = Missing.NOT_INSTALLED
            return
        self._looked = Missing.NO_VOICE
        for name in found.QTextToSpeech.availableEngines():
            if name in _SILENT:
                continue
            engine = found.QTextToSpeech(name)
            if engine.state() != found.QTextToSpeech.State.Error:
                engine.setLocale(QLocale())
                self._engine = engine
                return


class VoiceSwitch(QWidget):
    """A box to tick; where there is no voice, it says so and stays off."""

    turned = Signal(bool)

    def __init__(self, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self.box = QCheckBox(self.tr("Speak the lines in the computer’s voice"))
        self._told = muted("")
        self._told.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._told)
        self.box.toggled.connect(self._turn)

    @property
    def on(self) -> bool:
        """Tell whether lines shall be spoken."""
        return self.box.isChecked()

    def _turn(self, on: bool) -> None:
        missing = self._voice.missing() if on else None
        words = missing_words(missing) if missing is not None else ""
        if not on:
            self._voice.stop()
        self._told.setText(words)
        self._told.setVisible(bool(words))
        if missing is not None:
            announce(self._told, words)
            self.box.blockSignals(True)
            self.box.setChecked(False)
            self.box.blockSignals(False)
        self.turned.emit(self.on)


def missing_words(missing: Missing) -> str:
    """Return why nothing is spoken, and that all else works."""
    return {
        Missing.NOT_INSTALLED: _tr(
            "The part for speech is not installed here. Everything else works. It is called"
            " PySide6-Addons, and comes with the extra “sound”."
        ),
        Missing.NO_VOICE: _tr("This computer has no voice to speak with. Everything else works."),
    }[missing]


def _tr(text: str) -> str:
    return QCoreApplication.translate("RehearseVoice", text)
