"""What every Emergency page of one window shares, so that a second page goes on with the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.emergency.model import KeptTimes
from familysupport.emergency.overdose import Course
from familysupport.emergency.own import OwnNumbers

if TYPE_CHECKING:  # while locked nobody needs the database, and Emergency must open at once
    from familysupport.emergency.store import EmergencyStore


class Desk(QObject):
    """One overdose, the family's own numbers, and where times are kept while unlocked."""

    changed = Signal()

    def __init__(
        self, clock: Clock, own: OwnNumbers | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.course = Course(clock)
        self.own = own
        self.store: EmergencyStore | None = None
        self.any_kept = False

    def remember(self, store: EmergencyStore | None) -> None:
        """Keep times in `store` from now on; nothing means that the vault was locked."""
        self.store = store
        if store:
            store.purge_old()
        self.look_again()

    def kept(self) -> tuple[KeptTimes, ...]:
        """Return the times kept before, none while locked."""
        return self.store.times() if self.store else ()

    def look_again(self) -> None:
        """See whether anything is kept, and say that it may have changed."""
        self.any_kept = bool(self.kept())
        self.changed.emit()


def desk_of(page: QWidget, clock: Clock) -> Desk:
    """Return the desk of the outermost window around `page`, made there if it has none yet.

    It belongs to the window: pages come and go with dialogs and with a new look, an overdose
    does not.
    """
    outermost = page.window()
    while (above := outermost.parentWidget()) is not None:
        outermost = above.window()
    found = outermost.findChild(Desk, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, Desk) else Desk(clock, parent=outermost)
