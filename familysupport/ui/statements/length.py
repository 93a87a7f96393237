"""The line that says how long a letter is, in words and aloud."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel

from familysupport.statements.reading import LONG_ALOUD, seconds_aloud, words
from familysupport.ui.statements.words import duration


class Length(QLabel):
    """Says how many words a letter has and how long it takes to read aloud."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setProperty("role", "muted")

    def count(self, text: str) -> str:
        """Count `text`, show it, and return what was counted."""
        seconds, count = seconds_aloud(text), words(text)
        said = self.tr("No words yet")
        if count:
            said = self.tr("{count} words · about {time} aloud").format(
                count=QLocale().toString(count), time=duration(seconds)
            )
        note = self.tr("Over four minutes is long to listen to.") if seconds > LONG_ALOUD else ""
        self.setText(f"{said} · {note}" if note else said)
        return said
