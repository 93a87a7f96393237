"""Entries go out in open shapes, and our own JSON comes back with nothing lost."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.errors import NotWritableError
from familysupport.journal.bring_in import tidy
from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.bring_in_store import BringInStore
from familysupport.journal.files import NewFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Energy, Entry, Kind, Mood, tidy_tags
from familysupport.journal.store import JournalStore
from familysupport.journal.take_out import Outgoing, Shape, page_of, take_out
from familysupport.journal.take_out_json import entry_from_json, entry_to_json

AT = datetime(2026, 11, 23, 18, 42, tzinfo=timezone(timedelta(hours=1)))
ENTRIES = (
    Entry(1, AT - timedelta(days=2), text="Plain words.\n\n- one\n- two"),
    Entry(
        2,
        AT,
        kind=Kind.VISIT,
        mood=Mood.HARD,
        title="A walk: “quiet”",
        text="# Not a title\n\nÜber 3 km.",
        tags=("daniel", "after work"),
        sleep=6.5,
        energy=Energy.LOW,
    ),
)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)


def going(entries=ENTRIES):
    by_id = {entry.id: entry for entry in entries}
    return Outgoing(list(by_id), by_id.get, AT)


def out(tmp_path, shape, name, what=None):
    path = tmp_path / name
    assert list(take_out(path, shape, what or going()))[-1] == 2
    assert [one.name for one in tmp_path.iterdir()] == [name]
    return path


def fields(entry):
    return {**entry_to_json(entry)}


def test_our_json_comes_back_as_it_was(tmp_path):
    reading = read_journal(out(tmp_path, Shape.JSON, "journal.json"))
    assert [fields(one.entry) for one in reading.found] == [fields(one) for one in ENTRIES]
    assert reading.left == ()


@given(
    title=WORDS,
    text=st.text(max_size=80),
    tags=st.lists(WORDS, max_size=3),
    kind=st.sampled_from(Kind),
    mood=st.none() | st.sampled_from(Mood),
    sleep=st.none() | st.integers(0, 48).map(lambda n: n / 2),
    energy=st.none() | st.sampled_from(Energy),
    at=st.datetimes(datetime(1901, 1, 1), datetime(2198, 1, 1), timezones=st.timezones()),
)
def test_any_entry_goes_through_json_unchanged(**told):
    told["tags"] = tidy_tags(",".join(told["tags"]))
    told["text"] = tidy(told["text"])
    told["at"] = datetime.fromisoformat(told["at"].isoformat())
    entry = Entry(0, **told)
    assert entry_from_json(json.loads(json.dumps(entry_to_json(entry)))) == entry


def test_a_file_for_each_entry_tells_its_facts_at_the_head_and_comes_back(tmp_path):
    path = out(tmp_path, Shape.MARKDOWN_DAYS, "days.zip")
    with zipfile.ZipFile(path) as packed:
        assert packed.namelist() == ["2026/2026-11-21 18.42.md", "2026/2026-11-23 18.42.md"]
    reading = read_journal(path)
    assert [fields(one.entry) for one in reading.found] == [fields(one) for one in ENTRIES]


def test_two_entries_of_one_minute_both_go_out(tmp_path):
    twice = (Entry(1, AT, text="one"), Entry(2, AT, text="two"))
    with zipfile.ZipFile(out(tmp_path, Shape.MARKDOWN_DAYS, "d.zip", going(twice))) as packed:
        names = packed.namelist()
    assert names == ["2026/2026-11-23 18.42.md", "2026/2026-11-23 18.42 (2).md"]


def test_one_markdown_file_has_a_dated_heading_for_each_entry(tmp_path):
    text = out(tmp_path, Shape.MARKDOWN, "journal.md").read_text("utf-8")
    assert text.startswith("## 2026-11-21 18:42\n\nPlain words.")
    assert "## 2026-11-23 18:42 – A walk: “quiet”\n\n" in text
    assert "*visit · mood: hard · sleep: 6.5 h · energy: low · #daniel · #after-work*" in text


def test_moods_are_a_table_of_those_entries_that_tell_any(tmp_path):
    text = out(tmp_path, Shape.MOODS, "moods.csv").read_text("utf-8")
    assert list(csv.reader(io.StringIO(text))) == [
        ["date", "time", "kind", "mood", "sleep_hours", "energy"],
        ["2026-11-23", "18:42", "visit", "hard", "6.5", "low"],
    ]


def test_photos_go_out_beside_the_json_and_the_days(tmp_path, db, clock):
    journal, files = JournalStore(db, clock), FilesStore(db, clock)
    entry = journal.save(Entry(0, AT, text="With a photo."))
    journal.save(Entry(0, AT, text="Without."))
    data = bytes(range(256)) * 3000
    kept = files.save(entry.id, NewFile("pond.jpg", "image/jpeg", data, note="The pond"))
    what = Outgoing([entry.id, entry.id + 1], journal.entry, AT, files.files, files.read)
    path = out(tmp_path, Shape.JSON, "journal.zip", what)
    with zipfile.ZipFile(path) as packed:
        told = json.loads(packed.read("journal.json"))
        (named,) = told["entries"][0]["files"]
        assert named == {"name": "pond.jpg", "note": "The pond", "inside": f"files/{kept.id}.jpg"}
        assert packed.read(named["inside"]) == data
        assert "files" not in told["entries"][1]
    assert [one.entry.text for one in read_journal(path).found] == ["With a photo.", "Without."]
    path.unlink()
    with zipfile.ZipFile(out(tmp_path, Shape.MARKDOWN_DAYS, "days.zip", what)) as packed:
        assert packed.read(f"files/{kept.id}.jpg") == data
        assert f'files: ["files/{kept.id}.jpg"]' in packed.read(packed.namelist()[1]).decode()


def test_what_went_out_is_known_when_it_comes_back(tmp_path, db, clock):
    journal = JournalStore(db, clock)
    for entry in ENTRIES:
        journal.save(Entry(0, entry.at, title=entry.title, text=entry.text))
    what = Outgoing([1, 2], journal.entry, AT)
    found = read_journal(out(tmp_path, Shape.JSON, "journal.json", what)).found
    assert list(BringInStore(db, clock).known(found)) == [True, True]


def test_stopping_or_trouble_leaves_the_file_that_was_there(tmp_path):
    path = tmp_path / "journal.md"
    path.write_text("before")
    steps = take_out(path, Shape.MARKDOWN, going())
    next(steps)
    steps.close()
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["journal.md"]
    with pytest.raises(NotWritableError):
        list(take_out(tmp_path / "no" / "such.md", Shape.MARKDOWN, going()))


def test_the_head_of_a_page_holds_only_what_is_told():
    assert page_of(Entry(1, AT, text="x")) == "---\ndate: 2026-11-23T18:42:00+01:00\n---\n\nx\n"
