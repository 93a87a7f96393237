"""The text of a lesson: short lines, pictures, words explained where they stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QPoint, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from familysupport.content.library import Library
from familysupport.content.references import Reference
from familysupport.ui.kit.prose import Prose
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.learn.explain import Explain
from familysupport.ui.learn.lesson_html import reference_words
from familysupport.ui.learn.look import line_width, style_sheet, text_font
from familysupport.ui.learn.pictures import picture_image
from familysupport.ui.learn.table_fit import fit_tables

_LEFT, _TOP = 30, 22
_READING = 90
_SECTION = 2


class LessonView(Prose):
    """Shows one page of Learn; `lesson_asked` and `emergency_asked` follow its links."""

    lesson_asked = Signal(str)
    emergency_asked = Signal(str)
    page_asked = Signal(str)
    note_asked = Signal(str)
    moved = Signal(float)

    def __init__(self, library: Library, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self._library = library
        self._references: Sequence[Reference] = ()
        self._pressed: QPoint | None = None
        self.explain = Explain(self)
        self.setFont(text_font(self.font()))
        self.document().setDefaultStyleSheet(style_sheet())
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._ways = {
            "lesson": self.lesson_asked,
            "emergency": self.emergency_asked,
            "page": self.page_asked,
            "note": self.note_asked,
        }
        self.followed.connect(self._follow)
        self.verticalScrollBar().valueChanged.connect(lambda _: self.moved.emit(self.place()))

    def show_html(self, html: str, references: Sequence[Reference] = ()) -> None:
        """Show a page from its top."""
        self.explain.hide()
        self._references = references
        self.setExtraSelections([])
        self.setHtml(html)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def place(self) -> float:
        """Return how far down the page is, 0 to 1; a page without scrolling is at its end."""
        bar = self.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 1.0

    def go_to(self, place: float) -> None:
        """Scroll to a place, 0 to 1, once the page is laid out."""
        QTimer.singleShot(0, self, lambda: self._scroll(place))

    def go_to_section(self, section: str, words: Sequence[str] = ()) -> None:
        """Bring a section to the top and mark the words someone looked for."""
        if section:
            self.scrollToAnchor(section)
        self.mark(words)
        if words:
            self._show_first(section)

    def section(self) -> tuple[str, str]:
        """Return the name and the heading of the section being read; before the first, nothing."""
        top = self.cursorForPosition(QPoint(scaled(_LEFT) + 2, scaled(_READING))).block()
        while top.isValid():
            if top.blockFormat().headingLevel() == _SECTION:
                for name in _anchors(top):
                    return name, top.text()
            top = top.previous()
        return "", ""

    def heading_of(self, section: str) -> str:
        """Return the heading of a section by its name."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _SECTION and section in _anchors(block):
                return block.text()
            block = block.next()
        return ""

    def mark(self, words: Sequence[str]) -> None:
        """Mark every place of these words."""
        look = QTextCharFormat()
        look.setBackground(QColor(current_theme().amber_soft))
        look.setForeground(QColor(current_theme().ink))
        look.setFontUnderline(True)
        marks = []
        for word in words:
            cursor = self.document().find(word)
            while not cursor.isNull():
                mark = QTextEdit.ExtraSelection()
                mark.cursor, mark.format = cursor, look
                marks.append(mark)
                cursor = self.document().find(word, cursor)
        self.setExtraSelections(marks)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Draw our own pictures; nothing else is ever loaded."""
        address = name.toString() if isinstance(name, QUrl) else name
        is_image = kind == QTextDocument.ResourceType.ImageResource.value
        if is_image and address.startswith("picture:"):
            path = self._library.picture(address.removeprefix("picture:"))
            return picture_image(path, self.devicePixelRatioF())
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short and the reader at the same place."""
        place = self.place()
        super().resizeEvent(event)
        self._fit()
        self._scroll(place if self.verticalScrollBar().maximum() else 0.0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the mouse is, to explain a word there."""
        self._pressed = event.position().toPoint()
        self.explain.hide()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Explain at the word itself when a key is used."""
        self._pressed = None
        super().keyPressEvent(event)

    def _fit(self) -> None:
        frame = self.document().rootFrame()
        look = frame.frameFormat()
        room = self.viewport().width() - scaled(_LEFT) - 8
        look.setLeftMargin(scaled(_LEFT))
        look.setTopMargin(scaled(_TOP))
        look.setBottomMargin(scaled(_TOP))
        look.setRightMargin(max(8.0, room - line_width(self.font())))
        frame.setFrameFormat(look)
        fit_tables(self.document(), min(room - 8, line_width(self.font())))

    def _scroll(self, place: float) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(round(place * bar.maximum()))

    def _show_first(self, section: str) -> None:
        """Put the first mark at or after the section on the screen."""
        top = self.cursorForPosition(QPoint(scaled(_LEFT) + 2, 4)).position() if section else 0
        for mark in sorted(self.extraSelections(), key=_start):
            if _start(mark) >= top:
                cursor = QTextCursor(mark.cursor)
                cursor.setPosition(cursor.selectionStart())
                self.setTextCursor(cursor)
                self.ensureCursorVisible()
                return

    def _follow(self, address: str) -> None:
        kind, _, name = address.partition(":")
        if kind == "term":
            self._explain_term(name)
        elif kind == "source":
            self._explain_source(name)
        elif kind in self._ways:
            self._ways[kind].emit(name)

    def show_term(self, name: str) -> None:
        """Explain a word of the glossary at the top of the page."""
        self._pressed = QPoint(scaled(_LEFT), scaled(_TOP))
        self._explain_term(name)

    def _explain_term(self, name: str) -> None:
        term = self._library.term(name)
        if term:
            say = self.tr("Say: {sound}").format(sound=term.say) if term.say else ""
            self.explain.explain(term.word, say, term.meaning, self._spot())

    def _explain_source(self, number: str) -> None:
        for one in self._references:
            if str(one.number) == number:
                name = self.tr("Source {number}").format(number=one.number)
                self.explain.explain(name, "", reference_words(one), self._spot())

    def _spot(self) -> QPoint:
        if self._pressed is not None:
            return self._pressed
        return self.cursorRect().bottomLeft()


def _anchors(block: QTextBlock) -> list[str]:
    cursor = QTextCursor(block)
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    return [name for name in cursor.charFormat().anchorNames() if name]


def _start(mark: QTextEdit.ExtraSelection) -> int:
    cursor: QTextCursor = mark.cursor
    return cursor.selectionStart()
