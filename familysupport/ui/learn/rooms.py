"""The pages that take turns in the middle of Learn, each built when first opened."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from familysupport.context import AppContext
from familysupport.learn.progress import first_lessons
from familysupport.ui.learn.overview import Overview

if TYPE_CHECKING:  # these are fetched when they are first opened
    from familysupport.learn.store import LearnStore
    from familysupport.ui.learn.booklet import BookletPage
    from familysupport.ui.learn.glossary import GlossaryPage
    from familysupport.ui.learn.lesson_view import LessonView
    from familysupport.ui.learn.quiz import QuizPage
    from familysupport.ui.learn.reader import Reader
    from familysupport.ui.learn.saved import SavedPage
    from familysupport.ui.learn.timeline import TimelinePage

_PAGES = ("overview", "short", "quiz", "timeline", "words", "saved", "booklet")


class Rooms(QStackedWidget):
    """Shows one page at a time and hands on where each leads."""

    lesson_asked = Signal(str)
    place_asked = Signal(str, str)
    page_asked = Signal(str)
    emergency_asked = Signal(str)
    booklet_asked = Signal(list, str)
    chart_print_asked = Signal(object)
    quiz_finished = Signal()
    quiz_answered = Signal()
    lesson_quiz_asked = Signal(str)
    lesson_print_asked = Signal(str)
    place_reached = Signal(str, float)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.content
        self._clock = context.clock
        self._store: LearnStore | None = None
        self.current = ""
        self.overview = Overview(self._library)
        self.overview.lesson_asked.connect(self.lesson_asked)
        self.overview.page_asked.connect(self.page_asked)
        self.addWidget(self.overview)

    @cached_property
    def reader(self) -> Reader:
        """Return the page of a lesson."""
        from familysupport.ui.learn.reader import Reader

        page = Reader(self._library)
        page.remember(self._store)
        page.lesson_asked.connect(self.lesson_asked)
        page.page_asked.connect(self.page_asked)
        page.emergency_asked.connect(self.emergency_asked)
        page.quiz_asked.connect(self.lesson_quiz_asked)
        page.print_asked.connect(self.lesson_print_asked)
        page.moved.connect(self.place_reached)
        self.addWidget(page)
        return page

    @cached_property
    def short(self) -> LessonView:
        """Return what to read in ten minutes."""
        from familysupport.ui.learn.lesson_html import short_page
        from familysupport.ui.learn.lesson_view import LessonView

        page = LessonView(self._library, self.tr("If you have ten minutes"))
        page.show_html(short_page(first_lessons(self._library.lessons())))
        page.lesson_asked.connect(self.lesson_asked)
        page.page_asked.connect(self.page_asked)
        page.emergency_asked.connect(self.emergency_asked)
        self.addWidget(page)
        return page

    @cached_property
    def quiz(self) -> QuizPage:
        """Return the page of questions."""
        from familysupport.ui.learn.quiz import QuizPage

        page = QuizPage(self._library)
        page.remember(self._store)
        page.lesson_asked.connect(self.lesson_asked)
        page.finished.connect(self.quiz_finished)
        page.answered.connect(self.quiz_answered)
        self.addWidget(page)
        return page

    @cached_property
    def timeline(self) -> TimelinePage:
        """Return the chart of withdrawal."""
        from familysupport.ui.learn.timeline import TimelinePage

        page = TimelinePage(self._library, self._clock)
        page.lesson_asked.connect(self.lesson_asked)
        page.emergency_asked.connect(self.emergency_asked)
        page.print_asked.connect(self.chart_print_asked)
        self.addWidget(page)
        return page

    @cached_property
    def words(self) -> GlossaryPage:
        """Return the list of words."""
        from familysupport.ui.learn.glossary import GlossaryPage

        page = GlossaryPage(self._library)
        page.lesson_asked.connect(self.lesson_asked)
        self.addWidget(page)
        return page

    @cached_property
    def saved(self) -> SavedPage:
        """Return the list of bookmarks and notes."""
        from familysupport.ui.learn.saved import SavedPage

        page = SavedPage(self._library)
        page.remember(self._store)
        page.place_asked.connect(self.place_asked)
        self.addWidget(page)
        return page

    @cached_property
    def booklet(self) -> BookletPage:
        """Return the page on which lessons to print are chosen."""
        from familysupport.ui.learn.booklet import BookletPage

        page = BookletPage(self._library)
        page.booklet_asked.connect(self.booklet_asked)
        self.addWidget(page)
        return page

    def remember(self, store: LearnStore | None) -> None:
        """Hand the store, or nothing, to the pages that keep things."""
        self._store = store
        if "reader" in self.__dict__:
            self.reader.remember(store)
        if "quiz" in self.__dict__:
            self.quiz.remember(store)
        if "saved" in self.__dict__:
            self.saved.remember(store)
        if store is None:
            self._forget()

    def flush(self) -> None:
        """Save what is being written beside a lesson at once."""
        if "reader" in self.__dict__:
            self.reader.flush()

    def take_focus(self) -> None:
        """Put the keyboard on the text of the page, or on the first thing that can be used."""
        from familysupport.ui.learn.lesson_view import LessonView

        page = self.currentWidget()
        if page is None:
            return
        texts = [page, *page.findChildren(LessonView)]
        can_use = [one for one in (*texts, *page.findChildren(QWidget)) if _takes_keys(one)]
        if can_use:
            can_use[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget(self) -> None:
        """Take what someone typed or chose off the pages that were opened."""
        if "reader" in self.__dict__:
            self.reader.find_bar.hide()
            self.reader.find_bar.field.clear()
        if "timeline" in self.__dict__:
            self.timeline.forget()
        if "booklet" in self.__dict__:
            self.booklet.forget()
        if "words" in self.__dict__:
            self.words.field.clear()

    def show_room(self, name: str) -> None:
        """Show the page of that name; an unknown name leads to the overview."""
        self.current = name if name == "lesson" or name in _PAGES else "overview"
        page: QWidget = getattr(self, "reader" if self.current == "lesson" else self.current)
        if self.current == "words":
            self.words.open()
        if self.current == "saved":
            self.saved.refresh()
        self.setCurrentWidget(page)


def _takes_keys(widget: QWidget) -> bool:
    can = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return can and widget.isVisible() and widget.isEnabled()
