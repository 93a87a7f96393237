"""After a practice talk: one's own look at it first, then what was strong and one change."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from familysupport.rehearse.feedback import Feedback, feedback
from familysupport.rehearse.loved import Who, fill
from familysupport.rehearse.model import TalkRecord
from familysupport.rehearse.roleplay import Exchange, Outcome, Talk
from familysupport.rehearse.scenario import Pack
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    body,
    button,
    empty,
    heading,
    label,
    muted,
    row,
    title,
)
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.rehearse.fields import number_of, zero_to_ten
from familysupport.ui.rehearse.talk_words import (
    compared_words,
    did_words,
    end_words,
    look_words,
    practice_only,
)

_TOO_UPSET = 2


class TalkAfter(Page):
    """Asks before it tells; then offers any turn to be taken again."""

    kept = Signal(object)
    again_asked = Signal()
    turn_asked = Signal(int)
    kind_asked = Signal(str)
    settle_asked = Signal()

    def __init__(self, pack: Pack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._talk: Talk | None = None
        self._record: TalkRecord | None = None
        self._who = Who()
        self._other: tuple[int, Exchange] | None = None
        self._title = title("")
        self._well_done = body("")
        self._calm = zero_to_ten(self.tr("How calm are you now?"))
        self._ready = zero_to_ten(self.tr("How ready do you feel for the real talk?"))
        self._keep = QLineEdit()
        self._change = QLineEdit()
        for field, name in (
            (self._keep, self.tr("The line I would keep")),
            (self._change, self.tr("The line I would change")),
        ):
            field.setAccessibleName(name)
            field.setInputMethodHints(UNLEARNED)
        self._words = QCheckBox(self.tr("Keep what was said, in the vault"))
        self._see = button(self.tr("See what helped"), kind="primary")
        self._see.clicked.connect(self._show_told)
        self._breathe = button(self.tr("Breathe for two minutes"), "heart")
        self._breathe.clicked.connect(self.settle_asked)
        self._enough = body(
            self.tr("Two hard runs are a lot. It may be enough for today. What you did counts.")
        )
        self._told = QWidget()
        self._lines = QVBoxLayout(self._told)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self._lay_out()

    def set_pack(self, pack: Pack) -> None:
        """Take the lines of the talk that comes, the family's own among them."""
        self._pack = pack

    def show_talk(self, talk: Talk, record: TalkRecord, who: Who) -> None:
        """Ask about a talk that has just ended."""
        self._talk, self._record = talk, record
        self._who = who
        self._title.setText(end_words(talk.outcome, who.name))
        told = feedback(self._pack, talk.exchanges, talk.outcome)
        self._well_done.setText(
            self.tr("You met a no calmly and held your line. That is well done.")
        )
        self._well_done.setVisible(told.calm_no)
        for box in (self._calm, self._ready):
            box.setCurrentIndex(0)
        for field in (self._keep, self._change):
            field.clear()
        self._words.setChecked(False)
        self._enough.hide()
        self._told.hide()
        self._see.show()
        self.verticalScrollBar().setValue(0)
        self._calm.setFocus()

    def show_other_branch(self, turn: int, exchange: Exchange) -> None:
        """Show a turn that was taken again beside the first time."""
        self._other = (turn, exchange)
        self._show_told()

    def flush(self) -> None:
        """Keep what is filled in."""
        if self._record is not None and self._talk is not None:
            self._record = self._record._replace(
                calm_after=number_of(self._calm),
                ready_after=number_of(self._ready),
                keep_line=self._keep.text().strip(),
                change_line=self._change.text().strip(),
                words=self._all_words() if self._words.isChecked() else "",
            )
            self.kept.emit(self._record)

    def say_enough(self) -> None:
        """Suggest to stop for today."""
        self._enough.show()

    def now_kept(self, record: TalkRecord) -> None:
        """Take over the record with the id that it was kept under."""
        self._record = record

    def _show_told(self) -> None:
        talk = self._talk
        if talk is None:
            return
        self.flush()
        calm = number_of(self._calm)
        self._breathe.setVisible(calm is not None and calm <= _TOO_UPSET * 2)
        empty(self._lines)
        told = feedback(self._pack, talk.exchanges, talk.outcome)
        for card in self._cards(talk, told):
            self._lines.addWidget(card)
        self._other = None
        self._see.hide()
        self._told.show()
        QTimer.singleShot(0, self._told, self._lead_on)

    def _lead_on(self) -> None:
        """Let the keys go on from here, and bring in sight what comes first: rest, if need be."""
        if self._breathe.isVisible():
            self._breathe.setFocus()
            return
        shown = [one for one in self._told.findChildren(QPushButton) if one.isVisible()]
        if shown:
            shown[0].setFocus()
        top = self._told.y() - self._lines.spacing()
        self.verticalScrollBar().setValue(top if self._enough.isHidden() else 0)

    def _cards(self, talk: Talk, told: Feedback) -> list[QWidget]:
        cards: list[QWidget] = []
        if self._other is not None:
            cards.append(self._both(talk, *self._other))
        if told.strengths:
            cards.append(self._strong(talk, told))
        if told.change is not None:
            cards.append(self._one_change(told))
        if talk.outcome is not Outcome.STOPPED or talk.exchanges:
            cards.append(self._way(talk, told))
        cards.append(self._next(told))
        return cards

    def _strong(self, talk: Talk, told: Feedback) -> Card:
        card = Card("soft")
        card.body.addWidget(heading(self.tr("What was strong")))
        for turn in told.strengths:
            one = talk.exchanges[turn]
            card.body.addWidget(body(self.tr("“{line}”").format(line=one.said.text)))
            card.body.addWidget(label(did_words(one.said.codes), "small"))
        return card

    def _one_change(self, told: Feedback) -> Card:
        card = Card()
        better = told.change
        card.body.addWidget(heading(self.tr("One thing to try another way")))
        if better is None:
            return card
        card.body.addWidget(body(self.tr("You said: “{line}”").format(line=better.said)))
        if better.instead is not None:
            words = self._filled(better.instead.text)
            card.body.addWidget(body(self.tr("You could say: “{line}”").format(line=words)))
            card.body.addWidget(muted(self._filled(better.instead.why)))
        again = button(self.tr("Take this turn again"), "undo")
        again.clicked.connect(lambda: self.turn_asked.emit(better.turn))
        card.body.addLayout(row(again, 1))
        return card

    def _way(self, talk: Talk, told: Feedback) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("How it went, turn by turn")))
        counted = self.tr("Times you listened: {listened}. Times you asked: {asked}.")
        card.body.addWidget(muted(counted.format(listened=told.listened, asked=told.asked)))
        if told.unrated:
            words = self.tr(
                "Not rated: {count}. The program did not know these words. That says nothing"
                " about how good they are."
            )
            card.body.addWidget(muted(words.format(count=told.unrated)))
        for turn, one in enumerate(talk.exchanges):
            reaction = self._pack.by_id[one.reaction]
            line = self.tr("{number}. {says}").format(
                number=turn + 1, says=self._filled(reaction.says or reaction.seen)
            )
            card.body.addWidget(body(line))
            after = self.tr("You: {said} ({did}). Then: {look}.").format(
                said=one.said.text, did=did_words(one.said.codes), look=look_words(one.after)
            )
            turned = self.tr(" This moved it most.") if turn in told.turning else ""
            card.body.addWidget(label(after + turned, "small"))
            again = button(self.tr("Take turn {number} again").format(number=turn + 1), kind="link")
            again.clicked.connect(lambda _checked=False, at=turn: self.turn_asked.emit(at))
            card.body.addLayout(row(again, 1))
        return card

    def _both(self, talk: Talk, turn: int, other: Exchange) -> Card:
        card = Card("soft")
        card.body.addWidget(heading(self.tr("Turn {number}, both ways").format(number=turn + 1)))
        for name, one in ((self.tr("First"), talk.exchanges[turn]), (self.tr("Now"), other)):
            card.body.addWidget(label(name, "strong"))
            card.body.addWidget(body(self.tr("“{line}”").format(line=one.said.text)))
            card.body.addWidget(label(did_words(one.said.codes), "small"))
        first = talk.exchanges[turn].after
        card.body.addWidget(body(compared_words(first, other.after, self._who.name)))
        return card

    def _next(self, told: Feedback) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("What next")))
        if told.next_kind:
            kind = self._pack.kinds[told.next_kind].name
            drill = button(self.tr("Practice: {kind}").format(kind=kind), "play")
            drill.clicked.connect(lambda: self.kind_asked.emit(told.next_kind))
            card.body.addLayout(row(drill, 1))
        again = button(self.tr("Another talk"), "play")
        again.clicked.connect(self.again_asked)
        card.body.addLayout(row(again, 1))
        card.body.addWidget(muted(practice_only()))
        return card

    def _filled(self, words: str) -> str:
        return fill(words, self._who)

    def _all_words(self) -> str:
        if self._talk is None:
            return ""
        lines = []
        for one in self._talk.exchanges:
            reaction = self._pack.by_id[one.reaction]
            lines.append(f"{self._who.name}: {self._filled(reaction.says or reaction.seen)}")
            lines.append(self.tr("You: {said}").format(said=one.said.text))
        return "\n".join(lines)

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._well_done)
        self.body.addWidget(self._enough)
        card = Card()
        card.body.addWidget(heading(self.tr("First, your own look at it")))
        fields: tuple[QComboBox | QLineEdit, ...] = (
            self._calm,
            self._ready,
            self._keep,
            self._change,
        )
        for field in fields:
            name = label(field.accessibleName(), "strong")
            name.setBuddy(field)
            card.body.addWidget(name)
            card.body.addWidget(field)
        card.body.addWidget(self._words)
        card.body.addLayout(row(self._see, self._breathe, 1))
        self._breathe.hide()
        self.body.addWidget(card)
        self.body.addWidget(self._told)
        self.body.addStretch(1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)
