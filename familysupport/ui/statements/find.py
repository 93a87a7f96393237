"""The bar that finds words in the text in front and puts others in their place."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from familysupport.statements.find import Search, next_place
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, button, label
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.statements.editor import signs
from familysupport.ui.statements.views import GUIDED, LETTER, Views


class FindBar(QFrame):
    """Looks in the whole letter, the card or the private page, whichever is in front."""

    def __init__(self, views: Views, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        self._views = views
        self._words = self._line(self.tr("Find"))
        self._by = self._line(self.tr("Put in its place"))
        self._exact = QCheckBox(self.tr("Same capitals"))
        self._whole = QCheckBox(self.tr("Whole words"))
        self._said = label("", "muted")
        self._words.textEdited.connect(self._count)
        self._words.returnPressed.connect(self.find_next)
        self._by.returnPressed.connect(self.replace_one)
        for box in (self._exact, self._whole):
            box.toggled.connect(self._count)
        before = button(self.tr("Before"), "up")
        after = button(self.tr("Next"), "down")
        one = button(self.tr("Replace"))
        every = button(self.tr("Replace all"))
        close = button(self.tr("Close the search"), "close", "quiet")
        before.clicked.connect(self.find_before)
        after.clicked.connect(self.find_next)
        one.clicked.connect(self.replace_one)
        every.clicked.connect(self.replace_all)
        close.clicked.connect(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(6)
        layout.addLayout(Flow(self._words, before, after, self._exact, self._whole))
        layout.addLayout(Flow(self._by, one, every, close))
        layout.addWidget(self._said)
        self.hide()

    def begin(self) -> None:
        """Show the bar; what is chosen in the text is looked for."""
        if self._views.view == GUIDED:
            self._views.show_view(LETTER)
        chosen = self._views.sheet.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self._words.setText(chosen)
        self.show()
        self._words.setFocus()
        self._words.selectAll()
        self._count()

    def leave(self) -> None:
        """Hide the bar and go back to the text."""
        self.hide()
        self._views.begin()

    def find_next(self) -> None:
        """Go to the next place."""
        self._go(True)

    def find_before(self) -> None:
        """Go to the place before."""
        self._go(False)

    def replace_one(self) -> None:
        """Put the new words in the place that is chosen, and go to the next."""
        start, end = self._chosen()
        if (start, end) in self._places():
            self._views.sheet.replace(start, end, self._by.text())
            self._views.agree()
        self._go(True)

    def replace_all(self) -> None:
        """Put the new words in every place, as one step that undo takes back."""
        sheet = self._views.sheet
        text, count = self._search().replaced(sheet.toPlainText(), self._by.text())
        sheet.change_text(text)
        self._views.agree()
        self._say(self.tr("Replaced: {count}. Undo takes it back.").format(count=count))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _go(self, forward: bool) -> None:
        if self._views.view == GUIDED:
            self._views.show_view(LETTER)
        start, end = self._chosen()
        places = self._places()
        place = next_place(places, end if forward else start, forward)
        if place is None:
            self._say(self.tr("Not found"))
            return
        self._views.sheet.show_signs(*place)
        said = self.tr("{number} of {count}")
        self._say(said.format(number=places.index(place) + 1, count=len(places)))

    def _count(self) -> None:
        if not self._words.text():
            self._say("")
            return
        self._say(self.tr("Found: {count}").format(count=len(self._places())))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        if text:
            announce(self, text)

    def _search(self) -> Search:
        return Search(self._words.text(), self._exact.isChecked(), self._whole.isChecked())

    def _places(self) -> list[tuple[int, int]]:
        return self._search().places(self._views.sheet.toPlainText())

    def _chosen(self) -> tuple[int, int]:
        cursor, text = self._views.sheet.textCursor(), self._views.sheet.toPlainText()
        return signs(text, cursor.selectionStart()), signs(text, cursor.selectionEnd())

    def _line(self, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setInputMethodHints(UNLEARNED)
        line.setAccessibleName(name)
        line.setPlaceholderText(name)
        line.setMinimumWidth(scaled(180))
        return line
