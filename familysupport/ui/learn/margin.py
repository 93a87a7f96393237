"""What a person puts beside a lesson: bookmarks, and notes that save themselves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from familysupport.content.model import Lesson
from familysupport.learn.store import LearnStore
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, button, label, row
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.learn.lesson_html import NOTHING, Beside


class Margin(QFrame):
    """Keeps notes and bookmarks of one lesson in the store; without a store it holds nothing."""

    changed = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store: LearnStore | None = None
        self._lesson: Lesson | None = None
        self._section = ""
        self._where = label("", "strong")
        self.editor = PlainEditor(self.tr("Your note"))
        self.editor.setPlaceholderText(self.tr("Only you see this. It saves itself."))
        self.editor.setFixedHeight(scaled(96))
        self.delete = button(self.tr("Delete note"), "trash")
        self.done = button(self.tr("Done"), kind="primary")
        self.undo = UndoBar()
        self._panel = QFrame()
        self._panel.setProperty("card", "true")
        inside = QVBoxLayout(self._panel)
        inside.setContentsMargins(16, 10, 16, 10)
        inside.addWidget(self._where)
        inside.addWidget(self.editor)
        inside.addLayout(row(self.delete, 1, self.done))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 0, 24, 0)
        layout.addWidget(self.undo)
        layout.addWidget(self._panel)
        self._panel.hide()
        self._autosave = Autosave(self._save, self)
        self.editor.textChanged.connect(self._autosave.touch)
        self.done.clicked.connect(self.leave)
        self.delete.clicked.connect(self._delete)

    @property
    def is_open(self) -> bool:
        """Say whether a note is being written."""
        return not self._panel.isHidden()

    def remember(self, store: LearnStore | None) -> None:
        """Keep things in `store`; with nothing, forget what is on the screen at once."""
        self.flush()
        self._store = store
        self._panel.hide()
        self.undo.hide()
        self._put("")

    def show_lesson(self, lesson: Lesson) -> None:
        """Turn to another lesson."""
        self.flush()
        self._panel.hide()
        self._lesson = lesson

    def flush(self) -> None:
        """Save what is being written at once."""
        self._autosave.flush()

    def beside(self) -> Beside:
        """Return what stands beside the lesson."""
        if self._store is None or self._lesson is None:
            return NOTHING
        name = self._lesson.id
        notes = {note.section: note.text for note in self._store.notes(name)}
        marked = (one.section for one in self._store.bookmarks() if one.lesson_id == name)
        return Beside(notes, frozenset(marked))

    def write(self, section: str, heading: str) -> None:
        """Open the note beside a section."""
        if self._store is None or self._lesson is None:
            return
        self.flush()
        self._section = section
        note = self._store.note(self._lesson.id, section)
        self._put(note.text if note else "")
        where = self.tr("Note beside “{heading}”")
        self._where.setText(where.format(heading=heading or self._lesson.title))
        self.delete.setVisible(note is not None)
        self._panel.show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def toggle_bookmark(self, section: str, heading: str) -> None:
        """Mark a section, or take its mark away."""
        if self._store is None or self._lesson is None:
            return
        lesson = self._lesson
        here = [
            one
            for one in self._store.bookmarks()
            if (one.lesson_id, one.section) == (lesson.id, section)
        ]
        if here:
            self._store.delete_bookmark(here[0].id)
            announce(self, self.tr("Bookmark taken away"))
        else:
            self._store.add_bookmark(lesson.id, section, heading or lesson.title)
            announce(self, self.tr("Bookmark set: {place}").format(place=heading or lesson.title))
        self.changed.emit()

    def leave(self) -> None:
        """Save and close the note."""
        self.flush()
        self._panel.hide()
        self.changed.emit()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the note; it is saved."""
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.leave()
            return
        super().keyPressEvent(event)

    def _save(self) -> None:
        if self._store and self._lesson and self.is_open:
            self._store.save_note(self._lesson.id, self._section, self.editor.toPlainText())

    def _delete(self) -> None:
        self.flush()
        if self._store is None or self._lesson is None:
            return
        store, name, section = self._store, self._lesson.id, self._section
        store.save_note(name, section, "")
        self._panel.hide()
        self._put("")
        self.undo.offer(self.tr("Note deleted."), partial(self._bring_back, store, name, section))
        self.changed.emit()
        self.closed.emit()

    def _bring_back(self, store: LearnStore, lesson_id: str, section: str) -> None:
        if store is self._store:
            store.restore_note(lesson_id, section)
            self.changed.emit()

    def _put(self, text: str) -> None:
        self.editor.blockSignals(True)
        self.editor.setPlainText(text)
        self.editor.blockSignals(False)
