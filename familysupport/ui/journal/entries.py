"""The list of entries, with the search that goes through all of them."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.journal.finding import wanted, with_filter
from familysupport.journal.model import Entry, Kind, Line, Mood, line_of
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.lines import LineDelegate, LinesModel
from familysupport.ui.journal.words import detail_of, kind_word, mood_word, name_of, plain
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.rows import Row, RowList
from familysupport.ui.kit.widgets import announce, button, muted
from familysupport.ui.recovery.words import page_name

CALENDAR = "calendar"
PLAN = "plan"
FOR_ME = "for-me"
RECOVERY = "recovery"


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
    write_asked = Signal()
    leaf_asked = Signal(str)
    print_asked = Signal(str)

    def __init__(self, store: JournalStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._clock = clock
        self._write = button(self.tr("Write today’s entry"), kind="primary")
        self._write.clicked.connect(self.write_asked)
        leaves = [
            self._make_leaf(CALENDAR, self.tr("Calendar"), "calendar"),
            self._make_leaf(RECOVERY, page_name(), "sunrise"),
            self._make_leaf(PLAN, self.tr("Return-to-use plan"), "prepare"),
            self._make_leaf(FOR_ME, self.tr("For me"), "heart"),
        ]
        self._search = SearchField()
        self._search.setAccessibleName(self.tr("Search all entries"))
        self._search.setClearButtonEnabled(True)
        self._search.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._search.textChanged.connect(self._searched)
        self._kind = self._make_filter(
            "kind", self.tr("Any kind"), [(kind_word(one), one.value) for one in Kind]
        )
        self._mood = self._make_filter(
            "mood", self.tr("Any mood"), [(mood_word(one), one.value) for one in Mood]
        )
        self._kind.setAccessibleName(self.tr("Only entries of this kind"))
        self._mood.setAccessibleName(self.tr("Only entries with this mood"))
        self._found = muted("")
        self._found.hide()
        self._print = button(self.tr("Print what was found…"), kind="link")
        self._print.clicked.connect(lambda: self.print_asked.emit(self._search.text()))
        self._print.hide()
        self._model = LinesModel(self._show_line, self, months=True)
        self._list: RowList[Line] = RowList(self._model, self.tr("Entries"))
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.chosen.connect(lambda line: self.chosen.emit(line.id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 16, 12, 8)
        layout.setSpacing(10)
        layout.addWidget(self._write)
        layout.addWidget(self._search)
        layout.addLayout(Flow(self._kind, self._mood, spacing=6))
        layout.addWidget(self._found)
        layout.addWidget(self._print)
        layout.addWidget(self._list, 1)
        layout.addLayout(Flow(*leaves, spacing=2))

    def refresh(self, chosen: int = 0) -> None:
        """Read the list afresh and keep entry `chosen` in sight."""
        words = self._search.text()
        load = partial(self._store.search, words) if words.strip() else self._store.lines
        self._model.read(load, self._model.rowCount())
        count = self._store.count()
        several = self.tr("Search {count} entries…").format(count=count)
        self._search.setPlaceholderText(several if count > 1 else self.tr("Search…"))
        self.mark(chosen)

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
        leaf = button(text, icon, "quiet")
        leaf.clicked.connect(lambda: self.leaf_asked.emit(name))
        return leaf

    def _make_filter(self, key: str, every: str, choices: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.addItem(every, "")
        for name, value in choices:
            box.addItem(name, value)
        box.activated.connect(
            lambda: self._search.setText(with_filter(self._search.text(), key, box.currentData()))
        )
        return box

    def _show_filters(self, words: str) -> None:
        asked = wanted(words)
        for box, value in ((self._kind, asked.kind), (self._mood, asked.mood)):
            box.setCurrentIndex(max(0, box.findData(value.value if value else "")))

    def _searched(self, words: str) -> None:
        self._show_filters(words)
        self.refresh()
        self._list.scrollToTop()
        self._found.setVisible(bool(words.strip()))
        listed = self._model.rowCount()
        self._print.setVisible(bool(words.strip()) and listed > 0)
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
