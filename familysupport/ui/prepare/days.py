"""Days in the words of the chosen language."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale


def short_day(day: date) -> str:
    """Return `day` as a short date."""
    return _said(day, "d MMM yyyy")


def long_day(day: date) -> str:
    """Return `day` with its weekday, as one says it."""
    return _said(day, "dddd d MMMM yyyy")


def _said(day: date, pattern: str) -> str:
    # The stubs know QDate only through the overload that takes a format in words.
    return str(QLocale().toString(QDate(day.year, day.month, day.day), pattern))
