"""The words of what is seen over time: spans, middles, and each line of the tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from familysupport.journal.model import Energy, Mood
from familysupport.journal.seeing import By, Period, Reach, Seen
from familysupport.ui.journal.calendar_words import month_words, short_day
from familysupport.ui.journal.words import energy_word, mood_word


def reach_word(reach: Reach) -> str:
    """Return how far back something reaches."""
    return {
        Reach.TWELVE_WEEKS: _tr("The last 12 weeks"),
        Reach.HALF_YEAR: _tr("The last 6 months"),
        Reach.YEAR: _tr("The last year"),
        Reach.ALL: _tr("Everything"),
    }[reach]


def by_word(by: By) -> str:
    """Return the length of one step."""
    return {By.WEEK: _tr("by week"), By.MONTH: _tr("by month"), By.YEAR: _tr("by year")}[by]


def step_word(by: By) -> str:
    """Return what the first column of a table holds."""
    return {By.WEEK: _tr("Week"), By.MONTH: _tr("Month"), By.YEAR: _tr("Year")}[by]


def step_name(period: Period, by: By) -> str:
    """Return the few letters that stand below a step."""
    day = QDate(period.first.year, period.first.month, period.first.day)
    shape = {By.WEEK: _tr("d MMM"), By.MONTH: _tr("MMM"), By.YEAR: "yyyy"}[by]
    return QLocale().toString(day, shape)


def period_words(period: Period, by: By) -> str:
    """Return a span in full."""
    if by is By.YEAR:
        return str(period.first.year)
    if by is By.MONTH:
        return month_words(period.first.year, period.first.month)
    if period.first == period.last:
        return short_day(period.last)
    first = short_day(period.first)
    if period.first.year == period.last.year:
        first = step_name(period, By.WEEK)
    return _tr("{first} to {last}").format(first=first, last=short_day(period.last))


def middle_words(middle: float | None, told: int, words: Sequence[str]) -> str:
    """Return the word in the middle, or the two it lies between, or why there is none."""
    if not told:
        return _tr("nothing told")
    if middle is None:
        return _tr("too few days")
    low = int(middle)
    if low == middle:
        return words[low]
    return _tr("between {one} and {other}").format(one=words[low], other=words[low + 1])


def mood_words() -> tuple[str, ...]:
    """Return the words for moods, from very hard to good."""
    return tuple(mood_word(mood) for mood in Mood)


def energy_words() -> tuple[str, ...]:
    """Return the words for energy, from the least to the most."""
    return tuple(energy_word(energy) for energy in Energy)


def hours(number: float) -> str:
    """Return hours, with a half where there is one."""
    return QLocale().toString(number, "f", 0 if number == int(number) else 1)


def number(count: int) -> str:
    """Return a number as the country writes it."""
    return QLocale().toString(count)


def table(by: By, names: Sequence[str], seen: Sequence[Seen], cells: Cells) -> list[list[str]]:
    """Return a table with a line for each span."""
    head = [step_word(by), *names]
    return [head, *([period_words(one.period, by), *cells(one)] for one in seen)]


def spoken(lines: Sequence[Sequence[str]]) -> list[str]:
    """Return each line of a table as a sentence for the keys and the screen reader."""
    head, *rows = lines
    result = []
    for row in rows:
        told = zip(head[1:], row[1:], strict=True)
        parts = [f"{name} {cell}" for name, cell in told if cell not in ("", "0")]
        result.append(f"{row[0]}: " + (", ".join(parts) or _tr("nothing told")))
    return result


Cells = Callable[[Seen], Sequence[str]]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
