"""The page of words: each with how to say it, what it means, and where it stands."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from familysupport.content.library import Library
from familysupport.content.model import Lesson, Term
from familysupport.learn.glossary import homes, matching
from familysupport.ui.kit.widgets import announce, row
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.learn.lesson_view import LessonView


class GlossaryPage(QWidget):
    """Lists every explained word; typing leaves those that fit."""

    lesson_asked = Signal(str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._homes: Mapping[str, tuple[Lesson, ...]] | None = None
        self.field = QLineEdit()
        self.field.setInputMethodHints(UNLEARNED)
        self.field.setPlaceholderText(self.tr("Find a word…"))
        self.field.setAccessibleName(self.tr("Find a word in the list"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(420)
        self.view = LessonView(library, self.tr("Words explained"))
        top = row(self.field, 1)
        top.setStretch(0, 1)
        top.setContentsMargins(30, 16, 24, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self.view, 1)
        self.field.textChanged.connect(self._show)
        self.view.lesson_asked.connect(self.lesson_asked)

    def open(self) -> None:
        """Show the whole list, once."""
        if self._homes is None:
            self._show("")

    def open_at(self, term_id: str) -> None:
        """Show the list with one word at the top, and mark it."""
        self.field.clear()
        self.open()
        term = self._library.term(term_id)
        if term:
            self.view.go_to_section(term_id, (term.word,))

    def shown(self) -> str:
        """Return the words on the page."""
        return self.view.toPlainText()

    def _show(self, typed: str) -> None:
        if self._homes is None:
            self._homes = homes(self._library)
        terms = matching(self._library.terms(), typed)
        head = f"<h1>{escape(self.tr('Words explained'))}</h1>"
        nothing = self.tr("Nothing found for “{words}”. Try a shorter word.")
        if not terms:
            head += f"<p>{escape(nothing.format(words=typed.strip()))}</p>"
        self.view.show_html(head + "".join(self._term(term) for term in terms))
        if typed.strip():
            count = self.tr("{count} found").format(count=len(terms))
            QTimer.singleShot(0, self, lambda: announce(self.field, count))

    def _term(self, term: Term) -> str:
        lines = [f'<h2><a name="{term.id}"></a>{escape(term.word)}</h2>']
        if term.say:
            lines.append(_small(self.tr("Say: {sound}").format(sound=term.say)))
        lines.append(f"<p>{escape(term.meaning)}</p>")
        lessons = (self._homes or {}).get(term.id, ())
        if lessons:
            links = ", ".join(
                f'<a href="lesson:{one.id}">{escape(one.title)}</a>' for one in lessons
            )
            words = escape(self.tr("In: {lessons}"))
            lines.append(f'<p class="small">{words.format(lessons=links)}</p>')
        return "".join(lines)


def _small(text: str) -> str:
    return f'<p class="small">{escape(text)}</p>'
