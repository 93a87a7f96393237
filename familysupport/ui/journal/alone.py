"""Only the page: nothing else in sight but the ways out, back and to safety."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from familysupport.ui.journal.foot import ALONE_KEY
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.theme import margin, scaled
from familysupport.ui.kit.widgets import button

_WIDEST = 720


class AlonePage(QWidget):
    """Lies over the whole window with the page on it; Escape and the same key end it."""

    closed = Signal()
    lock_asked = Signal()
    emergency_asked = Signal(str)

    def __init__(self, page: QWidget, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAutoFillBackground(True)
        back = button(self.tr("Back to the journal (Esc)"), "back", "quiet")
        back.clicked.connect(self.closed)
        lock = button(self.tr("Lock"), "lock", "quiet")
        lock.setToolTip("Ctrl+L")
        lock.clicked.connect(self.lock_asked)
        emergency = button(self.tr("Emergency"), "emergency", "emergency")
        emergency.setToolTip("F12")
        emergency.clicked.connect(lambda: self.emergency_asked.emit(""))
        hide = hide_button()
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(page, 1000)
        across.addStretch(1)
        page.setMaximumWidth(scaled(_WIDEST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin(24), 10, margin(24), margin(24))
        layout.setSpacing(10)
        layout.addLayout(Flow(back, hide, lock, emergency))
        layout.addLayout(across, 1)
        for key in ("Escape", ALONE_KEY):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.closed)
        window.installEventFilter(self)
        self._fit(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._fit(watched)
        return False

    def _fit(self, window: QWidget) -> None:
        self.setGeometry(window.rect())
