"""People to call: name, number, what for; those of the plan are offered, never just taken."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.recovery.model import Contact
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, empty, heading
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section


class PeopleSection(Section):
    """Keeps whom to call."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        offered: Callable[[], Sequence[Contact]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._offered = store, offered
        self._listed = Records(store, self._kind(), Contact, clock.today, self)
        self._offer = QVBoxLayout()
        self.body.addWidget(heading(self.tr("People to call")))
        self.body.addLayout(self._offer)
        self.body.addWidget(self._listed)
        self.hold(self._listed)

    def look_again(self) -> None:
        """Offer the people of the plan who are not here yet."""
        empty(self._offer)
        here = {one.uid for one in self._store.items(Contact) if one.uid}
        found = [one for one in self._offered() if one.uid not in here]
        if not found:
            return
        card = Card("soft")
        card.body.addWidget(
            body(self.tr("These people stand in Prepare. One press takes one over:"))
        )
        names = Flow(spacing=6)
        for one in found:
            take = button(one.name, "plus", "choice")
            take.setAccessibleName(self.tr("Take over: {name}").format(name=one.name))
            take.clicked.connect(lambda _on, one=one: self._listed.add_all([one]))
            names.addWidget(take)
        card.body.addLayout(names)
        self._offer.addWidget(card)

    def _kind(self) -> Kind[Contact]:
        fields = (
            Field("name", self.tr("Name")),
            Field("number", self.tr("Number")),
            Field(
                "purpose",
                self.tr("What for"),
                help=self.tr("For example: at night, the clinic, drives us there."),
            ),
        )
        words = Words(
            add=self.tr("Add a person or a place"),
            nothing=self.tr("The clinic, who prescribes, somebody for the night, a friend."),
            gone=self.tr("The person was taken off the list."),
        )
        return Kind(Contact, fields, self._shown, words, ("name",))

    def _shown(self, one: Contact) -> Shown:
        return Shown(one.name, " · ".join(part for part in (one.number, one.purpose) if part))
