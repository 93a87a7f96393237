"""What is asked of the journal by day, saved searches, and memories put aside: their only SQL."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import NamedTuple

from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.journal.calendar import Told
from familysupport.journal.memories import Memory, hidden_days, may_come_up, memory_days
from familysupport.journal.model import EXCERPT, Energy, Kind, Line, Mood
from familysupport.journal.store import JournalStore, line_from

_DAY = "substr(e.at, 1, 10)"
_KEPT = f"journal_entries AS e WHERE e.deleted_at IS NULL AND {_DAY}"
_LINE = f"e.id, e.at, e.kind, e.mood, e.title, e.tags, substr(e.text, 1, {EXCERPT}) AS excerpt"
_PAGE, _SHOWN, _YES = "on-this-day", "shown", "yes"
_AT_ONCE = 500
_MOODS = {mood.value: mood for mood in Mood}
_KINDS = {kind.value: kind for kind in Kind}
_ENERGIES = {energy.value: energy for energy in Energy}


class SavedSearch(NamedTuple):
    """A search kept under a name."""

    id: int
    name: str
    words: str


class FindingStore:
    """Answers what was written when; a day is the date on the wall where it was written."""

    def __init__(self, db: Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock
        self._journal = JournalStore(db, clock)

    def told(self, since: date, until: date) -> list[Told]:
        """Return what each entry of these days tells, both days counted in.

        The earliest day comes first, and within a day the newest entry.
        """
        rows = self._db.execute(
            f"SELECT e.id, {_DAY}, e.kind, e.mood, e.sleep, e.energy FROM {_KEPT} BETWEEN ? AND ?"
            f" ORDER BY {_DAY}, e.place",
            [since.isoformat(), until.isoformat()],
        )
        days: dict[str, date] = {}
        return [
            Told(
                entry_id,
                days.get(day) or days.setdefault(day, date.fromisoformat(day)),
                _KINDS[kind],
                _MOODS.get(mood),
                sleep,
                _ENERGIES.get(energy),
            )
            for some in iter(partial(rows.fetchmany, _AT_ONCE), [])
            for entry_id, day, kind, mood, sleep, energy in some
        ]

    def lines_of(self, since: date, until: date, limit: int = -1, offset: int = 0) -> list[Line]:
        """Return what a list shows of the entries of these days, newest first."""
        rows = self._db.query(
            f"SELECT {_LINE} FROM {_KEPT} BETWEEN ? AND ? ORDER BY e.place LIMIT ? OFFSET ?",
            [since.isoformat(), until.isoformat(), limit, offset],
        )
        return [line_from(row) for row in rows]

    def lines(self, ids: list[int]) -> dict[int, Line]:
        """Return what a list shows of some entries, by their ids; there may be a few hundred."""
        marks = ", ".join("?" * len(ids))
        rows = self._db.query(
            f"SELECT {_LINE} FROM journal_entries AS e"
            f" WHERE e.deleted_at IS NULL AND e.id IN ({marks})",
            ids,
        )
        return {row["id"]: line_from(row) for row in rows}

    def span(self) -> tuple[date, date] | None:
        """Return the first and the last day with an entry, or None while there is none."""
        ends = [
            self._db.execute(
                f"SELECT {_DAY} FROM {_KEPT} > '' ORDER BY {_DAY} {way} LIMIT 1"
            ).fetchone()
            for way in ("ASC", "DESC")
        ]
        first, last = ends
        return (date.fromisoformat(first[0]), date.fromisoformat(last[0])) if first else None

    def months(self) -> list[tuple[int, int]]:
        """Return each year and month with an entry, the latest first.

        It steps from month to month along the index, so the number of entries costs nothing.
        """
        sql = f"SELECT {_DAY} FROM {_KEPT} < ? ORDER BY {_DAY} DESC LIMIT 1"
        found: list[tuple[int, int]] = []
        row = self._db.execute(sql, ["9999-99"]).fetchone()
        while row:
            month = str(row[0])[:7]
            found.append((int(month[:4]), int(month[5:])))
            row = self._db.execute(sql, [month]).fetchone()
        return found

    # ------------------------------------------------------------------ counted words

    def words(self, ids: list[int]) -> dict[int, int]:
        """Return how many words each entry has, of those that were counted."""
        if not ids:
            return {}
        wanted = set(ids)
        rows = self._db.execute(
            "SELECT entry_id, words FROM journal_words WHERE entry_id BETWEEN ? AND ?",
            [min(wanted), max(wanted)],
        )
        return {entry_id: words for entry_id, words in rows.fetchall() if entry_id in wanted}

    def count_words(self, ids: list[int]) -> None:
        """Count the words of some entries and keep the numbers until their texts change."""
        marks = ", ".join("?" * len(ids))
        rows = self._db.execute(
            f"SELECT id, text FROM journal_entries WHERE id IN ({marks})", ids
        ).fetchall()
        with self._db.atomic():
            for entry_id, text in rows:
                self._db.execute(
                    "INSERT OR REPLACE INTO journal_words VALUES (?, ?)",
                    [entry_id, len(text.split())],
                )

    # ------------------------------------------------------------------ saved searches

    def searches(self) -> list[SavedSearch]:
        """Return the searches kept, by name."""
        rows = self._db.execute(
            "SELECT id, name, words FROM journal_searches ORDER BY name COLLATE NOCASE, id"
        )
        return [SavedSearch(*row) for row in rows.fetchall()]

    def save_search(self, search: SavedSearch) -> SavedSearch:
        """Keep a search under its name; id 0 is a new one, and one taken away comes back."""
        with self._db.atomic():
            row = self._db.execute(
                "INSERT INTO journal_searches VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE"
                " SET name = excluded.name, words = excluded.words RETURNING id",
                [search.id or None, search.name, search.words],
            ).fetchone()
        return SavedSearch(int(row[0]), search.name, search.words)

    def delete_search(self, search_id: int) -> None:
        """Forget a search; saving it again brings it back."""
        with self._db.atomic():
            self._db.execute("DELETE FROM journal_searches WHERE id = ?", [search_id])

    # ------------------------------------------------------------------ on this day

    def memories(self) -> list[Memory]:
        """Return what was written on this day a month, half a year, or years ago."""
        wanted = memory_days(self._clock.today())
        days = {one.isoformat(): one for one in wanted}
        marks = ", ".join("?" * len(days))
        rows = self._db.query(
            f"SELECT {_LINE}, h.entry_id AS hidden FROM journal_entries AS e"
            " LEFT JOIN journal_hidden_memories AS h ON h.entry_id = e.id"
            f" WHERE e.deleted_at IS NULL AND {_DAY} IN ({marks}) ORDER BY e.place",
            list(days),
        )
        found = [(line_from(row), row["hidden"] is not None) for row in rows]
        hard = hidden_days((line.at.date(), line.kind, line.mood) for line, _hidden in found)
        return [
            Memory(line, wanted[line.at.date()])
            for line, hidden in found
            if not hidden and line.at.date() not in hard and may_come_up(line.kind)
        ]

    def brings_up(self) -> bool:
        """Return whether the person asked for memories; nobody has until they do."""
        return self._journal.page(_PAGE).get(_SHOWN) == _YES

    def bring_up(self, is_on: bool) -> None:
        """Keep whether memories are wanted."""
        self._journal.save_page(_PAGE, {_SHOWN: _YES if is_on else ""})

    def hide_memory(self, entry_id: int) -> None:
        """Never bring this entry up again unasked."""
        with self._db.atomic():
            self._db.execute("INSERT OR IGNORE INTO journal_hidden_memories VALUES (?)", [entry_id])

    def show_memory(self, entry_id: int) -> None:
        """Let this entry be brought up again."""
        with self._db.atomic():
            self._db.execute("DELETE FROM journal_hidden_memories WHERE entry_id = ?", [entry_id])
