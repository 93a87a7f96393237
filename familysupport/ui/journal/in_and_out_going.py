"""Taking entries out: which ones, in what shape, as a file or on paper."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QTimer
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QLineEdit, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.errors import FamilySupportError
from familysupport.journal.take_out import Outgoing, Shape, ending, take_out
from familysupport.session import Session
from familysupport.ui.journal.bring_in_steps import carry_out
from familysupport.ui.journal.bring_in_words import entries_word
from familysupport.ui.journal.paper import preview_entries
from familysupport.ui.kit.files import Kind, ask_where_to_save
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.preview import Machine
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, muted
from familysupport.ui.kit.writing import UNLEARNED

MOST_ON_PAPER = 1000
_COUNTED = 2000
_ALL, _DAYS, _SEARCH = range(3)
_REST_MS = 300


class GoingOutCard(QWidget):
    """Asks which entries and in what shape; says first that the file is not locked."""

    def __init__(
        self, session: Session, context: AppContext, machine: Machine, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._context = context
        self._machine = machine
        self._which = QComboBox()
        self._which.setAccessibleName(self.tr("Which entries"))
        for name in (
            self.tr("All entries"),
            self.tr("From one day to another"),
            self.tr("What a search finds"),
        ):
            self._which.addItem(name)
        self._since = self._make_day(self.tr("From"))
        self._until = self._make_day(self.tr("To"))
        self._words = QLineEdit()
        self._words.setAccessibleName(self.tr("Words to look for"))
        self._words.setPlaceholderText(self.tr("Words, or kind:visit, tag:…, mood:hard"))
        self._words.setInputMethodHints(UNLEARNED)
        self._shape = QComboBox()
        self._shape.setAccessibleName(self.tr("As what"))
        for shape, name in self._shapes():
            self._shape.addItem(name, shape)
        self._about = muted("")
        self._photos = QCheckBox(self.tr("With photos and files"))
        self._count = label("", "strong")
        self._save = button(self.tr("Save as a file…"), "save", "primary")
        self._print = button(self.tr("Print or PDF…"), "print")
        self._said = label("", "strong")
        self._said.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._lay_out()
        self._tie()

    def refresh(self) -> None:
        """Show how many entries go out as chosen now."""
        which = self._which.currentIndex()
        for widget in (self._since, self._until):
            widget.setVisible(which == _DAYS)
        self._words.setVisible(which == _SEARCH)
        shape = self._shape.currentData()
        self._about.setText(self._shape_about(shape))
        self._photos.setVisible(shape in (Shape.JSON, Shape.MARKDOWN_DAYS))
        count = len(self._ids(_COUNTED))
        more = which == _SEARCH and count == _COUNTED
        said = self.tr("{entries} or more") if more else self.tr("{entries}")
        self._count.setText(said.format(entries=entries_word(count)))
        self._save.setEnabled(count > 0)
        self._print.setEnabled(0 < count <= MOST_ON_PAPER)
        self._print.setToolTip(
            self.tr("For paper, choose {most} entries or fewer.").format(most=MOST_ON_PAPER)
            if count > MOST_ON_PAPER
            else ""
        )

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(heading(self.tr("Take entries out")))
        card = Card("attention")
        card.body.addWidget(
            body(self.tr("The file will not be locked. Anyone who opens it can read it."))
        )
        layout.addWidget(card)
        layout.addLayout(Flow(self._which, self._since, self._until, self._words))
        layout.addLayout(Flow(self._shape, self._photos))
        layout.addWidget(self._about)
        layout.addWidget(self._count)
        layout.addLayout(Flow(self._save, self._print))
        layout.addWidget(self._said)
        self._words.setMinimumWidth(280)

    def _tie(self) -> None:
        self._which.currentIndexChanged.connect(self.refresh)
        self._shape.currentIndexChanged.connect(self.refresh)
        self._since.dateChanged.connect(self.refresh)
        self._until.dateChanged.connect(self.refresh)
        self._words.textChanged.connect(self._rest.start)
        self._rest.timeout.connect(self.refresh)
        self._save.clicked.connect(self._ask)
        self._print.clicked.connect(self._preview)

    def _make_day(self, name: str) -> QDateEdit:
        day = QDateEdit()
        day.setAccessibleName(name)
        day.setDisplayFormat(self.tr("d MMM yyyy"))
        day.setCalendarPopup(True)
        day.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        today = self._context.clock.today()
        day.setDate(QDate(today.year, today.month, today.day))
        return day

    def _shapes(self) -> list[tuple[Shape, str]]:
        return [
            (Shape.MARKDOWN, self.tr("One text file (Markdown)")),
            (Shape.MARKDOWN_DAYS, self.tr("A text file for each entry, in a zip")),
            (Shape.JSON, self.tr("For another program (JSON)")),
            (Shape.MOODS, self.tr("A table of moods (CSV)")),
        ]

    def _shape_about(self, shape: Shape) -> str:
        return {
            Shape.MARKDOWN: self.tr("Easy to read, with any program that shows text."),
            Shape.MARKDOWN_DAYS: self.tr("Each with its date, mood and tags at the head."),
            Shape.JSON: self.tr("Holds everything, and can be brought in here again."),
            Shape.MOODS: self.tr("Day, mood, sleep and energy, for a spreadsheet. No words."),
        }[shape]

    def _ids(self, most: int = -1) -> list[int]:
        """Return the entries that go out, the oldest first; of a search, `most` or all."""
        which = self._which.currentIndex()
        if which == _ALL:
            return self._session.bring_in.between()
        if which == _DAYS:
            first, last = sorted((_day(self._since.date()), _day(self._until.date())))
            return self._session.bring_in.between(first, last)
        found = self._session.journal.search(self._words.text() + " ", limit=most)
        return [line.id for line in reversed(found)]

    def _ask(self) -> None:
        shape, ids = self._shape.currentData(), self._ids()
        with_files = self._photos.isVisible() and self._photos.isChecked()
        end = ending(shape, with_files)
        name = self._shape.currentText()
        path = ask_where_to_save(
            self.window(), f"journal.{end}", (Kind(name, (end,)),), self._machine.choose
        )
        if path is None:
            return
        files = self._session.files
        going = Outgoing(
            ids,
            self._session.journal.entry,
            self._context.clock.now(),
            files.files if with_files else None,
            files.read if with_files else None,
        )
        steps = take_out(path, shape, going)
        name = self.tr("Writing the file")
        try:
            clock, window = self._context.clock, self.window()
            answers = carry_out(name, steps, len(ids), clock, window, with_files)
        except FamilySupportError as error:
            self._say(" ".join(explain(error)))
            return
        if answers is not None:
            self._say(self.tr("Saved. Anyone who finds the file can read it."))

    def _preview(self) -> None:
        found = [self._session.journal.entry(one) for one in self._ids()]
        entries = [entry for entry in found if entry is not None]
        files = self._session.files
        preview_entries(entries, self._context, self.window(), self._machine, files)

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        announce(self._said, text)


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
