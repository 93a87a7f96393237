from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlite_utils import Database

from familysupport.journal.finding import match_query
from familysupport.journal.model import HIT_END, HIT_START, Entry, Kind, Mood, tidy_tags
from familysupport.journal.store import JournalStore

DAY = datetime.fromisoformat("2026-11-20T09:15:00+01:00")


@pytest.fixture
def journal(db: Database, clock: Any) -> JournalStore:
    return JournalStore(db, clock)


def write(journal: JournalStore, text: str, **changes: Any) -> Entry:
    return journal.save(Entry(**{"id": 0, "at": DAY, "text": text, **changes}))


def found(journal: JournalStore, words: str) -> list[int]:
    return [line.id for line in journal.search(words)]


def test_an_entry_comes_back_as_it_was_kept(journal: JournalStore) -> None:
    kept = write(
        journal,
        "Line one\n\nLine two",
        title="Visit",
        mood=Mood.STEADY,
        kind=Kind.VISIT,
        tags=("Daniel", "for me"),
    )
    assert kept.id
    assert journal.entry(kept.id) == kept
    assert journal.entries() == [kept]


def test_saving_again_changes_the_entry_and_makes_no_second_one(journal: JournalStore) -> None:
    kept = write(journal, "first")
    journal.save(kept._replace(text="second", mood=Mood.HARD))
    assert journal.count() == 1
    assert journal.entry(kept.id) == kept._replace(text="second", mood=Mood.HARD)
    assert found(journal, "first") == []
    assert found(journal, "second") == [kept.id]


def test_entries_stand_newest_first_by_the_moment_they_are_about(journal: JournalStore) -> None:
    old = write(journal, "old")
    new = write(journal, "new", at=DAY + timedelta(days=2))
    middle = write(journal, "middle", at=DAY + timedelta(days=1))
    assert [line.id for line in journal.lines()] == [new.id, middle.id, old.id]
    assert [line.id for line in journal.lines(limit=1, offset=1)] == [middle.id]
    assert [entry.id for entry in journal.entries(limit=1)] == [new.id]


def test_moments_in_two_time_zones_stand_in_true_order(journal: JournalStore) -> None:
    lisbon = write(journal, "a", at=datetime.fromisoformat("2026-11-20T09:30:00+00:00"))
    berlin = write(journal, "b", at=datetime.fromisoformat("2026-11-20T10:00:00+01:00"))
    assert [line.id for line in journal.lines()] == [lisbon.id, berlin.id]


def test_two_entries_of_the_same_moment_are_both_kept(journal: JournalStore) -> None:
    ids = {write(journal, "same time").id for _ in range(3)}
    assert {line.id for line in journal.lines()} == ids
    assert set(found(journal, "same")) == ids


def test_an_entry_moved_to_another_day_moves_in_the_list_and_in_search(
    journal: JournalStore,
) -> None:
    first = write(journal, "bench")
    second = write(journal, "bench", at=DAY + timedelta(days=1))
    assert found(journal, "bench") == [second.id, first.id]
    journal.save(first._replace(at=DAY + timedelta(days=5)))
    assert found(journal, "bench") == [first.id, second.id]
    assert [line.id for line in journal.lines()] == [first.id, second.id]


@pytest.mark.parametrize("words", ["walk", "walked", "walking", "WALKS", "garden walk"])
def test_search_finds_other_forms_of_a_word(journal: JournalStore, words: str) -> None:
    kept = write(journal, "We were walking round the garden twice")
    write(journal, "He rang from the house phone")
    assert found(journal, words) == [kept.id]


@pytest.mark.parametrize(
    "text", ["walking", "stopped", "hoping", "carries", "visited", "daughters"]
)
def test_search_finds_a_word_at_every_letter_of_typing_it(journal: JournalStore, text: str) -> None:
    kept = write(journal, f"x {text} y")
    for length in range(1, len(text) + 1):
        assert found(journal, text[:length]) == [kept.id], text[:length]


def test_search_needs_every_word_and_keeps_quoted_words_together(journal: JournalStore) -> None:
    kept = write(journal, "He painted the garden bench")
    assert found(journal, "bench painted") == [kept.id]
    assert found(journal, "bench train") == []
    assert found(journal, '"garden bench"') == [kept.id]
    assert found(journal, '"bench garden"') == []


def test_search_finds_letters_with_accents_and_words_with_an_apostrophe(
    journal: JournalStore,
) -> None:
    kept = write(journal, "José couldn’t sleep")
    assert found(journal, "jose") == [kept.id]
    assert found(journal, "couldn't sleep") == [kept.id]


def test_search_looks_in_titles_and_tags_too(journal: JournalStore) -> None:
    kept = write(journal, "", title="Visiting day", tags=("Daniel",))
    assert found(journal, "visiting") == [kept.id]
    assert found(journal, "daniel") == [kept.id]


def test_search_marks_the_hit_in_its_context(journal: JournalStore) -> None:
    write(journal, "word " * 200 + "and then he laughed about it " + "word " * 200, title="Laughs")
    (line,) = journal.search("laugh")
    assert f"he {HIT_START}laughed{HIT_END} about" in line.excerpt
    assert len(line.excerpt) < 200
    assert line.title == f"{HIT_START}Laughs{HIT_END}"


def test_search_gives_pages_of_hits(journal: JournalStore) -> None:
    ids = [write(journal, "sleep", at=DAY + timedelta(days=day)).id for day in range(5)]
    assert [line.id for line in journal.search("sleep", limit=2, offset=2)] == [ids[2], ids[1]]


@pytest.mark.parametrize(
    "typed", ["", "   ", '"', '""', "***", "(", "AND", "a OR", "x NEAR(", "😀"]
)
def test_odd_signs_in_the_search_field_are_no_trouble(journal: JournalStore, typed: str) -> None:
    write(journal, "anything at all")
    journal.search(typed)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(typed=st.text(st.characters(), max_size=40))
def test_whatever_is_typed_search_never_fails(journal: JournalStore, typed: str) -> None:
    journal.search(typed)
    journal.search(typed + " ")


@given(typed=st.text(max_size=400))
def test_a_query_never_grows_without_end(typed: str) -> None:
    assert match_query(typed).count(" AND ") < 16


def test_a_deleted_entry_is_out_of_lists_search_and_tags_until_it_is_restored(
    journal: JournalStore,
) -> None:
    kept = write(journal, "sleepless", tags=("night",))
    journal.delete(kept.id)
    assert (journal.count(), journal.lines(), journal.entry(kept.id)) == (0, [], None)
    assert found(journal, "sleepless") == []
    assert journal.tags() == []
    journal.restore(kept.id)
    assert journal.entry(kept.id) == kept
    assert found(journal, "sleepless") == [kept.id]
    assert journal.tags() == ["night"]


def test_deleting_and_restoring_twice_does_no_harm(journal: JournalStore, db: Database) -> None:
    kept = write(journal, "twice")
    for _ in range(2):
        journal.delete(kept.id)
    for _ in range(2):
        journal.restore(kept.id)
    assert found(journal, "twice") == [kept.id]
    db.execute("INSERT INTO journal_search (journal_search, rank) VALUES ('integrity-check', 1)")


def test_purge_removes_only_what_was_deleted_long_enough_ago(
    journal: JournalStore, clock: Any, db: Database
) -> None:
    early, late, kept = (write(journal, text) for text in ("early", "late", "kept"))
    journal.delete(early.id)
    clock.moment += timedelta(days=29)
    journal.delete(late.id)
    clock.moment += timedelta(days=2)
    assert journal.purge(clock.now() - timedelta(days=30)) == 1
    journal.restore(early.id)
    journal.restore(late.id)
    assert {line.id for line in journal.lines()} == {late.id, kept.id}
    db.execute("INSERT INTO journal_search (journal_search, rank) VALUES ('integrity-check', 1)")


def test_tags_come_with_the_most_used_first(journal: JournalStore) -> None:
    write(journal, "", tags=("visit", "Daniel"))
    write(journal, "", tags=("Daniel",))
    assert journal.tags() == ["Daniel", "visit"]


def test_a_blank_entry_is_known_as_blank() -> None:
    assert Entry(0, DAY).blank
    assert Entry(0, DAY, title="  ", text="\n").blank
    assert not Entry(0, DAY, mood=Mood.MIXED).blank
    assert not Entry(0, DAY, text="a").blank


def test_tags_are_tidied_and_each_is_there_once() -> None:
    assert tidy_tags(" #Visit, , daniel,Daniel,  for   me ,") == ("Visit", "daniel", "for me")


@given(st.text())
def test_tidy_tags_survive_being_written_and_read_again(typed: str) -> None:
    tags = tidy_tags(typed)
    assert tidy_tags(", ".join(tags)) == tags
