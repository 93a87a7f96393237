"""The plan on paper: the whole, the run sheet, a sheet a person; words are handed down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import NamedTuple

from familysupport.documents.page import (
    Block,
    Bullets,
    Card,
    Heading,
    Note,
    Page,
    PageBreak,
    Paragraph,
    Run,
    Table,
    Text,
)
from familysupport.prepare.agenda import Entry, agenda
from familysupport.prepare.answers import Answer
from familysupport.prepare.content import State
from familysupport.prepare.day import starts_at
from familysupport.prepare.for_statements import Offer
from familysupport.prepare.model import Part, Person
from familysupport.prepare.plan import Plan
from familysupport.prepare.treatment import TreatmentPlace, bag_lines, held
from familysupport.prepare.vetting import chosen


class PlanWords(NamedTuple):
    """Every word on paper that is not the family's own."""

    label: Mapping[str, str]
    part: Mapping[Part, str]
    entry: Callable[[Entry], str]
    hour: Callable[[datetime], str]
    day: Callable[[date], str]
    heard: Mapping[str, str]
    numbers: tuple[tuple[str, str], ...]
    road: str
    states: tuple[State, ...]
    first: tuple[str, ...]
    offer: Callable[[str], Offer]


def run_sheet(plan: Plan, words: PlanWords) -> Page:
    """Return one page to lead the meeting by."""
    say = words.label
    facts = [
        (say["when"], _joined(_when(plan, words), plan.day.place)),
        (say["offer"], _offer(plan)),
        (say["second_way"], plan.ready.second_way.strip()),
        (say["driver"], _driver(plan, words)),
        (say["seats"], plan.day.seats.strip()),
        (say["numbers"], ", ".join(f"{number} {name}" for number, name in words.numbers)),
    ]
    blocks: list[Block] = [_facts(facts), Heading(say["order"], 3), _lines_of_order(plan, words)]
    answers = _in_order([one for one in plan.answers if one.words.strip()], words)
    if answers:
        blocks += [Heading(say["answers"], 3), _lines_of_answers(answers, plan, words)]
    return Page(say["run"], tuple(blocks))


def person_sheets(plan: Plan, words: PlanWords, only: str = "") -> Page:
    """Return a sheet for each person in the room, or for the one of the uid `only`."""
    people = [one for one in plan.people if (one.uid == only if only else one.part.is_in_the_room)]
    blocks: list[Block] = []
    for person in people:
        if blocks:
            blocks.append(PageBreak())
        blocks += _person(person, plan, words)
    return Page("", tuple(blocks))


def whole_plan(plan: Plan, words: PlanWords) -> Page:
    """Return everything that is planned, but for the safety answers, which stay on the screen."""
    say = words.label
    blocks: list[Block] = [
        Note(say["private"]),
        _facts(
            [
                (say["when"], _when(plan, words)),
                (say["where"], plan.day.place.strip()),
                (say["road"], words.road),
            ]
        ),
        *_people(plan, words),
        *_professional(plan, words),
        *_treatment(plan, words),
        *_changes(plan, words),
        *_order(plan, words, 2),
        *_rules(plan, words),
        *_all_answers(plan, words),
        *_states(words),
        Heading(say["after"]),
        Bullets(words.first),
        *_numbers(words, 2),
        Note(say["not_printed"]),
    ]
    return Page(say["plan"], tuple(blocks))


# ---------------------------------------------------------------- the parts


def _people(plan: Plan, words: PlanWords) -> Iterator[Block]:
    say = words.label
    if not plan.people:
        return
    yield Heading(say["people"])
    rows = tuple(
        (_named(one, words), words.part[one.part], one.contact.strip()) for one in plan.people
    )
    yield Table((say["name"], say["part"], say["contact"]), rows)


def _professional(plan: Plan, words: PlanWords) -> Iterator[Block]:
    one = chosen(plan.candidates)
    if one is not None:
        yield _facts([(words.label["professional"], _joined(one.name, one.phone, one.credentials))])


def _treatment(plan: Plan, words: PlanWords) -> Iterator[Block]:
    say, ready = words.label, plan.ready
    yield Heading(say["treatment"])
    yield _facts(
        [
            (say["offer"], _offer(plan)),
            (say["second_way"], ready.second_way.strip()),
            (say["driver"], _driver(plan, words)),
        ]
    )
    home = [
        (say[name], getattr(ready, name).strip())
        for name in ("pets", "children", "work", "rent")
        if getattr(ready, name).strip()
    ]
    if home:
        yield Heading(say["home"], 3)
        yield _facts(home)
    if bag_lines(ready.bag):
        yield Heading(say["bag"], 3)
        yield Bullets(bag_lines(ready.bag))


def _changes(plan: Plan, words: PlanWords) -> Iterator[Block]:
    say = words.label
    if plan.stops:
        yield Heading(say["stops"])
        yield Table(
            (say["who"], say["since"], say["stop"], say["instead"]),
            tuple(
                (_by_uid(one.person, plan, words), one.since, one.act, one.instead)
                for one in plan.stops
            ),
        )
    if plan.limits:
        yield Heading(say["limits"])
        yield Table(
            (say["who"], say["since"], say["limit"], say["hard"], say["then"]),
            tuple(
                (_by_uid(one.person, plan, words), one.start, one.act, one.hard, one.then)
                for one in plan.limits
            ),
        )


def _order(plan: Plan, words: PlanWords, level: int) -> Iterator[Block]:
    say = words.label
    yield Heading(say["order"], level)
    yield Table((say["hour"], say["what"], say["minutes"]), tuple(_order_rows(plan, words)))


def _order_rows(plan: Plan, words: PlanWords) -> list[tuple[str, str, str]]:
    start = starts_at(plan.day, plan.zone)
    rows = []
    for entry in agenda(plan.day, plan.people, plan.seconds):
        at = words.hour(entry.at(start)) if start else f"+{entry.begins // 60}"
        minutes = f"{entry.seconds // 60} min"
        length = f"{minutes} ({words.label['guess']})" if entry.guessed else minutes
        rows.append((at, words.entry(entry), length))
    return rows


def _rules(plan: Plan, words: PlanWords) -> Iterator[Block]:
    say = words.label
    if plan.day.seats.strip():
        yield Heading(say["seats"], 3)
        yield Paragraph(plan.day.seats.strip())
    lines = tuple(line.strip() for line in plan.day.rules.splitlines() if line.strip())
    if lines:
        yield Heading(say["rules"], 3)
        yield Bullets(lines)


def _all_answers(plan: Plan, words: PlanWords) -> Iterator[Block]:
    say = words.label
    answers = [one for one in plan.answers if one.words.strip()]
    if answers:
        yield Heading(say["answers"])
        yield _answers(answers, plan, words)
    if plan.objections:
        yield Heading(say["objections"], 3)
        yield Table(
            (say["heard"], say["say"], say["who"], say["arranged"]),
            tuple(
                (one.heard, one.words, _by_uid(one.person, plan, words), one.arranged)
                for one in plan.objections
            ),
        )


def _states(words: PlanWords) -> Iterator[Block]:
    yield Heading(words.label["states"])
    for state in words.states:
        yield Card(state.name, (Bullets(state.lines),))


def _person(person: Person, plan: Plan, words: PlanWords) -> Iterator[Block]:
    say = words.label
    yield Heading(say["person"].format(name=_named(person, words)), 1)
    start = starts_at(plan.day, plan.zone)
    reads = next(
        (one for one in agenda(plan.day, plan.people, plan.seconds) if one.person is person), None
    )
    facts = [
        (say["your_part"], words.part[person.part]),
        (say["when"], _when(plan, words)),
        (say["where"], plan.day.place.strip()),
    ]
    if reads is not None and start is not None and person.part.reads_aloud:
        facts.append((say["you_read"], words.hour(reads.at(start))))
    yield _facts(facts)
    offer = words.offer(person.uid)
    if offer.stops or offer.if_no:
        yield Heading(say["your_words"], 3)
        yield Bullets((*offer.stops, *offer.if_no))
    own = [one for one in plan.answers if one.person == person.uid and one.words.strip()]
    if own:
        yield Heading(say["you_say"], 3)
        yield Table(
            (say["heard"], say["say"]),
            tuple((words.heard.get(one.response, ""), one.words) for one in own),
        )
    if plan.day.rules.strip():
        yield Heading(say["rules"], 3)
        yield Paragraph(plan.day.rules.strip())
    yield from _numbers(words, 3)
    yield Note(say["bring"])
    yield Note(say["private"])


# ---------------------------------------------------------------- the small pieces


def _facts(found: list[tuple[str, str]]) -> Block:
    """Return names and what stands behind them; a line to write on where nothing does."""
    rows: tuple[tuple[Text, ...], ...] = tuple(
        ((Run(name, bold=True),), text or "\u00a0") for name, text in found
    )
    return Table((), rows)


def _answers(answers: list[Answer], plan: Plan, words: PlanWords) -> Block:
    say = words.label
    return Table(
        (say["heard"], say["say"], say["who"]),
        tuple(
            (
                words.heard.get(one.response, ""),
                one.words.strip(),
                _by_uid(one.person, plan, words),
            )
            for one in _in_order(answers, words)
        ),
    )


def _in_order(answers: list[Answer], words: PlanWords) -> list[Answer]:
    order = {name: at for at, name in enumerate(words.heard)}
    return sorted(answers, key=lambda one: order.get(one.response, len(order)))


def _lines_of_order(plan: Plan, words: PlanWords) -> Block:
    """Return the run of the meeting in few lines, for a sheet that has to be one page."""
    runs: list[Run] = []
    for at, what, minutes in _order_rows(plan, words):
        runs += [Run(f"{at}  ", bold=True), Run(f"{what}, {minutes}\n")]
    return _without_last_break(runs)


def _without_last_break(runs: list[Run]) -> Block:
    last = tuple(Run(run.text.rstrip("\n")) for run in runs[-1:])
    return Paragraph((*runs[:-1], *last))


def _lines_of_answers(answers: list[Answer], plan: Plan, words: PlanWords) -> Block:
    runs: list[Run] = []
    for one in answers:
        heard = words.heard.get(one.response, "")
        who = _by_uid(one.person, plan, words)
        runs += [Run(f"{heard} ", bold=True), Run(f"{who}: {one.words.strip()}\n")]
    return _without_last_break(runs)


def _numbers(words: PlanWords, level: int) -> Iterator[Block]:
    if words.numbers:
        runs: list[Run] = []
        for number, name in words.numbers:
            runs += [Run(f"{number} ", bold=True), Run(f"{name}   ")]
        yield Heading(words.label["numbers"], level)
        yield Paragraph(tuple(runs))


def _when(plan: Plan, words: PlanWords) -> str:
    start = starts_at(plan.day, plan.zone)
    if start is None:
        return words.day(plan.day.on) if plan.day.on else ""
    return f"{words.day(start.date())}, {words.hour(start)}"


def _offer(plan: Plan) -> str:
    place: TreatmentPlace | None = held(plan.places)
    return _joined(place.name, place.phone, place.admission, place.needs) if place else ""


def _driver(plan: Plan, words: PlanWords) -> str:
    ready = plan.ready
    names = [_by_uid(uid, plan, words) for uid in (ready.driver, ready.second) if uid]
    kit = words.label["naloxone"] if ready.naloxone_in_car else ""
    return _joined(*names, kit)


def _by_uid(uid: str, plan: Plan, words: PlanWords) -> str:
    person = next((one for one in plan.people if one.uid == uid), None)
    return _named(person, words) if person else words.label["nobody"]


def _named(person: Person, words: PlanWords) -> str:
    return person.name.strip() or words.label["unnamed"]


def _joined(*parts: str) -> str:
    return " · ".join(part.strip() for part in parts if part.strip())
