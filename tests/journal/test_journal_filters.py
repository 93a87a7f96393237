"""Filters among the words of a search."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.journal.finding import Wanted, wanted, with_filter
from familysupport.journal.model import Entry, Kind, Mood
from familysupport.journal.prompts import read_beginnings
from familysupport.journal.store import JournalStore
from familysupport.paths import resources

DAY = datetime.fromisoformat("2026-03-14T09:15:00+01:00")


@pytest.fixture
def journal(db: Database, clock: Any) -> JournalStore:
    store = JournalStore(db, clock)
    for days, text, kind, mood, tags in (
        (0, "walked in the garden", Kind.VISIT, Mood.GOOD, ("Daniel",)),
        (1, "a long walk alone", Kind.FOR_ME, None, ()),
        (2, "he rang, then a walk", Kind.CALL, Mood.HARD, ("daniel", "money talk")),
        (20, "walk again", Kind.VISIT, Mood.HARD, ()),
    ):
        store.save(Entry(0, DAY + timedelta(days=days), kind, mood, "", text, tags))
    return store


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("walk", [4, 3, 2, 1]),
        ("walk kind:visit", [4, 1]),
        ("kind:visit", [4, 1]),
        ("KIND:Visit mood:hard", [4]),
        ("mood:hard walk", [4, 3]),
        ("tag:Daniel", [3, 1]),
        ('tag:"money talk" walk', [3]),
        ("from:2026-03-15 to:2026-03-16", [3, 2]),
        ("walk from:2026-04", [4]),
        ("to:2026-03", [3, 2, 1]),
        ("from:2026 garden", [1]),
        ("walk tag:nobody", []),
    ],
)
def test_filters_and_words_go_together(journal: JournalStore, typed: str, ids: list[int]) -> None:
    assert [line.id for line in journal.search(typed)] == ids


def test_pages_of_a_filtered_search_fit_together(journal: JournalStore) -> None:
    pages = [journal.search("walk mood:hard", 1, at) for at in range(3)]
    assert [[line.id for line in page] for page in pages] == [[4], [3], []]


def test_a_deleted_entry_is_not_found_by_a_filter(journal: JournalStore) -> None:
    journal.delete(4)
    assert [line.id for line in journal.search("kind:visit")] == [1]


@pytest.mark.parametrize("typed", ["kind:party", "mood:blue", "from:yesterday", "to:2026-13"])
def test_a_filter_that_names_nothing_is_searched_for_as_words(typed: str) -> None:
    assert wanted(typed) == Wanted(words=typed)


def test_a_whole_month_has_its_last_day() -> None:
    asked = wanted("from:2028-02 to:2028-02")
    assert (asked.since, asked.until) == (date(2028, 2, 1), date(2028, 2, 29))


def test_a_filter_is_set_changed_and_taken_out() -> None:
    assert with_filter("walk", "kind", "visit") == "walk kind:visit"
    assert with_filter("walk kind:visit", "kind", "call") == "walk kind:call"
    assert with_filter("kind:visit walk", "kind", "") == "walk"


@given(st.text(max_size=80) | st.from_regex(r"((kind|mood|tag|from|to):\S{0,9} ?){1,4}"))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_no_search_fails_whatever_is_typed(journal: JournalStore, typed: str) -> None:
    asked = wanted(typed)
    assert len(asked.words) <= len(typed)
    for line in journal.search(typed):
        assert line.id


def test_every_kind_has_prompts_and_the_hard_ones_a_word_of_care(tmp_path: Any) -> None:
    found = read_beginnings(Library(resources() / "content", "en"))
    assert set(found) == set(Kind)
    assert found[Kind.SETBACK].note
    assert found[Kind.UNSENT_LETTER].note
    (tmp_path / "en" / "journal").mkdir(parents=True)
    (tmp_path / "en" / "journal" / "prompts.toml").write_text('[free]\nprompts = ["x"]\n')
    with pytest.raises(ContentError):
        read_beginnings(Library(tmp_path, "en"))
