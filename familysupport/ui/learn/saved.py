"""The page of bookmarks and notes: everything a person put beside the lessons."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.content.markdown import passages
from familysupport.learn.model import Bookmark, Note
from familysupport.learn.store import LearnStore
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.widgets import Card, Page, body, button, heading, label, muted, row, title


class SavedPage(QWidget):
    """Leads back to each place; a bookmark can be taken away, and brought back."""

    place_asked = Signal(str, str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._store: LearnStore | None = None
        self._page = Page(widest=760)
        self._inner: QWidget | None = None
        self.undo = UndoBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._page, 1)
        layout.addWidget(self.undo)

    def remember(self, store: LearnStore | None) -> None:
        """Show what is in `store`; with nothing, forget what is on the screen at once."""
        self._store = store
        self.undo.hide()
        self.refresh()

    def refresh(self) -> None:
        """Read afresh."""
        if self._inner is not None:
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget()
        layout = QVBoxLayout(self._inner)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        self._page.body.addWidget(self._inner)
        if self._store is not None:
            self._fill(layout, self._store)
        layout.addStretch(1)

    def _fill(self, layout: QVBoxLayout, store: LearnStore) -> None:
        layout.addWidget(title(self.tr("Bookmarks and notes")))
        bookmarks, notes = store.bookmarks(), store.all_notes()
        layout.addWidget(heading(self.tr("Bookmarks")))
        if not bookmarks:
            layout.addWidget(muted(self.tr("None yet. In a lesson, press Bookmark to set one.")))
        for bookmark in bookmarks:
            layout.addWidget(self._bookmark(bookmark))
        layout.addWidget(heading(self.tr("Notes")))
        if not notes:
            layout.addWidget(muted(self.tr("None yet. In a lesson, press Note to write one.")))
        for note in notes:
            layout.addWidget(self._note(note))

    def _bookmark(self, bookmark: Bookmark) -> QWidget:
        card = self._card(bookmark.lesson_id, bookmark.section)
        away = button(self.tr("Take away"), "trash", "quiet")
        name = self.tr("Take away the bookmark at {place}").format(place=bookmark.title)
        away.setAccessibleName(name)
        away.clicked.connect(partial(self._take_away, bookmark))
        card.body.addLayout(
            row(self._open(bookmark.lesson_id, bookmark.section, bookmark.title), 1, away)
        )
        return card

    def _note(self, note: Note) -> QWidget:
        card = self._card(note.lesson_id, note.section)
        card.body.addWidget(body(note.text.strip()))
        place = self._place(note.lesson_id, note.section)
        card.body.addLayout(row(self._open(note.lesson_id, note.section, place), 1))
        return card

    def _card(self, lesson_id: str, section: str) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 10, 12, 10)
        card.body.addWidget(label(self._where(lesson_id, section), "small"))
        return card

    def _open(self, lesson_id: str, section: str, place: str) -> QWidget:
        go = button(self.tr("Open"), "forward")
        go.setAccessibleName(self.tr("Open {place}").format(place=place))
        go.clicked.connect(lambda: self.place_asked.emit(lesson_id, section))
        return go

    def _where(self, lesson_id: str, section: str) -> str:
        lesson = self._library.lesson(lesson_id)
        title_of = lesson.title if lesson else ""
        place = self._place(lesson_id, section)
        return f"{title_of} · {place}" if place != title_of else title_of

    def _place(self, lesson_id: str, section: str) -> str:
        lesson = self._library.lesson(lesson_id)
        if lesson is None:
            return ""
        found = (
            one.text
            for one in passages(lesson.text)
            if one.kind == "heading" and one.section == section
        )
        return next(found, lesson.title)

    def _take_away(self, bookmark: Bookmark, _clicked: bool = False) -> None:
        if self._store is None:
            return
        self._store.delete_bookmark(bookmark.id)
        self.undo.offer(
            self.tr("Bookmark taken away."), partial(self._bring_back, self._store, bookmark.id)
        )
        self.refresh()

    def _bring_back(self, store: LearnStore, number: int) -> None:
        if store is self._store:
            store.restore_bookmark(number)
            self.refresh()
