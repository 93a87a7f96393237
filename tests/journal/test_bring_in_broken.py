"""Whatever stands in a file, reading it ends well: entries, what was left out, or a plain no."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.errors import FileTooLargeError, FileUnreadableError
from familysupport.journal.bring_in import here, plausible, tidy
from familysupport.journal.bring_in_dates import date_at_start, date_in_name, date_told
from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.bring_in_yaml import NotReadableError, read_yaml

SIGNS = "ab1209 :#-/.\n\t'\"\\,[]{}?!&*|>%@`~=é“😀x"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
    ),
    max_leaves=12,
)
KEYS = ("creationDate", "text", "richText", "timeZone", "tags", "photos", "title", "body")
ENTRY = st.dictionaries(
    st.sampled_from((*KEYS, "date", "time", "starred", "html", "at", "kind", "mood", "files")),
    JSON | st.sampled_from(["2026-06-28T15:38:37Z", "2026-06-28", "Europe/Berlin", "hard", "x"]),
)


def settled(tmp_path_factory, name, data):
    path = tmp_path_factory.mktemp("read") / name
    path.write_bytes(data)
    try:
        reading = read_journal(path)
    except (FileUnreadableError, FileTooLargeError):
        return
    for one in reading.found:
        assert plausible(one.entry.at)
        assert one.entry.at.tzinfo is not None
        assert one.entry.title or one.entry.text.strip()
        one.entry.text.encode("utf-8")
        assert "," not in "".join(one.entry.tags)


@given(data=st.binary(max_size=300), name=st.sampled_from(["a.txt", "2026-11.txt", "a.json"]))
def test_any_bytes(tmp_path_factory, data, name):
    settled(tmp_path_factory, name, data)


@given(text=st.text(SIGNS, max_size=200), head=st.sampled_from(["", "1:\n  text: ", "---\n"]))
@pytest.mark.parametrize("name", ["2026-11.txt", "2026-11-20.md", "notes.txt"])
def test_any_text(tmp_path_factory, name, text, head):
    settled(tmp_path_factory, name, (head + text).encode())


@given(entries=st.lists(ENTRY | JSON, max_size=5), shape=st.sampled_from("odjl"))
def test_any_json(tmp_path_factory, entries, shape):
    ours = {"format": "family-support-journal", "version": 1, "entries": entries}
    whole = {"o": ours, "d": {"metadata": {}, "entries": entries}, "j": {"entries": entries}}
    settled(tmp_path_factory, "a.json", json.dumps(whole.get(shape, entries)).encode())


@given(data=st.binary(max_size=200), at=st.integers(0, 400))
def test_a_zip_cut_or_overwritten_anywhere(tmp_path_factory, data, at):
    import io
    import zipfile

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2026-11-20.txt", "one " * 40)
        archive.writestr("2026-11.txt", "1:\n  text: two\n")
    whole = bytearray(packed.getvalue())
    whole[at : at + len(data)] = data
    settled(tmp_path_factory, "a.zip", bytes(whole))


@given(text=st.text(SIGNS, max_size=120))
def test_the_small_yaml_reader_reads_or_says_no(text):
    try:
        read_yaml(text)
    except NotReadableError:
        return


@pytest.mark.parametrize("text", ["[" * 3000, "{a: " * 3000, "- " * 3000, "? " * 3000])
def test_what_is_nested_without_end_is_refused(text):
    with pytest.raises(NotReadableError):
        read_yaml(text)


def test_yaml_carries_nothing_out_and_knows_no_anchors():
    for text in ("a: !!python/object/apply:os.system [ls]", "a: &x [1]\nb: *x", "a: *x"):
        with pytest.raises(NotReadableError):
            read_yaml(text)


@given(day=st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)), spare=st.text(max_size=9))
def test_dates_are_found_however_they_are_written(day, spare):
    shapes = ("%Y-%m-%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%A, %B %d, %Y")
    for shape in shapes:
        found = date_at_start(day.strftime(shape))
        assert found is not None
        assert found[0].moment.date() == day.date()
    named = date_in_name(f"folder/Diarium_{day:%Y-%m-%d}.txt")
    assert named is not None
    assert named.moment.date() == day.date()
    date_told(spare)
    date_at_start(spare)
    date_in_name(spare or "x")


@given(text=st.text(max_size=80))
def test_tidied_text_can_be_kept(text):
    assert "\r" not in tidy(text)
    tidy(text).encode("utf-8")


def test_a_time_without_a_zone_is_taken_as_this_computers():
    assert here(datetime(2026, 3, 1, 8)).tzinfo is not None
    assert here(datetime(1, 1, 1)).tzinfo is not None
