"""The letter part by part: a question to begin each, and a place to answer it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from familysupport.statements.draft import Block, Section, compose, sections
from familysupport.statements.model import Part
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Page, heading, muted, row
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.statements.prompts import part_names, part_prompts

_FEWEST, _MOST = 2, 16


class Guided(Page):
    """Shows the parts of one letter; `touched` follows each change by the person."""

    touched = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Block] | None = None
        self._fields: list[_Field] = []
        self._changed = False
        self._holder: QWidget | None = None
        self.body.setContentsMargins(0, 0, 12, 0)
        self.body.addStretch(1)

    @property
    def changed(self) -> bool:
        """Return whether something was typed or sorted since `blocks` was asked for last."""
        return self._changed

    def show_blocks(self, found: Sequence[Block]) -> None:
        """Show a letter; nothing is built anew while it reads the same."""
        if self._shown == list(found):
            return
        self._shown = list(found)
        self._changed = False
        self._build(sections(found))

    def blocks(self) -> list[Block]:
        """Return the letter as it is written now."""
        if self._changed or self._shown is None:
            self._shown = compose([field.section() for field in self._fields])
            self._changed = False
        return list(self._shown)

    def begin(self) -> None:
        """Put the cursor into the first part that is empty, else into the first."""
        empty = [field for field in self._fields if not field.section().body.strip()]
        for field in (empty or self._fields)[:1]:
            field.begin()

    def _build(self, found: Sequence[Section]) -> None:
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        layout = QVBoxLayout(self._holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._fields = [_Field(section) for section in found]
        for field in self._fields:
            field.touched.connect(self._touch)
            field.placed.connect(self._sort)
            layout.addWidget(field)
        self.body.insertWidget(0, self._holder)
        self._holder.show()

    def _touch(self) -> None:
        self._changed = True
        self.touched.emit()

    def _sort(self) -> None:
        self._shown = compose([field.section() for field in self._fields])
        self._build(sections(self._shown))
        self._touch()


class _Field(QWidget):
    """One part: its name, its question, and its words; unsorted words can be given a part."""

    touched = Signal()
    placed = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if section.part:
            name = part_names()[section.part]
            layout.addWidget(heading(name))
            layout.addWidget(muted(part_prompts()[section.part]))
        else:
            name = self.tr("Words that belong to no part yet")
            layout.addLayout(row(muted(name), self._sorter()))
        self._editor = _Growing(name)
        self._editor.setPlainText(section.body)
        self._editor.textChanged.connect(self.touched)
        layout.addWidget(self._editor)

    def section(self) -> Section:
        """Return the part as it is written now."""
        return replace(self._section, body=self._editor.toPlainText())

    def begin(self) -> None:
        self._editor.setFocus()

    def _sorter(self) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(self.tr("Which part these words belong to"))
        box.addItem(self.tr("Belongs to…"), "")
        for part, name in part_names().items():
            box.addItem(name, part.value)
        box.activated.connect(lambda: self._sort(box.currentData()))
        return box

    def _sort(self, part: str) -> None:
        if part:
            self._section = replace(self._section, part=Part(part))
            self.placed.emit()


class _Growing(PlainEditor):
    """A place to write that grows with its words, up to a point."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """As tall as the words need."""
        lines = max(_FEWEST, min(_MOST, round(self.document().size().height())))
        tall = lines * self.fontMetrics().lineSpacing() + scaled(28)
        return QSize(super().sizeHint().width(), tall)

    def minimumSizeHint(self) -> QSize:
        """As tall as the words need: the page scrolls, not this."""
        return QSize(scaled(120), self.sizeHint().height())
