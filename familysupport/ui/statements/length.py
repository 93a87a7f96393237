"""The line that says how long a letter is, in words and aloud, and how plain it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QLabel

from familysupport.content import grade
from familysupport.statements.reading import (
    LONG_ALOUD,
    prompts_left,
    school_grade,
    seconds_aloud,
    words,
)
from familysupport.ui.kit import jobs
from familysupport.ui.statements.words import duration

ENOUGH_WORDS, MANY_WORDS = 150, 450
_MOST_GRADED = 20_000
_HARD_GRADE = 9


class Length(QLabel):
    """Says how many words a letter has, how long it takes aloud, and what helps a listener."""

    def __init__(self) -> None:
        super().__init__()
        self._text = ""
        self._waits = False
        self.setWordWrap(True)
        self.setProperty("role", "muted")

    def count(self, text: str) -> str:
        """Count `text`, show it, and return what was counted."""
        self._text = text
        seconds, count = seconds_aloud(text), words(text)
        said = self.tr("No words yet")
        if count:
            said = self.tr("{count} words · about {time} aloud").format(
                count=QLocale().toString(count), time=duration(seconds)
            )
        self.setText(" · ".join([said, *self._notes(text, seconds, count)]))
        return said

    def _notes(self, text: str, seconds: int, count: int) -> list[str]:
        notes = []
        if count > ENOUGH_WORDS // 3 and self._can_grade():
            reached = school_grade(text[:_MOST_GRADED])
            notes.append(self.tr("reading level: grade {grade}").format(grade=reached))
            if reached >= _HARD_GRADE:
                notes.append(self.tr("Shorter sentences are easier to hear."))
        gaps = len(prompts_left(text))
        if gaps:
            notes.append(self.tr("Still in brackets: {count}").format(count=gaps))
        if seconds > LONG_ALOUD:
            notes.append(self.tr("Over four minutes is long to listen to."))
        elif count > MANY_WORDS:
            notes.append(self.tr("150 to 450 words are easy to take in."))
        return notes

    def _can_grade(self) -> bool:
        """Say whether syllables can be counted; what that takes is read beside the window."""
        if not grade.is_ready() and not self._waits:
            self._waits = True
            jobs.run_soon(self, grade.make_ready, self._count_again, jobs.tell)
        return grade.is_ready()

    def _count_again(self, _none: None) -> None:
        self.count(self._text)
