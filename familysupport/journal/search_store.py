"""Searching all entries, the newest hit first, in an encrypted file of any size."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlite_utils import Database

from familysupport.journal.finding import Wanted, match_query, tag_query, wanted
from familysupport.journal.model import EXCERPT, HIT_END, HIT_START

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_ENDS = (-(2**63), 2**63 - 1)
_LINE = f"e.id, e.at, e.kind, e.mood, e.title, e.tags, substr(e.text, 1, {EXCERPT}) AS excerpt"
_KEPT = "FROM journal_entries AS e WHERE e.deleted_at IS NULL"
_FEW = 150
_MANY = 20_000
_HIT = (
    "SELECT 1 FROM journal_search WHERE journal_search MATCH ? AND journal_search.rowid = e.place"
)
_HITS = f"""
    SELECT e.id, e.at, e.kind, e.mood, e.tags,
      highlight(journal_search, 0, '{HIT_START}', '{HIT_END}') AS title,
      snippet(journal_search, 1, '{HIT_START}', '{HIT_END}', '…', 16) AS excerpt
    FROM journal_search CROSS JOIN journal_entries AS e ON e.place = journal_search.rowid
    WHERE journal_search MATCH ? AND journal_search.rowid BETWEEN ? AND ?
      AND e.place IN (SELECT value FROM json_each(?))
    ORDER BY journal_search.rowid
"""


class SearchStore:
    """Finds the rows of a search: first where they stand, then the words around each hit.

    Asking for the places first keeps a common word fast: snippets are built for a page alone.
    Days become a span of places, and a tag is looked up in the index of words, so that neither
    has to go through all entries.
    """

    def __init__(self, db: Database) -> None:
        self._db = db

    def rows(self, words: str, limit: int, offset: int) -> Iterable[dict[str, Any]]:
        """Return the rows that a search finds, newest first, with the hits marked."""
        asked = wanted(words)
        query = match_query(asked.words)
        if asked.tag and not (query and self._is_common("journal_tags", "tag", asked.tag)):
            query = " AND ".join(filter(None, (query, tag_query(asked.tag))))
        if not query:
            return self._only_filtered(asked, limit, offset) if asked.filtered else []
        places = self._places(query, asked, limit, offset)
        if not places:
            return []
        return self._db.query(_HITS, [query, places[0], places[-1], json.dumps(places)])

    def _places(self, query: str, asked: Wanted, limit: int, offset: int) -> list[int]:
        """Return the places of a page of hits, which is the order of the index too."""
        rare = self._rare(asked)
        where, values = _conditions(asked, rare)
        within = (
            "SELECT rowid FROM journal_search WHERE journal_search MATCH ?"
            " AND rowid BETWEEN ? AND ?"
        )
        if rare and self._are_many(within, [query, *_span(asked)]):
            sql = f"SELECT e.place {_KEPT}{where} AND e.place BETWEEN ? AND ? AND EXISTS ({_HIT})"
            sql, values = f"{sql} ORDER BY e.place", [*values, *_span(asked), query]
        elif rare:  # the few entries are looked up among the hits
            sql = f"SELECT e.place {_KEPT}{where} AND e.place IN ({within}) ORDER BY e.place"
            values = [*values, query, *_span(asked)]
        elif where:
            kept = f"SELECT 1 {_KEPT} AND e.place = journal_search.rowid{where}"
            sql = f"{within} AND EXISTS ({kept}) ORDER BY rowid"
            values = [query, *_span(asked), *values]
        else:
            sql = f"{within} ORDER BY rowid"
            values = [query, *_span(asked)]
        rows = self._db.execute(f"{sql} LIMIT ? OFFSET ?", [*values, limit, offset])
        return [place for (place,) in rows.fetchall()]

    def _are_many(self, within: str, values: list[Any]) -> bool:
        """Tell whether there are so many hits that few entries are better asked one by one."""
        sql = f"SELECT count(*) FROM ({within} LIMIT {_MANY})"
        return bool(self._db.execute(sql, values).fetchone()[0] == _MANY)

    def _only_filtered(self, asked: Wanted, limit: int, offset: int) -> Iterable[dict[str, Any]]:
        where, values = _conditions(asked, self._rare(asked))
        return self._db.query(
            f"SELECT {_LINE} {_KEPT} AND e.place BETWEEN ? AND ?{where}"
            " ORDER BY e.place LIMIT ? OFFSET ?",
            [*_span(asked), *values, limit, offset],
        )

    def _rare(self, asked: Wanted) -> str:
        """Return which of the filters, kind or mood, few entries pass, or nothing."""
        for name, value in (("kind", asked.kind), ("mood", asked.mood)):
            if value and not self._is_common("journal_entries", name, value.value):
                return name
        return ""

    def _is_common(self, table: str, column: str, value: str) -> bool:
        kept = " AND deleted_at IS NULL" if table == "journal_entries" else ""
        sql = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {column} = ?{kept} LIMIT {_FEW})"
        return bool(self._db.execute(sql, [value]).fetchone()[0] == _FEW)


def _conditions(asked: Wanted, rare: str) -> tuple[str, list[Any]]:
    """Return what the filters add to a question about `journal_entries AS e`, and its values.

    A plus keeps an index out of use: that of days would have to be sorted, and that of a filter
    which many entries pass is longer than the rare one's.
    """
    parts: list[tuple[str, Any]] = []
    for name, chosen in (("kind", asked.kind), ("mood", asked.mood)):
        if chosen:
            parts.append((f"{'+' if rare not in ('', name) else ''}e.{name} = ?", chosen.value))
    if asked.tag:
        tagged = "SELECT 1 FROM journal_tags AS t WHERE t.entry_id = e.id AND t.tag = ?"
        parts.append((f"EXISTS ({tagged} COLLATE NOCASE)", asked.tag))
    if asked.since:
        parts.append(("+substr(e.at, 1, 10) >= ?", asked.since.isoformat()))
    if asked.until:
        parts.append(("+substr(e.at, 1, 10) <= ?", asked.until.isoformat()))
    return "".join(f" AND {sql}" for sql, _value in parts), [value for _sql, value in parts]


def _span(asked: Wanted) -> tuple[int, int]:
    """Return between which places the days asked for lie in any time zone; newer is lower."""
    newest, oldest = _ENDS
    if asked.until:
        newest = _place(asked.until, 2)
    if asked.since:
        oldest = _place(asked.since, -1)
    return newest, oldest


def _place(day: date, days: int) -> int:
    moment = datetime.combine(day, time(), UTC)
    return -((moment - _BEGINNING + timedelta(days=days)) // _MICROSECOND)
