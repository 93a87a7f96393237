"""Choosing an interventionist: up to eight side by side, and what their letters stand for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from familysupport.prepare.checklist import Place
from familysupport.prepare.content import VettingFile
from familysupport.prepare.model import Part, Person, Relation
from familysupport.prepare.plan import Plan
from familysupport.prepare.store import PeopleStore, PlanStore
from familysupport.prepare.treatment import Known
from familysupport.prepare.vetting import MOST, Candidate, Decision, Sign, chosen, signs
from familysupport.ui.kit.rows import Row
from familysupport.ui.kit.widgets import Card, body, button, heading, label, muted
from familysupport.ui.prepare.compare import Compare
from familysupport.ui.prepare.days import short_day
from familysupport.ui.prepare.fields import Field
from familysupport.ui.prepare.records import Records, Words
from familysupport.ui.prepare.section import Section
from familysupport.ui.prepare.treatment_section import known_words, told_card


class VettingSection(Section):
    """Keeps the candidates, marks warning signs in words, and explains credentials."""

    def __init__(
        self,
        store: PlanStore,
        people: PeopleStore,
        texts: VettingFile,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Place.INTERVENTIONIST, parent)
        self._people, self._texts = people, texts
        self._leader: Candidate | None = None
        self._add = button("", "plus")
        self._add.clicked.connect(self._add_leader)
        self.say_about(texts.about)
        self._records = Records(store, Candidate, candidate_fields(), self._row, self._words())
        self.adopt(self._records)
        self._signs = Card("attention")
        self._signs_words = body("")
        self._signs.body.addWidget(heading(self.tr("Warning signs in what you wrote")))
        self._signs.body.addWidget(self._signs_words)
        self._compare = Compare(self.tr("Interventionists side by side"))
        self._side = Card()
        self._side.body.addWidget(heading(self.tr("Side by side")))
        self._side.body.addWidget(self._compare)
        for widget in (self._signs, self._add, self._records, self._side, *self._cards()):
            self.body.addWidget(widget)
        self.body.addStretch(1)

    def show_plan(self, plan: Plan) -> None:
        """Show what is kept."""
        self._records.form.suggest_day(plan.now.date())
        self._records.show_items()
        self.look_again(plan)

    def look_again(self, plan: Plan) -> None:
        """Show the list, the signs and the table as they follow from what was typed."""
        self._records.look_again()
        texts = {one.id: one.text for one in self._texts.sign}
        said = [
            self.tr("{name}: {sign}").format(name=_name(one), sign=texts[sign])
            for one in plan.candidates
            for sign in signs(one)
        ]
        self._signs.setVisible(bool(said))
        self._signs_words.setText("\n".join(said))
        self._leader = _not_listed(plan)
        self._add.setVisible(self._leader is not None)
        if self._leader is not None:
            name = self._leader.name.strip()
            self._add.setText(self.tr("Add to the people of the plan"))
            spoken = self.tr("Add {name} to the people of the plan")
            self._add.setAccessibleName(spoken.format(name=name))
        self._side.setVisible(len(plan.candidates) > 1)
        names = [_name(one) for one in plan.candidates]
        self._compare.show_table(names, compared(plan.candidates))

    def flush(self) -> None:
        """Save what was typed and not saved yet."""
        self._records.flush()

    def _add_leader(self) -> None:
        if self._leader is None:
            return
        self.flush()
        added = self._people.save(
            Person(
                name=self._leader.name.strip(),
                relation=Relation.PROFESSIONAL,
                part=Part.LEADS,
                contact=self._leader.phone.strip(),
            )
        )
        self.reload_asked.emit()
        self.undo_offered.emit(
            self.tr("{name} is among the people now, and leads.").format(name=added.name),
            lambda: self._take_off(added.id),
        )

    def _take_off(self, person_id: int) -> None:
        self._people.delete(person_id)
        self.reload_asked.emit()

    def _words(self) -> Words:
        return Words(
            listed=self.tr("Interventionists"),
            add=self.tr("Add somebody"),
            empty=self.tr("Nobody is written down yet. Call two or three before you choose."),
            gone=self.tr("The entry was deleted."),
            most=MOST,
            full=self.tr("Eight are enough to compare. Delete one to add another."),
        )

    def _row(self, one: Candidate) -> Row:
        count = len(signs(one))
        warned = self.tr("warning signs: {count}").format(count=count) if count else ""
        parts = [decision_words()[one.decision], one.phone.strip(), warned]
        return Row(_name(one), " · ".join(part for part in parts if part))

    def _cards(self) -> Iterable[Card]:
        yield told_card(self.tr("What to ask"), self._texts.ask)
        yield self._credentials()
        yield told_card(self.tr("Going without a professional: what is lost"), self._texts.without)

    def _credentials(self) -> Card:
        card = Card()
        card.body.addWidget(heading(self.tr("Letters behind a name")))
        for one in self._texts.credential:
            card.body.addWidget(label(one.name, "strong"))
            card.body.addWidget(body(f"{one.means} {one.is_not}"))
            card.body.addWidget(muted(self.tr("How to check: {how}").format(how=one.verify)))
        card.body.addWidget(body(self._texts.price))
        looked_up = self.tr("Looked up on {day}. Check again before you rely on it.")
        card.body.addWidget(muted(looked_up.format(day=short_day(self._texts.checked_on))))
        return card


def _not_listed(plan: Plan) -> Candidate | None:
    """Return who was chosen and is not among the people yet."""
    one = chosen(plan.candidates)
    names = {person.name.strip().casefold() for person in plan.people}
    if one is None or not one.name.strip() or one.name.strip().casefold() in names:
        return None
    return one


def decision_words() -> dict[Decision, str]:
    """Return how far the choice can be."""
    say = QCoreApplication.translate
    return {
        Decision.TO_CALL: say("PrepareVetting", "still to call"),
        Decision.CALLED: say("PrepareVetting", "called"),
        Decision.CHOSEN: say("PrepareVetting", "chosen"),
        Decision.NOT_THIS_ONE: say("PrepareVetting", "not this one"),
    }


def compared(candidates: Sequence[Candidate]) -> list[tuple[str, list[str]]]:
    """Return the lines of the comparison, the warning signs last."""
    lines = [
        (field.label, [_cell(one, field.name) for one in candidates])
        for field in candidate_fields()
        if field.name != "name"
    ]
    named = QCoreApplication.translate("PrepareVetting", "Warning signs")
    return [*lines, (named, [_signs_in_short(signs(one)) for one in candidates])]


def _signs_in_short(found: Sequence[Sign]) -> str:
    say = QCoreApplication.translate
    words = {
        Sign.PAID: say("PrepareVetting", "paid by a place"),
        Sign.MEDICINES: say("PrepareVetting", "against medicines"),
        Sign.SCREENING: say("PrepareVetting", "no screening"),
        Sign.PRICE: say("PrepareVetting", "price not in writing"),
        Sign.UNVERIFIED: say("PrepareVetting", "nothing checked"),
        Sign.NO_PLAN: say("PrepareVetting", "no plan for a no"),
    }
    return ", ".join(words[sign] for sign in found) or say("PrepareVetting", "none seen")


def _cell(one: Candidate, name: str) -> str:
    if name == "verified_on":
        return short_day(one.verified_on) if one.verified_on else "–"
    value = getattr(one, name)
    if isinstance(value, Known):
        return known_words()[value]
    if isinstance(value, Decision):
        return decision_words()[value]
    return str(value).strip() or "–"


def _name(one: Candidate) -> str:
    return one.name.strip() or QCoreApplication.translate("PrepareVetting", "No name yet")


def _known() -> list[tuple[str, Known]]:
    return [(word, known) for known, word in known_words().items()]


def _decisions() -> list[tuple[str, Decision]]:
    return [(word, decision) for decision, word in decision_words().items()]


def candidate_fields() -> Sequence[Field]:
    """Return the questions that are compared."""
    say = QCoreApplication.translate
    yes_no = _known
    return (
        Field("name", say("PrepareVetting", "Name of the interventionist")),
        Field("phone", say("PrepareVetting", "Phone or e-mail")),
        Field("decision", say("PrepareVetting", "Decision"), "choice", choices=_decisions),
        Field("credentials", say("PrepareVetting", "Letters behind the name")),
        Field("verified_on", say("PrepareVetting", "Checked at the source on"), "day", wide=True),
        Field("model", say("PrepareVetting", "Model they use")),
        Field(
            "medicines_welcome",
            say("PrepareVetting", "Medicines welcome?"),
            "choice",
            choices=yes_no,
        ),
        Field(
            "screens",
            say("PrepareVetting", "Screens for violence and suicide?"),
            "choice",
            choices=yes_no,
        ),
        Field(
            "paid_by_place",
            say("PrepareVetting", "Paid by a treatment place?"),
            "choice",
            choices=yes_no,
        ),
        Field(
            "price_in_writing",
            say("PrepareVetting", "Price in writing?"),
            "choice",
            choices=yes_no,
        ),
        Field("price", say("PrepareVetting", "Whole price")),
        Field(
            "plan_for_no",
            say("PrepareVetting", "A plan if the answer is no?"),
            "choice",
            choices=yes_no,
        ),
        Field("references", say("PrepareVetting", "Families they worked with"), wide=True),
        Field("note", say("PrepareVetting", "Notes"), "text"),
    )
