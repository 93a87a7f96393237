import html
import re

import pytest

from familysupport.content.emergency import COUNTRIES, EmergencyContent, read_emergency
from familysupport.emergency.numbers import numbers_for
from familysupport.emergency.pages import PAPERS, paper_for, paper_html
from familysupport.paths import resources


@pytest.fixture(scope="module")
def content() -> EmergencyContent:
    return read_emergency(resources() / "content", "en")


def words(page: str) -> str:
    plain = html.unescape(re.sub(r"<[^>]+>", "\n", page.split("</style>")[1]))
    return plain.replace("\xa0", " ").replace("\u2011", "-")


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_has_all_steps_in_order(content, name, country):
    numbers = numbers_for(content, country)
    shown = words(paper_html(name, content, numbers, 12))
    places = [
        shown.index(step.title.replace("{emergency}", numbers.emergency))
        for step in content.overdose.step
    ]
    assert places == sorted(places)
    assert "{" not in shown
    assert numbers.emergency in shown


def test_a_number_nobody_confirmed_says_so_on_paper(content):
    shown = words(paper_html("fridge", content, numbers_for(content, "ca"), 12))
    line = next(line for line in shown.splitlines() if "Poison" in line)
    assert "check this number" in line


def test_a_confirmed_number_goes_before_one_to_check(content):
    shown = words(paper_html("fridge", content, numbers_for(content, "us"), 12))
    assert "988" in shown
    assert "741741" not in shown


def test_the_sheet_has_the_call_takers_order_and_the_switch_of_back_and_side(content):
    shown = words(paper_html("sheet", content, numbers_for(content, "gb"), 12))
    for needed in ("You cannot give breaths? Keep pushing.", "On the side: when", "The goal is"):
        assert needed in shown


def test_every_paper_has_lines_to_fill_in_and_the_day_it_was_checked(content):
    for name in PAPERS:
        shown = words(paper_html(name, content, numbers_for(content, "us"), 12))
        assert all(blank in shown for blank in getattr(content.papers, name).blanks)
        assert content.papers.checked_on.isoformat() in shown


def test_letter_is_for_where_printers_hold_it(content):
    assert paper_for(numbers_for(content, "us")) == "letter"
    assert paper_for(numbers_for(content, "nz")) == "a4"
