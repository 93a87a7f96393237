"""The letter part by part: a question to begin each, and a place to answer it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.statements.draft import Block, Section, compose, sections
from familysupport.statements.model import Part
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Page, button
from familysupport.ui.statements.part_field import Helping, PartField


class Guided(Page):
    """Shows the parts of one letter; `touched` follows each change by the person."""

    touched = Signal()
    step_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    built = Signal()
    sort_asked = Signal()

    def __init__(self, helping: Helping, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._helping = helping
        self._shown: list[Block] | None = None
        self._fields: list[PartField] = []
        self._changed = False
        self._holder: QWidget | None = None
        self.body.setContentsMargins(0, 0, 12, 0)
        self._sorter = button(self.tr("Sort what can be told apart"), kind="link")
        self._sorter.setToolTip(self.tr("Gives paragraphs their part. No word is changed."))
        self._sorter.clicked.connect(self.sort_asked)
        self.body.addLayout(Flow(self._sorter))
        self.body.addStretch(1)

    @property
    def changed(self) -> bool:
        """Return whether something was typed or sorted since `blocks` was asked for last."""
        return self._changed

    def show_blocks(self, found: Sequence[Block]) -> None:
        """Show a letter; what reads the same stays, and so does the cursor."""
        if self._shown == list(found):
            return
        self._shown = list(found)
        self._changed = False
        wanted = sections(found)
        if [one.part for one in wanted] != [field.part for field in self._fields]:
            self._build(wanted)
            return
        for field, section in zip(self._fields, wanted, strict=True):
            field.show_section(section)

    def blocks(self) -> list[Block]:
        """Return the letter as it is written now."""
        if self._changed or self._shown is None:
            self._shown = compose([field.section() for field in self._fields])
            self._changed = False
        return list(self._shown)

    def fields(self) -> list[PartField]:
        """Return the parts in the order of the letter."""
        return list(self._fields)

    def places(self) -> Iterator[tuple[PartField, int]]:
        """Yield each part that holds words, and where in the whole letter it begins."""
        start = 0
        written = [field for field in self._fields if field.section().body.strip()]
        for field, block in zip(written, compose([f.section() for f in written]), strict=True):
            yield field, start
            start += len(block.text)

    def begin(self) -> None:
        """Put the cursor into the first part that is empty, else into the first."""
        empty = [field for field in self._fields if not field.section().body.strip()]
        for field in (empty or self._fields)[:1]:
            self.go_to(field)

    def begin_part(self, part: Part) -> None:
        """Put the cursor into one part."""
        for field in self._fields:
            if field.part is part:
                self.go_to(field)
                return

    def go_to(self, field: PartField) -> None:
        """Put the cursor into `field` and bring it into sight."""
        field.editor.setFocus()
        self.ensureWidgetVisible(field)

    def _build(self, found: Sequence[Section]) -> None:
        had = next((one for one in self._fields if one.editor.hasFocus()), None)
        if self._holder is not None:
            self.body.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        layout = QVBoxLayout(self._holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(16)
        self._fields = [PartField(section, self._helping) for section in found]
        for field in self._fields:
            field.touched.connect(self._touch)
            field.placed.connect(self._sort)
            field.step_asked.connect(self.step_asked)
            field.opened.connect(self._bring)
            field.editor.undo_asked.connect(self.undo_asked)
            field.editor.redo_asked.connect(self.redo_asked)
            layout.addWidget(field)
        self.body.insertWidget(1, self._holder)
        self._sorter.setVisible(any(section.part is None for section in found))
        self._holder.show()
        if had is not None:
            self._stay_at(had)
        self.built.emit()

    def _stay_at(self, had: PartField) -> None:
        """Keep the cursor in the part it was in, or in the first that holds words."""
        same = [field for field in self._fields if field.part is had.part]
        for field in (same or self._fields)[:1]:
            cursor = field.editor.textCursor()
            cursor.movePosition(cursor.MoveOperation.End)
            field.editor.setTextCursor(cursor)
            field.editor.setFocus()

    def _bring(self, helper: QWidget) -> None:
        """Bring what was unfolded into sight, once it has its place."""
        QTimer.singleShot(0, helper, lambda: self.ensureWidgetVisible(helper))

    def _touch(self) -> None:
        self._changed = True
        self.touched.emit()

    def _sort(self) -> None:
        self._shown = compose([field.section() for field in self._fields])
        self._changed = True  # before anybody looks at the parts that are built anew
        self._build(sections(self._shown))
        self._touch()
