"""Who takes part in a practice meeting, by what Prepare and Statements know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.answers import Objection
from familysupport.prepare.model import Part as Role
from familysupport.prepare.model import Person
from familysupport.prepare.order import speakers
from familysupport.prepare.treatment import Ready, TreatmentPlace, bag_lines, held
from familysupport.session import Session
from familysupport.statements.model import Part, Statement
from familysupport.ui.rehearse.parts import spoken_parts
from familysupport.ui.rehearse.whom import name_or_usual, whom


class Expected(NamedTuple):
    """An objection this family expects, the answer it made ready, and who says it."""

    heard: str
    words: str
    name: str


class Cast(NamedTuple):
    """Letters by their id in the order of the meeting, who reads each, and what is around it."""

    letters: Mapping[int, Statement]
    readers: Mapping[int, str]
    others: tuple[str, ...]
    asker: str
    ask: str
    addressee: str
    expected: tuple[Expected, ...]
    leaving: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def cards(self) -> tuple[int, ...]:
        """Return the letters whose readers have a card for a no."""
        return tuple(one.id for one in self.letters.values() if one.if_no.strip())

    def stand_ins(self, letter: int) -> tuple[str, ...]:
        """Return who else could read a letter."""
        names = [*self.readers.values(), *self.others]
        return tuple(dict.fromkeys(name for name in names if name != self.readers[letter]))


def cast_of(session: Session) -> Cast:
    """Return the meeting as it is planned: those who speak, in order, with their letters."""
    people = session.people.people()
    statements = session.statements.statements()
    letters: dict[int, Statement] = {}
    readers: dict[int, str] = {}
    silent: list[str] = []
    for person in speakers(people):
        own = _letter_of(person, statements)
        if own is None:
            silent.append(person.name.strip())
        else:
            letters[own.id], readers[own.id] = own, person.name.strip()
    asking = next((one for one in people if one.part is Role.ASKS), None)
    last = list(readers.values())[-1:]
    asker = asking.name.strip() if asking else "".join(last)
    asker_letter = _letter_of(asking, statements) if asking else None
    ready = session.plan.only(Ready)
    place = held(session.plan.items(TreatmentPlace))
    return Cast(
        letters=letters,
        readers=readers,
        others=tuple(
            one.name.strip()
            for one in people
            if one.name.strip() and one.part.is_in_the_room and not one.part.reads_aloud
        ),
        asker=asker,
        ask=_ask_of(asker_letter),
        addressee=name_or_usual(whom(session).loved.name),
        expected=_expected(people, session.plan.items(Objection), asker),
        leaving=_leaving(people, ready, place),
        missing=_missing(people, ready, place, silent, letters, readers),
    )


def _letter_of(person: Person, statements: list[Statement]) -> Statement | None:
    own = [one for one in statements if one.is_by(person.id, person.name) and one.text.strip()]
    return own[0] if own else None


def _ask_of(letter: Statement | None) -> str:
    """Return the words of the part that asks, where the letter names it."""
    if letter is None:
        return ""
    return "\n\n".join(one.text.strip() for one in spoken_parts(letter) if one.part is Part.ASK)


def _expected(
    people: list[Person], objections: list[Objection], asker: str
) -> tuple[Expected, ...]:
    names = {one.uid: one.name.strip() for one in people}
    return tuple(
        Expected(one.heard.strip(), one.words.strip(), names.get(one.person) or asker)
        for one in objections
        if one.heard.strip()
    )


def _name_by(people: list[Person], uid: str, role: Role) -> str:
    by_uid = [one.name.strip() for one in people if uid and one.uid == uid]
    by_role = [one.name.strip() for one in people if one.part is role]
    return next(iter(by_uid + by_role), "")


def _leaving(people: list[Person], ready: Ready, place: TreatmentPlace | None) -> tuple[str, ...]:
    """Return the steps between a yes and the open door, with the names and numbers planned."""
    driver = _name_by(people, ready.driver, Role.DRIVES)
    steps = []
    if place is not None:
        call = _tr("Call {place} now: {phone}") if place.phone.strip() else _tr("Call {place} now")
        steps.append(call.format(place=place.name.strip(), phone=place.phone.strip()))
    else:
        steps.append(_tr("Call the place of treatment now"))
    steps.append(_tr("Bring the bag; it is packed"))
    steps.append(
        _tr("{name} drives; one of you sits beside").format(name=driver)
        if driver
        else _tr("One of you drives, one sits beside")
    )
    steps.append(_tr("Naloxone goes into the car"))
    for words, note in (
        (_tr("At home: the children – {note}"), ready.children),
        (_tr("At home: the pets – {note}"), ready.pets),
    ):
        if note.strip():
            steps.append(words.format(note=note.strip()))
    return tuple(steps)


def _missing(
    people: list[Person],
    ready: Ready,
    place: TreatmentPlace | None,
    silent: list[str],
    letters: Mapping[int, Statement],
    readers: Mapping[int, str],
) -> tuple[str, ...]:
    cardless = [readers[one.id] for one in letters.values() if not one.if_no.strip()]
    roles = {one.part for one in people}
    found = [
        *(_tr("{name} has no letter yet").format(name=name) for name in silent),
        *(_tr("{name} has no card for a no").format(name=name) for name in cardless),
    ]
    for lacks, words in (
        (Role.ASKS not in roles, _tr("Nobody is named who makes the ask")),
        (Role.SAFETY not in roles, _tr("Nobody is named who holds the naloxone and the phone")),
        (place is None, _tr("No place of treatment is held")),
        (not _name_by(people, ready.driver, Role.DRIVES), _tr("Nobody is named who drives")),
        (not bag_lines(ready.bag), _tr("Nothing is on the bag list")),
        (not ready.naloxone_in_car, _tr("Naloxone in the car is not ticked")),
    ):
        if lacks:
            found.append(words)
    return tuple(found)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Meeting", text)
