"""Journals of other programs, as their programs wrote them, are read as they were meant."""

from __future__ import annotations

import json
import shutil
import zipfile
from datetime import datetime
from pathlib import Path

import pytest

from familysupport.errors import EndedError, FileTooLargeError, FileUnreadableError
from familysupport.journal import bring_in_reading, bring_in_sources
from familysupport.journal.bring_in import Format, Note, Why
from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.bring_in_rednotebook import to_markdown
from familysupport.journal.bring_in_sources import attachments
from familysupport.journal.model import Energy, Kind, Mood
from familysupport.progress import Watcher

DATA = Path(__file__).parents[1] / "data" / "journal"


def read(name, day_first=False):
    return read_journal(DATA / name, day_first=day_first)


def wall(found):
    return found.entry.at.replace(tzinfo=None)


def one(reading, begins):
    return next(each for each in reading.found if each.source.startswith(begins))


@pytest.mark.parametrize("name", ["jrnl/journal.txt", "jrnl/journal.json", "jrnl/journal.md"])
def test_the_three_ways_out_of_jrnl_tell_the_same_entries(name):
    reading = read(name)
    assert [wall(each).isoformat(" ", "minutes") for each in reading.found] == [
        "2026-09-03 18:42",
        "2026-09-03 21:15",
        "2026-09-10 08:05",
        "2026-10-01 22:30",
        "2026-10-04 07:00",
    ]
    entries = [each.entry for each in reading.found]
    assert entries[1].title == "He laughed today."
    assert entries[1].text == "I had forgotten the sound."
    assert entries[3].title == "No words tonight"
    assert entries[4].title == "Größe, café, “quotes” and an emoji 🌱."
    assert reading.left == ()
    if not name.endswith("md"):
        assert reading.formats == (Format.JRNL,)
        assert set(entries[0].tags) == {"visit", "daniel"}
        assert entries[1].tags == ("starred",)


def test_a_folder_of_jrnl_is_read_file_by_file():
    reading = read("jrnl/folder")
    assert [each.entry.title for each in reading.found] == [
        "First of November.",
        "Second entry of the day.",
        "Rain.",
    ]
    assert reading.found[0].entry.text == "A quiet day. @home"


def test_months_of_rednotebook_become_markdown_with_their_tags():
    reading = read("rednotebook")
    assert reading.formats == (Format.RED_NOTEBOOK,)
    assert reading.left == ()
    visit = reading.found[0]
    assert wall(visit) == datetime(2026, 9, 3, 12)
    assert set(visit.entry.tags) == {"Visit", "Questions", "daniel", "hope"}
    assert visit.entry.title == "Visit"
    assert visit.notes == {Note.NO_TIME, Note.FILES}
    assert visit.entry.text == (
        "Drove to the clinic with Ruth. Daniel was **calm** and *quiet*, ~~not angry~~ at all.\n"
        "We talked about *home* and what comes after. \n"
        'He asked for the blue jacket: "the warm one", he said.\n\n'
        "- pond\n- coffee\n  - his was **sweet**\n\n"
        "1. call the counselor\n1. buy stamps\n\n---\n"
        "See [the clinic](https://clinic.example/visits) and (pond walk.jpg). #daniel #hope\n\n"
        "**Questions**\n- Can he call on Sundays?\n- What about the **dentist**?"
    )
    words = [each.entry.text for each in reading.found]
    assert words[1] == "Nothing much. It's OK: quiet day # not a tag"
    assert words[2].startswith("Rain, café, “quotes”, Größe — and a tab\there. Red words and")
    assert words[3] == "   Begins with spaces\nand ends with some  \n\n\nThree lines later."
    assert words[4:6] == ["yes", "2026-10-02"]
    assert words[6].count("He said he slept well") == 12


def test_what_only_looks_like_marks_of_rednotebook_stays():
    kept = "See https://clinic.example/a//b -- and 3 -- 4. 1 = 2 = 3. http://x.example"
    assert to_markdown(kept) == kept
    assert to_markdown("=Title=\n== Part ==\n===Deep===") == "# Title\n## Part\n### Deep"


def test_a_day_of_an_older_rednotebook_and_a_broken_day_beside_it(tmp_path):
    month = tmp_path / "2014-05.txt"
    month.write_text(
        "1: {text: short}\n"
        "2: {Ideas: {walk more: null}, Tags: {family: null}, text: 'It''s\n\n    two lines'}\n"
        "3: {text: 'never closed}\n"
        "41: {text: no such day}\n"
        "5:\n  text: last\n"
    )
    reading = read_journal(tmp_path)
    assert [each.entry.text for each in reading.found] == [
        "short",
        "It's\ntwo lines\n\n**Ideas**\n- walk more",
        "last",
    ]
    assert reading.found[1].entry.tags == ("family", "Ideas")
    assert [(each.name, each.why) for each in reading.left] == [
        ("2014-05.txt, 2014-05-03", Why.UNREADABLE),
        ("2014-05.txt, 2014-05-41", Why.NO_DATE),
    ]


def test_day_one_keeps_the_clock_of_the_place_and_a_broken_entry_stops_nothing():
    reading = read("day-one")
    first, second, third = (each.entry for each in reading.found)
    assert first.at.isoformat() == "2026-06-28T17:38:37+02:00"
    assert first.title == "The first long talk"
    assert first.text == (
        "We sat by the pond. He said it was #1 on his list - to call his sister.\n\n"
        "- **Sunday** calls\n- no money, but food!"
    )
    assert first.tags == ("daniel", "after", "the visit", "starred")
    assert [each.inside for each in reading.found[0].files] == [
        "photos/9a0364b9e99bb480dd25e1f0284c8555.jpeg"
    ]
    assert second.text == "Could not sleep\nWrote a letter I will not send."
    assert second.at.isoformat() == "2026-06-30T22:10:00-04:00"
    assert third.at.isoformat() == "2026-07-02T19:00:00+00:00"
    assert [each.why for each in reading.left] == [Why.NO_DATE, Why.UNREADABLE]


def test_day_one_comes_in_its_zip_too_and_photos_are_not_called_unreadable(tmp_path):
    packed = tmp_path / "export.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(DATA / "day-one/Journal.json", "Journal.json")
        archive.writestr("photos/9a0364b9e99bb480dd25e1f0284c8555.jpeg", b"\xff\xd8\xff")
        archive.writestr("__MACOSX/._Journal.json", b"\0\0")
        archive.writestr("../outside.exe", b"MZ")
    reading = read_journal(packed)
    assert reading.formats == (Format.DAY_ONE,)
    assert [each.name for each in reading.left if each.why is Why.OTHER_KIND] == ["../outside.exe"]
    assert list(tmp_path.iterdir()) == [packed]


def test_dates_stand_in_names_folders_front_matter_first_lines_and_headings():
    reading = read("pages")
    assert {each.source: wall(each).isoformat(" ", "minutes") for each in reading.found} == {
        "slash.txt": "2026-03-04 12:00",
        "2026-03-14 A walk.md": "2026-03-14 12:00",
        "front.md": "2026-03-20 18:30",
        "20260321_0915.txt": "2026-03-21 09:15",
        "spring.txt": "2026-03-27 19:05",
        "many.md, 2026-04-01 08:00": "2026-04-01 08:00",
        "many.md, 2 April 2026 – Second day": "2026-04-02 12:00",
        "2026/04/09.md": "2026-04-09 12:00",
    }
    assert [(each.name, each.why) for each in reading.left] == [("undated.txt", Why.NO_DATE)]
    assert one(reading, "2026-03-14").entry.title == "A walk with Ruth"
    assert one(reading, "many.md, 2 A").entry.title == "Second day"
    assert "### a smaller heading" in one(reading, "many.md, 2 A").entry.text


def test_letters_of_old_computers_and_of_two_bytes_are_read(tmp_path):
    old = "2026-05-01\r\n\r\nCafé and Größe, from an old computer.\r\n"
    (tmp_path / "old.txt").write_bytes(old.encode("cp1252"))
    (tmp_path / "wide.txt").write_bytes("2026-05-02 10:00\nTwo bytes: naïve.\n".encode("utf-16"))
    words = [each.entry.text for each in read_journal(tmp_path).found]
    assert words == ["Café and Größe, from an old computer.", "Two bytes: naïve."]


def test_what_belongs_to_entries_is_read_from_beside_and_from_nowhere_else(tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "journal"
    (folder / "photos").mkdir(parents=True)
    (folder / "photos/a.jpeg").write_bytes(b"photo")
    (folder / "Journal.json").write_text("{}")
    for path in (folder, folder / "Journal.json"):
        with attachments(path) as inside:
            assert inside("photos/a.jpeg") == b"photo"
            assert inside("photos/b.jpeg") is None
            assert inside("../secret.txt") is None
            assert inside("secret.txt") is None
            assert inside("") is None
    with attachments(tmp_path / "gone.zip") as inside:
        assert inside("photos/a.jpeg") is None


def test_front_matter_tells_more_than_the_date():
    entry = one(read("pages"), "front").entry
    assert entry.at.isoformat() == "2026-03-20T18:30:00+01:00"
    assert entry.title == "After the family session"
    assert entry.tags == ("session", "Dr. Amin")
    assert (entry.mood, entry.kind) == (Mood.HARD, Kind.FAMILY_SESSION)
    assert (entry.sleep, entry.energy) == (6.5, Energy.LOW)


def test_a_date_that_can_be_read_two_ways_follows_the_country_and_says_so():
    assert one(read("pages"), "slash").notes == {Note.NO_TIME, Note.DAY_OR_MONTH}
    assert wall(one(read("pages", day_first=True), "slash")) == datetime(2026, 4, 3, 12)


def test_diarium_tells_its_pages_as_markdown(tmp_path):
    days = [
        {
            "date": "2026-01-05T18:30:00",
            "heading": "Snow",
            "html": "<p>First <b>snow</b> &amp; tea.</p><script>no</script><ul><li>one</li></ul>",
            "tags": ["winter", 3],
        },
        {"html": "<p>no date</p>"},
        7,
    ]
    (tmp_path / "diarium.json").write_text(json.dumps(days))
    reading = read_journal(tmp_path / "diarium.json")
    entry = reading.found[0].entry
    assert reading.formats == (Format.DIARIUM,)
    assert (entry.title, entry.tags) == ("Snow", ("winter",))
    assert entry.text == "First **snow** & tea.\n\n- one"
    assert [each.why for each in reading.left] == [Why.NO_DATE, Why.UNREADABLE]


def test_a_single_file_that_is_something_else_says_so_aloud(tmp_path):
    for name, data in (("a.json", b"{"), ("a.txt", b"\x00\x01\x02"), ("a.zip", b"PK?")):
        path = tmp_path / name
        path.write_bytes(data)
        with pytest.raises(FileUnreadableError):
            read_journal(path)
    (tmp_path / "other.json").write_text('{"albums": []}')
    reading = read_journal(tmp_path / "other.json")
    assert [(each.name, each.why) for each in reading.left] == [("other.json", Why.OTHER_KIND)]


def test_what_is_too_large_or_too_much_is_named_and_the_rest_comes(tmp_path, monkeypatch):
    for name, size in (("2026-01-01.txt", 10), ("2026-01-02.txt", 90), ("2026-01-03.txt", 10)):
        (tmp_path / name).write_text("x" * size)
    monkeypatch.setattr(bring_in_sources, "LARGEST", 50)
    reading = read_journal(tmp_path)
    assert [each.why for each in reading.left] == [Why.TOO_LARGE]
    assert len(reading.found) == 2
    monkeypatch.setattr(bring_in_reading, "MOST_ENTRIES", 1)
    assert Why.TOO_MANY in {each.why for each in read_journal(tmp_path).left}
    monkeypatch.setattr(bring_in_sources, "MOST_FILES", 1)
    names = [each.name for each in read_journal(tmp_path).left]
    assert names[-2:] == ["2026-01-02.txt", "2026-01-03.txt"]
    with pytest.raises(FileTooLargeError):
        read_journal(tmp_path / "2026-01-02.txt")


def test_a_zip_that_swells_is_stopped(tmp_path, monkeypatch):
    packed = tmp_path / "swelling.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2026-01-01.txt", b"a" * 5_000_000)
        archive.writestr("2026-01-02.txt", b"small")
    monkeypatch.setattr(bring_in_sources, "LARGEST", 1_000_000)
    reading = read_journal(packed)
    assert [(each.name, each.why) for each in reading.left] == [("2026-01-01.txt", Why.TOO_LARGE)]
    assert [each.entry.text for each in reading.found] == ["small"]


def test_links_out_of_the_folder_are_not_followed(tmp_path):
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/2026-01-01.txt").write_text("secret")
    folder = tmp_path / "journal"
    shutil.copytree(DATA / "jrnl/folder", folder)
    (folder / "out").symlink_to(tmp_path / "secret")
    (folder / "2026-01-01.txt").symlink_to(tmp_path / "secret/2026-01-01.txt")
    assert len(read_journal(folder).found) == 3


def test_reading_can_be_stopped():
    with pytest.raises(EndedError):
        read_journal(DATA, Watcher(cancelled=lambda: True))
