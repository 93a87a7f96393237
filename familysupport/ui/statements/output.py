"""A statement on its way to paper or to a file: preview, printer, copies, the binder."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QDialog, QWidget

from familysupport.context import AppContext
from familysupport.documents.formats import to_bytes
from familysupport.session import Session
from familysupport.statements.binder import binder
from familysupport.statements.model import Statement
from familysupport.statements.pages import card, letter
from familysupport.ui.kit.files import Kind, ask_where_to_save, not_locked, write_beside
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.preview import Choices, Machine
from familysupport.ui.kit.printing import Paper, PrintSheet, pdf_bytes
from familysupport.ui.statements.binder_paper import BinderDialog
from familysupport.ui.statements.binder_words import binder_words, in_order
from familysupport.ui.statements.paper import PaperDialog

FILE_NAME = "statement.pdf"
BINDER_NAME = "binder.pdf"


class Output(QObject):
    """Prints a statement or saves a copy of it, on the paper of the chosen country."""

    def __init__(self, context: AppContext, machine: Machine | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._context = context
        self._machine = machine or Machine()

    def preview(self, statement: Statement) -> None:
        """Show the pages as they will look, to print them or save them."""
        corner, choices = hide_button(), Choices(self._paper())
        self._show(PaperDialog(statement, FILE_NAME, self._window, choices, corner, self._machine))

    def preview_card(self, statement: Statement) -> None:
        """Show the card for a no, apart from the letter."""
        self.preview(card(self.tr("If the answer is no"), statement))

    def preview_binder(self, session: Session) -> None:
        """Show the binder for the whole meeting: each statement, in the speaking order."""
        words = binder_words(self._context, session)
        told = in_order(session.people.people(), session.statements.statements())
        corner, choices = hide_button(), Choices(self._paper())
        self._show(
            BinderDialog(
                partial(binder, words, told),
                BINDER_NAME,
                self._window,
                choices,
                corner,
                self._machine,
            )
        )

    def save_copy(self, statement: Statement) -> str:
        """Ask where, save the letter in the format of its ending, and return what to tell.

        Nothing is told if nothing was saved. Raises DiskFullError or NotWritableError.
        """
        path = ask_where_to_save(self._window, FILE_NAME, _kinds(), self._machine.choose)
        if path is None:
            return ""
        ending = path.suffix.lower().removeprefix(".")
        if ending in ("docx", "odt", "txt", "md"):
            data = to_bytes(letter(statement), ending)
        else:
            data = pdf_bytes(self.sheet(statement, Choices(self._paper())))
        write_beside(path, data)
        return self.tr("Saved. {note}").format(note=not_locked())

    def sheet(self, statement: Statement, choices: Choices) -> PrintSheet:
        """Return the letter as a sheet of the chosen paper and size."""
        page = letter(statement)
        title = self.tr("Statement")
        return PrintSheet(title, page, choices.paper, choices.font_pt, footer=page.author)

    def _show(self, dialog: QDialog) -> None:
        dialog.exec()
        dialog.deleteLater()

    def _paper(self) -> Paper:
        return "letter" if self._context.settings().paper == "letter" else "a4"


def _kinds() -> tuple[Kind, ...]:
    return (
        Kind(_tr("PDF"), ("pdf",)),
        Kind(_tr("Word document"), ("docx",)),
        Kind(_tr("OpenDocument text"), ("odt",)),
        Kind(_tr("Plain text"), ("txt",)),
        Kind(_tr("Markdown"), ("md",)),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Output", text)
