"""Treatment ready today: places compared, the way there, and what waits at home."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.prepare.checklist import Place
from familysupport.prepare.content import Told, TreatmentFile
from familysupport.prepare.plan import Plan
from familysupport.prepare.store import PlanStore
from familysupport.prepare.treatment import Known, Ready, TreatmentPlace, with_usual
from familysupport.ui.kit.rows import Row
from familysupport.ui.kit.widgets import Card, body, button, heading, row
from familysupport.ui.prepare.compare import Compare
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.form import Form
from familysupport.ui.prepare.names import Names
from familysupport.ui.prepare.records import Records, Words
from familysupport.ui.prepare.section import Section


class TreatmentSection(Section):
    """Keeps the places and all that is arranged around a yes."""

    def __init__(
        self, store: PlanStore, texts: TreatmentFile, parent: QWidget | None = None
    ) -> None:
        super().__init__(Place.TREATMENT, parent)
        self._store, self._texts, self._names = store, texts, Names()
        self.say_about(
            self.tr(
                "A yes fades fast. Have a place held for the day, and a second way that needs no "
                "bed. Ask first about medicine: starting it and staying on it counts most."
            )
        )
        self._records = Records(store, TreatmentPlace, _fields(), self._row, self._words())
        self.adopt(self._records)
        self._compare = Compare(self.tr("Places side by side"))
        self._side = Card()
        self._side.body.addWidget(heading(self.tr("Side by side")))
        self._side.body.addWidget(self._compare)
        self._ready = Form(self._ready_fields(), store.save)
        self._ready.saved.connect(self.changed)
        self._usual = button(self.tr("Put the usual things in the bag"), "plus")
        self._usual.clicked.connect(self._fill_bag)
        for widget in (self._records, self._side, self._arranged(), *self._cards()):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is kept."""
        self._names.take(plan.people)
        self._records.show_items()
        self._ready.show_item(plan.ready)
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Show the list and the table as they follow from what was typed."""
        self._records.look_again()
        self._side.setVisible(len(plan.places) > 1)
        self._compare.show_table([_name(one) for one in plan.places], compared(plan.places))

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._records.flush()
        self._ready.flush()

    def _words(self) -> Words:
        return Words(
            listed=self.tr("Treatment places"),
            add=self.tr("Add a place"),
            empty=self.tr("No place is written down yet."),
            gone=self.tr("The place was deleted."),
        )

    def _row(self, one: TreatmentPlace) -> Row:
        state = self.tr("held") if one.held else self.tr("not held")
        parts = [state, one.admission.strip(), one.phone.strip()]
        return Row(_name(one), " · ".join(part for part in parts if part))

    def _arranged(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("When they say yes")))
        card.body.addWidget(body(self._texts.driver))
        card.body.addWidget(self._ready)
        card.body.addLayout(row(self._usual, 1))
        return card

    def _cards(self) -> Iterable[Card]:
        for name, lines in (
            (self.tr("Ways that need no bed"), self._texts.way),
            (self.tr("What to ask a place"), self._texts.ask),
            (self.tr("Warning signs"), self._texts.warning),
        ):
            yield told_card(name, lines)

    def _fill_bag(self) -> None:
        self._ready.flush()
        ready = self._store.only(Ready)
        self._store.save(replace(ready, bag=with_usual(ready.bag, self._texts.bag)))
        self.reload_asked.emit()

    def _ready_fields(self) -> Sequence[Field]:
        return (
            Field("second_way", self.tr("Second way, without a bed"), wide=True),
            Field("driver", self.tr("Driver"), "choice", choices=self._names.choices),
            Field("second", self.tr("Second adult"), "choice", choices=self._names.choices),
            Field("naloxone_in_car", self.tr("Naloxone is in the car"), "tick", wide=True),
            Field("bag", self.tr("The bag, one thing a line"), "text"),
            Field("pets", self.tr("Pets")),
            Field("children", self.tr("Children")),
            Field("work", self.tr("Work")),
            Field("rent", self.tr("Rent and bills")),
        )


def told_card(name: str, lines: Sequence[Told]) -> Card:
    """Return a card that lists lines of ours under a name."""
    card = Card()
    card.body.addWidget(heading(name))
    for line in lines:
        card.body.addWidget(body(f"•  {line.text}"))
    return card


def known_words() -> dict[Known, str]:
    """Return what can be known about a question."""
    say = QCoreApplication.translate
    return {
        Known.NOT_ASKED: say("PrepareTreatment", "not asked yet"),
        Known.YES: say("PrepareTreatment", "yes"),
        Known.NO: say("PrepareTreatment", "no"),
    }


def compared(places: Sequence[TreatmentPlace]) -> list[tuple[str, list[str]]]:
    """Return the lines of the comparison: a name, and what each place says to it."""
    names = {field.name: field.label for field in _fields() if field.name != "name"}
    return [(label, [_cell(one, name) for one in places]) for name, label in names.items()]


def _cell(one: TreatmentPlace, name: str) -> str:
    value = getattr(one, name)
    if isinstance(value, Known):
        return known_words()[value]
    if isinstance(value, bool):
        return known_words()[Known.YES if value else Known.NO]
    return str(value).strip() or "–"


def _name(one: TreatmentPlace) -> str:
    return one.name.strip() or QCoreApplication.translate("PrepareTreatment", "No name yet")


def _known_choices() -> list[tuple[str, Known]]:
    return [(word, known) for known, word in known_words().items()]


def _fields() -> Sequence[Field]:
    say = QCoreApplication.translate
    asked = _known_choices
    return (
        Field("name", say("PrepareTreatment", "Name of the place")),
        Field("phone", say("PrepareTreatment", "Phone")),
        Field("held", say("PrepareTreatment", "A place is held"), "tick"),
        Field("admission", say("PrepareTreatment", "Until when, or at what hour")),
        Field("medicines", say("PrepareTreatment", "Medicines offered"), "choice", choices=asked),
        Field("medicines_from", say("PrepareTreatment", "Which ones, from which day")),
        Field("levels", say("PrepareTreatment", "Levels of care")),
        Field("waiting", say("PrepareTreatment", "Waiting time")),
        Field("accredited", say("PrepareTreatment", "License checked"), "choice", choices=asked),
        Field(
            "family_included", say("PrepareTreatment", "Family included"), "choice", choices=asked
        ),
        Field("cost", say("PrepareTreatment", "Full price")),
        Field("insurance", say("PrepareTreatment", "What insurance pays")),
        Field("needs", say("PrepareTreatment", "What they want you to bring"), wide=True),
        Field("note", say("PrepareTreatment", "Notes"), "text"),
    )
