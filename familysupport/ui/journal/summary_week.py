"""What the journal holds of some days, counted and in words, for whoever looks back on them."""

from __future__ import annotations

from collections import Counter
from datetime import date

from PySide6.QtCore import QCoreApplication

from familysupport.for_me.week import WeekTold
from familysupport.journal.finding_store import FindingStore
from familysupport.journal.model import Kind
from familysupport.ui.journal.words import kind_word, mood_word


def week_told(store: FindingStore, since: date, until: date) -> WeekTold:
    """Return how many entries of each kind there are, and the moods that were chosen, by day."""
    found = store.told(since, until)
    counts = Counter(one.kind for one in found)
    moods: dict[date, list[str]] = {}
    for one in found:
        if one.mood:
            moods.setdefault(one.day, []).append(mood_word(one.mood))
    return WeekTold(
        tuple((kind_name(kind), counts[kind]) for kind in Kind if counts[kind]),
        # within a day the newest entry came first
        tuple((day, tuple(reversed(words))) for day, words in moods.items()),
    )


def kind_name(kind: Kind) -> str:
    """Return the name of a kind as it is counted."""
    if kind is Kind.FREE:
        return QCoreApplication.translate("Journal", "Free writing")
    return kind_word(kind)
