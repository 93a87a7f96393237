"""Before writing: who reads it, who it is for, and what they should feel in the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from familysupport.statements.model import Statement
from familysupport.ui.kit.widgets import button, label, row
from familysupport.ui.kit.writing import UNLEARNED


class Names(QWidget):
    """Three lines to fill in; once filled they fold into one quiet line."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._author = self._line(self.tr("Who reads it"), self.tr("For example Mum"))
        self._addressee = self._line(self.tr("Who it is for"), self.tr("Their name"))
        self._wish = self._line(
            self.tr("What do you want them to feel when you stop reading?"),
            self.tr("For example: loved, and not alone with it"),
        )
        self._summary = label("", "muted")
        self._change = button(self.tr("Change"), kind="link")
        self._change.setAccessibleName(self.tr("Change who reads it and who it is for"))
        self._change.clicked.connect(self.begin)
        self._open, self._folded = QWidget(), QWidget()
        lines, across = QVBoxLayout(self._open), QHBoxLayout()
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        across.setSpacing(16)
        for line in (self._author, self._addressee):
            across.addLayout(_captioned(line), 1)
        lines.addLayout(across)
        lines.addLayout(_captioned(self._wish))
        folded = row(self._summary, self._change)
        folded.setStretch(0, 1)
        self._folded.setLayout(folded)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._open)
        layout.addWidget(self._folded)
        self._fold(False)

    def show_names(self, statement: Statement, again: bool) -> None:
        """Show the names of `statement`; another one folds where nothing is missing."""
        texts = (statement.author, statement.addressee, statement.wish)
        for line, text in zip(self._lines(), texts, strict=True):
            if line.text() != text:
                line.setText(text)
        if not again:
            self._fold(all(text.strip() for text in texts) or bool(statement.text.strip()))

    def author(self) -> str:
        """Return who reads it."""
        return self._author.text()

    def addressee(self) -> str:
        """Return who it is for."""
        return self._addressee.text()

    def wish(self) -> str:
        """Return what they should feel in the end."""
        return self._wish.text()

    def begin(self) -> None:
        """Open the lines and put the cursor into the first empty one."""
        self._fold(False)
        empty = [line for line in self._lines() if not line.text().strip()]
        (empty or self._lines())[0].setFocus()

    def is_missing_names(self) -> bool:
        """Return whether nobody said yet who reads it or who it is for."""
        return not (self.author().strip() and self.addressee().strip())

    def _fold(self, folded: bool) -> None:
        self._open.setVisible(not folded)
        self._folded.setVisible(folded)
        names = self.tr("{author} to {addressee}").format(
            author=self.author().strip() or "…", addressee=self.addressee().strip() or "…"
        )
        wish = self.wish().strip()
        said = self.tr("{names} · should feel: {wish}").format(names=names, wish=wish)
        self._summary.setText(said if wish else names)

    def _lines(self) -> tuple[QLineEdit, QLineEdit, QLineEdit]:
        return self._author, self._addressee, self._wish

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit()
        line.setInputMethodHints(UNLEARNED)
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        line.textEdited.connect(self.edited)
        return line


def _captioned(line: QLineEdit) -> QVBoxLayout:
    caption = label(line.accessibleName(), "small")
    caption.setBuddy(line)
    layout = QVBoxLayout()
    layout.setSpacing(2)
    layout.addWidget(caption)
    layout.addWidget(line)
    return layout
