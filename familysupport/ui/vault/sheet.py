"""The sheet with the recovery code, for paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.documents.page import Page, Paragraph, Run, Table
from familysupport.settings import Settings
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.vault.slips import code_lines


def show_code_sheet(code: str, settings: Settings, parent: QWidget) -> None:
    """Show the recovery sheet for `code`, ready to print."""
    page = code_sheet(code)
    PreviewDialog(
        lambda choices: PrintSheet(page.title, page, choices.paper, choices.font_pt),
        "recovery-sheet.pdf",
        parent,
        Choices(settings.paper, 12),
        hide_button(),
    ).exec()


def code_sheet(code: str) -> Page:
    """Return the recovery sheet; it names neither the program's user nor what it opens."""
    rows = [(numbers, (Run(groups, bold=True),)) for numbers, groups in code_lines(code)]
    return Page(
        title=_tr("Recovery sheet"),
        blocks=(
            Paragraph(_tr("This code opens your private pages if you forget the passphrase.")),
            Table((), tuple(rows)),
            Paragraph(_tr("Keep this paper where nobody else looks. Do not take a photo of it.")),
            Paragraph(_tr("A letter O is read as a zero, and the letters I and L as a one.")),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CodeSheet", text)
