"""One page with few words and the things one can do next, each with a number."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.ui.kit.widgets import (
    Card,
    Page,
    announce,
    button,
    chip,
    label,
    muted,
    restyle,
    row,
    title,
)
from familysupport.ui.rehearse.reply_button import ReplyButton

Deed = tuple[str, Callable[[], None]]
_KEYS = 9


class Prompt(Page):
    """Is filled afresh for each step; a number does that, Space does the first, Escape stops."""

    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title("")
        self._about = muted("")
        self._scene = Card("soft")
        self._words = label("", "heading")
        self._scene.body.addWidget(self._words)
        self._deeds = QVBoxLayout()
        self._deeds.setSpacing(8)
        self._buttons: list[ReplyButton] = []
        self._stop = button(self.tr("Stop (Escape)"), "stop")
        self._stop.clicked.connect(self.stop_asked)
        self.body.addLayout(row(chip(self.tr("Practice"), "attention"), 1, self._stop))
        for widget in (self._title, self._scene, self._about):
            self.body.addWidget(widget)
        self.body.addLayout(self._deeds)
        self.body.addWidget(muted(self.tr("This is practice. Is it happening now? Press F12.")))
        self.body.addStretch(1)

    def show_step(self, name: str, words: str, about: str, deeds: Sequence[Deed]) -> None:
        """Show a step: its name, what is said, a word beside it, and what one can do."""
        self._stop.show()
        self._title.setText(name)
        self._words.setProperty("role", "" if "\n" in words else "heading")
        restyle(self._words)
        self._words.setText(words)
        self._scene.setVisible(bool(words))
        self._about.setText(about)
        self._about.setVisible(bool(about))
        while (item := self._deeds.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self._buttons = []
        for number, (said, act) in enumerate(deeds, 1):
            one = ReplyButton(number, said)
            one.clicked.connect(act)
            self._deeds.addWidget(one)
            one.show()  # at once, or it could not be given the focus
            self._buttons.append(one)
        self._fit()
        self.verticalScrollBar().setValue(0)
        announce(self, " ".join(part for part in (name, words, about) if part))

    def hide_stop(self) -> None:
        """Take the way to stop out of sight, where nothing is under way."""
        self._stop.hide()

    def _fit(self) -> None:
        """Give the words their room before anything is painted."""
        inner = self.body.parentWidget()
        for layout in (self._scene.body, self.body, inner.layout() if inner else None):
            if layout is not None:
                layout.invalidate()
                layout.activate()

    def focus_first(self) -> None:
        """Go to the first thing to do, so that Space does it."""
        if self._buttons:
            self._buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number does that, Space the first, Escape stops."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.stop_asked.emit()
        elif event.key() == Qt.Key.Key_Space and self._buttons:
            self._buttons[0].click()
        elif 0 <= number < min(len(self._buttons), _KEYS):
            self._buttons[number].click()
        else:
            super().keyPressEvent(event)
