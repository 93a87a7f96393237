"""What can be printed: the cards and the sheet, each with a preview before it goes to paper."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.content.emergency import CountryNumbers, EmergencyContent
from familysupport.emergency.pages import PAPERS, PaperName, paper_for, paper_html
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.kit.widgets import Card, button, heading, label, muted, row

Preview = Callable[[PreviewDialog], object]
"""Shows the preview; tests hand in one that only looks at it."""


def preview(dialog: PreviewDialog) -> None:
    """Show the preview and forget it."""
    dialog.exec()
    dialog.deleteLater()


class PapersView(QWidget):
    """Names each paper, says what it is for, and opens its preview."""

    def __init__(
        self, content: EmergencyContent, numbers: CountryNumbers, show: Preview | None = None
    ) -> None:
        super().__init__()
        self._content, self._numbers, self._show = content, numbers, show or preview
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for name in PAPERS:
            layout.addWidget(self._card(name))
        layout.addWidget(muted(self.tr("Print them before you need them. They name nobody.")))
        layout.addStretch(1)

    def _card(self, name: PaperName) -> Card:
        paper = getattr(self._content.papers, name)
        card = Card()
        card.body.addWidget(heading(paper.name))
        card.body.addWidget(label(paper.about))
        ask = button(self.tr("Print or save as PDF…"), "print")
        ask.setAccessibleName(self.tr("Print or save: {paper}").format(paper=paper.name))
        ask.clicked.connect(lambda: self._show(self._preview(name)))
        card.body.addLayout(row(ask, 1))
        return card

    def _preview(self, name: PaperName) -> PreviewDialog:
        content, numbers = self._content, self._numbers

        def sheet(choices: Choices) -> PrintSheet:
            words = paper_html(name, content, numbers, choices.font_pt)
            return PrintSheet("", words, choices.paper, choices.font_pt)

        suggested = QCoreApplication.translate("Papers", "card.pdf")
        return PreviewDialog(sheet, suggested, self, Choices(paper_for(numbers)))
