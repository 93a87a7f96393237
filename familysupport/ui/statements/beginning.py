"""Help to begin a part: hints, first words, and how others said it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from familysupport.content.part_help import PartHelp
from familysupport.statements.examples import RELATIONS, as_prompt, examples_from
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, label, muted, row


class Beginning(Card):
    """Shows the help for one part; `starter_asked` carries first words, in brackets."""

    starter_asked = Signal(str)

    def __init__(self, help_: PartHelp, relation: str, parent: QWidget | None = None) -> None:
        super().__init__("soft", parent)
        self._help = help_
        for hint in help_.hints:
            self.body.addWidget(body(hint))
        self.body.addWidget(label(self.tr("First words to put in"), "strong"))
        self._starters = [self._starter(words) for words in help_.starters]
        self.body.addLayout(Flow(*self._starters))
        self._relations = QComboBox()
        self._relations.setAccessibleName(self.tr("Whose examples to show"))
        names = relation_names()
        for known in RELATIONS:
            self._relations.addItem(names[known], known)
        self._relations.setCurrentIndex(max(0, self._relations.findData(relation)))
        self._relations.currentIndexChanged.connect(self._show_examples)
        self.body.addLayout(row(label(self.tr("How others said it"), "strong"), 1, self._relations))
        self._examples = QVBoxLayout()
        self._examples.setSpacing(8)
        self.body.addLayout(self._examples)
        self._lines = [body("") for _ in range(2)]
        for line in self._lines:
            self._examples.addWidget(line)
        self.body.addWidget(
            muted(self.tr("Examples are invented, and only to read. Your own words count."))
        )
        self._show_examples()

    def stops(self) -> list[QWidget]:
        """Return what takes the keyboard, in the order of the eye."""
        return [*self._starters, self._relations]

    def _starter(self, words: str) -> QWidget:
        starter = button(words, kind="choice")
        starter.setAccessibleName(self.tr("Put in: {words}").format(words=words))
        starter.clicked.connect(lambda: self.starter_asked.emit(as_prompt(words)))
        return starter

    def _show_examples(self) -> None:
        said = examples_from(self._help, self._relations.currentData())
        for line, text in zip(self._lines, said, strict=True):
            line.setText(self.tr("“{text}”").format(text=text))


def follow(before: QWidget, stops: Sequence[QWidget]) -> None:
    """Let the keyboard walk from `before` through `stops`, wherever they were made."""
    for stop in stops:
        QWidget.setTabOrder(before, stop)
        before = stop


def relation_names() -> dict[str, str]:
    """Return what each relation is called, by the word Prepare keeps it under."""
    say = QCoreApplication.translate
    return {
        "parent": say("Beginning", "A parent"),
        "partner": say("Beginning", "A partner"),
        "sibling": say("Beginning", "A brother or sister"),
        "grandparent": say("Beginning", "A grandparent"),
        "grown child": say("Beginning", "A grown child"),
        "friend": say("Beginning", "A friend"),
    }
