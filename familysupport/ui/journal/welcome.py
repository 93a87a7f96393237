"""What the journal shows before anything is written: how to begin, and what else is here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.ui.journal.entries import FOR_ME, IN_AND_OUT, RECOVERY
from familysupport.ui.kit.widgets import body, button, title
from familysupport.ui.recovery.part import page_name


class Welcome(QWidget):
    """Offers a first entry; `leaf_asked` names a page of the journal."""

    write_asked = Signal()
    leaf_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        begin = button(self.tr("Write the first entry"), kind="primary")
        QShortcut(QKeySequence.StandardKey.New, self).activated.connect(begin.click)
        begin.clicked.connect(self.write_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(30, 24, 30, 28)
        column.setSpacing(12)
        column.addWidget(title(self.tr("A private place to write")))
        column.addWidget(
            body(
                self.tr(
                    "What happened, how you are, what you want to remember. A few words are"
                    " enough. Everything you write is encrypted on this computer."
                )
            )
        )
        column.addWidget(begin, 0, Qt.AlignmentFlag.AlignLeft)
        for words, sign, leaf in (
            (page_name(), "sunrise", RECOVERY),
            (self.tr("For me"), "heart", FOR_ME),
            (self.tr("Bring another journal in…"), "journal", IN_AND_OUT),
        ):
            way = button(words, sign)
            way.clicked.connect(partial(self.leaf_asked.emit, leaf))
            column.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
