"""The middle of Learn: one lesson with the ways on from it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.content.model import Lesson
from familysupport.learn.progress import neighbours
from familysupport.ui.kit.widgets import button, row, rule
from familysupport.ui.learn.lesson_html import set_lesson
from familysupport.ui.learn.lesson_view import LessonView


class Reader(QWidget):
    """Shows a lesson; below it previous, next and print."""

    lesson_asked = Signal(str)
    emergency_asked = Signal(str)
    print_asked = Signal(str)
    moved = Signal(str, float)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lesson: Lesson | None = None
        self.view = LessonView(library, self.tr("Lesson"))
        self._before = button(self.tr("Previous"), "back", "quiet")
        self._after = button(self.tr("Next"), "forward", "primary")
        self._print = button(self.tr("Print lesson"), "print")
        self.foot = row(self._before, self._print, 1, self._after)
        self.foot.setContentsMargins(24, 8, 24, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(rule())
        layout.addLayout(self.foot)
        self.view.lesson_asked.connect(self.lesson_asked)
        self.view.emergency_asked.connect(self.emergency_asked)
        self.view.moved.connect(self._tell_place)
        self._before.clicked.connect(lambda: self._step(0))
        self._after.clicked.connect(lambda: self._step(1))
        self._print.clicked.connect(lambda: self.print_asked.emit(self.lesson_id))

    @property
    def lesson_id(self) -> str:
        """Return the id of the lesson on show, or nothing."""
        return self._lesson.id if self._lesson else ""

    def show_lesson(self, lesson: Lesson, place: float = 0.0) -> None:
        """Show a lesson, at the place where it was left."""
        self._lesson = None
        ready = set_lesson(self._library, lesson)
        self.view.setAccessibleName(lesson.title)
        self.view.show_html(ready.html, ready.references)
        self._lesson = lesson
        before, after = neighbours(self._library.lessons(), lesson.id)
        for one, target, words in (
            (self._before, before, self.tr("Previous: {title}")),
            (self._after, after, self.tr("Next: {title}")),
        ):
            one.setVisible(target is not None)
            one.setAccessibleName(words.format(title=target.title if target else ""))
            one.setToolTip(target.title if target else "")
        if place:
            self.view.go_to(place)

    def show_section(self, section: str, words: Sequence[str] = ()) -> None:
        """Go to a section of the lesson on show and mark words in it."""
        self.view.go_to_section(section, words)

    def _step(self, side: int) -> None:
        target = neighbours(self._library.lessons(), self.lesson_id)[side]
        if target:
            self.lesson_asked.emit(target.id)

    def _tell_place(self, place: float) -> None:
        if self._lesson:
            self.moved.emit(self._lesson.id, place)
