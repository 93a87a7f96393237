"""Where one stumbled in a reading, with a way to change the words right there."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from familysupport.rehearse.course import around
from familysupport.rehearse.pace import steps_of
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, muted

_TALL = 130


class Change(NamedTuple):
    """New words for the paragraph of `text` from `start` to `end`."""

    text: str
    start: int
    end: int
    words: str


class Stumbles(Card):
    """Shows the words around each mark; one paragraph at a time can be changed."""

    change_asked = Signal(object)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._text = ""
        self._places: list[int] = []
        self._open: Change | None = None
        self._said = muted("")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._field = QPlainTextEdit()
        self._field.setTabChangesFocus(True)
        self._field.setAccessibleName(self.tr("The paragraph you stumbled in"))
        self._field.setFixedHeight(scaled(_TALL))
        self._editing = self._make_editing()
        self.body.addWidget(heading(self.tr("Where you stumbled")))
        self.body.addWidget(
            muted(self.tr("Words that trip the tongue are often too long. Shorter ones help."))
        )
        self.body.addLayout(self._lines)
        self.body.addWidget(self._editing)
        self.body.addWidget(self._said)

    def show_places(self, text: str, places: tuple[int, ...]) -> None:
        """Show the words around `places`, which count characters of `text`."""
        self._text, self._places = text, list(places)
        self.setVisible(bool(places))
        self._close()
        self._say("")
        self._fill()

    def now_kept(self, text: str, change: Change) -> None:
        """Go on with the statement as it is after a change."""
        longer = len(change.words) - (change.end - change.start)
        self._places = [
            place if place < change.end else place + longer
            for place in self._places
            if not change.start <= place < change.end
        ]
        self._text = text
        self._close()
        self._fill()
        self._say(self.tr("Changed and saved in your statement."))

    def say_changed_elsewhere(self) -> None:
        """Say that the statement is another one by now."""
        self._close()
        self._say(
            self.tr(
                "The statement was changed since this reading. Nothing was written here. Open it"
                " in Statements to go on."
            )
        )

    def _fill(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for number, place in enumerate(self._places, 1):
            self._lines.addWidget(self._line(number, place))

    def _line(self, number: int, place: int) -> QWidget:
        held = QWidget()
        before, word, after = self._around(place)
        said = body(f"… {before} “{word}” {after} …")
        change = button(self.tr("Change these words"), kind="link")
        change.setAccessibleName(self.tr("Change the words at mark {number}").format(number=number))
        change.clicked.connect(partial(self._change, place))
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(said)
        column.addWidget(change, 0, Qt.AlignmentFlag.AlignLeft)
        return held

    def _around(self, place: int) -> tuple[str, str, str]:
        steps = steps_of(self._text)
        numbers = [number for number, step in enumerate(steps) if step.start <= place]
        return around(self._text, steps, numbers[-1]) if numbers else ("", "", "")

    def _change(self, place: int) -> None:
        start = self._text.rfind("\n", 0, place) + 1
        end = self._text.find("\n", place)
        end = len(self._text) if end < 0 else end
        self._open = Change(self._text, start, end, self._text[start:end])
        self._field.setPlainText(self._open.words)
        self._editing.show()
        self._say("")
        cursor = self._field.textCursor()
        cursor.setPosition(min(place - start, len(self._open.words)))
        self._field.setTextCursor(cursor)
        self._field.setFocus()

    def _keep(self) -> None:
        if self._open is not None:
            old = self._open
            words = self._field.toPlainText()
            self.change_asked.emit(Change(old.text, old.start, old.end, words))

    def _close(self) -> None:
        self._open = None
        self._editing.hide()

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        if words:
            announce(self._said, words)

    def _make_editing(self) -> QWidget:
        held = QWidget()
        keep = button(self.tr("Keep these words"), "check")
        keep.clicked.connect(self._keep)
        leave = button(self.tr("Leave it as it was"))
        leave.clicked.connect(self._close)
        whole = button(self.tr("Go to Statements"), kind="link")
        whole.clicked.connect(self.edit_asked)
        column = QVBoxLayout(held)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._field)
        column.addLayout(Flow(keep, leave, whole))
        return held
