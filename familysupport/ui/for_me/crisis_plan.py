"""The person's own plan for hard days: written part by part, saved by itself, printed."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QWidget

from familysupport.content.emergency import PhoneNumber
from familysupport.context import AppContext
from familysupport.emergency.numbers import spoken_for
from familysupport.for_me.crisis_plan import NAME, Line, plan_page, read_crisis_plan
from familysupport.for_me.store import ForMeStore
from familysupport.ui.for_me.care import SITUATION, NumberLine, crisis_lines, own_country
from familysupport.ui.for_me.room import Room
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, page_count
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, body, button, heading, muted
from familysupport.ui.kit.writing import PlainEditor

FILE_NAME = "plan.pdf"
_TALL = 84
_SMALLEST_PT = 9


class CrisisPlanPage(Room):
    """Asks for each part in a few words, and shows whom to call in one's own country."""

    def __init__(
        self,
        store: ForMeStore,
        context: AppContext,
        machine: Machine | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._plan = read_crisis_plan(context.content)
        super().__init__(self._plan.title, self._plan.about, parent)
        self._store = store
        self._context = context
        self._machine = machine
        self._autosave = Autosave(self._save, self)
        self._fields: dict[str, PlainEditor] = {}
        self._first = body("")
        self._calls = Card()
        self._lines: list[QWidget] = []
        self._lay_out()

    def refresh(self) -> None:
        """Show what is kept, and the numbers of the country chosen now."""
        self.flush()
        answers = self._store.page(NAME)
        for name, field in self._fields.items():
            field.blockSignals(True)
            field.setPlainText(answers.get(name, ""))
            field.blockSignals(False)
        self._first.setText(self._first_words())
        for line in self._lines:
            line.deleteLater()
        self._lines = [NumberLine(one) for one in self._numbers()]
        for line in self._lines:
            self._calls.body.addWidget(line)

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_first(self) -> None:
        """Go to the first part."""
        next(iter(self._fields.values())).setFocus()
        self.verticalScrollBar().setValue(0)

    def sheet(self, choices: Choices) -> PrintSheet:
        """Return the plan for one sheet: a long one in somewhat smaller words, never under 9 pt."""
        lines = [Line(self._called(one), one.number, one.hours) for one in self._numbers()]
        page = plan_page(self._plan, self._written(), self._first_words(), lines, self._checked())
        found = PrintSheet("", page, choices.paper, choices.font_pt)
        while page_count(found) > 1 and found.font_pt > _SMALLEST_PT:
            found = found._replace(font_pt=found.font_pt - 1)
        return found

    def _numbers(self) -> tuple[PhoneNumber, ...]:
        return crisis_lines(own_country(self._context))

    def _first_words(self) -> str:
        return spoken_for(self._plan.first, own_country(self._context))

    def _called(self, one: PhoneNumber) -> str:
        name = one.name if one.status == "listed" else f"{one.name} ({self._plan.unsure})"
        return f"{name} · {one.text}" if one.text else name

    def _checked(self) -> str:
        day = min(one.checked_on for one in self._numbers())
        spoken = QLocale().toString(QDate(day.year, day.month, day.day), self.tr("d MMMM yyyy"))
        return self._plan.checked.format(day=spoken)

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

    def _lay_out(self) -> None:
        first = Card("soft")
        first.body.addWidget(self._first)
        now = button(self.tr("More help now"), "phone")
        now.clicked.connect(lambda: self.emergency_asked.emit(SITUATION))
        first.body.addLayout(Flow(now))
        self.body.addWidget(first)
        for one in self._plan.part:
            field = PlainEditor(one.title)
            field.setFixedHeight(scaled(_TALL))
            field.setAccessibleDescription(one.help)
            field.textChanged.connect(self._autosave.touch)
            self._fields[one.id] = field
            self.body.addWidget(heading(one.title))
            self.body.addWidget(muted(one.help))
            self.body.addWidget(field)
        self.body.addWidget(heading(self._plan.numbers))
        self.body.addWidget(self._calls)
        show = button(self.tr("Print…"), "print")
        show.clicked.connect(self._preview)
        self.body.addLayout(Flow(show))
        self.body.addStretch(1)
