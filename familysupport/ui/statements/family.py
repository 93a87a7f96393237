"""The letters of the whole family side by side: what is told twice, and what does not agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysupport.statements.family import Clash, FamilyWords, Matter, Said, across
from familysupport.statements.model import Statement
from familysupport.ui.kit import jobs
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, announce, body, button, label, muted
from familysupport.ui.statements.words import name_of


class FamilyDialog(CalmDialog):
    """Shows what to look at before the letters are read out; `place_asked` names a stretch."""

    place_asked = Signal(int, int, int)

    def __init__(
        self, letters: Sequence[Statement], words: FamilyWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Across the family"), parent, 700, 620)
        self._names = {one.id: name_of(one) for one in letters}
        self._state = muted(self.tr("Reading the letters …"))
        self.body.addWidget(
            muted(
                self.tr(
                    "Read one after another, letters can repeat each other or disagree. "
                    "This is what may be worth a talk before the meeting."
                )
            )
        )
        self.body.addWidget(self._state)
        self.body.addStretch(1)
        jobs.run(self, partial(across, letters, words), self._show, jobs.tell)

    def _show(self, found: Sequence[Clash]) -> None:
        text = self.tr("Nothing was found that repeats or disagrees.")
        if found:
            text = self.tr("To look at: {count}").format(count=len(found))
        self._state.setText(text)
        announce(self, text)
        for place, clash in enumerate(found, start=self.body.count() - 1):
            self.body.insertWidget(place, self._card(clash))

    def _card(self, clash: Clash) -> Card:
        name, about = self._words()[clash.matter]
        card = Card()
        card.body.addWidget(label(name, "strong"))
        card.body.addWidget(body(about))
        for said in clash.said:
            quote = self.tr("{author}: “{words}”")
            card.body.addWidget(
                body(quote.format(author=self._names[said.statement_id], words=said.text))
            )
            card.body.addLayout(Flow(self._shower(said)))
        return card

    def _shower(self, said: Said) -> QWidget:
        show = button(self.tr("Go there"), kind="choice")
        show.setAccessibleName(
            self.tr("Go there: {author}").format(author=self._names[said.statement_id])
        )
        show.clicked.connect(lambda: self._go(said))
        return show

    def _go(self, said: Said) -> None:
        self.accept()
        self.place_asked.emit(said.statement_id, said.start, said.end)

    def _words(self) -> dict[Matter, tuple[str, str]]:
        return {
            Matter.SAME_INCIDENT: (
                self.tr("The same thing is told twice"),
                self.tr("It is strongest once, by the one who was there."),
            ),
            Matter.PLACES: (
                self.tr("The letters name different places"),
                self.tr("Agree on one place to offer, so that the ask is clear."),
            ),
            Matter.TIMES: (
                self.tr("The letters ask for different times"),
                self.tr("Agree on one time, best today."),
            ),
            Matter.PROMISES: (
                self.tr("Two promises may clash"),
                self.tr("One gives what the other will not. Agree on it before the meeting."),
            ),
        }
