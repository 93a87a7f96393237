"""Fills a vault with made-up journal entries fast, for the benches."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.model import Entry, Kind, Mood
from familysupport.journal.store import JournalStore

RARE = "wheelbarrow"
COMMON = "garden"
WORDS = tuple(
    re.findall(
        r"\w+",
        "he she we they rang called walked sat talked slept cooked cried laughed waited drove came"
        " went home house kitchen garden door phone letter doctor group meeting money bread dinner"
        " morning night week Sunday winter window bench coffee quiet tired calm afraid hopeful"
        " angry glad better worse again today tomorrow never always with without because before",
    )
)


def made_up_entries(count: int, end: datetime, seed: int = 1) -> Iterator[Entry]:
    """Yield `count` entries up to `end`, the oldest first; about 40 % hold `COMMON`, few `RARE`."""
    chance = random.Random(seed)
    plain = [word for word in WORDS if word != COMMON]
    moods = [None, *Mood]
    for number in range(count):
        words = chance.choices(plain, k=chance.randint(40, 160))
        if chance.random() < 0.4:
            words[chance.randrange(len(words))] = COMMON
        if chance.random() < 0.001:
            words[chance.randrange(len(words))] = RARE
        yield Entry(
            id=0,
            at=end - timedelta(hours=3) * (count - number),
            kind=chance.choice(list(Kind)),
            mood=chance.choice(moods),
            title=" ".join(words[:3]) if number % 3 else "",
            text=" ".join(words),
            tags=tuple(chance.sample(("visit", "Daniel", "call", "night", "Rosa"), k=2)),
        )


def fill_journal(db: Database, clock: Clock, count: int) -> JournalStore:
    """Put `count` entries into an empty journal and return it.

    The index of words is built once at the end, which takes a fifth of the time.
    """
    (trigger,) = db.execute("SELECT sql FROM sqlite_master WHERE name = 'journal_added'").fetchone()
    with db.atomic():
        db.execute("DROP TRIGGER journal_added")
        db.conn.executemany(
            "INSERT INTO journal_entries (id, place, at, kind, mood, title, text, tags, made_at,"
            " changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _row(number, entry)
                for number, entry in enumerate(made_up_entries(count, clock.now()), 1)
            ),
        )
        db.execute(
            "INSERT INTO journal_tags SELECT DISTINCT word.value, e.id FROM journal_entries AS e,"
            " json_each('[\"' || replace(e.tags, ',', '\",\"') || '\"]') AS word"
        )
        db.execute("INSERT INTO journal_search (journal_search) VALUES ('rebuild')")
        db.execute(trigger)
    return JournalStore(db, clock)


def _row(number: int, entry: Entry) -> list[object]:
    at = entry.at.isoformat()
    place = -round(entry.at.timestamp() * 1_000_000)
    mood = entry.mood.value if entry.mood else None
    tags = ",".join(entry.tags)
    return [number, place, at, entry.kind.value, mood, entry.title, entry.text, tags, at, at]
