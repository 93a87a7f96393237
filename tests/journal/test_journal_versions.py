from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlite_utils import Database

from familysupport.journal.model import Entry, Kind, Template
from familysupport.journal.store import JournalStore

DAY = datetime.fromisoformat("2026-11-20T09:15:00+01:00")


@pytest.fixture
def journal(db: Database, clock: Any) -> JournalStore:
    return JournalStore(db, clock)


@pytest.fixture
def kept(journal: JournalStore) -> Entry:
    return journal.save(Entry(0, DAY, title="Visit", text="He was calm."))


def texts(journal: JournalStore, entry: Entry) -> list[str]:
    return [version.text for version in journal.versions.versions(entry.id)]


def test_a_quiet_moment_keeps_a_version_only_when_words_changed_and_time_went_by(
    journal: JournalStore, kept: Entry, clock: Any
) -> None:
    assert journal.versions.keep_quietly(kept)
    assert not journal.versions.keep_quietly(kept)
    later = kept._replace(text="He was calm. We walked.")
    assert not journal.versions.keep_quietly(later)
    clock.moment += timedelta(minutes=5)
    assert journal.versions.keep_quietly(later)
    assert texts(journal, kept) == ["He was calm. We walked.", "He was calm."]


def test_a_clock_set_back_keeps_versions_all_the_same(
    journal: JournalStore, kept: Entry, clock: Any
) -> None:
    journal.versions.keep(kept)
    clock.moment -= timedelta(days=1)
    assert journal.versions.keep_quietly(kept._replace(text="new"))


def test_an_entry_without_words_or_not_kept_has_no_version(journal: JournalStore) -> None:
    blank = journal.save(Entry(0, DAY, title="Only a title"))
    assert journal.versions.keep_quietly(blank) is None
    assert journal.versions.keep_quietly(Entry(0, DAY, text="not kept")) is None


def test_a_version_comes_back_as_it_was_kept(journal: JournalStore, kept: Entry) -> None:
    version = journal.versions.keep(kept, "before the call")
    assert journal.versions.versions(kept.id, limit=1) == [version]
    assert (version.title, version.text) == ("Visit", "He was calm.")


def test_versions_go_for_good_with_their_entry_and_not_before(
    journal: JournalStore, kept: Entry, clock: Any, db: Database
) -> None:
    journal.versions.keep(kept)
    journal.delete(kept.id)
    assert texts(journal, kept) == ["He was calm."]
    clock.moment += timedelta(days=31)
    journal.purge_old()
    assert db["journal_versions"].count == 0


def test_a_template_is_kept_renamed_deleted_and_brought_back(
    journal: JournalStore, clock: Any
) -> None:
    made = journal.templates.save(Template(0, "Sunday call", Kind.CALL, "Who called:\n"))
    journal.templates.save(Template(0, "after a visit", Kind.VISIT, "He looked"))
    journal.templates.save(made._replace(name="Call on Sunday"))
    names = [one.name for one in journal.templates.templates()]
    assert names == ["after a visit", "Call on Sunday"]
    journal.templates.delete(made.id)
    assert [one.name for one in journal.templates.templates()] == ["after a visit"]
    journal.templates.restore(made.id)
    assert made._replace(name="Call on Sunday") in journal.templates.templates()


def test_a_deleted_template_goes_for_good_after_thirty_days(
    journal: JournalStore, clock: Any, db: Database
) -> None:
    made = journal.templates.save(Template(0, "a", Kind.FREE, "b"))
    journal.templates.delete(made.id)
    clock.moment += timedelta(days=29)
    journal.purge_old()
    assert db["journal_templates"].count == 1
    clock.moment += timedelta(days=2)
    journal.purge_old()
    assert db["journal_templates"].count == 0
