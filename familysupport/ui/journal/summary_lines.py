"""Gathers what could be told of some days: from the journal, the check-ins and what is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from familysupport.content.recovery import read_support
from familysupport.context import AppContext
from familysupport.for_me.check_in import told
from familysupport.for_me.content import read_check_in
from familysupport.for_me.crisis_plan import NAME, read_crisis_plan
from familysupport.journal.calendar import Told
from familysupport.journal.model import Kind, Line, Mood
from familysupport.journal.summary import PAGE, Item, questions_in
from familysupport.recovery.model import Appointment, Limit, Sign, monday_of
from familysupport.session import Session
from familysupport.ui.journal.summary_week import kind_name
from familysupport.ui.journal.words import mood_word, name_of
from familysupport.ui.recovery.words import answer_words, appointment_words

MOST = 200
QUESTION = "question:"


class SummaryLines:
    """Returns the lines for some days, and the whole text of one."""

    def __init__(self, session: Session, context: AppContext) -> None:
        self._session, self._context = session, context
        self._guide = read_check_in(context.content)
        self._plan = read_crisis_plan(context.content)

    def items(self, since: date, until: date) -> list[Item]:
        """Return every line that could be told, group by group."""
        found = self._session.finding.told(since, until)
        # stable, so that within a day the newest entry stays first
        newest = sorted(found, key=lambda one: one.day, reverse=True)
        return [
            *self._period(since, until),
            *self.questions(),
            *_counted(found),
            *self._setbacks(newest),
            *self._check_ins(since, until),
            *self._recovery(since, until),
            *self._own_plan(),
            *self._entries(newest),
        ]

    def text_of(self, key: str) -> str:
        """Return the words of the entry that a line stands for."""
        entry = self._session.journal.entry(int(key.partition(":")[2]))
        return entry.text if entry else ""

    def _period(self, since: date, until: date) -> Iterator[Item]:
        words = _tr("From {first} to {last}").format(first=_day(since), last=_day(until))
        yield Item("period", _tr("The time this is about"), words)

    def questions(self) -> Iterator[Item]:
        """Return the questions that are kept."""
        typed = self._session.journal.page(PAGE).get("questions", "")
        for words in questions_in(typed):
            yield Item(f"{QUESTION}{words}", _tr("Questions I want to ask"), words)

    def _setbacks(self, newest: Sequence[Told]) -> Iterator[Item]:
        for line in self._lines([one for one in newest if one.kind is Kind.SETBACK]):
            yield Item(f"setback:{line.id}", _tr("Setbacks"), _entry_words(line))

    def _check_ins(self, since: date, until: date) -> Iterator[Item]:
        for one in self._session.for_me.check_ins(since, until)[:MOST]:
            words = f"{_when(one.day)}: {' · '.join(told(one, self._guide))}"
            yield Item(f"check-in:{one.day}", _tr("How I was, day by day"), words)

    def _recovery(self, since: date, until: date) -> Iterator[Item]:
        store, today = self._session.recovery, self._context.clock.today()
        days = Counter(name for name, _day in store.habit_days(since, until))
        for name, count in days.items():
            times = _tr("{name}: once") if count == 1 else _tr("{name}: {count} times")
            said = times.format(name=name, count=count)
            yield Item(f"habit:{name}", _tr("Habits of our week"), said)
        weeks = store.limit_weeks(monday_of(since), until)
        answers = answer_words()
        for limit in store.items(Limit):
            of_it = Counter(one.answer for one in weeks if one.limit_id == limit.id)
            said = " · ".join(f"{answers[one]} {of_it[one]}" for one in answers if of_it[one])
            weeks_said = _tr("{limit} (weeks: {said})").format(limit=limit.words, said=said)
            words = weeks_said if said else limit.words
            yield Item(f"limit:{limit.id}", _tr("Limits, by weeks"), words)
        yield from self._signs(since, until)
        for when in store.items(Appointment):
            if since <= when.day <= until or when.day >= today:
                words = appointment_words(when, date.min)  # no "tomorrow" on paper
                yield Item(f"appointment:{when.id}", _tr("Appointments"), words)

    def _signs(self, since: date, until: date) -> Iterator[Item]:
        names = {one.id: one.name for one in read_support(self._context.content).sign}
        for one in self._session.recovery.items(Sign):
            if since <= one.day <= until:
                said = [names.get(one.kind, ""), one.note.strip()]
                words = f"{_when(one.day)}: {': '.join(part for part in said if part)}"
                yield Item(f"sign:{one.id}", _tr("Signs that were noticed"), words)

    def _own_plan(self) -> Iterator[Item]:
        answers = self._session.for_me.page(NAME)
        for part in self._plan.part:
            written = " ".join(answers.get(part.id, "").split())
            if written:
                words = f"{part.title}: {written}"
                yield Item(f"plan:{part.id}", self._plan.title, words)

    def _entries(self, newest: Sequence[Told]) -> Iterator[Item]:
        lines = self._lines(newest)
        for line in lines:
            words = _entry_words(line)
            yield Item(f"title:{line.id}", _tr("Entries, day and title"), words)
        for line in lines:
            words = _entry_words(line)
            yield Item(f"text:{line.id}", _tr("Entries, the whole text"), words, whole=True)

    def _lines(self, newest: Sequence[Told]) -> list[Line]:
        ids = [one.id for one in newest[:MOST]]
        found = self._session.finding.lines(ids)
        return [found[one] for one in ids if one in found]


def _counted(found: Sequence[Told]) -> Iterator[Item]:
    kinds, moods = Counter(one.kind for one in found), Counter(one.mood for one in found)
    group = _tr("In my journal")
    if kinds:
        said = " · ".join(f"{kind_name(one)}: {kinds[one]}" for one in Kind if kinds[one])
        yield Item("kinds", group, _tr("Entries: {kinds}").format(kinds=said))
    if any(moods[mood] for mood in Mood):
        said = " · ".join(f"{mood_word(one)}: {moods[one]}" for one in Mood if moods[one])
        yield Item("moods", group, _tr("How it felt: {moods}").format(moods=said))
    yield from _slept(found, group)


def _slept(found: Iterable[Told], group: str) -> Iterator[Item]:
    hours = [one.sleep for one in found if one.sleep is not None]
    if not hours:
        return
    least, most = (QLocale().toString(one, "g", 3) for one in (min(hours), max(hours)))
    words = _tr("Hours of sleep I noted, {count} times: from {least} to {most}")
    if len(hours) == 1:
        words = _tr("Hours of sleep I noted once: {least}")
    yield Item("sleep", group, words.format(count=len(hours), least=least, most=most))


def _entry_words(line: Line) -> str:
    return f"{_when(line.at.date())}: {name_of(line)}"


def _when(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("ddd d MMM yyyy"))


def _day(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), _tr("d MMMM yyyy"))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Summary", text)
