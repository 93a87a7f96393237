"""Signs noticed: a day and a few words, to talk about and to take along; never a verdict."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.content.recovery import SupportFile
from familysupport.recovery.model import Sign
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, heading, label
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.sources import sources_words
from familysupport.ui.recovery.words import full_day


class SignsSection(Section):
    """Keeps what was noticed and leads to the plan, the lessons and Emergency."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        texts: SupportFile,
        library: Library,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._names = {one.id: one.name for one in texts.sign}
        self._noticed = Records(store, self._kind(), self._new, clock.today, self)
        self.body.addWidget(heading(self.tr("Signs we noticed")))
        for line in texts.signs_about:
            self.body.addWidget(body(line))
        self.body.addWidget(self._noticed)
        self.body.addWidget(self._ways())
        self.body.addWidget(label(sources_words(library, texts.signs_facts), "small"))
        self.hold(self._noticed)

    def _kind(self) -> Kind[Sign]:
        signs = tuple((name, name_id) for name_id, name in self._names.items())
        fields = (
            Field("kind", self.tr("What was noticed"), "choice", choices=signs),
            Field("day", self.tr("Day"), "day"),
            Field(
                "note",
                self.tr("A few words"),
                help=self.tr("What was seen or said, without what it may mean."),
            ),
        )
        words = Words(
            add=self.tr("Note a sign"),
            nothing=self.tr("Nothing is noted."),
            gone=self.tr("The note was deleted."),
        )
        return Kind(Sign, fields, self._shown, words)

    def _shown(self, one: Sign) -> Shown:
        name = self._names.get(one.kind, self._names["own"])
        day = full_day(one.day)
        if one.kind == "own" and one.note:
            return Shown(one.note, day)
        return Shown(name, f"{day} · {one.note}" if one.note else day)

    def _new(self) -> Sign:
        return Sign(kind=next(iter(self._names)), day=self._clock.today())

    def _ways(self) -> QWidget:
        card = Card("attention")
        card.body.addWidget(
            body(self.tr("If they may have used again, these pages are one press away."))
        )
        plan = button(self.tr("Open the plan"), "prepare")
        plan.clicked.connect(self.plan_asked)
        emergency = button(self.tr("Open Emergency"), "emergency", "emergency")
        emergency.clicked.connect(lambda: self.emergency_asked.emit("overdose"))
        ways = Flow(emergency, plan, spacing=8)
        lessons = {
            "return-to-use": self.tr("Return to use"),
            "danger-after-a-break": self.tr("Danger after a break"),
        }
        for name, words in lessons.items():
            read = button(words, "learn")
            read.clicked.connect(lambda _on, name=name: self.lesson_asked.emit(name))
            ways.addWidget(read)
        card.body.addLayout(ways)
        return card
