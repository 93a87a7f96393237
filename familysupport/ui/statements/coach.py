"""What the coach says, beside the letter: marks with a reason, what is good, what is missing."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton, QVBoxLayout, QWidget

from familysupport.statements.coach import Kind, Manner, Mark, Note, Scope
from familysupport.statements.model import Part
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, label, muted
from familysupport.ui.statements.coaching import Coaching
from familysupport.ui.statements.prompts import part_names

_LONGEST_QUOTE = 80
_MOST_NOTES = 3


class CoachPanel(QWidget):
    """Shows what the coach says; every choice is handed on, nothing is changed here."""

    emergency_asked = Signal(object)
    place_asked = Signal(int, int)
    words_asked = Signal(object)
    part_asked = Signal(object)
    card_shown = Signal(object)

    def __init__(self, coaching: Coaching, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self._coaching = coaching
        self._cards: list[tuple[Mark, QWidget]] = []
        self._shown: object = None
        self._inner: QWidget | None = None
        self._manner = self._make_manner()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)
        self.body.addWidget(
            muted(self.tr("It sees only some things and never judges a letter. You decide."))
        )
        self.body.addWidget(self._manner)
        self.body.addStretch(1)
        coaching.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Build what is said anew, if it is not the same as before."""
        now = (
            self._coaching.marks(),
            tuple(self._coaching.good()),
            tuple(self._coaching.notes()),
            self._coaching.left_count(),
            self._coaching.manner,
            (self._coaching.speaks, bool(self._coaching.text.strip())),
        )
        if now == self._shown:
            return
        self._shown = now
        self._manner.setCurrentIndex(self._manner.findData(self._coaching.manner.value))
        self._build()

    def focus_mark(self, mark: Mark) -> None:
        """Bring the card of `mark` into sight."""
        for one, card in self._cards:
            if one == mark:
                self.card_shown.emit(card)

    def begin(self) -> None:
        """Put the cursor on the first thing that can be done here."""
        first = self._cards[0][1].findChild(QPushButton) if self._cards else None
        (first or self._manner).setFocus()

    def _make_manner(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setAccessibleName(self.tr("How much the coach says"))
        for manner, name in manner_names().items():
            box.addItem(name, manner.value)
        box.activated.connect(lambda: self._coaching.say(Manner(box.currentData())))
        return box

    def _build(self) -> None:
        had = self._focus_is_inside()
        if self._inner is not None:
            self.body.removeWidget(self._inner)
            self._inner.hide()
            self._inner.deleteLater()
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(12)
        self._cards = []
        self._add_marks()
        self._add_notes()
        self._add_good()
        self._add_left()
        self.body.insertWidget(2, self._inner)
        self._inner.show()
        if had:
            self.begin()

    def _focus_is_inside(self) -> bool:
        return self._inner is not None and any(
            one.hasFocus() for one in self._inner.findChildren(QPushButton)
        )

    def _add_marks(self) -> None:
        marks = self._coaching.marks()
        for mark in marks:
            card = self._crisis(mark) if mark.kind is Kind.CRISIS else self._mark(mark)
            self._cards.append((mark, card))
            self._rows.addWidget(card)
        rest = self._coaching.waiting()
        if rest:
            self._rows.addWidget(muted(self.tr("{count} more after these").format(count=rest)))
        if self._coaching.speaks and self._coaching.text.strip() and not marks:
            self._rows.addWidget(
                muted(self.tr("It sees nothing to ask about. That does not mean nothing can hurt."))
            )
        elif not self._coaching.text.strip():
            said = self.tr("It reads along while you write, on this computer only.")
            self._rows.addWidget(muted(said))

    def _crisis(self, mark: Mark) -> Card:
        card = Card("attention")
        card.body.addWidget(label(self._quote(mark), "strong"))
        card.body.addWidget(body(mark.why))
        now = button(self.tr("What to do now"), "emergency", "emergency")
        now.clicked.connect(partial(self.emergency_asked.emit, mark))
        card.body.addWidget(now)
        return card

    def _mark(self, mark: Mark) -> Card:
        card = Card()
        card.body.addWidget(label(self._quote(mark), "strong"))
        card.body.addWidget(body(mark.why))
        card.body.addWidget(label(self.tr("One way to say it"), "small"))
        card.body.addWidget(body(mark.suggestion))
        if mark.example and mark.example != mark.suggestion:
            said = self.tr("For example: {example}").format(example=mark.example)
            card.body.addWidget(muted(said))
        show = button(self.tr("Show"), kind="choice")
        show.setAccessibleName(self.tr("Show {quote}").format(quote=self._quote(mark)))
        show.clicked.connect(partial(self.place_asked.emit, mark.start, mark.end))
        use = button(self.tr("Use this"), kind="choice")
        use.setAccessibleName(self.tr("Use this in place of the sentence"))
        use.setToolTip(self.tr("Puts it in place of the sentence. Undo takes it back."))
        use.clicked.connect(partial(self.words_asked.emit, mark))
        card.body.addLayout(Flow(show, use, self._leaver(mark), spacing=6))
        return card

    def _leaver(self, mark: Mark) -> QPushButton:
        leaver = button(self.tr("Leave it"), kind="choice")
        leaver.setAccessibleName(self.tr("Leave it as it is: choose how far"))
        menu = QMenu(leaver)
        for scope, name in (
            (Scope.PLACE, self.tr("Only here")),
            (Scope.WORD, self.tr("These words, in this letter")),
            (Scope.RULE, self.tr("This kind of note, in this letter")),
        ):
            menu.addAction(name, partial(self._coaching.leave, mark, scope))
        leaver.setMenu(menu)
        return leaver

    def _add_notes(self) -> None:
        for note in self._coaching.notes()[:_MOST_NOTES]:
            self._rows.addWidget(self._note(note))

    def _note(self, note: Note) -> Card:
        card = Card()
        if note.part is not None:
            name = part_names()[note.part]
            card.body.addWidget(label(self.tr("Not here yet: {part}").format(part=name), "strong"))
        card.body.addWidget(body(note.why))
        card.body.addWidget(muted(note.suggestion))
        if note.part is not None:
            write = button(self.tr("Write this part"), kind="choice")
            write.setAccessibleName(self.tr("Write this part: {part}").format(part=name))
            write.clicked.connect(partial(self.part_asked.emit, Part(note.part)))
            card.body.addLayout(Flow(write))
        elif note.end > note.start:
            show = button(self.tr("Show"), kind="choice")
            show.clicked.connect(partial(self.place_asked.emit, note.start, note.end))
            card.body.addLayout(Flow(show))
        return card

    def _add_good(self) -> None:
        good = self._coaching.good()
        if not good:
            return
        card = Card("soft")
        card.body.addWidget(label(self.tr("Good, keep it"), "strong"))
        for mark in good:
            card.body.addWidget(body(self._quote(mark)))
            card.body.addWidget(label(mark.why, "small"))
        self._rows.addWidget(card)

    def _add_left(self) -> None:
        count = self._coaching.left_count()
        if count:
            said = self.tr("Left as it is: {count}. Show again").format(count=count)
            again = button(said, kind="link")
            again.clicked.connect(self._coaching.take_up_all)
            self._rows.addWidget(again)

    def _quote(self, mark: Mark) -> str:
        words = " ".join(self._coaching.text[mark.start : mark.end].split())
        if len(words) > _LONGEST_QUOTE:
            words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return self.tr("“{words}”").format(words=words)


def manner_names() -> dict[Manner, str]:
    """Return what each manner of the coach is called."""
    say = QCoreApplication.translate
    return {
        Manner.SILENT: say("Coach", "Says nothing"),
        Manner.LITTLE: say("Coach", "Only what weighs most"),
        Manner.USUAL: say("Coach", "Gentle, the usual"),
        Manner.ALL: say("Coach", "Everything it sees"),
    }
