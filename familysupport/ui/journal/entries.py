"""The list of entries, with the search that goes through all of them."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.journal.finding import with_filter
from familysupport.journal.finding_store import FindingStore
from familysupport.journal.model import Entry, Line, line_of
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.calendar_menu import MonthMenu
from familysupport.ui.journal.heat_map import LastWeeks
from familysupport.ui.journal.leaves import Leaves, small
from familysupport.ui.journal.lines import LineDelegate, LinesModel
from familysupport.ui.journal.saved_searches import SavedSearches
from familysupport.ui.journal.search_filters import SearchFilters
from familysupport.ui.journal.words import detail_of, name_of, plain
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.rows import Row, RowList
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, button, muted
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.recovery.part import page_name

CALENDAR = "calendar"
SEEING = "seeing"
PLAN = "plan"
FOR_ME = "for-me"
IN_AND_OUT = "in-and-out"
SUMMARY = "summary"
RECOVERY = "recovery"
_ROOM_FOR_LIST = 190


class SearchField(QLineEdit):
    """Takes the words to look for; Escape empties it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Escape."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Entries(QWidget):
    """Finds an entry and says which was chosen."""

    chosen = Signal(int)
    opened = Signal()
    write_asked = Signal()
    leaf_asked = Signal(str)
    print_asked = Signal(str)
    day_asked = Signal(date)

    def __init__(
        self,
        store: JournalStore,
        finding: FindingStore,
        clock: Clock,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._write = button(self.tr("Write today’s entry"), kind="primary")
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(self._write.click)
        self._write.clicked.connect(self.write_asked)
        leaves = [
            self._make_leaf(CALENDAR, self.tr("Calendar"), "calendar"),
            self._make_leaf(SEEING, self.tr("Over time"), "chart"),
            self._make_leaf(RECOVERY, page_name(), "sunrise"),
            self._make_leaf(PLAN, self.tr("Return-to-use plan"), "prepare"),
            self._make_leaf(FOR_ME, self.tr("For me"), "heart"),
            self._make_leaf(IN_AND_OUT, self.tr("In and out"), "save"),
            self._make_leaf(SUMMARY, self.tr("Summary for a counselor"), "people"),
        ]
        self._search = self._make_search()
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.focus_search)
        self._filters = SearchFilters(store.tags, clock)
        self._filters.changed.connect(self._search.setText)
        self._saved = SavedSearches(finding, self._search.text)
        self._saved.menu.chosen.connect(self._search.setText)
        self._saved.named.connect(self._search.setFocus)
        self._months = MonthMenu(finding.months, self)
        self._months.chosen.connect(self._go_to_month)
        self._months.all_asked.connect(self.clear_search)
        self._weeks = LastWeeks(finding, clock)
        self._weeks.opened.connect(self.day_asked)
        self._finding = finding
        self.memories = small(button("", kind="link"))
        self.memories.clicked.connect(lambda: self.day_asked.emit(clock.today()))
        self._has_memories = False
        self._made: tuple[object, ...] = ()
        self._found = muted("")
        self._found.hide()
        self._print = button(self.tr("Print what was found…"), kind="link")
        self._print.clicked.connect(lambda: self.print_asked.emit(self._search.text()))
        self._print.hide()
        self._model = LinesModel(self._show_line, self, months=True)
        self._list: RowList[Line] = RowList(self._model, self.tr("Entries"))
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.chosen.connect(lambda line: self.chosen.emit(line.id))
        self._list.activated.connect(lambda _row: self.opened.emit())
        self._lay_out(leaves)

    def _lay_out(self, leaves: list[QPushButton]) -> None:
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._write)
        layout.addWidget(self._search)
        layout.addWidget(self.memories)
        layout.addLayout(self._make_ways())
        layout.addWidget(self._filters)
        layout.addWidget(self._saved)
        layout.addWidget(self._found)
        layout.addWidget(self._print)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._weeks)
        self._leaves = Leaves(leaves)
        layout.addWidget(self._leaves)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the last weeks only where the list keeps enough room."""
        super().resizeEvent(event)
        self._show_weeks()

    def _show_weeks(self) -> None:
        """Show the last weeks where the list keeps room beside all that stands around it."""
        layout = self._column
        around = layout.totalHeightForWidth(self.width()) - self._list.sizeHint().height()
        if self._weeks.isHidden():
            around += self._weeks.sizeHint().height() + layout.spacing()
        roomy = self.height() - around >= scaled(_ROOM_FOR_LIST)
        busy = self._more.isChecked() or bool(self._search.text().strip())
        self._weeks.setVisible(roomy and not busy)
        self._make_room()

    def _make_room(self) -> None:
        """Leave out what is found elsewhere too, rather than let one thing lie over another."""
        searched, some = bool(self._search.text().strip()), self._model.rowCount() > 0
        may_go = {
            self.memories: self._has_memories,
            self._print: searched and some,
            self._leaves: True,
            self._found: searched,
        }
        given = (self.size(), self._filters.isHidden(), self._filters.sizeHint())
        made = (*given, self._saved.sizeHint(), *may_go.values())
        if made == self._made:
            return
        self._made = made
        for one, is_wanted in may_go.items():
            one.setVisible(is_wanted)
        for one in may_go:
            if self._least_height() <= self.height():
                break
            one.setVisible(one is self._found and searched and not some)

    def _least_height(self) -> int:
        spare = self._list.sizeHint().height() - self._list.minimumSizeHint().height()
        return self._column.totalHeightForWidth(self.width()) - max(0, spare)

    def refresh(self, chosen: int = 0) -> None:
        """Read the list afresh and keep entry `chosen` in sight."""
        words = self._search.text()
        load = partial(self._store.search, words) if words.strip() else self._store.lines
        self._model.read(load, self._model.rowCount())
        count = self._store.count()
        several = self.tr("Search {count} entries…").format(count=count)
        self._search.setPlaceholderText(several if count > 1 else self.tr("Search…"))
        self._weeks.refresh()
        self._show_memories()
        self.mark(chosen)

    def _show_memories(self) -> None:
        """Say that there is something of this day from before, and nothing of what it is."""
        count = len(self._finding.memories()) if self._finding.brings_up() else 0
        self.memories.setText(self.tr("On this day before: {count}").format(count=count))
        self.memories.setAccessibleName(self.memories.text())
        self._has_memories = count > 0
        self._show_weeks()

    def mark(self, entry_id: int) -> None:
        """Show an entry as the chosen one without saying so; 0 is none."""
        place = self._model.place_of(entry_id)
        if place >= 0:
            self._list.select(place)
        else:
            self._list.clearSelection()
            self._list.selectionModel().setCurrentIndex(
                QModelIndex(), self._list.selectionModel().SelectionFlag.NoUpdate
            )

    def show_saved(self, entry: Entry) -> None:
        """Show what was saved; only an entry that is new or moved makes the list read afresh."""
        self._weeks.refresh()
        place = self._model.place_of(entry.id)
        searching = bool(self._search.text().strip())
        if place >= 0 and self._model.at(place).at == entry.at:
            if not searching:
                self._model.replace(place, line_of(entry))
        else:
            self.refresh(entry.id)

    def newest(self) -> int:
        """Return the id of the first entry listed, or 0."""
        return self._model.at(0).id if self._model.rowCount() else 0

    def focus_search(self) -> None:
        """Go to the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def clear_search(self) -> None:
        """Show all entries again."""
        self._search.clear()

    def _make_leaf(self, name: str, text: str, icon: str) -> QPushButton:
        leaf = small(button(text, icon, "quiet"))
        leaf.clicked.connect(lambda: self.leaf_asked.emit(name))
        return leaf

    def _make_search(self) -> SearchField:
        field = SearchField()
        field.setAccessibleName(self.tr("Search all entries"))
        field.setClearButtonEnabled(True)
        field.setInputMethodHints(UNLEARNED)
        field.textChanged.connect(self._searched)
        return field

    def _make_ways(self) -> Flow:
        """Return what else leads through the entries: more filters, months, searches kept."""
        self._more = small(button(self.tr("Filters"), "chevron", "quiet"))
        self._more.setAccessibleName(self.tr("Filters"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._filters.show_more)
        self._more.toggled.connect(self._show_weeks)
        months = small(button(self.tr("Months"), "chevron", "quiet"))
        months.setAccessibleName(self.tr("Go to a month"))
        months.setMenu(self._months)
        saved = small(button(self.tr("Saved"), "chevron", "quiet"))
        saved.setAccessibleName(self.tr("Saved searches"))
        saved.setMenu(self._saved.menu)
        for one in (self._more, months, saved):
            one.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        return Flow(self._more, months, saved, spacing=4)

    def _go_to_month(self, year: int, month: int) -> None:
        words = with_filter(self._search.text(), "from", "")
        self._search.setText(with_filter(words, "to", f"{year:04}-{month:02}"))
        self._list.setFocus()

    def _searched(self, words: str) -> None:
        self._filters.show_words(words)
        self.refresh()
        self._show_weeks()
        self._list.scrollToTop()
        listed = self._model.rowCount()
        if not listed:
            text = self.tr("No entry is like that.")
        elif self._model.canFetchMore(QModelIndex()):
            text = self.tr("More than {count} found, newest first").format(count=listed)
        else:
            text = self.tr("{count} found, newest first").format(count=listed)
        self._found.setText(text)
        if words.strip():
            announce(self._found, text)

    def _show_line(self, line: Line) -> Row:
        detail = detail_of(line, self._clock.today())
        if not self._search.text().strip():
            return Row(name_of(line), detail)
        excerpt = " ".join(line.excerpt.split())
        name = name_of(line)
        if not excerpt:
            return Row(name, detail)
        repeated = plain(excerpt).startswith(plain(name)) and not line.title.strip()
        return Row(excerpt if repeated else f"{name}\n{excerpt}", detail)
