"""What each person stops and does instead, and the limits they will keep."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from familysupport.prepare.changes import Limit, Stop, vital_stops
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import ChangeFile
from familysupport.prepare.plan import Plan
from familysupport.prepare.store import PlanStore
from familysupport.ui.kit.rows import Row
from familysupport.ui.kit.widgets import Card, body, heading
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.records import Records, Words
from familysupport.ui.prepare.section import Section


class StopsSection(Section):
    """The acts that end, each with what replaces it; life-saving help is never among them."""

    def __init__(
        self,
        store: PlanStore,
        texts: ChangeFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.STOPS, parent)
        self._texts, self._names = texts, Names()
        self.say_about(
            self.tr(
                "Some help makes using easier. Each of you decides what you stop, and what you do "
                "instead. It can become a sentence in that person’s statement."
            )
        )
        self._warning = Card("attention")
        self._warned = body("")
        self._warning.body.addWidget(heading(self.tr("This can keep them alive")))
        self._warning.body.addWidget(self._warned)
        self._records = Records(store, Stop, self._fields(), self._row, self._words())
        self.adopt(self._records)
        for widget in (self._warning, self._records, self._never()):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is kept."""
        self._names.take(plan.people)
        self._records.show_items()
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Warn of what sounds like life-saving help."""
        self._records.look_again()
        found = vital_stops(plan.stops, self._texts.keep)
        self._warning.setVisible(bool(found))
        said = self.tr("“{act}”: {why} Leave it off the list. It is not offered to any statement.")
        self._warned.setText(
            "\n".join(said.format(act=one.act.strip(), why=kept.why) for one, kept in found)
        )

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._records.flush()

    def _fields(self) -> Sequence[Field]:
        return (
            Field("person", self.tr("Who"), "choice", choices=self._names.choices),
            Field("since", self.tr("From when"), help=self.tr("Such as: today, the first of May")),
            Field(
                "act",
                self.tr("I will stop …"),
                help=self.tr("Such as: giving you cash, calling your boss to say you are ill"),
                wide=True,
            ),
            Field(
                "instead",
                self.tr("Instead I will …"),
                help=self.tr("Such as: buy what you need in the shop myself"),
                wide=True,
            ),
            Field("protects", self.tr("What the help protected them from")),
            Field("keeps_going", self.tr("What it kept going")),
            Field("backed_by", self.tr("Who stands by me in this")),
            Field("is_other", self.tr("This is not life-saving help"), "tick"),
        )

    def _words(self) -> Words:
        return Words(
            listed=self.tr("What we stop"),
            add=self.tr("Add what ends"),
            empty=self.tr("Nothing is written down yet."),
            gone=self.tr("The line was deleted."),
        )

    def _row(self, one: Stop) -> Row:
        act = one.act.strip() or self.tr("nothing written yet")
        instead = one.instead.strip() or self.tr("nothing yet")
        said = self.tr("instead: {instead}").format(instead=instead)
        return Row(self.tr("{who}: {act}").format(who=self._names.of(one.person), act=act), said)

    def _never(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("Never on this list")))
        for one in self._texts.keep:
            card.body.addWidget(body(f"•  {one.name}. {one.why}"))
        return card


class LimitsSection(Section):
    """Limits that are one's own act, have a start, and can be kept."""

    def __init__(self, store: PlanStore, parent: QWidget | None = None) -> None:
        super().__init__(Place.LIMITS, parent)
        self._names = Names()
        self.say_about(
            self.tr(
                "A limit says what you yourself will do if the answer is no. It is not a threat. "
                "Write down only what you can keep, with a start. It can go on the card that is "
                "read if the answer is no."
            )
        )
        self._records = Records(store, Limit, self._fields(), self._row, self._words())
        self.adopt(self._records)
        self.body.addWidget(self._records)
        self.body.addWidget(self._careful())
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is kept."""
        self._names.take(plan.people)
        self._records.show_items()

    def look_again(self, plan: Plan) -> None:
        """Show the list as it follows from what was typed."""
        self._records.look_again()

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._records.flush()

    def _fields(self) -> Sequence[Field]:
        return (
            Field("person", self.tr("Who"), "choice", choices=self._names.choices),
            Field("start", self.tr("From when"), help=self.tr("Such as: tomorrow")),
            Field(
                "act",
                self.tr("If the answer is no, I will …"),
                help=self.tr("Such as: keep my own bank card with me"),
                wide=True,
            ),
            Field("hard", self.tr("What will make it hard?"), wide=True),
            Field(
                "then",
                self.tr("Then what?"),
                help=self.tr("What you do then, whom you call. It is in no statement."),
                wide=True,
            ),
        )

    def _words(self) -> Words:
        return Words(
            listed=self.tr("Limits"),
            add=self.tr("Add a limit"),
            empty=self.tr("No limit is written down yet."),
            gone=self.tr("The limit was deleted."),
        )

    def _row(self, one: Limit) -> Row:
        act = one.act.strip() or self.tr("nothing written yet")
        title = self.tr("{who}: {act}").format(who=self._names.of(one.person), act=act)
        ready = self.tr("a way through when it is hard") if one.then.strip() else ""
        return Row(title, ready or self.tr("what if it gets hard?"))

    def _careful(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("With care")))
        for line in (
            self.tr("Asking somebody to leave home is a limit to plan with a professional first."),
            self.tr("Never do it during withdrawal or just after detox: the danger is greatest."),
            self.tr("Naloxone, food, the phone and rides to treatment stay, whatever the answer."),
        ):
            card.body.addWidget(body(f"•  {line}"))
        return card
