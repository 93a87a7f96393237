"""What is seen over time on its way to paper: each table under its name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.documents.page import Block, Heading, Note, Page, Paragraph, Table
from familysupport.ui.journal.seeing_card import SeeingCard
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet

FILE_NAME = "over-time.pdf"
_LONG = 64


def seen_page(cards: Sequence[SeeingCard], about: str) -> Page:
    """Return every table that holds anything, for paper; of one with many lines the sum alone."""
    blocks: list[Block] = [Note(about)]
    for card in cards:
        if card.lines:
            head, *rows = card.lines
            blocks.append(Heading(card.name))
            blocks.append(Paragraph(card.about.text()))
            if len(rows) > _LONG:
                blocks.append(Note(_tr("The days one by one are on the screen.")))
                continue
            blocks.append(Table(tuple(head), tuple(tuple(line) for line in rows)))
    return Page("", tuple(blocks))


def preview_seen(
    cards: Sequence[SeeingCard],
    about: str,
    context: AppContext,
    window: QWidget,
    machine: Machine | None = None,
) -> None:
    """Show the tables as they will look on paper, to print them or save them."""
    page = seen_page(cards, about)
    name = _tr("Pages")

    def sheet(choices: Choices) -> PrintSheet:
        return PrintSheet(name, page, choices.paper, choices.font_pt)

    paper = context.settings().paper
    dialog = PreviewDialog(sheet, FILE_NAME, window, Choices(paper), machine=machine)
    dialog.exec()
    dialog.deleteLater()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
