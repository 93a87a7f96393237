"""Searches kept under a name: chosen, named anew, and taken away with a way back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from familysupport.journal.finding_store import FindingStore, SavedSearch
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.widgets import announce, button, label
from familysupport.ui.kit.writing import UNLEARNED

_LONGEST = 60


class SearchMenu(QMenu):
    """Offers the searches kept, and what can be done with the one in the field."""

    chosen = Signal(str)
    naming_asked = Signal(object)
    delete_asked = Signal(object)

    def __init__(
        self, store: FindingStore, words: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._words = words
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Read the searches afresh."""
        self.clear()
        words = self._words().strip()
        searches = self._store.searches()
        for search in searches:
            action = self.addAction(search.name.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(search.words == words)
            action.triggered.connect(partial(self._choose, search))
        if searches:
            self.addSeparator()
        present = next((one for one in searches if one.words == words), None)
        if present:
            rename = self.tr("Give “{name}” another name…").format(name=present.name)
            self.addAction(rename).triggered.connect(lambda: self.naming_asked.emit(present))
            delete = self.tr("Take “{name}” away").format(name=present.name)
            self.addAction(delete).triggered.connect(lambda: self.delete_asked.emit(present))
        elif words:
            new = SavedSearch(0, "", words)
            save = self.addAction(self.tr("Keep this search under a name…"))
            save.triggered.connect(lambda: self.naming_asked.emit(new))
        else:
            hint = self.tr("Search for something, then keep it here under a name.")
            self.addAction(hint).setEnabled(False)

    def _choose(self, search: SavedSearch) -> None:
        self.chosen.emit(search.words)


class NameField(QLineEdit):
    """Takes a name; Escape leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class SavedSearches(QWidget):
    """The place where a search gets its name, and where one taken away can be brought back."""

    named = Signal()

    def __init__(
        self, store: FindingStore, words: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._search = SavedSearch(0, "", "")
        self.menu = SearchMenu(store, words, self)
        self.menu.naming_asked.connect(self.ask_name)
        self.menu.delete_asked.connect(self._delete)
        self.field = NameField()
        self.field.setAccessibleName(self.tr("Name of the search"))
        self.field.setMaxLength(_LONGEST)
        self.field.setInputMethodHints(UNLEARNED)
        self.field.returnPressed.connect(self._keep)
        self.field.left.connect(self._leave)
        keep = button(self.tr("Keep"))
        keep.clicked.connect(self._keep)
        cancel = button(self.tr("Cancel"), kind="quiet")
        cancel.clicked.connect(self._leave)
        self._naming = QWidget()
        inner = QVBoxLayout(self._naming)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(label(self.tr("Name of the search"), "small"))
        inner.addWidget(self.field)
        inner.addLayout(Flow(keep, cancel, spacing=6))
        self._naming.hide()
        self._undo = UndoBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._naming)
        layout.addWidget(self._undo)

    def ask_name(self, search: SavedSearch) -> None:
        """Ask for the name of a search that is new, or for another one."""
        self._search = search
        self.field.setText(search.name)
        self._naming.show()
        self.field.selectAll()
        self.field.setFocus()

    def _keep(self) -> None:
        name = " ".join(self.field.text().split())
        if not name:
            self.field.setFocus()
            return
        self._store.save_search(self._search._replace(name=name))
        announce(self, self.tr("The search is kept as “{name}”.").format(name=name))
        self._leave()

    def _leave(self) -> None:
        self._naming.hide()
        self.named.emit()

    def _delete(self, search: SavedSearch) -> None:
        self._store.delete_search(search.id)
        words = self.tr("The search “{name}” was taken away.").format(name=search.name)
        self._undo.offer(words, lambda: self._bring_back(search))

    def _bring_back(self, search: SavedSearch) -> None:
        self._store.save_search(search)
