"""A statement on its way to paper: the preview, the printer, a PDF."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.statements.model import Statement
from familysupport.statements.pages import card, letter
from familysupport.ui.kit.files import Kind, ask_where_to_save, not_locked
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import Paper, PrintSheet, save_pdf

FILE_NAME = "statement.pdf"


class Output(QObject):
    """Prints a statement or saves it as a PDF, on the paper of the chosen country."""

    def __init__(self, context: AppContext, machine: Machine | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._context = context
        self._machine = machine or Machine()

    def preview(self, statement: Statement) -> None:
        """Show the pages as they will look, to print them or save them."""
        self._preview(lambda choices: self.sheet(statement, choices))

    def preview_card(self, statement: Statement) -> None:
        """Show the card for a no, apart from the letter."""
        self._preview(lambda choices: self.card_sheet(statement, choices))

    def _preview(self, sheets: Callable[[Choices], PrintSheet]) -> None:
        dialog = PreviewDialog(
            sheets,
            FILE_NAME,
            self._window,
            Choices(self._paper()),
            hide_button(),
            self._machine,
        )
        dialog.exec()
        dialog.deleteLater()

    def save_as_pdf(self, statement: Statement) -> str:
        """Ask for a place, save the letter there, and return what to tell; nothing if not saved."""
        kinds = (Kind(self.tr("PDF"), ("pdf",)),)
        path = ask_where_to_save(self._window, FILE_NAME, kinds, self._machine.choose)
        if path is None:
            return ""
        save_pdf(self.sheet(statement, Choices(self._paper())), path)
        return self.tr("Saved. {note}").format(note=not_locked())

    def sheet(self, statement: Statement, choices: Choices) -> PrintSheet:
        """Return the letter as a sheet of the chosen paper and size."""
        name = statement.author.strip()
        return PrintSheet(
            self.tr("Statement"), letter(statement), choices.paper, choices.font_pt, footer=name
        )

    def card_sheet(self, statement: Statement, choices: Choices) -> PrintSheet:
        """Return the card for a no as a sheet of the chosen paper and size."""
        title = self.tr("If the answer is no")
        page = card(title, statement)
        name = statement.author.strip()
        return PrintSheet(title, page, choices.paper, choices.font_pt, footer=name)

    def _paper(self) -> Paper:
        return "letter" if self._context.settings().paper == "letter" else "a4"
