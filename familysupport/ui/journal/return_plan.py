"""The plan for a return to use: written part by part, saved by itself, printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.context import AppContext
from familysupport.journal.return_plan import NAME, plan_page, read_return_plan
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.setback import LESSON
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.in_sight import LARGE
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.kit.theme import scaled, text_scale
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    body,
    button,
    heading,
    muted,
    row,
    title,
)
from familysupport.ui.kit.writing import PlainEditor

FILE_NAME = "plan.pdf"
Offers = Mapping[str, Callable[[], Sequence[str]]]
"""Lines that are noted elsewhere and may be taken over, by part of the plan."""
_TALL = 100


class ReturnPlanPage(Page):
    """Asks for each part in a few words; nothing has to be filled in."""

    closed = Signal()
    emergency_asked = Signal(str)
    lesson_asked = Signal(str)

    def __init__(
        self,
        store: JournalStore,
        context: AppContext,
        machine: Machine | None = None,
        offers: Offers | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._offers = offers or {}
        self._offered: dict[str, QPushButton] = {}
        self._store = store
        self._context = context
        self._machine = machine
        self._plan = read_return_plan(context.content)
        self._autosave = Autosave(self._save, self)
        self._fields: dict[str, PlainEditor] = {}
        close = self._close = button(self.tr("Back to the entries"), "back", "quiet")
        close.clicked.connect(self.closed)
        sheet = button(self.tr("Print…"), "print", "quiet")
        sheet.clicked.connect(self._preview)
        self.body.addLayout(Flow(close, sheet))
        self.body.addWidget(title(self._plan.title))
        self.body.addWidget(body(self._plan.about))
        self.body.addWidget(self._make_first())
        for one in self._plan.question:
            field = PlainEditor(one.title)
            field.setFixedHeight(scaled(_TALL))
            field.setAccessibleDescription(one.help)
            field.textChanged.connect(self._autosave.touch)
            self._fields[one.id] = field
            self.body.addWidget(heading(one.title))
            self.body.addWidget(muted(one.help))
            self.body.addWidget(field)
            if one.id in self._offers:
                self.body.addLayout(row(self._make_offer(one.id, one.title), 1))
        last = button(self.tr("Print…"), "print")
        last.clicked.connect(self._preview)
        self.body.addLayout(row(last, 1))
        self.body.addStretch(1)

    def refresh(self) -> None:
        """Show what is kept."""
        self.flush()
        answers = self._store.page(NAME)
        for name, field in self._fields.items():
            field.blockSignals(True)
            field.setPlainText(answers.get(name, ""))
            field.blockSignals(False)
        self._look_at_offers()

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_first(self) -> None:
        """Go to the first part, or to the top where large words leave no room for it there."""
        first = next(iter(self._fields.values()))
        (self._close if text_scale() > LARGE else first).setFocus()
        self.verticalScrollBar().setValue(0)

    def sheet(self, choices: Choices) -> PrintSheet:
        """Return the plan for paper."""
        page = plan_page(self._plan, self._written())
        return PrintSheet(page.title, page, choices.paper, choices.font_pt)

    def _make_first(self) -> QWidget:
        first = Card("attention")
        first.body.addWidget(body(self._plan.first))
        emergency = button(self.tr("Open Emergency"), "emergency", "emergency")
        emergency.clicked.connect(lambda: self.emergency_asked.emit("overdose"))
        lesson = button(self.tr("Read: the danger after a break"))
        lesson.clicked.connect(lambda: self.lesson_asked.emit(LESSON))
        first.body.addLayout(Flow(emergency, lesson, spacing=8))
        return first

    def _make_offer(self, name: str, title_words: str) -> QPushButton:
        take = button(self.tr("Take over what is noted"), "plus", "link")
        take.setAccessibleName(self.tr("Take over what is noted: {part}").format(part=title_words))
        take.clicked.connect(lambda: self._take_over(name))
        self._offered[name] = take
        return take

    def _missing(self, name: str) -> list[str]:
        """Return the lines that are noted elsewhere and do not stand in the part yet."""
        written = self._fields[name].toPlainText()
        return [line for line in self._offers[name]() if line not in written]

    def _look_at_offers(self) -> None:
        for name, take in self._offered.items():
            take.setVisible(bool(self._missing(name)))

    def _take_over(self, name: str) -> None:
        field = self._fields[name]
        written = [field.toPlainText().rstrip()] if field.toPlainText().strip() else []
        field.setFocus()
        field.selectAll()
        field.insertPlainText("\n".join([*written, *self._missing(name)]))
        self._look_at_offers()

    def _written(self) -> dict[str, str]:
        return {name: field.toPlainText() for name, field in self._fields.items()}

    def _save(self) -> None:
        self._store.save_page(NAME, self._written())

    def _preview(self) -> None:
        self.flush()
        paper = self._context.settings().paper
        dialog = PreviewDialog(
            self.sheet, FILE_NAME, self.window(), Choices(paper), machine=self._machine
        )
        dialog.exec()
        dialog.deleteLater()
