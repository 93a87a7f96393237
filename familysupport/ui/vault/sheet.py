"""The sheet with the recovery code, for paper."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.documents.page import Card, Page, Paragraph
from familysupport.settings import Settings
from familysupport.ui.kit.preview import PreviewDialog


def show_code_sheet(code: str, settings: Settings, parent: QWidget) -> None:
    """Show the recovery sheet for `code`, ready to print."""
    PreviewDialog(code_sheet(code), settings.paper, parent).exec()


def code_sheet(code: str) -> Page:
    """Return the recovery sheet; it names neither the program's user nor what it opens."""
    return Page(
        title=_tr("Recovery sheet"),
        blocks=(
            Paragraph(_tr("This code opens your private pages if you forget the passphrase.")),
            Card("", (Paragraph(code),)),
            Paragraph(_tr("Keep this paper where nobody else looks. Do not take a photo of it.")),
            Paragraph(_tr("A letter O is read as a zero, and the letters I and L as a one.")),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CodeSheet", text)
