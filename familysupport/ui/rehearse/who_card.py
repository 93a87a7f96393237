"""Whom one practises with: asked once, said afterwards, and changed when one wants to."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.rehearse.loved import Loved, Pronoun, Tie
from familysupport.ui.kit.widgets import Card, body, button
from familysupport.ui.rehearse.fields import MOST_LETTERS, beside, choice, line
from familysupport.ui.rehearse.whom import Whom, name_or_usual, pronoun_words, tie_words


class WhoCard(Card):
    """Holds the name, how one speaks of them, and who one is to them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = line(self.tr("What is the person called?"))
        self._pronoun = choice(self.tr("How do you speak of them?"))
        for pronoun in Pronoun:
            self._pronoun.addItem(pronoun_words(pronoun), pronoun.value)
        self._tie = choice(self.tr("What are you to them?"))
        for tie in Tie:
            self._tie.addItem(tie_words(tie), tie.value)
        self._you = line(self.tr("What do they call you?"))
        self._said = body("")
        self._change = button(self.tr("Change this"), kind="link")
        self._change.clicked.connect(self._open)
        self._fields = QWidget()
        column = QVBoxLayout(self._fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(beside(self._name, self._pronoun))
        column.addWidget(beside(self._tie, self._you))
        self.body.addWidget(self._said)
        self.body.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._fields)
        self._show_what_is_asked(True)

    def show_whom(self, whom: Whom) -> None:
        """Say what is known, or ask; what is being typed stays."""
        if whom.asked or not self._name.text().strip():
            self._fill(whom.loved)
        if whom.asked:
            self._say(whom.loved)
        self._show_what_is_asked(not whom.asked)

    def loved(self) -> Loved:
        """Return what is told."""
        return Loved(
            self._name.text().strip(),
            Pronoun(self._pronoun.currentData()),
            Tie(self._tie.currentData()),
            self._you.text().strip(),
        )

    def _fill(self, loved: Loved) -> None:
        self._name.setText(loved.name[:MOST_LETTERS])
        self._you.setText(loved.you[:MOST_LETTERS])
        self._pronoun.setCurrentIndex(list(Pronoun).index(loved.pronoun))
        self._tie.setCurrentIndex(list(Tie).index(loved.tie))

    def _say(self, loved: Loved) -> None:
        lines = [
            self.tr("You practice with: {name} ({pronoun})").format(
                name=name_or_usual(loved.name), pronoun=pronoun_words(loved.pronoun)
            ),
            self.tr("You are: {tie}").format(tie=tie_words(loved.tie)),
        ]
        if loved.you:
            lines.append(self.tr("You are called: {name}").format(name=loved.you))
        self._said.setText("\n".join(lines))

    def _open(self) -> None:
        self._show_what_is_asked(True)
        self._name.setFocus()

    def _show_what_is_asked(self, asked: bool) -> None:
        self._fields.setVisible(asked)
        self._said.setVisible(not asked)
        self._change.setVisible(not asked)
