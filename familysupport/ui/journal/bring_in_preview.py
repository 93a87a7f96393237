"""What would come in, seen before it does: how much, from when, what is here already."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from familysupport.journal.bring_in import Left, Reading
from familysupport.ui.journal.bring_in_list import Pick, PickList, PicksModel
from familysupport.ui.journal.bring_in_words import (
    day_of,
    entries_word,
    formats_words,
    notes_words,
    number,
    why_word,
)
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, Page, body, button, heading, label, title

_NAMED = 20


class BringInPreview(Page):
    """Shows what was found; `wanted` carries the ticked entries, `left` says not now."""

    wanted = Signal(list)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title("")
        self._about = body("")
        self._card = Card("soft")
        self._known = label("", "strong")
        self._notes = body("")
        self._card.body.addWidget(self._known)
        self._card.body.addWidget(self._notes)
        self._take = button("", kind="primary")
        self._take.clicked.connect(lambda: self.wanted.emit(self.chosen()))
        self._all = button(self.tr("Tick all new ones"), "check")
        self._none = button(self.tr("Take all ticks away"), "circle")
        self._back = button(self.tr("Not now"), "back")
        self._model = PicksModel(self)
        self.list = PickList(self._model, self.tr("Entries that can come in"))
        self.list.setMinimumHeight(scaled(320))
        self.list.ticked.connect(self._count)
        self._all.clicked.connect(lambda: self._tick_all(True))
        self._none.clicked.connect(lambda: self._tick_all(False))
        self._back.clicked.connect(self.left)
        self._out_title = heading("")
        self._out = QLabel()
        self._out.setWordWrap(True)
        self._out.setProperty("role", "muted")
        self._formats = ""
        self._lay_out()

    def show_reading(self, reading: Reading, known: Sequence[bool]) -> None:
        """Show what was found; what is here already has no tick."""
        picks = [
            Pick(found, is_known, not is_known)
            for found, is_known in zip(reading.found, known, strict=True)
        ]
        self._model.show_picks(picks)
        self._title.setText(self.tr("{entries} found").format(entries=entries_word(len(picks))))
        self._about.setText(self._span(reading))
        here = sum(known)
        self._known.setText(
            self.tr("Here already, so left out: {count}.").format(count=number(here))
        )
        self._known.setVisible(bool(here))
        notes = notes_words(reading.found)
        self._notes.setText("\n".join(notes))
        self._notes.setVisible(bool(notes))
        self._card.setVisible(bool(here or notes))
        for widget in (self.list, self._all, self._none, self._take):
            widget.setVisible(bool(picks))
        self._show_left(reading.left)
        self._count()
        self.verticalScrollBar().setValue(0)

    def chosen(self) -> list[Pick]:
        """Return the entries that are to come in."""
        return [pick for pick in self._model.picks() if pick.ticked]

    def focus_first(self) -> None:
        """Go to what one most likely wants: take them in, or leave."""
        (self._take if self._take.isEnabled() and self.chosen() else self._back).setFocus()

    def _lay_out(self) -> None:
        self.body.addWidget(self._title)
        self.body.addWidget(self._about)
        self.body.addWidget(self._card)
        self.body.addLayout(Flow(self._take, self._back))
        self.body.addLayout(Flow(self._all, self._none))
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self._out_title)
        self.body.addWidget(self._out)

    def _span(self, reading: Reading) -> str:
        if not reading.found:
            return self.tr("Nothing in it has both words and a date. Nothing was changed.")
        said = self.tr(
            "From {first} to {last}. Written by: {formats}. Nothing is taken in before you say so."
        )
        return said.format(
            first=day_of(reading.found[0].entry.at),
            last=day_of(reading.found[-1].entry.at),
            formats=formats_words(reading.formats),
        )

    def _tick_all(self, ticked: bool) -> None:
        self._model.tick_all(ticked)
        self._count()

    def _count(self) -> None:
        count = len(self.chosen())
        self._take.setText(self.tr("Take in {entries}").format(entries=entries_word(count)))
        self._take.setAccessibleName(self._take.text())
        self._take.setEnabled(count > 0)

    def _show_left(self, left: Sequence[Left]) -> None:
        self._out_title.setVisible(bool(left))
        self._out.setVisible(bool(left))
        self._out_title.setText(self.tr("Not taken in: {count}").format(count=number(len(left))))
        lines = [f"{one.name}: {why_word(one.why)}" for one in left[:_NAMED]]
        if len(left) > _NAMED:
            lines.append(self.tr("… and {count} more").format(count=number(len(left) - _NAMED)))
        self._out.setText("\n".join(lines))
