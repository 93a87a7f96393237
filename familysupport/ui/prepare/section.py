"""One section of the plan: a page that reads afresh, saves by itself, and says what changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysupport.prepare.checklist import Place
from familysupport.prepare.plan import Plan
from familysupport.ui.kit.widgets import Page, muted, title
from familysupport.ui.prepare.places import place_words
from familysupport.ui.prepare.records import Records

WIDEST = 780


class Section(Page):
    """A page of Prepare that is told what is planned, and tells what it changed.

    `changed` follows each save of what was typed, `reload_asked` each other act, and
    `undo_offered` (words, act) each delete.
    """

    changed = Signal()
    reload_asked = Signal()
    undo_offered = Signal(str, object)
    place_asked = Signal(object)
    lesson_asked = Signal(str)

    def __init__(self, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent, WIDEST)
        self.place = place
        self.setAccessibleName(place_words()[place])
        self.body.addWidget(title(place_words()[place]))

    def say_about(self, about: str) -> None:
        """Put a quiet sentence under the name."""
        self.body.addWidget(muted(about))

    def show_plan(self, plan: Plan) -> None:
        """Show what is kept; `plan` is the whole as it stands now."""

    def look_again(self, plan: Plan) -> None:
        """Follow a change that this section made itself: only what follows from it is shown."""

    def adopt(self, records: Records[Any]) -> None:
        """Pass on what a list of records says."""
        records.changed.connect(self.changed)
        records.reload_asked.connect(self.reload_asked)
        records.undo_offered.connect(self.undo_offered)

    def flush(self) -> None:
        """Save at once what was typed and not saved yet."""
