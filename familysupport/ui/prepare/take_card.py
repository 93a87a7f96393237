"""Opens a relative’s file, shows what differs, and joins it when told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from familysupport.documents.plain import read_bytes
from familysupport.errors import FamilySupportError, WrongPassphraseError
from familysupport.prepare.joint import Choice, Comparison, Difference, LetterDifference, compare
from familysupport.prepare.records import Bundle
from familysupport.prepare.share import LIMIT, unseal
from familysupport.ui.kit import jobs
from familysupport.ui.kit.files import Choose, Kind, ask_which_to_open, show
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, row
from familysupport.ui.prepare.acts import acts
from familysupport.ui.prepare.difference import DifferenceCard
from familysupport.ui.prepare.joining import Joining
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.share_words import around, kind_words, name_of, value_words
from familysupport.ui.vault.gate import PassphraseField


class TakeCard(Card):
    """Compares before it joins; `joined` carries what was done and the way back."""

    joined = Signal(str, object)

    def __init__(
        self, joining: Joining, choose: Choose = show, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._joining, self._choose_file = joining, choose
        self._names = Names()
        self._found = Comparison()
        self._cards: dict[str, DifferenceCard] = {}
        self._letters: list[DifferenceCard] = []
        self._field = PassphraseField(self.tr("Passphrase of the file"))
        self._open = button(self.tr("Open a shared file…"))
        self._open.clicked.connect(self._ask)
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._slot = QVBoxLayout()
        self._slot.setSpacing(10)
        self._told: QWidget | None = None
        self._lay_out()

    def show_names(self, names: Names) -> None:
        """Take over the names of the people."""
        self._names = names

    def close_file(self) -> None:
        """Forget the file that was compared."""
        if self._told is not None:
            self._told.hide()
            self._told.deleteLater()
            self._told = None
        self._found = Comparison()
        self._cards, self._letters = {}, []

    def _lay_out(self) -> None:
        self.body.addWidget(heading(self.tr("Take in what a relative wrote")))
        self.body.addWidget(
            body(self.tr("You see first what is new and what differs. You decide about each."))
        )
        caption = label(self.tr("Passphrase of the file"), "strong")
        caption.setBuddy(self._field)
        shown = QCheckBox(self.tr("Show what I type here"))
        shown.toggled.connect(self._field.show_words)
        for widget in (caption, self._field, shown, self._trouble):
            self.body.addWidget(widget)
        self.body.addLayout(row(self._open, 1))
        self.body.addLayout(self._slot)
        self._field.returnPressed.connect(self._ask)

    def _ask(self) -> None:
        self._trouble.hide()
        if not self._field.text().strip():
            self._complain(self.tr("Type the passphrase of the file first."))
            return
        kinds = (Kind(self.tr("Shared plan"), ("famplan",)),)
        path = ask_which_to_open(self, kinds, self._choose_file)
        if path is not None:
            self._read(path, self._field.text())

    def _read(self, path: Path, passphrase: str) -> None:
        self._open.setEnabled(False)

        def work() -> Bundle:
            return unseal(read_bytes(path, LIMIT), passphrase, path)

        jobs.run(self, work, self._compare, self._fail)

    def _fail(self, error: Exception) -> None:
        self._open.setEnabled(True)
        if isinstance(error, WrongPassphraseError):
            self._complain(
                self.tr(
                    "That is not the passphrase of this file. Nothing was changed. Ask whoever "
                    "gave you the file."
                )
            )
        elif isinstance(error, FamilySupportError):
            self._complain(" ".join(explain(error)))
        else:
            raise error

    def _compare(self, theirs: Bundle) -> None:
        self._open.setEnabled(True)
        self._field.clear()
        self.close_file()
        self._found = compare(self._joining.gather(), theirs)
        self._told = QWidget()
        layout = QVBoxLayout(self._told)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(10)
        summary = self._summary()
        layout.addWidget(label(summary, "strong"))
        for one in self._found.different:
            self._cards[one.theirs.uid] = self._card(one)
            layout.addWidget(self._cards[one.theirs.uid])
        for apart in self._found.different_letters:
            self._letters.append(self._letter_card(apart))
            layout.addWidget(self._letters[-1])
        join = button(self.tr("Join it into my plan"), kind="primary")
        join.clicked.connect(self._join)
        leave = button(self.tr("Leave it"))
        leave.clicked.connect(self.close_file)
        layout.addLayout(acts(join, leave))
        self._slot.addWidget(self._told)
        self._told.show()
        announce(self._told, summary)

    def _summary(self) -> str:
        found = self._found
        return self.tr(
            "New: {new}. Fills a gap: {filled}. The same: {same}. Different: {different}."
        ).format(
            new=len(found.new) + len(found.new_letters),
            filled=len(found.filled),
            same=found.same,
            different=len(found.different) + len(found.different_letters),
        )

    def _card(self, one: Difference) -> DifferenceCard:
        name = f"{kind_words(one.theirs.kind)}: {name_of(one.theirs, self._names)}"
        if one.put_away:
            pairs = [(self.tr("you deleted it"), self.tr("it is still there"))]
            offered = [
                (Choice.MINE, self.tr("Leave it deleted")),
                (Choice.THEIRS, self.tr("Bring it back")),
            ]
            return DifferenceCard(name, pairs, offered)
        told = [
            (value_words(mine, self._names), value_words(theirs, self._names))
            for _field, mine, theirs in one.fields
        ]
        return DifferenceCard(name, told, self._three())

    def _letter_card(self, apart: LetterDifference) -> DifferenceCard:
        name = self.tr("Statement of {name}").format(
            name=apart.theirs.author.strip() or self.tr("somebody")
        )
        pairs = [around(apart.mine.text, apart.theirs.text)]
        if apart.mine.if_no.strip() != apart.theirs.if_no.strip():
            pairs.append(around(apart.mine.if_no, apart.theirs.if_no))
        return DifferenceCard(name, pairs, self._three())

    def _three(self) -> list[tuple[Choice, str]]:
        return [
            (Choice.MINE, self.tr("Keep mine")),
            (Choice.THEIRS, self.tr("Take theirs")),
            (Choice.BOTH, self.tr("Keep both")),
        ]

    def _join(self) -> None:
        choices = {uid: card.choice for uid, card in self._cards.items()}
        letters = {place: card.choice for place, card in enumerate(self._letters)}
        undo: Callable[[], None] = self._joining.join(self._found, choices, letters)
        self.close_file()
        self.joined.emit(self.tr("The shared plan was joined into yours."), undo)

    def _complain(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.show()
        announce(self._trouble, text)
        self._field.setFocus()
        self._field.selectAll()
