"""One phase of withdrawal: what one may see, what one can do, and whether it is now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from familysupport.content.model import PhaseAdvice
from familysupport.learn.timeline import Now
from familysupport.ui.kit.widgets import Card, body, chip, heading, label, row, set_chip


class PhaseCard(Card):
    """Stands below the chart; a chip says where now is."""

    def __init__(self, advice: PhaseAdvice, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.chip = chip("")
        name = heading(advice.title)
        top = row(name, self.chip)
        top.setStretch(0, 1)
        top.setAlignment(self.chip, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(label(self.tr("What you may see"), "eyebrow"))
        self.body.addWidget(body(bullets(advice.see)))
        self.body.addWidget(label(self.tr("What you can do"), "eyebrow"))
        self.body.addWidget(body(bullets(advice.do)))

    def stand(self, words: str, now: Now) -> None:
        """Say where this moment stands against the phase; no words hide the chip."""
        set_chip(self.chip, words, "attention" if now is Now.TYPICAL else "plain")
        self.chip.setVisible(bool(words))


def bullets(lines: Sequence[str]) -> str:
    """Return lines as a list in plain text."""
    return "\n".join(f"•  {line}" for line in lines)
