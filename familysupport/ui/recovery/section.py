"""One part of the pages after treatment begins."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.ui.recovery.records import Records


class Section(QWidget):
    """A part that can be read afresh and put away; `changed` follows each change."""

    changed = Signal()
    lesson_asked = Signal(str)
    emergency_asked = Signal(str)
    plan_asked = Signal()
    print_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._records: list[Records] = []  # type: ignore[type-arg]
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def refresh(self) -> None:
        """Read afresh what is shown."""
        for one in self._records:
            one.refresh()
        self.look_again()

    def look_again(self) -> None:
        """Show what follows from what is kept."""

    def flush(self) -> None:
        """Keep what was typed and not kept yet."""
        for one in self._records:
            one.flush()

    def hold(self, *records: Records) -> None:  # type: ignore[type-arg]
        """Look after lists of this part."""
        for one in records:
            self._records.append(one)
            one.changed.connect(self.look_again)
            one.changed.connect(self.changed)
