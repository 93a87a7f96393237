"""Which road? The gentlest first, what studies found, and what was tried."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from familysupport.content.library import Library
from familysupport.prepare.checklist import Place
from familysupport.prepare.content import RoadFile, RoadText, read_roads
from familysupport.prepare.plan import Plan
from familysupport.prepare.road import Next, Result, Road, Try, next_road
from familysupport.prepare.store import PlanStore
from familysupport.ui.kit.rows import Row
from familysupport.ui.kit.theme import text_scale
from familysupport.ui.kit.widgets import Card, body, button, heading, label, muted, row
from familysupport.ui.prepare.days import short_day
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.form import Form
from familysupport.ui.prepare.places import place_words
from familysupport.ui.prepare.records import Records, Words
from familysupport.ui.prepare.road_words import next_words, result_words, road_words
from familysupport.ui.prepare.section import Section

_IDS = re.compile(r"\s*\(([A-Z]-\d+b?(?:, [A-Z]-\d+b?)*)\)$")
_LEADS_TO = {
    Next.HELP_NOW: Place.SAFETY,
    Next.ADVOCATE: Place.SAFETY,
    Next.SAFETY_FIRST: Place.SAFETY,
    Next.WAIT: Place.SAFETY,
    Next.ACT_TODAY: Place.TREATMENT,
    Next.SUPPORT_STEP: Place.TREATMENT,
    Next.MEETING: Place.PEOPLE,
    Next.PROFESSIONAL: Place.INTERVENTIONIST,
}


class RoadSection(Section):
    """Says what is next, shows one road at a time, and keeps what was tried."""

    def __init__(self, store: PlanStore, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(Place.ROAD, parent)
        self._library = library
        self._texts: RoadFile = read_roads(library)
        self._road: Road | None = None
        self._next_name, self._next_why = heading(""), body("")
        self._leads_to = Place.SAFETY
        self._go = button("", kind="primary")
        self._go.clicked.connect(lambda: self.place_asked.emit(self._leads_to))
        first = Card("soft")
        first.body.addWidget(self._next_name)
        first.body.addWidget(self._next_why)
        first.body.addLayout(row(self._go, 1))
        self.body.addWidget(first)
        self._buttons = {road: self._choice(road) for road in Road}
        direction = QBoxLayout.Direction
        small = text_scale() <= 1.25
        choices = QBoxLayout(direction.LeftToRight if small else direction.TopToBottom)
        for one in self._buttons.values():
            choices.addWidget(one)
        choices.addStretch(1)
        self.body.addLayout(choices)
        self._cards = {Road(one.id): self._card(one) for one in self._texts.road}
        for card in self._cards.values():
            self.body.addWidget(card)
        self._talk = Form(self._talk_fields(), store.save)
        self._talk.saved.connect(self.changed)
        self._steps = self._path()
        self.body.addWidget(self._steps)
        self._tried = self._records(store)
        self.body.addWidget(heading(self.tr("What you tried")))
        self.body.addWidget(self._tried)
        self.body.addWidget(self._limits())
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is next, and the road it is about."""
        self._tried.form.suggest_day(plan.now.date())
        self._tried.show_items()
        self._talk.show_item(plan.talk)
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Follow what was written about the tries."""
        self._tried.look_again()
        found = next_road(plan.advice.outcome, plan.tries)
        name, why = next_words()[found]
        self._next_name.setText(name)
        self._next_why.setText(why)
        self._go.setVisible(found in _LEADS_TO)
        self._leads_to = _LEADS_TO.get(found, Place.SAFETY)
        self._go.setText(self.tr("Go to: {place}").format(place=place_words()[self._leads_to]))
        self._go.setAccessibleName(self._go.text())
        usual = {Next.INVITATION: Road.INVITATION, Next.MEETING: Road.MEETING}
        self._show_road(self._road or usual.get(found, Road.TALK))

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._talk.flush()
        self._tried.flush()

    def _show_road(self, road: Road) -> None:
        for one, card in self._cards.items():
            card.setVisible(one is road)
            self._buttons[one].setChecked(one is road)
        self._steps.setVisible(road is Road.TALK)

    def _choose(self, road: Road) -> None:
        self._road = road
        self._show_road(road)

    def _choice(self, road: Road) -> QPushButton:
        choice = button(road_words()[road], kind="choice")
        choice.setCheckable(True)
        choice.clicked.connect(lambda: self._choose(road))
        return choice

    def _card(self, text: RoadText) -> Card:
        card = Card()
        card.body.addWidget(heading(text.name))
        card.body.addWidget(body(text.about))
        card.body.addWidget(label(self.tr("What it asks of you"), "strong"))
        _add_lines(card, text.asks)
        card.body.addWidget(label(self.tr("What studies found, and with whom"), "strong"))
        _add_lines(card, text.found)
        card.body.addWidget(self._sources(text.facts))
        return card

    def _path(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("A talk at the kitchen table, step by step")))
        for number, step in enumerate(self._texts.step, start=1):
            card.body.addWidget(label(f"{number}. {step.title}", "strong"))
            card.body.addWidget(body(step.text))
        card.body.addWidget(label(self.tr("Your own words for it"), "strong"))
        card.body.addWidget(self._talk)
        paper = button(self.tr("Print it as a card"), "print")
        paper.clicked.connect(lambda: self.place_asked.emit(Place.PAPER))
        card.body.addLayout(row(paper, 1))
        card.body.addWidget(muted(self.tr("When you have tried it, write down below how it went.")))
        return card

    def _talk_fields(self) -> Sequence[Field]:
        return (
            Field("moment", self.tr("When and where"), help=self.tr("Such as: Sunday, on a walk")),
            Field("offer", self.tr("What is ready to offer")),
            Field("care", self.tr("I care about you: how you say it"), wide=True),
            Field("saw", self.tr("One thing you saw, on one day"), wide=True),
            Field("felt", self.tr("How you felt"), wide=True),
            Field("ask", self.tr("What you ask: one visit, one call"), wide=True),
        )

    def _limits(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("How sure anyone can be")))
        _add_lines(card, self._texts.limits)
        card.body.addWidget(self._sources(self._texts.facts))
        return card

    def _sources(self, facts: Sequence[str]) -> QWidget:
        keys = dict.fromkeys(key for fact in facts for key in self._library.facts()[fact].sources)
        named = [self._library.sources()[key] for key in keys]
        said = "; ".join(
            one.title if one.year in one.title else f"{one.title}, {one.year}" for one in named
        )
        return muted(self.tr("Sources: {sources}").format(sources=said))

    def _records(self, store: PlanStore) -> Records[Try]:
        fields = (
            Field("road", self.tr("What you tried"), "choice", choices=_road_choices),
            Field("result", self.tr("What happened"), "choice", choices=_result_choices),
            Field("on", self.tr("When"), "day", wide=True),
            Field("note", self.tr("What helped, what did not"), "text"),
        )
        words = Words(
            listed=self.tr("What you tried"),
            add=self.tr("Write down a try"),
            empty=self.tr("Nothing is written down yet."),
            gone=self.tr("The try was deleted."),
        )
        records = Records(store, Try, fields, self._row, words)
        self.adopt(records)
        return records

    def _row(self, one: Try) -> Row:
        when = short_day(one.on) if one.on else self.tr("no day given")
        detail = f"{when} · {result_words()[one.result]}"
        return Row(road_words()[one.road], detail)


def _add_lines(card: Card, lines: Iterable[str]) -> None:
    for line in lines:
        card.body.addWidget(body(f"•  {_IDS.sub('', line)}"))


def _road_choices() -> list[tuple[str, Road]]:
    return [(word, road) for road, word in road_words().items()]


def _result_choices() -> list[tuple[str, Result]]:
    return [(word, result) for result, word in result_words().items()]
