"""What stands in place of a whole talk where somebody could get hurt: whom to turn to first."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.widgets import Page, body, muted, title


class ClosedPage(Page):
    """Says why a whole talk waits, and what stays open meanwhile."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body.addWidget(title(self.tr("First, somebody who knows")))
        self.body.addWidget(
            body(
                self.tr(
                    "In Prepare you answered that somebody could get hurt. A whole talk is better"
                    " practiced with a professional who knows about it. Prepare says whom to call."
                )
            )
        )
        self.body.addWidget(
            muted(self.tr("Reading aloud, breathing and one hard moment stay open here."))
        )
        self.body.addStretch(1)
