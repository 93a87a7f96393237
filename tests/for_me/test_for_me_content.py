"""The words for the writer themselves are sound, and slips in them are named."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from familysupport.content.library import Library
from familysupport.for_me import check as room
from familysupport.for_me.content import read_exercises
from familysupport.paths import resources

ROOT = resources() / "content"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "en", tmp_path / "en")
    for name in ("facts.toml", "sources.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def test_the_words_we_ship_are_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert room.check(Library(ROOT, "en")) == []
    assert room.main() == 0
    assert "for me: sound" in capsys.readouterr().out


def test_there_are_six_exercises_of_five_minutes_at_most_in_their_order() -> None:
    found = read_exercises(Library(ROOT, "en"))
    assert len(found) == 6
    assert [one.id for one in found] == sorted(one.id for one in found)
    assert all(1 <= one.minutes <= 5 for one in found)


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("check-in.toml", '"F-11"', '"F-999"', "there is no F-999"),
        ("check-in.toml", "heavy = true", "heavy = false", "no answer leads to help"),
        ("check-in.toml", 'id = "hard"', 'id = "good"', "feel: an answer stands twice"),
        ("check-in.toml", 'thanks = "', 'thanks = "A junkie. ', "a word to avoid"),
        ("crisis-plan.toml", "{emergency}", "999", "first: must name {emergency}"),
        ("crisis-plan.toml", "{day}", "May", "checked: must name {day}"),
        ("exercises/1-senses.toml", "seconds = 15", "seconds = 500", "longer than 300"),
        ("exercises/1-senses.toml", "seconds = 15", "seconds = 0", "a step takes no time"),
        ("exercises/1-senses.toml", 'title = "', 'title = " ', "a space at an end"),
        ("exercises/4-small.toml", '"F-69"', '"F-999"', "there is no F-999"),
        (
            "exercises/3-letter.toml",
            "seconds = 40",
            "seconds = 40\nwrite = true",
            "more than one step to write",
        ),
        ("look-back.toml", 'note = "', 'note = "A junkie. ', "look-back.toml: a word to avoid"),
        ("look-back.toml", '"F-67"', '"F-999"', "there is no F-999"),
        (
            "check-in.toml",
            """  { id = "little", text = "A little", past = "ate a little" },
  { id = "meal", text = "A real meal", past = "ate a real meal" },
""",
            "",
            "eat: must have 2 to 9 answers",
        ),
        (
            "exercises/4-small.toml",
            'about = "',
            'about = "Incomprehensible institutional considerations necessitate organisational'
            " deliberation notwithstanding unavoidable administrative complications and"
            " multidimensional interdependencies. ",
            "reading grade",
        ),
    ],
)
def test_a_slip_is_found(copy: Path, name: str, old: str, new: str, says: str) -> None:
    file = copy / "en" / "for_me" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(says in slip for slip in room.check(Library(copy, "en")))


def test_an_exercise_without_a_step_is_found(copy: Path) -> None:
    file = copy / "en" / "for_me" / "exercises" / "1-senses.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text("step = []\n" + text[: text.index("[[step]]")], encoding="utf-8")
    assert room.check(Library(copy, "en")) == ["exercises/1-senses.toml: has no step"]


def test_what_is_to_mend_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(room, "check", lambda _library: ["here: a slip"])
    assert room.main() == 1
    assert capsys.readouterr().out == "here: a slip\nfor me: 1 to mend\n"
