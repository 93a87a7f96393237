"""The middle of Learn: one lesson with what stands beside it and the ways on from it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.content.model import Lesson
from familysupport.learn.progress import neighbours
from familysupport.learn.store import LearnStore
from familysupport.ui.kit.widgets import button, row, rule
from familysupport.ui.learn.find_bar import FindBar
from familysupport.ui.learn.lesson_html import set_lesson
from familysupport.ui.learn.lesson_view import LessonView
from familysupport.ui.learn.margin import Margin
from familysupport.ui.learn.words import slim


class Reader(QWidget):
    """Shows a lesson; above it find, bookmark, note and print, below it the ways on."""

    lesson_asked = Signal(str)
    emergency_asked = Signal(str)
    page_asked = Signal(str)
    print_asked = Signal(str)
    quiz_asked = Signal(str)
    moved = Signal(str, float)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._lesson: Lesson | None = None
        self.view = LessonView(library, self.tr("Lesson"))
        self.find_bar = FindBar(self.view)
        self.margin = Margin()
        self._find = _tool(self.tr("Find"), "search", self.tr("Find in this page"), "Ctrl+F")
        self._bookmark = _tool(
            self.tr("Bookmark"), "bookmark", self.tr("Set or take away a bookmark here"), "Ctrl+D"
        )
        self._note = _tool(self.tr("Note"), "statements", self.tr("Write a note here"), "Ctrl+M")
        self._print = _tool(self.tr("Print"), "print", self.tr("Print this lesson"), "Ctrl+P")
        self._before = button(self.tr("Previous"), "back", "quiet")
        self._quiz = button(self.tr("Check what you know"), "check", "primary")
        self._after = button(self.tr("Next"), "forward")
        self._lay_out()
        self._tie()
        self.remember(None)

    @property
    def lesson_id(self) -> str:
        """Return the id of the lesson on show, or nothing."""
        return self._lesson.id if self._lesson else ""

    def remember(self, store: LearnStore | None) -> None:
        """Let bookmarks and notes be kept in `store`; with nothing, put them away."""
        self.margin.remember(store)
        self._bookmark.setVisible(store is not None)
        self._note.setVisible(store is not None)
        self._set_again()

    def flush(self) -> None:
        """Save what is being written at once."""
        self.margin.flush()

    def show_lesson(self, lesson: Lesson, place: float = 0.0) -> None:
        """Show a lesson, at the place where it was left."""
        self.margin.show_lesson(lesson)
        self._set(lesson)
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

    def _set(self, lesson: Lesson) -> None:
        self._lesson = None
        ready = set_lesson(self._library, lesson, self.margin.beside())
        self.view.setAccessibleName(lesson.title)
        self.view.show_html(ready.html, ready.references)
        self._lesson = lesson
        self.find_bar.renew()

    def _set_again(self) -> None:
        if self._lesson is None:
            return
        bar = self.view.verticalScrollBar()
        at = bar.value()
        self._set(self._lesson)
        bar.setValue(at)

    def _write_note(self) -> None:
        section, heading = self.view.section()
        self.margin.write(section, heading)

    def _change_note(self, section: str) -> None:
        self.margin.write(section, self.view.heading_of(section))

    def _step(self, side: int) -> None:
        target = neighbours(self._library.lessons(), self.lesson_id)[side]
        if target:
            self.lesson_asked.emit(target.id)

    def _tell_place(self, place: float) -> None:
        if self._lesson:
            self.moved.emit(self._lesson.id, place)

    def _lay_out(self) -> None:
        slim(self._find, self._bookmark, self._note, self._print, self._before, self._after)
        tools = row(1, self._find, self._bookmark, self._note, self._print, spacing=2)
        tools.setContentsMargins(24, 6, 24, 0)
        foot = row(self._before, 1, self._quiz, 1, self._after)
        foot.setContentsMargins(24, 8, 24, 10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tools)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.margin)
        layout.addWidget(rule())
        layout.addLayout(foot)

    def _tie(self) -> None:
        self.view.lesson_asked.connect(self.lesson_asked)
        self.view.emergency_asked.connect(self.emergency_asked)
        self.view.page_asked.connect(self.page_asked)
        self.view.note_asked.connect(self._change_note)
        self.view.moved.connect(self._tell_place)
        self.margin.changed.connect(self._set_again)
        self.margin.closed.connect(self.view.setFocus)
        self.find_bar.closed.connect(self.view.setFocus)
        self._find.clicked.connect(self.find_bar.open)
        self._bookmark.clicked.connect(lambda: self.margin.toggle_bookmark(*self.view.section()))
        self._note.clicked.connect(self._write_note)
        self._print.clicked.connect(lambda: self.print_asked.emit(self.lesson_id))
        self._quiz.clicked.connect(lambda: self.quiz_asked.emit(self.lesson_id))
        self._before.clicked.connect(lambda: self._step(0))
        self._after.clicked.connect(lambda: self._step(1))
        self._before.setAccessibleDescription("Alt+Left")
        self._after.setAccessibleDescription("Alt+Right")
        for keys, one in (
            ("Ctrl+D", self._bookmark),
            ("Ctrl+M", self._note),
            ("Ctrl+P", self._print),
            ("Alt+Left", self._before),
            ("Alt+Right", self._after),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(_press, one))


def _press(one: QPushButton) -> None:
    if not one.isHidden():
        one.click()


def _tool(text: str, icon: str, about: str, keys: str) -> QPushButton:
    one = button(text, icon, "quiet")
    one.setToolTip(f"{about} ({keys})")
    one.setAccessibleDescription(f"{about}. {keys}")
    return one
