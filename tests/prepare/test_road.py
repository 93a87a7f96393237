"""Every branch of the road against the table in docs/safety-questions.md."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.paths import resources
from familysupport.prepare.content import read_roads
from familysupport.prepare.road import Next, Result, Road, Try, next_road, refusals
from familysupport.prepare.safety import Outcome

DOCS = Path(__file__).parents[2] / "docs" / "safety-questions.md"
LIBRARY = Library(resources() / "content", "en")


def table():
    lines = DOCS.read_text(encoding="utf-8").split("## Which road next")[1].splitlines()
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in lines
        if line.startswith("|")
    ]
    return rows[2:]


def named(kind, word):
    return kind[word.upper().replace("-", "_")]


def tries_of(road, happened):
    if road == "none":
        return []
    word, _, often = happened.partition(" ")
    return [Try(road=Road(road), result=Result(word))] * (2 if often == "twice" else 1)


@pytest.mark.parametrize("row", table(), ids="-".join)
def test_each_row_says_what_the_program_does(row):
    outcome, road, happened, expected = row
    wanted = named(Next, expected)
    if road != "any":
        assert next_road(named(Outcome, outcome), tries_of(road, happened)) is wanted
        return
    for one in Road:
        for result in Result:
            tries = [Try(road=one, result=result)]
            assert next_road(named(Outcome, outcome), tries) is wanted
    assert next_road(named(Outcome, outcome), []) is wanted


def test_the_table_has_every_branch():
    seen = {row[2] for row in table() if row[0] == "go-on" and row[1] == "talk"}
    assert seen == {"unsafe", "yes", "step", "listened", "no once", "no twice"}


@given(st.lists(st.builds(Try, road=st.sampled_from(Road), result=st.sampled_from(Result))))
def test_no_history_pushes_a_family_on_to_a_meeting_when_it_is_not_safe(tries):
    for outcome in (Outcome.EMERGENCY, Outcome.DANGER, Outcome.NOT_NOW):
        assert next_road(outcome, tries) in (Next.HELP_NOW, Next.ADVOCATE, Next.WAIT)
    if next_road(Outcome.GO_ON, tries) is Next.INVITATION and tries[-1].road is Road.TALK:
        assert refusals(Road.TALK, tries) >= 2


def test_every_fact_behind_a_road_exists_and_every_finding_names_one():
    found = read_roads(LIBRARY)
    facts = LIBRARY.facts()
    for one in (*found.road, *found.step):
        assert set(one.facts) <= set(facts)
    for one in found.road:
        for line in one.found:
            named_facts = line.rsplit("(", 1)[1].rstrip(")").split(", ")
            assert set(named_facts) <= set(one.facts), line
    assert tuple(one.id for one in found.road) == tuple(Road)


def test_a_file_with_other_roads_is_refused(tmp_path):
    folder = tmp_path / "en" / "prepare"
    folder.mkdir(parents=True)
    text = LIBRARY.text("prepare/roads.toml").replace('id = "talk"', 'id = "force"')
    (folder / "roads.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContentError):
        read_roads(Library(tmp_path, "en"))
