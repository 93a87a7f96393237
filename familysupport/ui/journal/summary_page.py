"""A summary for a counsellor: nothing is in it that was not ticked, in an order of one's own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDateEdit, QWidget

from familysupport.context import AppContext
from familysupport.documents.page import Page as PaperPage
from familysupport.documents.plain import to_text
from familysupport.journal.store import JournalStore
from familysupport.journal.summary import (
    PAGE,
    Item,
    Order,
    moved,
    span_before,
    still_there,
    summary_page,
    toggled,
)
from familysupport.ui.journal.summary_lines import MOST, QUESTION, SummaryLines
from familysupport.ui.journal.summary_list import TickList, TickModel
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.in_sight import LARGE
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled, text_scale
from familysupport.ui.kit.widgets import (
    Page,
    announce,
    body,
    button,
    heading,
    label,
    muted,
    row,
    title,
)
from familysupport.ui.kit.writing import PlainEditor

FILE_NAME = "notes.pdf"
_USUAL = 1
_SPANS = (14, 28, 91, 365)
_TALL = 300


class OrderList(RowList[Item]):
    """The lines picked, in their order; Alt with an arrow moves one, Delete takes it out."""

    moves = Signal(int)
    dropped = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen line, or take it out."""
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moves.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.dropped.emit()
        else:
            super().keyPressEvent(event)


class SummaryPage(Page):
    """Lets lines be ticked and put in order, shows at once what it becomes, and prints it."""

    closed = Signal()

    def __init__(
        self,
        lines: SummaryLines,
        store: JournalStore,
        context: AppContext,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._store = lines, store
        self._context, self._machine = context, machine
        self._order: Order = ()
        self._items: dict[str, Item] = {}
        self._autosave = Autosave(self._save, self)
        self._span = QComboBox()
        self._first, self._last = self._make_days()
        self._asks = PlainEditor(self.tr("Questions I want to ask, one a line"))
        self._asks.setFixedHeight(scaled(84))
        self._asks.textChanged.connect(self._autosave.touch)
        self._model = TickModel()
        self._ticks = TickList(self._model, self.tr("What could be told"))
        self._ticks.toggled.connect(self._toggle)
        self._picked: RowsModel[Item] = RowsModel(lambda one: Row(one.words, one.group))
        self._told = OrderList(self._picked, self.tr("What will be told, in this order"))
        self._told.moves.connect(self._move)
        self._told.dropped.connect(self._drop)
        self._shown = PlainEditor(self.tr("How it will read"))
        self._shown.setReadOnly(True)
        self._print = button(self.tr("Print or save as PDF…"), "print", "primary")
        self._print.clicked.connect(self._preview)
        self._fill_spans()
        self._lay_out()
        self._take_span()

    def refresh(self) -> None:
        """Read afresh what could be told; what was ticked stays ticked."""
        self.flush()
        self._asks.blockSignals(True)
        self._asks.setPlainText(self._store.page(PAGE).get("questions", ""))
        self._asks.blockSignals(False)
        self._read()

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_first(self) -> None:
        """Go to the lines that can be ticked, or to the top where large words leave no room."""
        self.verticalScrollBar().setValue(0)
        (self._back if text_scale() > LARGE else self._ticks).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def paper(self) -> PaperPage:
        """Return what was picked, as a page."""
        picked = [self._items[key] for key in self._order]
        return summary_page(self.tr("Notes for our talk"), picked, self._lines.text_of)

    def sheet(self, choices: Choices) -> PrintSheet:
        """Return what was picked, for paper."""
        return PrintSheet("", self.paper(), choices.paper, choices.font_pt)

    # ------------------------------------------------------------------ what is listed

    def _read(self) -> None:
        self._list(self._lines.items(_day(self._first), _day(self._last)))

    def _list(self, items: list[Item]) -> None:
        self._items = {one.key: one for one in items}
        self._order = still_there(self._order, self._items)
        self._model.set_items(items, self._order)
        self._show()

    def _take_span(self) -> None:
        days = self._span.currentData()
        if days:
            for field, day in zip(
                (self._first, self._last),
                span_before(self._context.clock.today(), days),
                strict=True,
            ):
                field.blockSignals(True)
                field.setDate(QDate(day.year, day.month, day.day))
                field.blockSignals(False)
            self._read()

    def _days_changed(self) -> None:
        self._span.setCurrentIndex(self._span.findData(0))
        self._read()

    def _save(self) -> None:
        self._store.save_page(PAGE, {"questions": self._asks.toPlainText()})
        period, *rest = self._items.values()
        others = [one for one in rest if not one.key.startswith(QUESTION)]
        self._list([period, *self._lines.questions(), *others])

    # ------------------------------------------------------------------ what is picked

    def _toggle(self, key: str) -> None:
        self._order = toggled(self._order, key)
        self._model.set_ticked(self._order)
        self._show()
        on = key in self._order
        announce(self._ticks, self.tr("ticked") if on else self.tr("not ticked"))

    def _move(self, by: int) -> None:
        key = self._chosen()
        if key:
            self._order = moved(self._order, key, by)
            self._show(key)
            self._told.setFocus()

    def _drop(self) -> None:
        key = self._chosen()
        if key:
            place = self._order.index(key)
            self._toggle(key)
            rest = self._order[place : place + 1] or self._order[-1:]
            self._show(rest[0] if rest else "")

    def _nothing(self) -> None:
        self._order = ()
        self._model.set_ticked(())
        self._show()

    def _chosen(self) -> str:
        index = self._told.currentIndex()
        return self._picked.at(index.row()).key if index.isValid() else ""

    def _show(self, chosen: str = "") -> None:
        self._picked.set_rows([self._items[key] for key in self._order])
        if chosen in self._order:
            self._told.select(self._order.index(chosen))
        place = self._shown.verticalScrollBar().value()
        there = bool(self._order)
        self._shown.setPlainText(to_text(self.paper()) if there else "")
        self._shown.verticalScrollBar().setValue(place)
        for one in self._needs_lines:
            one.setEnabled(there)

    def _preview(self) -> None:
        self.flush()
        paper = self._context.settings().paper
        dialog = PreviewDialog(
            self.sheet, FILE_NAME, self.window(), Choices(paper), machine=self._machine
        )
        dialog.exec()
        dialog.deleteLater()

    # ------------------------------------------------------------------ how it is laid out

    def _make_days(self) -> tuple[QDateEdit, QDateEdit]:
        fields = (QDateEdit(), QDateEdit())
        names = (self.tr("First day"), self.tr("Last day"))
        for field, name in zip(fields, names, strict=True):
            field.setAccessibleName(name)
            field.setCalendarPopup(True)
            field.setDisplayFormat(self.tr("d MMM yyyy"))
            field.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
            field.dateChanged.connect(self._days_changed)
        return fields

    def _fill_spans(self) -> None:
        names = (
            self.tr("The last two weeks"),
            self.tr("The last four weeks"),
            self.tr("The last three months"),
            self.tr("The last year"),
        )
        for name, days in zip(names, _SPANS, strict=True):
            self._span.addItem(name, days)
        self._span.addItem(self.tr("Days of your own"), 0)
        self._span.setAccessibleName(self.tr("Which days"))
        self._span.setCurrentIndex(_USUAL)
        self._span.activated.connect(self._take_span)

    def _lay_out(self) -> None:
        up, down, out = (
            self._act(self.tr("Up"), "up", lambda: self._move(-1)),
            self._act(self.tr("Down"), "down", lambda: self._move(1)),
            self._act(self.tr("Take out"), "close", self._drop),
        )
        nothing = self._act(self.tr("Take all out"), "", self._nothing)
        self._needs_lines = (up, down, out, nothing, self._print)
        back = self._back = button(self.tr("Back to the entries"), "back", "quiet")
        back.clicked.connect(self.closed)
        self.body.addLayout(row(back, 1))
        for widget, tall in ((self._ticks, _TALL), (self._told, 200), (self._shown, 240)):
            widget.setFixedHeight(scaled(tall))
        self.body.addWidget(title(self.tr("Summary for a counselor")))
        self.body.addWidget(
            body(
                self.tr(
                    "Pick what you want to tell, line by line. Nothing is in it that you did"
                    " not tick, and nothing leaves this computer unless you print or save it."
                )
            )
        )
        self.body.addLayout(Flow(self._span, self._first, self._last))
        self.body.addWidget(label(self.tr("Questions I want to ask, one a line"), "strong"))
        self.body.addWidget(self._asks)
        self.body.addWidget(heading(self.tr("What could be told")))
        self.body.addWidget(muted(self._how_to_tick()))
        self.body.addWidget(self._ticks)
        self.body.addWidget(heading(self.tr("What will be told, in this order")))
        self.body.addWidget(muted(self.tr("Alt with an arrow moves a line, Delete takes it out.")))
        self.body.addWidget(self._told)
        self.body.addLayout(Flow(up, down, out, nothing))
        self.body.addWidget(heading(self.tr("How it will read")))
        self.body.addWidget(self._shown)
        self.body.addLayout(Flow(self._print))
        self.body.addStretch(1)

    def _how_to_tick(self) -> str:
        return self.tr(
            "The arrows walk through it, Space ticks a line. Of a long time, the newest {count}"
            " entries and check-ins stand here."
        ).format(count=MOST)

    def _act(self, words: str, icon: str, act: Callable[[], None]) -> QWidget:
        result = button(words, icon)
        result.clicked.connect(act)
        return result


def _day(field: QDateEdit) -> date:
    shown = field.date()
    return date(shown.year(), shown.month(), shown.day())
