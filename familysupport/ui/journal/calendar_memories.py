"""On this day: off until it is switched on, quiet, and each memory can be put aside for good."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.journal.finding_store import FindingStore
from familysupport.journal.memories import Memory
from familysupport.ui.journal.calendar_words import ago_words, day_words
from familysupport.ui.journal.leaves import small
from familysupport.ui.journal.words import name_of
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.long_tick import LongTick
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.widgets import Card, button, empty, heading, muted

_MOST = 5


class Memories(QWidget):
    """The switch, and what comes up, in `area`, which its page puts where it likes."""

    entry_asked = Signal(int)

    def __init__(self, store: FindingStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.switch = LongTick(self.tr("Show here what I wrote on this day before"))
        self.switch.clicked.connect(self._switched)
        self.card = Card("soft")
        self.undo = UndoBar()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        self.card.body.addWidget(heading(self.tr("On this day")))
        self.card.body.addLayout(self._rows)
        self.card.hide()
        self.area = QWidget()
        inner = QVBoxLayout(self.area)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.card)
        inner.addWidget(self.undo)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.switch)
        layout.addWidget(
            muted(
                self.tr(
                    "A month, half a year, and years ago. Setbacks, very hard days and letters"
                    " not sent never come up."
                )
            )
        )

    def refresh(self) -> None:
        """Show what may come up today, if that is wanted."""
        is_on = self._store.brings_up()
        self.switch.setChecked(is_on)
        found = self._store.memories()[:_MOST] if is_on else []
        empty(self._rows)
        for memory in found:
            self._rows.addWidget(self._make_row(memory))
        self.card.setVisible(bool(found))

    def _make_row(self, memory: Memory) -> QWidget:
        line = memory.line
        words = self.tr("{when}: {name}").format(when=ago_words(memory.ago), name=name_of(line))
        opened = small(button(words.replace("&", "&&"), kind="link"))
        opened.setAccessibleName(f"{words}, {day_words(line.at.date())}")
        opened.clicked.connect(lambda: self.entry_asked.emit(line.id))
        aside = small(button(self.tr("Not this one again"), kind="quiet"))
        aside.setAccessibleName(self.tr("Not this one again: {name}").format(name=name_of(line)))
        aside.clicked.connect(lambda: self._put_aside(line.id))
        row = QWidget()
        row.setLayout(Flow(opened, aside, spacing=6))
        return row

    def _switched(self) -> None:
        self._store.bring_up(self.switch.isChecked())
        self.undo.hide()
        self.refresh()

    def _put_aside(self, entry_id: int) -> None:
        self._store.hide_memory(entry_id)
        self.undo.offer(
            self.tr("This one will not come up again."), lambda: self._bring_back(entry_id)
        )
        self.refresh()
        self.switch.setFocus()

    def _bring_back(self, entry_id: int) -> None:
        self._store.show_memory(entry_id)
        self.refresh()
