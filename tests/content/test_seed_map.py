"""Keeps the table from the first article to the lessons true."""

from __future__ import annotations

from pathlib import Path

from familysupport.content.markdown import passages

MAP = Path(__file__).parents[2] / "docs" / "seed-map.md"
PARTS = 14


def rows():
    lines = MAP.read_text(encoding="utf-8").splitlines()
    table = [line for line in lines if line.startswith("| ") and not line.startswith("| Part")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table]


def test_every_paragraph_of_the_article_has_its_place():
    named = {row[0].split(",")[0] for row in rows()}
    assert {"Title", *map(str, range(1, PARTS + 1))} == named


def test_each_lesson_named_exists_and_cites_each_fact_named_beside_it(library):
    assert len(rows()) > 50
    for part, _, became, lesson_id, facts in rows():
        lesson = library.lesson(lesson_id)
        assert lesson is not None, lesson_id
        assert became.split()[0].strip(":,;") in {"kept", "corrected", "added", "left"}, became
        cited = {fact for one in passages(lesson.text) for fact in one.facts}
        missing = set(facts.split(", ")) - cited
        assert not missing, f"{part}: {lesson_id} does not cite {missing}"
