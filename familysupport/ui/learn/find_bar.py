"""Find in page: a field, how many there are, and the way to the next one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTextBrowser, QTextEdit, QWidget

from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widgets import announce, button, row
from familysupport.ui.kit.writing import UNLEARNED


class FindBar(QFrame):
    """Marks every place of some words in a text and goes from one to the next."""

    closed = Signal()

    def __init__(self, text: QTextBrowser, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._found: list[QTextCursor] = []
        self._at = -1
        self.setProperty("card", "soft")
        self.field = QLineEdit()
        self.field.setInputMethodHints(UNLEARNED)
        self.field.setPlaceholderText(self.tr("Find in this page…"))
        self.field.setAccessibleName(self.tr("Find in this page"))
        self.count = QLabel()
        before = button(self.tr("Previous find"), "up", "quiet")
        after = button(self.tr("Next find"), "down", "quiet")
        close = button(self.tr("Close find"), "close", "quiet")
        for one in (before, after, close):
            one.setToolTip(one.text())
            one.setText("")
        layout = row(self.field, self.count, before, after, close)
        layout.setStretch(0, 1)
        layout.setContentsMargins(12, 6, 12, 6)
        self.setLayout(layout)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        before.clicked.connect(lambda: self.step(-1))
        after.clicked.connect(lambda: self.step(1))
        close.clicked.connect(self.leave)
        self.hide()

    def open(self) -> None:
        """Show the bar and put the keyboard into it."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look(self.field.text())

    def leave(self) -> None:
        """Go away, and leave the text at the place that was found."""
        self.hide()
        self._text.setExtraSelections([])
        if 0 <= self._at < len(self._found):
            self._text.setTextCursor(self._found[self._at])
        self.closed.emit()

    def renew(self) -> None:
        """Look again after the text changed."""
        if not self.isHidden():
            self._look(self.field.text())

    def step(self, by: int) -> None:
        """Go to the next place, or with -1 to the one before; after the last comes the first."""
        if self._found:
            self._at = (self._at + by) % len(self._found)
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes on, with Shift back; Escape closes."""
        if watched is self.field and isinstance(event, QKeyEvent) and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if back else 1)
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return True
        return False

    def _look(self, words: str) -> None:
        self._found, self._at = [], -1
        document = self._text.document()
        cursor = document.find(words) if words.strip() else QTextCursor()
        while not cursor.isNull():
            self._found.append(cursor)
            cursor = document.find(words, cursor)
        if self._found:
            self._at = 0
            self._show()
            return
        self._text.setExtraSelections([])
        self.count.setText(self.tr("Not on this page") if words.strip() else "")

    def _show(self) -> None:
        marks = []
        for number, cursor in enumerate(self._found):
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = cursor, _look_of(number == self._at)
            marks.append(mark)
        self._text.setExtraSelections(marks)
        place = QTextCursor(self._found[self._at])
        place.setPosition(place.selectionStart())
        self._text.setTextCursor(place)
        self._text.ensureCursorVisible()
        words = self.tr("{number} of {total}")
        self.count.setText(words.format(number=self._at + 1, total=len(self._found)))
        announce(self.field, self.count.text())


def _look_of(is_here: bool) -> QTextCharFormat:
    theme, look = current_theme(), QTextCharFormat()
    look.setBackground(QColor(theme.teal if is_here else theme.amber_soft))
    look.setForeground(QColor(theme.on_teal if is_here else theme.ink))
    look.setFontUnderline(True)
    return look
