"""The Learn tab: the contents, the lesson, and what is remembered while unlocked."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.learn.model import Reading
from familysupport.learn.progress import is_at_end, next_lesson, read_count
from familysupport.learn.search import Hit, Where
from familysupport.learn.store import LearnStore
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.tab import Tab
from familysupport.ui.learn.contents import Contents
from familysupport.ui.learn.printing import LessonPrinter
from familysupport.ui.learn.reader import Reader


class LearnTab(Tab):
    """Complete without a passphrase; with an open vault it also remembers."""

    emergency_asked = Signal(str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._library = context.content
        self._store: LearnStore | None = None
        self._place: tuple[str, float] | None = None
        self.contents = Contents(self._library)
        self.reader = Reader(self._library)
        self._printer = LessonPrinter(context, self)
        self._autosave = Autosave(self._save_place, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self.contents, self.reader))
        self.contents.lesson_chosen.connect(self.show_lesson)
        self.contents.hit_chosen.connect(self._open_hit)
        self.reader.lesson_asked.connect(self.show_lesson)
        self.reader.emergency_asked.connect(self.emergency_asked)
        self.reader.print_asked.connect(self._printer.print_lesson)
        self.reader.moved.connect(self._moved)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._to_search)
        self.contents.show_lessons(None)

    def refresh(self) -> None:
        """Read afresh what was read; the first time, open what to read next."""
        readings = self._readings()
        self.contents.show_lessons(readings)
        if not self.reader.lesson_id:
            first = next_lesson(self._library.lessons(), readings or {})
            if first is None and self._library.lessons():
                first = self._library.lessons()[0]
            if first:
                self.show_lesson(first.id)
        self.contents.select(self.reader.lesson_id)
        self._say_count(readings)

    def flush(self) -> None:
        """Keep the place at once."""
        self._autosave.flush()

    def remember(self, store: LearnStore | None) -> None:
        """Begin to remember in `store`, or with nothing forget at once."""
        if store is None:
            self._place = None
        self._autosave.flush()
        self._store = store
        if store:
            store.purge_old()
        if self.reader.lesson_id or self.isVisible():
            self.refresh()

    def show_lesson(self, lesson_id: str, place: str = "") -> None:
        """Open a lesson where it was left, or at the section `place`."""
        lesson = self._library.lesson(lesson_id)
        if lesson is None:
            return
        self._autosave.flush()
        reading = self._store.reading(lesson_id) if self._store else None
        begun = reading.place if reading and not reading.finished and not place else 0.0
        self.reader.show_lesson(lesson, begun)
        if place:
            self.reader.show_section(place)
        self.contents.select(lesson_id)

    def _open_hit(self, hit: Hit) -> None:
        if hit.where is Where.TERM:
            self.reader.view.show_term(hit.id)
            return
        self.show_lesson(hit.id, hit.section)
        self.reader.show_section(hit.section, hit.marked)
        self.reader.view.setFocus()

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
        readings = self._readings()
        self.contents.show_lessons(readings)
        self.contents.select(self.reader.lesson_id)
        self._say_count(readings)

    def _readings(self) -> dict[str, Reading] | None:
        return self._store.readings() if self._store else None

    def _say_count(self, readings: dict[str, Reading] | None) -> None:
        if readings is None:
            return
        lessons = self._library.lessons()
        words = self.tr("{read} of {total} lessons read")
        self.status_changed.emit(
            words.format(read=read_count(lessons, readings), total=len(lessons))
        )

    def _to_search(self) -> None:
        self.contents.field.setFocus()
        self.contents.field.selectAll()
