"""Before a practice talk: with whom, how hard, and how one feels now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.scenario import Pack
from familysupport.ui.kit.widgets import Card, Page, body, button, label, muted, title
from familysupport.ui.rehearse.talk_words import difficulty_words, practice_only

_MOST_LETTERS = 40


@dataclass(frozen=True)
class Wish:
    """What somebody wants to practise; an empty temperament is drawn."""

    name: str
    you: str
    kind: str
    temperament: str
    difficulty: Difficulty
    calm: int | None
    ready: int | None


class TalkSetup(Page):
    """Asks little; everything can be left as it is."""

    begun = Signal(object)
    settle_asked = Signal()

    def __init__(self, pack: Pack, moment: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._moment = moment
        self.body.addWidget(
            title(self.tr("One hard moment") if moment else self.tr("Talk it through"))
        )
        self.body.addWidget(body(self._about()))
        self._name = _line(self.tr("What is the person called?"))
        self._you = _line(self.tr("What do they call you?"))
        self._kind = _choice(self.tr("Which moment?"))
        for one in pack.kinds.values():
            if one.practise:
                self._kind.addItem(one.name, one.id)
        self._temperament = _choice(self.tr("How do they tend to be?"))
        self._temperament.addItem(self.tr("Surprise me"), "")
        for each in pack.temperaments.values():
            self._temperament.addItem(each.name, each.id)
        self._difficulty = _choice(self.tr("How hard may it be?"))
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
            name=self._name.text().strip() or self.tr("Sam"),
            you=self._you.text().strip(),
            kind=self._kind.currentData() if self._moment else "",
            temperament=self._temperament.currentData(),
            difficulty=self._difficulty.currentData(),
            calm=number_of(self._calm),
            ready=number_of(self._ready),
        )

    def suggest_name(self, name: str) -> None:
        """Fill in what the person is called in the letters, unless something stands there."""
        if not self._name.text().strip():
            self._name.setText(name.strip()[:_MOST_LETTERS])

    def choose_kind(self, kind: str) -> None:
        """Choose a moment."""
        place = self._kind.findData(kind)
        self._kind.setCurrentIndex(max(place, 0))

    def focus_start(self) -> None:
        """Go to the button that begins."""
        self._start.setFocus()

    def _about(self) -> str:
        if self._moment:
            return self.tr(
                "Three turns, about two minutes. The person you practise with is made up. Choose"
                " what to say, or say it in your own words."
            )
        return self.tr(
            "A talk of ten to sixteen turns with a made-up person. What they feel follows what"
            " you say. Anger, shame and a no may come up. You can stop at any time."
        )

    def _lay_out(self) -> None:
        who = Card()
        for one in (self._name, self._you):
            _add(who, one)
        if self._moment:
            _add(who, self._kind)
        else:
            _add(who, self._temperament)
            _add(who, self._difficulty)
        self.body.addWidget(who)
        now = Card()
        now.body.addWidget(muted(self.tr("Only for you. You can leave these open.")))
        for each in (self._calm, self._ready):
            _add(now, each)
        self.body.addWidget(now)
        settle = button(self.tr("Breathe first"), kind="link")
        settle.clicked.connect(self.settle_asked)
        self.body.addWidget(self._start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(settle, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(muted(practice_only()))
        self.body.addStretch(1)


def zero_to_ten(name: str) -> QComboBox:
    """Return a choice from 0 to 10 that can be left open."""
    box = _choice(name)
    box.addItem("–", None)
    for number in range(11):
        box.addItem(str(number), number)
    return box


def number_of(box: QComboBox) -> int | None:
    """Return the number chosen, or None."""
    data = box.currentData()
    return None if data is None else int(data)


def _add(card: Card, field: QWidget) -> None:
    name = label(field.accessibleName(), "strong")
    name.setBuddy(field)
    card.body.addWidget(name)
    card.body.addWidget(field)


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(_MOST_LETTERS)
    return field


def _choice(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box
