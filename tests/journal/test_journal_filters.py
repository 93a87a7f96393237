"""Filters among the words of a search."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.journal import search_store
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


@pytest.fixture
def many(db: Database, clock: Any) -> JournalStore:
    """Enough entries that some kinds, moods and tags are common and others rare."""
    store = JournalStore(db, clock)
    for number in range(60):
        kind = Kind.SETBACK if number % 20 == 0 else (Kind.VISIT, Kind.CALL)[number % 2]
        mood = None if number % 3 else (Mood.GOOD, Mood.HARD)[number % 2]
        words = "walk in the garden" if number % 4 else "sat by the window"
        tags = ("Daniel", *(("the-clinic",) if number % 15 == 0 else ()))
        store.save(Entry(0, DAY + timedelta(hours=9 * number), kind, mood, "", words, tags))
    return store


def expected(store: JournalStore, typed: str) -> list[int]:
    asked = wanted(typed)
    return [
        one.id
        for one in store.entries()
        if all(word in one.text for word in asked.words.split())
        and asked.kind in (None, one.kind)
        and asked.mood in (None, one.mood)
        and (not asked.tag or asked.tag.casefold() in [tag.casefold() for tag in one.tags])
        and (asked.since or one.at.date()) <= one.at.date() <= (asked.until or one.at.date())
    ]


@pytest.mark.parametrize("few", [2, 10, 300])
@given(
    words=st.sampled_from(["", "garden ", "window ", "walk garden "]),
    filters=st.sets(
        st.sampled_from(
            [
                *("kind:setback", "mood:hard", "tag:daniel", "tag:the-clinic", "tag:nobody"),
                *("from:2026-03-20", "to:2026-03-28", "kind:visit"),
            ]
        ),
        min_size=1,
    ),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)
def test_rare_and_common_filters_find_the_same_as_looking_at_each_entry(
    many: JournalStore, few: int, words: str, filters: set[str]
) -> None:
    typed = words + " ".join(sorted(filters))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("familysupport.journal.search_store._FEW", few)
        found = [line.id for line in many.search(typed, limit=100)]
    assert found == expected(many, typed)


def test_days_are_found_whatever_the_time_zone(db: Database, clock: Any) -> None:
    store = JournalStore(db, clock)
    for moment in (
        "2026-03-14T00:10:00+14:00",
        "2026-03-14T23:50:00-12:00",
        "2026-03-13T23:59:00-12:00",
        "2026-03-15T00:00:00+14:00",
    ):
        store.save(Entry(0, datetime.fromisoformat(moment), text="walk"))
    for typed in ("from:2026-03-14 to:2026-03-14", "walk from:2026-03-14 to:2026-03-14"):
        assert {line.id for line in store.search(typed)} == {1, 2}


def test_a_search_for_all_days_there_are_does_not_fail(journal: JournalStore) -> None:
    assert len(journal.search("from:1000 to:2999-12-31")) == 4
    assert len(journal.search("walk from:1000 to:2999")) == 4


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


def test_few_entries_are_asked_one_by_one_where_a_word_has_very_many_hits(
    db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = JournalStore(db, Clock())
    day = DAY
    for number in range(40):
        kind = Kind.VISIT if number in (3, 7, 30) else Kind.FREE
        words = "The garden." if number != 7 else "The kitchen."
        store.save(Entry(0, day - timedelta(hours=number), kind, text=words))
    usual = [line.at for line in store.search("garden kind:visit")]
    monkeypatch.setattr(search_store, "_MANY", 20)
    asked_singly = [line.at for line in store.search("garden kind:visit")]
    assert usual == asked_singly == [day - timedelta(hours=number) for number in (3, 30)]
    assert [line.at for line in store.search("garden kind:visit", 1, 1)] == usual[1:]
    assert store.search("garden kind:call") == []
