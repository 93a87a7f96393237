"""Before a practice talk: with whom, how hard, and how one feels now."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from familysupport.rehearse.loved import Loved
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.own import OWN
from familysupport.rehearse.scenario import Pack
from familysupport.ui.kit.widgets import Card, Page, body, button, muted, title
from familysupport.ui.rehearse.fields import add, beside, choice, number_of, zero_to_ten
from familysupport.ui.rehearse.talk_words import difficulty_words, practice_only
from familysupport.ui.rehearse.voice import Voice, VoiceSwitch
from familysupport.ui.rehearse.who_card import WhoCard
from familysupport.ui.rehearse.whom import Whom


class Wish(NamedTuple):
    """What somebody wants to practise; an empty temperament is drawn."""

    loved: Loved
    kind: str
    temperament: str
    difficulty: Difficulty
    calm: int | None
    ready: int | None


class TalkSetup(Page):
    """Asks little; everything can be left as it is."""

    begun = Signal(object)
    settle_asked = Signal()

    def __init__(
        self, pack: Pack, moment: bool, voice: Voice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.spoken = VoiceSwitch(voice)
        self._moment = moment
        self.body.addWidget(
            title(self.tr("One hard moment") if moment else self.tr("Talk it through"))
        )
        self.body.addWidget(body(self._about()))
        self._pack = pack
        self._who = WhoCard()
        self._kind = choice(self.tr("Which moment?"))
        self._list_kinds(expects=False)
        self._temperament = choice(self.tr("How do they tend to be?"))
        self._temperament.addItem(self.tr("Surprise me"), "")
        for each in pack.temperaments.values():
            self._temperament.addItem(each.name, each.id)
        self._difficulty = choice(self.tr("How hard may it be?"))
        for level in Difficulty:
            self._difficulty.addItem(difficulty_words(level), level)
        self._difficulty.setCurrentIndex(list(Difficulty).index(Difficulty.TYPICAL))
        self._calm = zero_to_ten(self.tr("How calm are you now?"))
        self._ready = zero_to_ten(self.tr("How ready do you feel for the real talk?"))
        self._start = button(self.tr("Begin"), "play", "primary")
        self._start.clicked.connect(lambda: self.begun.emit(self.wish()))
        self._lay_out()

    def wish(self) -> Wish:
        """Return what is chosen."""
        return Wish(
            loved=self._who.loved(),
            kind=self._kind.currentData() if self._moment else "",
            temperament=self._temperament.currentData(),
            difficulty=self._difficulty.currentData(),
            calm=number_of(self._calm),
            ready=number_of(self._ready),
        )

    def show_whom(self, whom: Whom) -> None:
        """Say with whom one practises, or ask; offer what the family expects to hear."""
        self._who.show_whom(whom)
        if self._moment and bool(whom.expected) is not (self._kind.findData(OWN) >= 0):
            kept = self._kind.currentData()
            self._list_kinds(bool(whom.expected))
            self.choose_kind(kept)

    def choose_kind(self, kind: str) -> None:
        """Choose a moment."""
        place = self._kind.findData(kind)
        self._kind.setCurrentIndex(max(place, 0))

    def focus_start(self) -> None:
        """Go to the button that begins."""
        self._start.setFocus()

    def _list_kinds(self, expects: bool) -> None:
        self._kind.clear()
        for one in self._pack.kinds.values():
            if one.practise or (expects and one.id == OWN):
                self._kind.addItem(one.name, one.id)

    def _about(self) -> str:
        if self._moment:
            return self.tr(
                "Three turns, about two minutes. The person you practice with is made up. Choose"
                " what to say, or say it in your own words."
            )
        return self.tr(
            "A talk of ten to sixteen turns with a made-up person. What they feel follows what"
            " you say. Anger, shame and a no may come up. You can stop at any time."
        )

    def _lay_out(self) -> None:
        self.body.addWidget(self._who)
        what = Card()
        if self._moment:
            add(what.body, self._kind)
        else:
            what.body.addWidget(beside(self._temperament, self._difficulty))
        what.body.addWidget(self.spoken)
        self.body.addWidget(what)
        now = Card()
        now.body.addWidget(muted(self.tr("Only for you. You can leave these open.")))
        now.body.addWidget(beside(self._calm, self._ready))
        self.body.addWidget(now)
        settle = button(self.tr("Breathe first"), kind="link")
        settle.clicked.connect(self.settle_asked)
        self.body.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(settle, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(muted(practice_only()))
        self.body.addStretch(1)
