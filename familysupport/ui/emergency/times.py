"""The log of times, large, to be read to the crew; kept in the vault when somebody says so."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from familysupport.emergency.model import KeptTimes
from familysupport.emergency.overdose import LogLine
from familysupport.ui.emergency.desk import Desk
from familysupport.ui.emergency.words import log_words
from familysupport.ui.kit.dates import time_to_the_second
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.widgets import Card, announce, button, heading, label, muted, row


class TimesView(QWidget):
    """What was done, and when: now, and in what was kept before."""

    cleared = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._undo = UndoBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        if desk.course.started:
            self._add_now(layout)
        layout.addWidget(self._undo)
        self._before = QVBoxLayout()
        layout.addLayout(self._before)
        layout.addStretch(1)
        self._add_kept()

    def _add_now(self, layout: QVBoxLayout) -> None:
        card = Card()
        card.body.addLayout(_grid(self._desk.course.log()))
        layout.addWidget(card)
        self.note = muted("")
        layout.addWidget(self.note)
        self.keep = button(self.tr("Keep these times"), "save")
        self.keep.clicked.connect(self._keep)
        clear = button(self.tr("Clear and begin again"))
        clear.clicked.connect(self._clear)
        layout.addLayout(row(self.keep, clear, 1))
        self._tell()

    def _is_kept(self) -> bool:
        log = self._desk.course.log()
        return any(one.lines == log for one in self._desk.kept())

    def _tell(self) -> None:
        """Say where the times of now are kept, if anywhere."""
        if self._desk.store is None:
            text = self.tr("These times are kept nowhere else. They go when the program is closed.")
        elif self._is_kept():
            text = self.tr("Kept with your private pages. Nobody sees them without the passphrase.")
        else:
            text = self.tr("Not kept yet. They go when the program is closed.")
        self.note.setText(text)
        self.keep.setVisible(self._desk.store is not None and not self._is_kept())

    def _keep(self) -> None:
        if self._desk.store:
            self._desk.store.save(self._desk.course.log())
            announce(self, self.tr("Kept with your private pages."))
            self._desk.look_again()

    def _clear(self) -> None:
        self._desk.course.forget()
        self.cleared.emit()

    def _add_kept(self) -> None:
        now = self._desk.course.log()
        for one in self._desk.kept():
            if one.lines != now:
                self._before.addWidget(self._card(one))

    def _card(self, one: KeptTimes) -> Card:
        card = Card()
        day = QLocale().toString(one.began_at.date(), QLocale.FormatType.LongFormat)  # type: ignore[call-overload]
        name = self.tr("Kept: {day}").format(day=day)
        away = button(self.tr("Take away"), kind="link")
        away.setAccessibleName(self.tr("Take away the times of {day}").format(day=day))
        away.clicked.connect(lambda: self._take_away(one, card))
        top = row(heading(name), away)
        top.setStretch(0, 1)
        card.body.addLayout(top)
        card.body.addLayout(_grid(one.lines))
        return card

    def _take_away(self, one: KeptTimes, card: Card) -> None:
        store = self._desk.store
        if store is None:
            return
        store.delete(one.id)
        card.hide()
        self._undo.offer(self.tr("The kept times were taken away."), lambda: self._back(one, card))

    def _back(self, one: KeptTimes, card: Card) -> None:
        if self._desk.store:
            self._desk.store.restore(one.id)
            card.show()


def _grid(lines: tuple[LogLine, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setColumnStretch(1, 1)
    for number, line in enumerate(lines):
        for column, text in enumerate((time_to_the_second(line.at), log_words(line))):
            words = label(text)
            words.setProperty("step", "part" if column == 0 else "text")
            grid.addWidget(words, number, column)
    return grid
