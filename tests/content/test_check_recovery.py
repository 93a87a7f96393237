"""The check of what is said once treatment has begun names each slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from familysupport.content.check_recovery import check_recovery
from familysupport.content.check_words import Shelf
from familysupport.content.library import Library
from familysupport.content.recovery import read_ninety_days

SUPPORT = "en/recovery/support.toml"
NINETY = "en/recovery/ninety-days.toml"


def test_what_we_ship_is_sound(root: Path, shelf: Shelf) -> None:
    assert list(check_recovery(root, "en", shelf)) == []


@pytest.mark.parametrize(
    ("file", "before", "after", "says"),
    [
        (SUPPORT, '"F-51", "H-27", "H-28"', '"F-999"', "the fact F-999 does not exist"),
        (SUPPORT, 'facts = ["F-12", "F-25"]', "facts = []", "without a fact behind it"),
        (SUPPORT, 'id = "early"', 'id = "soon"', "the marks must be early, sustained"),
        (SUPPORT, 'id = "tired"', 'id = "lonely"', "lonely stands twice"),
        (SUPPORT, 'id = "own"', 'id = "other"', "the last sign must be own"),
        (
            SUPPORT,
            "Keep medicines locked",
            "Lock the addict’s medicines",
            "a word to avoid: addict",
        ),
        (NINETY, "since = 2\n", "since = 3\n", "must begin with week 2"),
        (NINETY, "until = 13", "until = 12", "must end with week 13"),
        (NINETY, 'id = "week-2-group"', 'id = "week-1-sleep"', "week-1-sleep stands twice"),
        (NINETY, '"New rules made in anger."', '" "', "a space at its end"),
    ],
)
def test_a_slip_is_named(
    root: Path, shelf: Shelf, file: str, before: str, after: str, says: str
) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert any(says in slip for slip in check_recovery(root, "en", shelf))


def test_content_without_these_pages_is_left_alone(tmp_path: Path, shelf: Shelf) -> None:
    assert list(check_recovery(tmp_path, "en", shelf)) == []


def test_each_week_has_its_part_and_the_last_part_stays(library: Library) -> None:
    plan = read_ninety_days(library)
    titles = [plan.week_of(number).id for number in range(15)]
    assert titles[:5] == ["before", "week-1", "week-2", "week-3", "week-4"]
    assert titles[5] == "week-4"
    assert titles[13] == titles[14] == "week-12"
