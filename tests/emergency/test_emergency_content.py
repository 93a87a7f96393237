import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from familysupport.content.emergency import (
    COUNTRIES,
    SITUATIONS,
    EmergencyContent,
    Part,
    read_emergency,
)
from familysupport.errors import ContentError
from familysupport.paths import resources

ROOT = resources() / "content"


@pytest.fixture(scope="module")
def content() -> EmergencyContent:
    return read_emergency(ROOT, "en")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "en" / "emergency", tmp_path / "en" / "emergency")
    return tmp_path


def parts(content: EmergencyContent) -> Iterator[Part]:
    yield from content.overdose.part
    for situation in content.situations:
        yield from situation.part


def sentences(content: EmergencyContent) -> Iterator[str]:
    for step in content.overdose.step:
        yield from (step.title, step.text)
    for part in parts(content):
        yield from part.lines


def test_there_are_the_steps_the_other_situations_and_all_countries(
    content: EmergencyContent,
) -> None:
    assert len(content.overdose.step) == 7
    assert tuple(one.id for one in content.situations) == SITUATIONS
    assert tuple(one.id for one in content.countries) == COUNTRIES


def test_the_call_taker_comes_first(content: EmergencyContent) -> None:
    assert "call-taker" in content.overdose.summary


def test_everything_said_leans_on_a_fact(content: EmergencyContent) -> None:
    for part in (*parts(content), *content.overdose.step):
        assert part.facts
    for country in content.countries:
        assert all(number.facts for number in country.number)


def test_no_line_is_longer_than_twenty_words_a_sentence(content: EmergencyContent) -> None:
    long = [
        sentence
        for line in sentences(content)
        for sentence in re.split(r"(?<=[.?!:])\s", line)
        if len(sentence.split()) > 20
    ]
    assert long == []


def test_every_picture_named_is_there(content: EmergencyContent) -> None:
    named = [name for part in parts(content) for name in (part.picture, *part.pictures) if name]
    assert named
    assert all((content.pictures / name).is_file() for name in named)


def test_numbers_nobody_confirmed_are_marked(content: EmergencyContent) -> None:
    marked = {
        number.number
        for country in content.countries
        for number in country.number
        if number.status == "recheck"
    }
    assert {"741741", "1-844-764-7669", "0300 888 3853", "13 11 26"} <= marked


def test_a_file_missing_in_a_language_comes_in_english(copy: Path) -> None:
    other = copy / "xx" / "emergency"
    other.mkdir(parents=True)
    text = (copy / "en" / "emergency" / "overdose.toml").read_text(encoding="utf-8")
    (other / "overdose.toml").write_text(
        text.replace("Give naloxone: one dose", "Ein Stoß Naloxon"), encoding="utf-8"
    )
    read = read_emergency(copy, "xx")
    assert read.overdose.step[2].title == "Ein Stoß Naloxon"
    assert read.situations[0].button == "Talk of suicide"


def test_a_slip_names_the_file(copy: Path) -> None:
    file = copy / "en" / "emergency" / "numbers" / "us.toml"
    file.write_text(file.read_text(encoding="utf-8") + "\nhuors = 1\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"us\.toml"):
        read_emergency(copy, "en")


def test_a_file_under_the_wrong_name_is_refused(copy: Path) -> None:
    folder = copy / "en" / "emergency" / "numbers"
    shutil.copy(folder / "us.toml", folder / "ca.toml")
    with pytest.raises(ContentError, match=r"ca\.toml"):
        read_emergency(copy, "en")
