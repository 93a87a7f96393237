"""After a reading: how long it took, and the readings before it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from familysupport.rehearse.model import Ending, Reading
from familysupport.ui.kit.widgets import Card, Page, body, button, heading, muted, title
from familysupport.ui.rehearse.words import length_words

_SHOWN = 8


class AfterPage(Page):
    """Says what the reading came to, in minutes and pace, without a judgement."""

    again_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title("")
        self._what = body("")
        self._again = button(self.tr("Read it again"), "play", "primary")
        self._again.clicked.connect(self.again_asked)
        self._earlier = Card()
        self._list = muted("")
        self._earlier.body.addWidget(heading(self.tr("Your readings of this statement")))
        self._earlier.body.addWidget(self._list)
        for widget in (self._title, self._what):
            self.body.addWidget(widget)
        self.body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._earlier)
        self.body.addStretch(1)

    def show_reading(self, reading: Reading, kept: list[Reading]) -> None:
        """Show one reading, and those kept with the latest first."""
        finished = reading.ending is Ending.FINISHED
        self._title.setText(
            self.tr("You read it to the end") if finished else self.tr("You stopped")
        )
        self._what.setText(
            self.tr(
                "{read} of {words} words in {length}. That is {pace} words a minute, breaths"
                " included."
            ).format(
                read=reading.ended_at_word,
                words=reading.words,
                length=length_words(reading.seconds),
                pace=_pace(reading),
            )
        )
        self._list.setText("\n".join(self._line(each) for each in kept[:_SHOWN]))
        self._earlier.setVisible(bool(kept))
        self._again.setFocus()

    def _line(self, reading: Reading) -> str:
        began = reading.began_at
        date = QDate(began.year, began.month, began.day)
        day = QLocale().toString(date, self.tr("d MMM yyyy"))
        how = self.tr("to the end") if reading.ending is Ending.FINISHED else self.tr("stopped")
        return self.tr("{day} · {length} · {pace} words a minute · {how}").format(
            day=day, length=length_words(reading.seconds), pace=_pace(reading), how=how
        )


def _pace(reading: Reading) -> int:
    return round(reading.ended_at_word * 60 / reading.seconds) if reading.seconds else 0
