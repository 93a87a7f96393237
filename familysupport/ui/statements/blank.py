"""The pages of Statements with nothing on them yet: no statement at all, or one not begun."""

from __future__ import annotations

from PySide6.QtCore import Signal

from familysupport.ui.kit.widgets import Page, body, button, row, title


class NothingYet(Page):
    """Says what a statement is, and offers the first."""

    new_asked = Signal()
    file_asked = Signal()
    deleted_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        start = button(self.tr("Write the first statement"), "plus", "primary")
        start.clicked.connect(self.new_asked)
        taking = button(self.tr("Take in a letter from a file…"), kind="link")
        taking.clicked.connect(self.file_asked)
        self._deleted = button(self.tr("Deleted statements…"), kind="link")
        self._deleted.clicked.connect(self.deleted_asked)
        self.body.addWidget(title(self.tr("What each of you will say")))
        self.body.addWidget(
            body(
                self.tr(
                    "A statement is one person’s letter, read out at the meeting: warm, true, and "
                    "short. It stays in your hand when your voice gives way. Each person writes "
                    "their own. It is saved while you type."
                )
            )
        )
        for one in (start, taking, self._deleted):
            self.body.addLayout(row(one, 1))
        self.body.addStretch(1)

    def offer_deleted(self, there: bool) -> None:
        """Offer the deleted statements where there are some."""
        self._deleted.setVisible(there)


class Waiting(Page):
    """Names a person who reads a statement and has not begun it."""

    start_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = title("")
        start = button(self.tr("Start this statement"), "plus", "primary")
        start.clicked.connect(self.start_asked)
        self.body.addWidget(self._name)
        self.body.addWidget(
            body(self.tr("In Prepare this person reads a statement. Nothing is written yet."))
        )
        self.body.addLayout(row(start, 1))
        self.body.addStretch(1)

    def show_name(self, name: str) -> None:
        """Show whose statement it will be."""
        self._name.setText(self.tr("{name} has not started").format(name=name))
