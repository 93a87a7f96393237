"""The line under a letter: its length at once, how plain it is when that is known."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from familysupport.content import grade
from familysupport.ui.statements.length import Length

LETTER = "I was scared when I saw you on the floor that morning. " * 8


def test_the_length_is_said_at_once_and_the_grade_once_syllables_are_known(
    qtbot: QtBot, dressed: QApplication
) -> None:
    grade._dictionary.cache_clear()
    line = Length()
    assert line.count(LETTER) in line.text()
    assert "96 words" in line.text()
    assert "grade" not in line.text()
    qtbot.waitUntil(lambda: "reading level: grade" in line.text(), timeout=20_000)
    assert "96 words" in line.text()


def test_the_grade_that_comes_later_is_that_of_the_words_then_in_front(
    qtbot: QtBot, dressed: QApplication
) -> None:
    grade._dictionary.cache_clear()
    line = Length()
    line.count(LETTER)
    hard = "Extraordinarily complicated institutional responsibilities overwhelm " * 12
    line.count(hard)
    qtbot.waitUntil(lambda: "Shorter sentences are easier to hear." in line.text(), timeout=20_000)
    line.count("Dear Daniel")
    assert "grade" not in line.text()
