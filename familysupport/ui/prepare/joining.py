"""Takes the plan out of the stores to share it, and joins a shared one into them, undoably."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from familysupport.prepare.items import Item
from familysupport.prepare.joint import Choice, Comparison, Difference, LetterDifference, joined
from familysupport.prepare.records import (
    KINDS,
    PERSON,
    Bundle,
    Letter,
    Record,
    item_of,
    person_of,
    record_of,
)
from familysupport.prepare.store import PeopleStore, PlanStore
from familysupport.statements.model import Statement
from familysupport.statements.store import StatementStore

Undo = Callable[[], None]


class Joining:
    """Knows the three stores that are shared; `version` names what a statement was before."""

    def __init__(
        self, people: PeopleStore, plan: PlanStore, statements: StatementStore, version: str
    ) -> None:
        self._people = people
        self._plan = plan
        self._statements = statements
        self._version = version
        self._undo: list[Undo] = []

    def gather(self) -> Bundle:
        """Return everything that can be shared, and what was put away here."""
        people = self._people.people()
        uids = {person.id: person.uid for person in people}
        records = [record_of(person) for person in people]
        for cls in KINDS.values():
            records += [record_of(item) for item in self._plan.items(cls)]
        letters = [
            _letter(one, uids.get(one.person_id or 0, "")) for one in self._statements.statements()
        ]
        gone = frozenset(self._people.put_away()) | frozenset(self._plan.put_away())
        return Bundle(tuple(records), tuple(letters), gone)

    def join(
        self,
        found: Comparison,
        choices: Mapping[str, Choice],
        letter_choices: Mapping[int, Choice],
    ) -> Undo:
        """Join what was compared; what nobody chose stays as it is here. Return the way back.

        `letter_choices` are by the place of the difference in `found.different_letters`.
        """
        self._undo = []
        for record in found.new:
            self._add(record)
        for record in found.filled:
            self._change(record)
        for one in found.different:
            self._decide(one, choices.get(one.theirs.uid, Choice.MINE))
        for letter in found.new_letters:
            self._add_letter(letter)
        for place, apart in enumerate(found.different_letters):
            self._decide_letter(apart, letter_choices.get(place, Choice.MINE))
        return partial(_take_back, self._undo[::-1])

    # ---------------------------------------------------------------- people and records

    def _decide(self, one: Difference, choice: Choice) -> None:
        if one.put_away:
            if choice is not Choice.MINE:
                self._bring_back(one.theirs)
            return
        made = joined(one.mine, one.theirs, choice)
        if made != one.mine:
            self._change(made)

    def _add(self, record: Record) -> None:
        if record.kind == PERSON:
            person = self._people.save(person_of(record))
            self._undo.append(lambda: self._people.delete(person.id))
        else:
            item = self._plan.save(item_of(record))
            self._undo.append(lambda: self._plan.delete(item.id))

    def _change(self, record: Record) -> None:
        if record.kind == PERSON:
            before = next(one for one in self._people.people() if one.uid == record.uid)
            self._people.save(person_of(record)._replace(id=before.id))
            self._undo.append(lambda: self._keep_person(before.id, record_of(before)))
        else:
            was = self._item(record)
            self._plan.save(replace(item_of(record), id=was.id))
            self._undo.append(lambda: self._keep_item(was.id, record_of(was)))

    def _item(self, record: Record) -> Item:
        items = self._plan.items(KINDS[record.kind])
        return next(one for one in items if one.uid == record.uid)

    def _keep_person(self, person_id: int, record: Record) -> None:
        self._people.save(person_of(record)._replace(id=person_id))

    def _keep_item(self, item_id: int, record: Record) -> None:
        self._plan.save(replace(item_of(record), id=item_id))

    def _bring_back(self, record: Record) -> None:
        if record.uid in self._people.put_away():
            person_id = self._people.put_away()[record.uid]
            self._people.restore(person_id)
            self._undo.append(lambda: self._people.delete(person_id))
        else:
            item_id = self._plan.put_away()[record.uid]
            self._plan.restore(item_id)
            self._undo.append(lambda: self._plan.delete(item_id))

    # ---------------------------------------------------------------- statements

    def _decide_letter(self, apart: LetterDifference, choice: Choice) -> None:
        if choice is Choice.BOTH:
            self._add_letter(apart.theirs)
        elif choice is Choice.THEIRS:
            self._replace_letter(apart)

    def _add_letter(self, letter: Letter) -> None:
        kept = self._statements.save(
            Statement(
                person_id=self._ids().get(letter.owner),
                author=letter.author,
                addressee=letter.addressee,
                title=letter.title,
                text=letter.text,
                if_no=letter.if_no,
            )
        )
        self._undo.append(lambda: self._statements.delete(kept.id))

    def _replace_letter(self, apart: LetterDifference) -> None:
        ids = self._ids()
        before = next(
            one
            for one in self._statements.statements()
            if _letter(one, apart.mine.owner) == apart.mine
            and (one.person_id == ids.get(apart.mine.owner) or not apart.mine.owner)
        )
        self._statements.keep_version(before, self._version)
        self._statements.save(
            before._replace(text=apart.theirs.text, if_no=apart.theirs.if_no, spans=())
        )
        self._undo.append(lambda: self._keep_statement(before))

    def _keep_statement(self, before: Statement) -> None:
        self._statements.save(before)

    def _ids(self) -> dict[str, int]:
        return {person.uid: person.id for person in self._people.people()}


def _take_back(steps: Sequence[Undo]) -> None:
    for step in steps:
        step()


def _letter(one: Statement, owner: str) -> Letter:
    return Letter(owner, one.author, one.addressee, one.title, one.text, one.if_no)
