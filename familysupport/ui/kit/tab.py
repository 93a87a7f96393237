"""What every tab can do: read afresh, and put away what is unsaved."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Tab(QWidget):
    """A tab of the window; `status_changed` carries a line for the bar at the bottom."""

    status_changed = Signal(str)

    def refresh(self) -> None:
        """Read afresh what is shown; runs whenever the tab comes to the front."""

    def flush(self) -> None:
        """Save what is unsaved at once; runs before the lock and must not ask anything."""
