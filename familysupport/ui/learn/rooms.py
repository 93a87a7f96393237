"""The pages that take turns in the middle of Learn, each built when first opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.context import AppContext
from familysupport.learn.progress import first_lessons
from familysupport.learn.store import LearnStore
from familysupport.ui.learn.booklet import BookletPage
from familysupport.ui.learn.glossary import GlossaryPage
from familysupport.ui.learn.lesson_html import short_page
from familysupport.ui.learn.lesson_view import LessonView
from familysupport.ui.learn.overview import Overview
from familysupport.ui.learn.quiz import QuizPage
from familysupport.ui.learn.reader import Reader
from familysupport.ui.learn.saved import SavedPage
from familysupport.ui.learn.timeline import TimelinePage


class Rooms(QStackedWidget):
    """Shows one page at a time and hands on where each leads."""

    lesson_asked = Signal(str)
    place_asked = Signal(str, str)
    page_asked = Signal(str)
    emergency_asked = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        library = context.content
        self._library = library
        self.current = ""
        self.overview = Overview(library)
        self.reader = Reader(library)
        self.short = LessonView(library, self.tr("If you have ten minutes"))
        self.quiz = QuizPage(library)
        self.timeline = TimelinePage(library, context.clock)
        self.words = GlossaryPage(library)
        self.saved = SavedPage(library)
        self.booklet = BookletPage(library)
        self._named: dict[str, QWidget] = {
            "overview": self.overview,
            "lesson": self.reader,
            "short": self.short,
            "quiz": self.quiz,
            "timeline": self.timeline,
            "words": self.words,
            "saved": self.saved,
            "booklet": self.booklet,
        }
        for page in self._named.values():
            self.addWidget(page)
        self._tie()

    def remember(self, store: LearnStore | None) -> None:
        """Hand the store, or nothing, to the pages that keep things."""
        self.reader.remember(store)
        self.quiz.remember(store)
        self.saved.remember(store)

    def show_room(self, name: str) -> None:
        """Show the page of that name; an unknown name leads to the overview."""
        page = self._named.get(name, self.overview)
        self.current = name if name in self._named else "overview"
        if page is self.words:
            self.words.open()
        if page is self.saved:
            self.saved.refresh()
        if page is self.short and not self.short.toPlainText():
            self.short.show_html(short_page(first_lessons(self._library.lessons())))
        self.setCurrentWidget(page)

    def _tie(self) -> None:
        for page in (self.overview, self.reader, self.short, self.quiz, self.timeline, self.words):
            page.lesson_asked.connect(self.lesson_asked)
        for one in (self.overview, self.reader, self.short):
            one.page_asked.connect(self.page_asked)
        for other in (self.reader, self.short, self.timeline):
            other.emergency_asked.connect(self.emergency_asked)
        self.saved.place_asked.connect(self.place_asked)
