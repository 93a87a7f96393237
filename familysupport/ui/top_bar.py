"""The bar at the top: the tabs, and Hide, Lock, Emergency, always in sight."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QWidget

from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import button, restyle

ICONS = ("learn", "prepare", "statements", "rehearse", "journal")


class TopBar(QWidget):
    """Says which tab was chosen, and when Lock or Emergency was pressed."""

    chosen = Signal(int)
    lock_asked = Signal()
    emergency_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._spare = 0
        self._tabs = QTabBar()
        self._tabs.setObjectName("tabs")
        self._tabs.setAccessibleName(self.tr("Parts of the program"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setUsesScrollButtons(True)
        self._tabs.setIconSize(QSize(scaled(19), scaled(19)))
        for name in self.names():
            self._tabs.addTab(name)
        self._paint_icons(0)
        self._tabs.currentChanged.connect(self._tell)
        self._tabs.tabBarClicked.connect(self._clicked)
        self._lock = button(self.tr("Lock"), "lock")
        self._lock.setToolTip("Ctrl+L")
        self._emergency = button(self.tr("Emergency"), "emergency", "emergency")
        self._emergency.setToolTip("F12")
        self._lock.clicked.connect(self.lock_asked)
        self._emergency.clicked.connect(self.emergency_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(5)
        layout.addWidget(self._tabs, 1, Qt.AlignmentFlag.AlignBottom)
        self._hide = hide_button()
        self._words = (self._hide.text(), self._lock.text())
        for part in (self._hide, self._lock, self._emergency):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumHeight(scaled(58))

    def names(self) -> tuple[str, ...]:
        """Return the names of the tabs in order."""
        return (
            self.tr("Learn"),
            self.tr("Prepare"),
            self.tr("Statements"),
            self.tr("Rehearse"),
            self.tr("Journal"),
        )

    def show_tab(self, number: int) -> None:
        """Show tab `number` as chosen."""
        self._tabs.setCurrentIndex(number)

    def current(self) -> int:
        """Return the number of the chosen tab."""
        return self._tabs.currentIndex()

    def set_lockable(self, lockable: bool) -> None:
        """Let Lock be pressed only while there is something to lock."""
        self._lock.setEnabled(lockable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be spared where the words would not fit side by side."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        self._spare = 0
        for spare in (0, 1, 2, 3):
            self._spare = spare
            self._tighten(spare == 3)
            self._paint_icons(self._tabs.currentIndex())
            for part, words in zip((self._hide, self._lock), self._words, strict=True):
                part.setText("" if spare >= 2 else words)
            parts = (self._tabs, self._hide, self._lock, self._emergency)
            if sum(part.sizeHint().width() for part in parts) + 50 <= width:
                return

    def _tighten(self, tight: bool) -> None:
        if bool(self._tabs.property("tight")) != tight:
            self._tabs.setProperty("tight", tight)
            restyle(self._tabs)

    def _tell(self, number: int) -> None:
        self._paint_icons(number)
        self.chosen.emit(number)

    def _clicked(self, number: int) -> None:
        if number == self._tabs.currentIndex():
            self.chosen.emit(number)

    def _paint_icons(self, chosen: int) -> None:
        for number, name in enumerate(ICONS):
            drawn = icon(name, "teal" if number == chosen else "muted")
            self._tabs.setTabIcon(number, QIcon() if self._spare else drawn)
