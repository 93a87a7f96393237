"""The words for days, counts, marks, weeks and dates of expiry; none of them judges."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from familysupport.recovery.days import Count, Mark, MarkKind
from familysupport.recovery.due import Due
from familysupport.recovery.model import Appointment, SupplyKind, WeekAnswer, Where
from familysupport.recovery.shelf import Standing


def day_words(day: date, today: date) -> str:
    """Return a day as one says it: today, tomorrow, or the date, with its year where it differs."""
    if day == today:
        return _tr("today")
    if day == today + timedelta(days=1):
        return _tr("tomorrow")
    if day == today - timedelta(days=1):
        return _tr("yesterday")
    return _said(day, _tr("d MMMM") if day.year == today.year else _tr("d MMMM yyyy"))


def weekday_words(day: date, today: date) -> str:
    """Return a day with its weekday, or today, tomorrow or yesterday."""
    if abs((day - today).days) <= 1:
        return day_words(day, today)
    return _said(day, _tr("ddd d MMMM") if day.year == today.year else _tr("ddd d MMMM yyyy"))


def full_day(day: date) -> str:
    """Return a day with its year, for paper and for dates far off."""
    return _said(day, _tr("d MMMM yyyy"))


def until_words(day: date) -> str:
    """Return the day on which something ends or ended."""
    return _tr("until {day}").format(day=full_day(day))


def hour_words(hour: str) -> str:
    """Return "HH:MM" as the country writes it, or nothing."""
    time = QTime.fromString(hour, "HH:mm")
    return QLocale().toString(time, QLocale.FormatType.ShortFormat) if time.isValid() else ""


def days_words(number: int) -> str:
    """Return a number of days."""
    return _tr("1 day") if number == 1 else _tr("{number} days").format(number=number)


def weeks_words(number: int) -> str:
    """Return a number of weeks."""
    return _tr("1 week") if number == 1 else _tr("{number} weeks").format(number=number)


def where_words() -> dict[Where, str]:
    """Return what the kinds of stay are called."""
    return {Where.TREATMENT: _tr("In treatment"), Where.HOME: _tr("At home")}


def count_words(count: Count) -> str:
    """Return where the count stands."""
    if count.is_again:
        said = _tr("Day {day}, counted again")
    elif count.is_treated:
        said = _tr("Day {day} of treatment")
    elif count.was_treated:
        said = _tr("Day {day} since treatment began")
    else:
        said = _tr("Day {day} at home")
    return said.format(day=count.day)


def count_lines(count: Count, today: date) -> list[str]:
    """Return what else is to be said of a count: the days before, and the days at home."""
    lines = []
    if count.is_again:
        lines.append(_tr("Counted from {day}.").format(day=day_words(count.since, today)))
    if count.before:
        before = days_words(count.before)
        lines.append(_tr("{days} before this counted, and still count.").format(days=before))
    if count.home_day and (count.is_treated or count.was_treated):
        lines.append(_tr("Day {day} at home.").format(day=count.home_day))
    return lines


def mark_words(mark: Mark) -> str:
    """Return what a mark is called."""
    if mark.kind is MarkKind.OWN:
        return mark.name or _tr("a day of our own")
    if mark.kind is MarkKind.DAYS:
        return days_words(mark.number)
    said = _tr("{number} years") if mark.kind is MarkKind.YEARS else _tr("{number} months")
    return said.format(number=mark.number)


def next_words(mark: Mark, today: date) -> str:
    """Return the next mark and its day."""
    return _tr("Next: {mark} · {day}").format(mark=mark_words(mark), day=day_words(mark.day, today))


def reached_words(found: list[Mark]) -> str:
    """Return the marks of today, or nothing."""
    if not found:
        return ""
    names = _tr(" and ").join(mark_words(one) for one in found)
    return _tr("Today: {marks}").format(marks=names)


def answer_words() -> dict[WeekAnswer, str]:
    """Return the answers to how a week went with a limit, none better than another."""
    return {
        WeekAnswer.KEPT: _tr("Kept"),
        WeekAnswer.NOT_THIS_WEEK: _tr("Not this week"),
        WeekAnswer.DID_NOT_COME_UP: _tr("Did not come up"),
    }


def kept_words(weeks: int) -> str:
    """Return in how many weeks a limit was kept; weeks in between take nothing away."""
    return _tr("kept in {weeks}").format(weeks=weeks_words(weeks))


def supply_words() -> dict[SupplyKind, str]:
    """Return what is kept at home."""
    return {SupplyKind.NALOXONE: _tr("Naloxone"), SupplyKind.MEDICINE: _tr("A medicine")}


def expiry_words(expires: date | None, how: Standing, today: date) -> str:
    """Return how a date of expiry stands."""
    if expires is None:
        return _tr("date not noted")
    left = (expires - today).days
    if how is Standing.OVER:
        return _tr("date over since {day}").format(day=day_words(expires, today))
    if how is Standing.SOON:
        if not left:
            return _tr("good until today")
        return _tr("expires in {days}").format(days=days_words(left))
    return _tr("good until {day}").format(day=full_day(expires))


def appointment_words(one: Appointment, today: date) -> str:
    """Return when an appointment is, and with whom."""
    parts = (weekday_words(one.day, today), hour_words(one.hour), one.who)
    return " · ".join(part for part in parts if part)


def due_words(one: Due, today: date) -> str:
    """Return what is due; it names what is private, so only for the open pages."""
    about = one.about or _tr("no name")
    day = day_words(one.day, today)
    said = {
        "appointment-today": _tr("Today: {about}"),
        "appointment-tomorrow": _tr("Tomorrow: {about}"),
        "naloxone-soon": _tr("Naloxone expires soon, {day}"),
        "naloxone-over": _tr("The date of the naloxone is over"),
        "medicine-soon": _tr("Expires soon, {day}: {about}"),
        "medicine-over": _tr("The date is over: {about}"),
        "limits-week": _tr("How was the week with the limits we agreed?"),
    }[one.key]
    return said.format(about=about, day=day)


def _said(day: date, pattern: str) -> str:
    # The stubs know QDate only through the overload that takes a format in words.
    return str(QLocale().toString(QDate(day.year, day.month, day.day), pattern))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
