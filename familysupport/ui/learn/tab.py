"""The Learn tab: the contents, the pages beside them, and what is remembered while unlocked."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.learn.model import Reading
from familysupport.learn.progress import is_at_end, read_count
from familysupport.learn.store import LearnStore
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.tab import Tab
from familysupport.ui.learn.contents import Contents
from familysupport.ui.learn.overview import Kept
from familysupport.ui.learn.rooms import Rooms

if TYPE_CHECKING:  # fetched when a lesson is opened or printed
    from familysupport.content.model import Question
    from familysupport.learn.search import Hit
    from familysupport.ui.learn.printing import LessonPrinter
    from familysupport.ui.learn.reader import Reader

_LAST = "familysupport.learn"


class LearnTab(Tab):
    """Complete without a passphrase; with an open vault it also remembers."""

    emergency_asked = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = context.content
        self._store: LearnStore | None = None
        self._place: tuple[str, float] | None = None
        self.contents = Contents(self._library)
        self.rooms = Rooms(context)
        self._context = context
        self._autosave = Autosave(self._save_place, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self.contents, self.rooms))
        self._tie()
        self.contents.show_lessons(None)

    @property
    def reader(self) -> Reader:
        """Return the page of a lesson, made when the first is opened."""
        return self.rooms.reader

    def refresh(self) -> None:
        """Read afresh what was read; the first time, open where one was, or the overview."""
        if not self.rooms.current:
            self._come_back()
        self._show_kept()

    def flush(self) -> None:
        """Keep the place and what is being written at once."""
        self._autosave.flush()
        self.rooms.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Save before the page goes, and leave word of where one was for a new look."""
        self.flush()
        self.window().setProperty(_LAST, self._whereabouts())
        super().hideEvent(event)

    def remember(self, store: LearnStore | None) -> None:
        """Begin to remember in `store`, or with nothing forget at once."""
        if store is None:
            self._place = None
            self.contents.field.clear()
        self.flush()
        self._store = store
        if store:
            store.purge_old()
        self.rooms.remember(store)
        if store is None and self.rooms.current:
            self.window().setProperty(_LAST, "")
            self.show_page("overview")
        if self.rooms.current or self.isVisible():
            self.refresh()

    def show_lesson(self, lesson_id: str, place: str = "") -> None:
        """Open a lesson where it was left, or at the section `place`."""
        lesson = self._library.lesson(lesson_id)
        if lesson is None:
            return
        self._autosave.flush()
        reading = self._store.reading(lesson_id) if self._store else None
        begun = reading.place if reading and not reading.finished and not place else 0.0
        self.rooms.show_room("lesson")
        self.reader.show_lesson(lesson, begun)
        if place:
            self.reader.show_section(place)
        self.contents.select(lesson_id)
        if not self.contents.has_keyboard():
            self.reader.view.setFocus()

    def show_page(self, name: str) -> None:
        """Open a page beside the lessons, such as "overview" or "timeline"."""
        self._autosave.flush()
        if name == "again":
            self._ask_again()
        else:
            self.rooms.show_room(name)
        if name == "overview":
            self._show_kept()
        self.contents.select(f"page:{name}")

    @cached_property
    def _printer(self) -> LessonPrinter:
        from familysupport.ui.learn.printing import LessonPrinter

        return LessonPrinter(self._context, self)

    def _print_lesson(self, lesson_id: str) -> None:
        self._printer.print_lesson(lesson_id)

    def _print_unit(self, unit_id: str) -> None:
        self._printer.print_unit(unit_id)

    def _print_booklet(self, lesson_ids: list[str], name: str) -> None:
        self._printer.print_booklet(lesson_ids, name)

    def _tie(self) -> None:
        rooms = self.rooms
        self.contents.lesson_chosen.connect(self.show_lesson)
        self.contents.page_chosen.connect(self.show_page)
        self.contents.hit_chosen.connect(self._open_hit)
        self.contents.entered.connect(self.rooms.take_focus)
        rooms.lesson_asked.connect(self.show_lesson)
        rooms.place_asked.connect(self.show_lesson)
        rooms.page_asked.connect(self.show_page)
        rooms.emergency_asked.connect(self.emergency_asked)
        rooms.lesson_quiz_asked.connect(self._ask_lesson)
        rooms.place_reached.connect(self._moved)
        rooms.lesson_print_asked.connect(self._print_lesson)
        rooms.overview.unit_print_asked.connect(self._print_unit)
        rooms.booklet_asked.connect(self._print_booklet)
        rooms.chart_print_asked.connect(lambda page: self._printer.print_page(page, "timeline.pdf"))
        rooms.quiz_finished.connect(partial(self.show_page, "overview"))
        rooms.quiz_answered.connect(self._list)
        QShortcut(QKeySequence("Ctrl+K"), self).activated.connect(self._to_search)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._find)

    def _whereabouts(self) -> str:
        if self.rooms.current == "lesson":
            return f"lesson:{self.reader.lesson_id}:{self.reader.view.place():.4f}"
        if self.rooms.current == "quiz":
            return f"quiz:{self.rooms.quiz.lesson_id}:"
        return self.rooms.current

    def _come_back(self) -> None:
        last = self.window().property(_LAST) or "overview"
        page, lesson_id, place = [*last.split(":"), "", ""][:3]
        if page == "lesson":
            self.show_lesson(lesson_id)
            self.reader.view.go_to(float(place))
        elif page == "quiz":
            self._ask_lesson(lesson_id)
        else:
            self.show_page(page)

    def _ask_lesson(self, lesson_id: str, only: str = "") -> None:
        self._autosave.flush()
        questions = self._library.questions(lesson_id)
        self.rooms.show_room("quiz")
        some = [(lesson_id, one) for one in questions if only in ("", one.id)]
        self.rooms.quiz.begin(some, not self.contents.has_keyboard())

    def _ask_again(self) -> None:
        questions = self._to_ask_again()
        self.rooms.show_room("quiz" if questions else "overview")
        if questions:
            self.rooms.quiz.begin(questions, not self.contents.has_keyboard())

    def _to_ask_again(self) -> list[tuple[str, Question]]:
        missed = self._store.missed() if self._store else ()
        if not missed:
            return []
        from familysupport.learn.quiz import look_again

        return look_again(self._library, missed)

    def _open_hit(self, hit: Hit) -> None:
        from familysupport.learn.search import Where

        if hit.where is Where.TERM:
            self.show_page("words")
            self.rooms.words.open_at(hit.id)
            return
        if hit.where is Where.QUESTION:
            self._ask_lesson(hit.id, hit.section)
            return
        self.show_lesson(hit.id, hit.section)
        self.reader.show_section(hit.section, hit.marked)

    def _moved(self, lesson_id: str, place: float) -> None:
        if self._store:
            self._place = (lesson_id, place)
            self._autosave.touch()

    def _save_place(self) -> None:
        if self._store is None or self._place is None:
            return
        lesson_id, place = self._place
        self._place = None
        self._store.keep_place(lesson_id, place)
        reading = self._store.reading(lesson_id)
        if is_at_end(place) and reading and not reading.finished:
            self._store.set_finished(lesson_id, True)
        self._list()

    def _show_kept(self) -> None:
        self._list()
        if self.rooms.current == "overview":
            self.rooms.overview.show_kept(Kept(self._readings(), self._waiting()))

    def _list(self) -> None:
        readings = self._readings()
        self.contents.show_lessons(readings, self._waiting())
        name = self.rooms.current
        self.contents.select(self.reader.lesson_id if name == "lesson" else f"page:{name}")
        self._say_count(readings)

    def _readings(self) -> dict[str, Reading] | None:
        return self._store.readings() if self._store else None

    def _waiting(self) -> int:
        return len(self._to_ask_again())

    def _say_count(self, readings: dict[str, Reading] | None) -> None:
        if readings is None:
            return
        lessons = self._library.lessons()
        words = self.tr("{read} of {total} lessons read")
        self.status_changed.emit(
            words.format(read=read_count(lessons, readings), total=len(lessons))
        )

    def _find(self) -> None:
        if self.rooms.current == "lesson":
            self.reader.find_bar.open()
        elif self.rooms.current == "words":
            self.rooms.words.field.setFocus()
        else:
            self._to_search()

    def _to_search(self) -> None:
        self.contents.field.setFocus()
        self.contents.field.selectAll()
