"""The left column of Learn: a search field over the contents, or over what was found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.learn.model import Reading
from familysupport.learn.progress import State, state
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.widgets import announce, muted
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.learn.words import more_pages, unit_words

if TYPE_CHECKING:  # fetched when the field for searching is entered
    from familysupport.learn.search import Hit, Search

# The words are read while nobody types yet, so that the first letter finds as fast as the next.
_READY_AFTER_MS = 600
_ICONS = {State.READ: "check", State.HALF: "half", State.UNREAD: "circle"}


class Entry(NamedTuple):
    """A line of the contents; without an id it is the name of a unit."""

    id: str
    title: str
    detail: str = ""
    icon: str = ""


class Contents(QWidget):
    """Lists the lessons by unit; while something is typed, lists what was found instead.

    Walking through a list shows each page; `entered` asks to go on in the page itself.
    """

    lesson_chosen = Signal(str)
    page_chosen = Signal(str)
    hit_chosen = Signal(object)
    entered = Signal()

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._search: Search | None = None
        self.field = QLineEdit()
        self.field.setInputMethodHints(UNLEARNED)
        self.field.setPlaceholderText(self.tr("Search the lessons…"))
        self.field.setAccessibleName(self.tr("Search the lessons and the word list"))
        self.field.setClearButtonEnabled(True)
        self._entries: RowsModel[Entry] = RowsModel(_entry_row, self)
        self.list: RowList[Entry] = RowList(self._entries, self.tr("Lessons"))
        self._hits: RowsModel[Hit] = RowsModel(self._hit_row, self)
        self.hits: RowList[Hit] = RowList(self._hits, self.tr("What was found"))
        self._nothing = muted("")
        self._pages = QStackedWidget()
        found = QWidget()
        found_layout = QVBoxLayout(found)
        found_layout.setContentsMargins(0, 0, 0, 0)
        found_layout.addWidget(self._nothing)
        found_layout.addWidget(self.hits, 1)
        self._pages.addWidget(self.list)
        self._pages.addWidget(found)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 12)
        layout.setSpacing(10)
        layout.addWidget(self.field)
        layout.addWidget(self._pages, 1)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self.hits.chosen.connect(self.hit_chosen)
        self.hits.activated.connect(lambda index: self._go_in(index.row()))
        self.list.activated.connect(self.entered)

    def show_lessons(self, readings: Mapping[str, Reading] | None, waiting: int = 0) -> None:
        """List the lessons; without readings nothing is said about what was read."""
        rows = [Entry("page:overview", self.tr("Overview"), icon="learn")]
        for unit in self._library.units():
            lessons = [one for one in self._library.lessons() if one.unit == unit.id]
            if lessons:
                rows.append(Entry("", unit.title, unit_words(lessons, readings)))
            for lesson in lessons:
                minutes = self.tr("{minutes} min").format(minutes=lesson.minutes)
                how_far = None if readings is None else state(readings.get(lesson.id))
                detail = " · ".join(part for part in (minutes, self._words(how_far)) if part)
                icon = _ICONS[how_far] if how_far else ""
                rows.append(Entry(lesson.id, lesson.title, detail, icon))
        rows.append(Entry("", self.tr("What else is here")))
        for page, icon, words in more_pages(readings is not None, waiting):
            rows.append(Entry(f"page:{page}", words, icon=icon))
        if rows != self._entries.rows():
            self._entries.set_rows(rows)

    def select(self, name: str) -> None:
        """Show which lesson is open, or which page as `page:` and its name."""
        ids = [entry.id for entry in self._entries.rows()]
        if name in ids:
            self.list.select(ids.index(name))
        else:
            self.list.clearSelection()

    def has_keyboard(self) -> bool:
        """Say whether someone walks through the list with the keys just now."""
        return self.list.hasFocus() or self.hits.hasFocus()

    def search_for(self, words: str) -> None:
        """Search as if `words` had been typed."""
        self.field.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes into the list, Enter opens the first hit, Escape empties the field."""
        if watched is self.field and isinstance(event, QKeyEvent) and self._key(event):
            return True
        if watched is self.field and event.type() == QEvent.Type.FocusIn:
            QTimer.singleShot(_READY_AFTER_MS, self, self._get_ready)
        return super().eventFilter(watched, event)

    def _go_in(self, row: int) -> None:
        self.hit_chosen.emit(self._hits.at(row))
        self.entered.emit()

    def _get_ready(self) -> Search:
        if self._search is None:
            from familysupport.learn.search import Search

            self._search = Search(self._library)
        return self._search

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() == Qt.Key.Key_Down:
            (self.hits if self._pages.currentIndex() else self.list).setFocus()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._pages.currentIndex() and self._hits.rowCount():
                self._go_in(max(0, self.hits.currentIndex().row()))
            return True
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return True
        return False

    def _look(self, text: str) -> None:
        if not text.strip():
            self._pages.setCurrentIndex(0)
            self._hits.set_rows([])
            self._nothing.clear()
            return
        hits = self._get_ready().find(text)
        self._hits.set_rows(hits)
        words = self.tr("Nothing found for “{words}”. Try a shorter word.")
        self._nothing.setText("" if hits else words.format(words=text.strip()))
        self._nothing.setVisible(not hits)
        self._pages.setCurrentIndex(1)
        count = self.tr("{count} found").format(count=len(hits))
        QTimer.singleShot(0, self, lambda: announce(self.field, count))

    def _choose(self, entry: Entry) -> None:
        kind, _, page = entry.id.partition(":")
        if page:
            self.page_chosen.emit(page)
        elif kind:
            self.lesson_chosen.emit(entry.id)

    def _words(self, how_far: State | None) -> str:
        if how_far is State.READ:
            return self.tr("read")
        return self.tr("half read") if how_far is State.HALF else ""

    def _hit_row(self, hit: Hit) -> Row:
        from familysupport.learn.search import Where

        kinds = {
            Where.LESSON: "{title}",
            Where.TERM: self.tr("Word: {title}"),
            Where.QUESTION: self.tr("Question: {title}"),
        }
        around = f"{hit.before}{hit.found}{hit.after}".strip()
        return Row(kinds[hit.where].format(title=hit.title), around)


def _entry_row(entry: Entry) -> Row:
    return Row(entry.title, entry.detail, entry.icon, section=not entry.id)
