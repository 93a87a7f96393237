"""A calm dialog: a name, Hide always in sight, and a place for what it is about."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.in_sight import InSight
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import button, row, title


def on_screen(width: int, height: int) -> QSize:
    """Return a size at the text size in force that no screen is too small for."""
    room = QGuiApplication.primaryScreen().availableSize() - QSize(40, 60)
    return QSize(scaled(width), scaled(height)).boundedTo(room)


class CalmDialog(QDialog):
    """Put things into `body`; Escape and Close leave it."""

    def __init__(
        self, name: str, parent: QWidget | None, width: int = 620, height: int = 560
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(QCoreApplication.translate("Dialog", "Family Support"))
        inner = QWidget()
        inner.setObjectName("page")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(28, 6, 28, 20)
        self.body.setSpacing(10)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        top = row(title(name), hide_button())
        top.setContentsMargins(28, 20, 28, 8)
        top.setStretch(0, 1)
        close = button(QCoreApplication.translate("Dialog", "Close"))
        close.clicked.connect(self.reject)
        self.foot = row(1, close)
        self.foot.setContentsMargins(28, 8, 28, 18)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(area, 1)
        layout.addLayout(self.foot)
        self.resize(on_screen(width, height))
        InSight(self)
        close.setFocus()
