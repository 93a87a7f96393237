"""After a reading: how long it took, part by part, where one stumbled, and those before it."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QWidget

from familysupport.rehearse.model import Ending, Reading
from familysupport.statements.model import Statement
from familysupport.ui.kit.table import WordTable
from familysupport.ui.kit.widgets import Card, Page, body, button, heading, muted, title
from familysupport.ui.rehearse.parts import spoken_parts
from familysupport.ui.rehearse.reader import Run
from familysupport.ui.rehearse.recorder import Recorder
from familysupport.ui.rehearse.stumbles import Stumbles
from familysupport.ui.rehearse.voice_card import VoiceCard
from familysupport.ui.rehearse.words import length_words

_SHOWN = 8


class AfterPage(Page):
    """Says what the reading came to, in minutes and pace, without a judgement."""

    again_asked = Signal()

    def __init__(self, recorder: Recorder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.voice = VoiceCard(recorder)
        self._title = title("")
        self._what = body("")
        self._again = button(self.tr("Read it again"), "play", "primary")
        self._again.clicked.connect(self.again_asked)
        self.stumbles = Stumbles()
        self._part_card = Card()
        self._parts = WordTable(self.tr("Minutes and pace, part by part"))
        self._part_card.body.addWidget(heading(self.tr("Part by part")))
        self._part_card.body.addWidget(self._parts)
        self._earlier = Card()
        self._list = muted("")
        self._earlier.body.addWidget(heading(self.tr("Your readings of this statement")))
        self._earlier.body.addWidget(self._list)
        for widget in (self._title, self._what):
            self.body.addWidget(widget)
        self.body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        for card in (self.voice, self.stumbles, self._part_card, self._earlier):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def show_run(self, run: Run, statement: Statement, kept: list[Reading]) -> None:
        """Show one reading, and those kept with the latest first."""
        reading = run.reading
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
        self._show_parts(run, statement)
        self.stumbles.show_places(statement.text, run.stumbles)
        self._list.setText("\n".join(self._line(each) for each in kept[:_SHOWN]))
        self._earlier.setVisible(bool(kept))
        self.verticalScrollBar().setValue(0)
        self._again.setFocus()

    def _show_parts(self, run: Run, statement: Statement) -> None:
        names = [one.name for one in spoken_parts(statement)]
        self._part_card.setVisible(len(run.parts) > 1)
        header = (self.tr("Part"), self.tr("Length"), self.tr("Words a minute"))
        lines = [(names[one.number], length_words(one.seconds), str(one.pace)) for one in run.parts]
        self._parts.show_lines([header, *lines])

    def _line(self, reading: Reading) -> str:
        began = reading.began_at
        date = QDate(began.year, began.month, began.day)
        day = QLocale().toString(date, self.tr("d MMM yyyy"))
        how = self.tr("to the end") if reading.ending is Ending.FINISHED else self.tr("stopped")
        words = self.tr("{day} · {length} · {pace} words a minute · {how}").format(
            day=day, length=length_words(reading.seconds), pace=_pace(reading), how=how
        )
        if reading.stumbles:
            marked = self.tr("{count} marked").format(count=len(reading.stumbles))
            words = f"{words} · {marked}"
        return words


def _pace(reading: Reading) -> int:
    return round(reading.ended_at_word * 60 / reading.seconds) if reading.seconds else 0
