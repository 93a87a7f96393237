"""What stands in the binder beside the letters: titles, ground rules, and numbers to call."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from familysupport.content.emergency import read_emergency
from familysupport.content.meeting import read_meeting
from familysupport.context import AppContext
from familysupport.emergency.numbers import numbers_for, of_kinds
from familysupport.prepare.day import Day
from familysupport.prepare.model import Part, Person
from familysupport.prepare.treatment import TreatmentPlace
from familysupport.session import Session
from familysupport.statements.binder import BinderWords
from familysupport.statements.model import Statement

_KINDS = ("emergency", "crisis", "drugs", "poison", "violence")
_MINUTE = 60
_LINE = "_" * 30


def in_order(people: Sequence[Person], statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements as they will be read: by the order of the people, then the others."""
    left = list(statements)
    found: list[Statement] = []
    for person in people:
        own = [one for one in left if one.is_by(person.id, person.name)]
        found.extend(own)
        left = [one for one in left if one not in own]
    return found + left


def binder_words(context: AppContext, session: Session) -> BinderWords:
    """Return the words of the binder in the language and for the country in force.

    Day, place, rules and numbers are those of the plan; where it has none, a line to write on.
    """
    meeting = read_meeting(context.content)
    day = session.plan.only(Day)
    rules = tuple(line.strip() for line in day.rules.splitlines() if line.strip())
    say = QCoreApplication.translate
    return BinderWords(
        title=say("Binder", "For our meeting"),
        cover=(
            say("Binder", "Keep this with you. It holds what each of us will say."),
            *_when_and_where(day),
        ),
        steps_title=say("Binder", "How the meeting goes"),
        steps=meeting.order,
        order_title=say("Binder", "Who reads, and in which order"),
        order_header=(
            say("Binder", "No."),
            say("Binder", "Who"),
            say("Binder", "Aloud"),
        ),
        rules_title=say("Binder", "Ground rules"),
        rules=rules or meeting.rules,
        after_title=say("Binder", "Afterwards"),
        after=meeting.after,
        no_title=say("Binder", "If the answer is no"),
        no_note=say("Binder", "Read this only if the answer is no. Leave it out if it is yes."),
        numbers_title=say("Binder", "Numbers to call"),
        numbers=_numbers(context),
        own_title=say("Binder", "Our own numbers"),
        own_numbers=_own_numbers(session),
        unnamed=say("Binder", "One of us"),
        aloud=_aloud,
    )


def _numbers(context: AppContext) -> tuple[tuple[str, str, str], ...]:
    content = context.content
    country = numbers_for(
        read_emergency(content.root, content.language), context.settings().country
    )
    found = of_kinds(country, _KINDS)
    rows = [(one.name, one.number, one.hours) for one in found]
    if country.emergency and not any(row[1] == country.emergency for row in rows):
        name = QCoreApplication.translate("Binder", "Emergency")
        rows.insert(0, (name, country.emergency, ""))
    return tuple(rows)


def _when_and_where(day: Day) -> tuple[str, ...]:
    say = QCoreApplication.translate
    on = ""
    if day.on is not None:
        date = QDate(day.on.year, day.on.month, day.on.day)
        on = QLocale().toString(date, QLocale.FormatType.LongFormat)
    hour = QTime.fromString(day.hour.strip(), "H:mm")
    at = QLocale().toString(hour, QLocale.FormatType.ShortFormat) if hour.isValid() else day.hour
    return (
        say("Binder", "Date: {date}").format(date=on or _LINE),
        say("Binder", "Time: {time}").format(time=at or _LINE),
        say("Binder", "Place: {place}").format(place=day.place.strip() or _LINE),
    )


def _own_numbers(session: Session) -> tuple[tuple[str, str], ...]:
    """Return whom the family itself may have to call: its people, then the place of treatment."""
    people = session.people.people()
    rows = [(one.name.strip(), one.contact.strip()) for one in people if one.contact.strip()]
    known = [one for one in session.plan.items(TreatmentPlace) if one.name.strip()]
    wanted = [one for one in known if one.held] or known
    rows.extend((one.name.strip(), one.phone.strip() or _LINE) for one in wanted)
    say = QCoreApplication.translate
    if not wanted:
        rows.append((say("Binder", "Place of treatment"), _LINE))
    if not any(one.part is Part.LEADS and one.contact.strip() for one in people):
        rows.append((say("Binder", "Who leads the meeting"), _LINE))
    return tuple(rows)


def _aloud(seconds: int) -> str:
    minutes = max(1, round(seconds / _MINUTE))
    return QCoreApplication.translate("Binder", "about {count} min").format(count=minutes)
