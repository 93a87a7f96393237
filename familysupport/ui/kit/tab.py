"""What every tab can do: read afresh, and put away what is unsaved."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget


class Tab(QWidget):
    """A tab of the window; `status_changed` carries a line for the bar at the bottom."""

    status_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from familysupport.ui.kit.in_sight import InSight  # the first window does without

        InSight(self)

    def refresh(self) -> None:
        """Read afresh what is shown; runs whenever the tab comes to the front."""

    def flush(self) -> None:
        """Save what is unsaved at once; runs before the lock and must not ask anything."""

    def place(self) -> tuple[int, str]:
        """Return the number of what is in front and the name of the page it is on: no words."""
        return 0, ""

    def go_to(self, item: int, page: str) -> None:
        """Show what `place` told of; what is gone leaves things as they are."""


class Leaf(Protocol):
    """A page inside a tab that is opened from there and left again, saving itself."""

    closed: SignalInstance

    def refresh(self) -> None:
        """Read afresh what is shown."""

    def flush(self) -> None:
        """Save what is unsaved at once, without asking."""

    def focus_first(self) -> None:
        """Give the keyboard to the first thing to do here."""
