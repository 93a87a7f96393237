import pytest

from familysupport.content.emergency import COUNTRIES, EmergencyContent, read_emergency
from familysupport.emergency.numbers import lines_for, numbers_for, of_kinds, spoken_for
from familysupport.paths import resources


@pytest.fixture(scope="module")
def content() -> EmergencyContent:
    return read_emergency(resources() / "content", "en")


@pytest.mark.parametrize(
    ("country", "number"),
    [("us", "911"), ("ca", "911"), ("gb", "999"), ("ie", "112"), ("au", "000"), ("nz", "111")],
)
def test_each_country_has_its_own_emergency_number(
    content: EmergencyContent, country: str, number: str
) -> None:
    numbers = numbers_for(content, country)
    assert numbers.emergency == number
    assert of_kinds(numbers, ("emergency",))[0].number == number


def test_an_unknown_country_gets_the_honest_list(content: EmergencyContent) -> None:
    assert numbers_for(content, "fr").id == "other"


def test_988_is_shown_in_north_america_only(content: EmergencyContent) -> None:
    with_it = {one.id for one in content.countries if any(n.number == "988" for n in one.number)}
    assert with_it == {"us", "ca"}


def test_a_line_carries_the_number_of_the_country(content: EmergencyContent) -> None:
    ireland = numbers_for(content, "ie")
    assert spoken_for("Call {emergency} now.", ireland) == "Call 112 now."


def test_a_line_about_what_a_country_lacks_is_left_out(content: EmergencyContent) -> None:
    lines = ("Call {poison}.", "Stay.", "{silent}")
    assert lines_for(lines, numbers_for(content, "ie")) == ("Stay.",)
    assert lines_for(lines, numbers_for(content, "au")) == (
        "Call 13 11 26.",
        "Stay.",
        "Stay on the line. Press 55 when asked.",
    )


def test_every_country_says_something_for_every_situation(content: EmergencyContent) -> None:
    for country in COUNTRIES:
        numbers = numbers_for(content, country)
        for situation in content.situations:
            assert of_kinds(numbers, situation.calls)
            assert all(lines_for(part.lines, numbers) for part in situation.part)


def test_a_line_for_countries_without_a_poison_line_stays_there(content) -> None:
    line = "{no-poison}Ask a doctor."
    assert spoken_for(line, numbers_for(content, "us")) == ""
    assert spoken_for(line, numbers_for(content, "gb")) == "Ask a doctor."
