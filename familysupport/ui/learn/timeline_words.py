"""Puts the spans of withdrawal into words: hours or days, times on the clock, how sure it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from familysupport.content.model import Band
from familysupport.learn.timeline import Now, Phase
from familysupport.ui.kit.dates import time_of_day

_HOURS_UP_TO = 48
_DAY = 24

Span = tuple[float, float]


def tr(text: str) -> str:
    """Translate words of the timeline."""
    return QCoreApplication.translate("Timeline", text)


def span_words(span: Span, or_longer: bool = False) -> str:
    """Return hours as hours up to two days, and as days where they come out even."""
    first, last = span
    in_days = last > _HOURS_UP_TO and first % _DAY == 0 and last % _DAY == 0
    if in_days:
        words = tr("{first}–{last} days").format(first=first / _DAY, last=last / _DAY)
        words = words.replace(".0", "")
    else:
        words = tr("{first}–{last} hours").format(first=f"{first:g}", last=f"{last:g}")
    return tr("{span} or longer").format(span=words) if or_longer else words


def tick_words(hour: float) -> str:
    """Return the few signs below a mark of the chart."""
    if hour < _DAY:
        return tr("{hours} h").format(hours=f"{hour:g}")
    days = f"{hour / _DAY:g}"
    return tr("1 day") if days == "1" else tr("{days} d").format(days=days)


def clock_words(span: tuple[datetime, datetime] | None) -> str:
    """Return a span on the clock, or nothing where the last use is not known."""
    if span is None:
        return ""
    first, last = (_to_the_hour(moment) for moment in span)
    if first.date() == last.date():
        words = tr("{day} {first} to {last}")
        return words.format(day=_day(first), first=_time(first), last=_time(last))
    words = tr("{day} {first} to {other} {last}")
    return words.format(day=_day(first), first=_time(first), other=_day(last), last=_time(last))


def _to_the_hour(moment: datetime) -> datetime:
    # The guides are not finer than an hour.
    return (moment + timedelta(minutes=30)).replace(minute=0)


def _day(moment: datetime) -> str:
    return QLocale().toString(QDate(moment.year, moment.month, moment.day), "ddd d MMM")


def _time(moment: datetime) -> str:
    return time_of_day(moment)


def sure_words(band: Band) -> str:
    """Say how sure the hours of a phase are."""
    return {
        "high": tr("Well known"),
        "medium": tr("Fairly sure"),
        "low": tr("Not sure"),
    }[band.confidence]


def now_words(phase: Phase) -> str:
    """Say where this moment stands against a phase; nothing where that is unknown."""
    return {
        Now.UNKNOWN: "",
        Now.BEFORE: tr("Still to come"),
        Now.POSSIBLE: tr("Possible now"),
        Now.TYPICAL: tr("Likely now"),
        Now.PAST: tr("Mostly over"),
    }[phase.now]


def phase_sentence(phase: Phase, title: Callable[[str], str]) -> str:
    """Return everything the chart shows of a phase, as one sentence."""
    band = phase.band
    parts = [
        tr("{title}: usually {typical}, at times {wide}.").format(
            title=title(phase.name),
            typical=span_words(band.typical),
            wide=span_words(band.wide, band.or_longer),
        ),
        f"{sure_words(band)}.",
    ]
    if phase.typical is not None:
        parts.append(tr("On the clock: {clock}.").format(clock=clock_words(phase.typical)))
        parts.append(f"{now_words(phase)}.")
    return " ".join(parts)
