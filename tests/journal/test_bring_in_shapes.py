"""The odd shapes: YAML in all its ways, dates that are none, entries that lack this or that."""

from __future__ import annotations

import json

import pytest

from familysupport.journal.bring_in import Note, Why
from familysupport.journal.bring_in_dates import date_at_start, date_in_name, date_told
from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.bring_in_yaml import NotReadableError, read_yaml


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("", None),
        ("a: 1\nb:\n", {"a": "1", "b": None}),
        (
            "a:\n- x\n- y: 1\nb: [p, 'q r', {s: t}]",
            {"a": ["x", {"y": "1"}], "b": ["p", "q r", {"s": "t"}]},
        ),
        (
            "a: |\n  one\n   two\n\n  three\nb: >-\n  folded\n  line\n",
            {"a": "one\n two\n\nthree\n", "b": "folded line"},
        ),
        ("? long\n  key\n: value\n? alone\n", {"long key": "value", "alone": None}),
        ("a: plain\n  goes on\n\n  and on # not this", {"a": "plain goes on\nand on"}),
        ('"a b": "x\\ty \\u00fc \\x41 \\\n   z"', {"a b": "x\ty ü A z"}),
        ("{? q : r, 's': , t}", {"q": "r", "s": None, "t": None}),
        ("# only a comment\n", None),
        ("- - a\n  - b\n- c", [["a", "b"], "c"]),
    ],
)
def test_yaml_in_its_many_ways(text, held):
    assert read_yaml(text) == held


@pytest.mark.parametrize(
    "text",
    [
        "a: b: c",
        "a: 'x",
        'a: "x',
        "a: 'x' y",
        "{a",
        "[a",
        "a: |x\n b",
        "a:\n  b: 1\n c: 2",
        "{[a]: 1}",
    ],
)
def test_yaml_that_is_not_plain_is_refused(text):
    with pytest.raises(NotReadableError):
        read_yaml(text)


@pytest.mark.parametrize("text", ["31.02.2026", "2026-13-01", "0/0/2026", "Mayhem 5, 2026", "1234"])
def test_what_only_looks_like_a_date_is_none(text):
    assert date_at_start(text) is None
    assert date_in_name(f"{text.replace('/', '_')}.txt") is None
    assert date_told(text) is None


def test_midday_and_midnight_in_twelve_hours():
    for text, hour in (("12:05 AM", 0), ("12:05 PM", 12), ("1:05 p.m.", 13), ("11:05 am", 11)):
        found = date_at_start(f"March 3, 2026 {text}")
        assert found is not None
        assert found[0].moment.hour == hour
    wrong = date_at_start("2026-03-03 25:10")
    assert wrong is not None
    assert not wrong[0].has_time


def read(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return read_journal(path)


def test_day_one_without_a_zone_and_with_broken_words(tmp_path):
    entries = [
        {
            "creationDate": "2026-06-28T15:38:37",
            "text": "a",
            "tags": "no list",
            "photos": [{"md5": "../x"}],
        },
        {"creationDate": "2026-06-29T15:38:37Z", "timeZone": 5, "richText": "{broken"},
    ]
    reading = read(tmp_path, "j.json", json.dumps({"entries": entries}))
    assert [(one.entry.text, one.files) for one in reading.found] == [("a", ())]
    assert [one.why for one in reading.left] == [Why.EMPTY]


def test_front_matter_that_is_no_mapping_stays_text(tmp_path):
    reading = read(tmp_path, "2026-01-02.md", "---\n- a list\n---\n\nWords.")
    assert "a list" in reading.found[0].entry.text
    reading = read(tmp_path, "2026-01-02.md", "---\nbroken: [\n---\n\nWords.")
    assert "broken" in reading.found[0].entry.text


def test_front_matter_with_odd_values_takes_what_it_can(tmp_path):
    told = "date: 2026-01-02\ntags: one, two\nsleep: much\nmood: splendid\ntitle: [x]"
    text = f"---\n{told}\n---\nWords."
    (found,) = read(tmp_path, "x.md", text).found
    assert found.entry.tags == ("one", "two")
    assert (found.entry.sleep, found.entry.mood, found.entry.title) == (None, None, "")
    assert found.notes == {Note.NO_TIME}


def test_an_entry_without_end_is_left_out_and_named(tmp_path):
    reading = read(tmp_path, "2026-01-02.txt", "x" * 2_000_001)
    assert [one.why for one in reading.left] == [Why.TOO_LARGE]


def test_what_stands_above_dated_headings_is_kept(tmp_path):
    text = "Begun in spring.\n\n# 2026-03-01\n\nOne.\n\n# 2026-03-02\n\nTwo."
    assert [one.entry.text for one in read(tmp_path, "all.md", text).found] == [
        "Begun in spring.\n\nOne.",
        "Two.",
    ]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2026-01-02 A walk.md", "A walk"),
        ("2026-01-02_18.30_Second_try.txt", "Second try"),
        ("2026-01-02.txt", ""),
        ("2026-01-02 18.42 (2).md", ""),
        ("Diarium_2026-01-02.txt", ""),
    ],
)
def test_what_stands_after_the_date_in_a_name_is_the_title(tmp_path, name, title):
    assert read(tmp_path, name, "Words.").found[0].entry.title == title
