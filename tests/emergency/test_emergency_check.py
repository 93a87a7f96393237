import shutil
from pathlib import Path

import pytest

from familysupport.content.check_emergency import check_emergency
from familysupport.content.check_words import Shelf, shelf_of
from familysupport.content.library import Library
from familysupport.paths import resources

ROOT = resources() / "content"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return shelf_of(Library(ROOT, "en"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "en" / "emergency", tmp_path / "en" / "emergency")
    return tmp_path


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("papers.toml", '"O-06"', '"O-999"', "papers.toml: the fact O-999 does not exist"),
        ("papers.toml", '"breaths"', '"breath"', "papers.toml: there is no part called breath"),
        ("papers.toml", 'checked = "', 'checked = "A junkie. ', "avoid: junkie"),
        ("overdose.toml", "nasal-spray.svg", "spray.svg", "the picture spray.svg does not exist"),
        ("overdose.toml", '"spray-hold.svg", ', "", "spray: must have as many pictures as lines"),
        (
            "overdose.toml",
            'title = "They',
            'title = "A junkie. They',
            "overdose.toml: a word to avoid",
        ),
        ("situations/child.toml", 'button = "', 'button = "Junkie ', "child.toml: a word to avoid"),
        (
            "numbers/gb.toml",
            'note = "112',
            'note = "Junkie. 112',
            "numbers/gb.toml: a word to avoid",
        ),
        ("numbers/gb.toml", '"S-30"', '"S-999"', "numbers/gb.toml: the fact S-999"),
        ("situations/child.toml", '"F-37"', '"F-999"', "situations/child.toml: the fact F-999"),
    ],
)
def test_a_slip_on_the_emergency_pages_is_found(
    copy: Path, shelf: Shelf, name: str, old: str, new: str, says: str
) -> None:
    file = copy / "en" / "emergency" / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(says in slip for slip in check_emergency(copy, "en", shelf))


def test_the_pages_we_ship_are_sound(shelf: Shelf) -> None:
    assert list(check_emergency(ROOT, "en", shelf)) == []
