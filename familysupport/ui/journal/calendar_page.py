"""The calendar: a month at a time, and what was written on the day chosen."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from familysupport.clock import Clock
from familysupport.journal.calendar import Marks, marks, month_later, month_weeks
from familysupport.journal.finding_store import FindingStore
from familysupport.journal.model import Kind, Line, Mood
from familysupport.ui.journal.calendar_grid import Month, MonthGrid
from familysupport.ui.journal.calendar_memories import Memories
from familysupport.ui.journal.calendar_words import (
    count_words,
    day_words,
    first_weekday,
    month_word,
    month_words,
    mood_letters,
    time_word,
)
from familysupport.ui.journal.lines import LineDelegate, LinesModel
from familysupport.ui.journal.words import kind_word, mood_word, name_of
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.rows import Row, RowList
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Page, announce, button, heading, muted, row, title

_YEARS = (1900, 2199)
_ENTRIES = 150


class CalendarPage(Page):
    """Shows a month, and below it the entries of one day; it writes nothing."""

    closed = Signal()
    entry_asked = Signal(int)
    begin_asked = Signal(date)

    def __init__(self, store: FindingStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, widest=1100)
        self._store = store
        self._clock = clock
        self._marks: dict[date, Marks] = {}
        self._month = self._make_choice(self.tr("Month"))
        for month in range(1, 13):
            self._month.addItem(month_word(month), month)
        self._year = self._make_choice(self.tr("Year"))
        for year in range(_YEARS[0], _YEARS[1] + 1):
            self._year.addItem(str(year), year)
        self._grid = MonthGrid(clock.today())
        self._grid.chosen.connect(self.show_day)
        self._grid.opened.connect(self._open_day)
        self._grid.resized.connect(self._show_legend)
        self._legend = muted("")
        self._day = heading("")
        self._about = muted("")
        self._model = LinesModel(self._show_line, self)
        self._list: RowList[Line] = RowList(self._model, self.tr("Entries of the day"))
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setMinimumHeight(scaled(_ENTRIES))
        for asked in (self._list.clicked, self._list.activated):
            asked.connect(self._open_line)
        self._begin = button(self.tr("Write an entry of this day"), "plus")
        self._begin.clicked.connect(lambda: self.begin_asked.emit(self._grid.day))
        self.memories = Memories(store)
        self.memories.entry_asked.connect(self.entry_asked)
        self._lay_out()

    def refresh(self) -> None:
        """Read the month afresh, and what may come up again today."""
        self.memories.refresh()
        self.show_day(self._grid.day)

    def flush(self) -> None:
        """Nothing is written here."""

    def focus_first(self) -> None:
        """Go to the day chosen."""
        self._grid.setFocus()
        self.verticalScrollBar().setValue(0)

    def show_day(self, day: date) -> None:
        """Show a day with its month and its entries."""
        today = self._clock.today()
        day = min(max(day, date(_YEARS[0], 1, 1)), date(_YEARS[1], 12, 31))
        weeks = month_weeks(day.year, day.month, first_weekday())
        days = [one for week in weeks for one in week if one]
        self._marks = marks(self._store.told(days[0], days[-1]))
        newest = {each: one.entries[0] for each, one in self._marks.items()}
        lines = self._store.lines(list(newest.values()))
        titles = {each: name_of(lines[one]) for each, one in newest.items()}
        self._grid.show_month(Month(day.year, day.month, today, self._marks, titles), day)
        self._show_picked(day)
        self._model.read(partial(self._store.lines_of, day, day))
        count = len(self._marks[day].entries) if day in self._marks else 0
        self._day.setText(day_words(day))
        self._about.setText(count_words(count))
        self._list.setVisible(count > 0)

    def _open_day(self, day: date) -> None:
        """Open the only entry of a day, begin one where there is none, go to them if several."""
        found = self._marks.get(day)
        if found is None:
            self.begin_asked.emit(day)
        elif len(found.entries) == 1:
            self.entry_asked.emit(found.entries[0])
        else:
            self._list.select(0)
            self._list.setFocus()

    def _open_line(self, index: QModelIndex) -> None:
        self.entry_asked.emit(self._model.at(index.row()).id)

    def _picked(self) -> None:
        day = self._grid.day
        months = (self._year.currentData() - day.year) * 12 + self._month.currentData() - day.month
        self._turn(months)

    def _turn(self, months: int) -> None:
        self.show_day(month_later(self._grid.day, months))
        day = self._grid.day
        announce(self._grid, month_words(day.year, day.month))

    def _show_picked(self, day: date) -> None:
        self._month.setCurrentIndex(self._month.findData(day.month))
        self._year.setCurrentIndex(self._year.findData(day.year))

    def _make_choice(self, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMaxVisibleItems(12)
        box.activated.connect(self._picked)
        return box

    def _show_legend(self) -> None:
        named = (f"{mood_letters(mood)} {mood_word(mood)}" for mood in Mood)
        self._legend.setText(" · ".join(named))
        self._legend.setVisible(self._grid.letters())

    def _show_line(self, line: Line) -> Row:
        parts = [time_word(line.at)]
        if line.kind is not Kind.FREE:
            parts.append(kind_word(line.kind))
        if line.mood:
            parts.append(mood_word(line.mood))
        return Row(name_of(line), " · ".join([*parts, *line.tags]))

    def _lay_out(self) -> None:
        before = button(self.tr("Previous month"), "back")
        before.clicked.connect(lambda: self._turn(-1))
        after = button(self.tr("Next month"), "forward")
        after.clicked.connect(lambda: self._turn(1))
        today = button(self.tr("Today"))
        today.clicked.connect(lambda: self.show_day(self._clock.today()))
        close = button(self.tr("Back to the entries"), "back", "quiet")
        close.clicked.connect(self.closed)
        for arrow in (before, after):
            arrow.setToolTip(arrow.text())
            arrow.setText("")
        self.body.addLayout(row(close, 1))
        self.body.addWidget(title(self.tr("Calendar")))
        self.body.addLayout(Flow(before, self._month, self._year, after, today))
        self.body.addWidget(self.memories.area)
        self.body.addWidget(self._grid)
        self.body.addWidget(self._legend)
        self.body.addWidget(self._day)
        self.body.addWidget(self._about)
        self.body.addWidget(self._list, 1)
        self.body.addLayout(Flow(self._begin))
        self.body.addWidget(self.memories)
