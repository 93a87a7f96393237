"""The lines that the app holds up as good are free of what the coach would mark."""

from __future__ import annotations

import re

import pytest

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.rehearse.pack import read_drills
from familysupport.rehearse.scenario import Pack
from familysupport.statements.coach import review

WEIGHED = "-heard"
METHODS = re.compile(r"\b(needle|spoon|foil|syringe|vein|inject\w*|milligram|mg|dealer)\b", re.I)
MADE_UP_NAME = re.compile(r"\bSam\b")


def test_the_coach_finds_no_fault_in_a_best_or_good_reply(pack: Pack) -> None:
    found = {
        f"{one.id}: {reply.text}": [
            mark.rule for mark in review(reply.text).marks if not mark.rule.endswith(WEIGHED)
        ]
        for one in pack.reactions
        for reply in one.reply
        if reply.quality in ("best", "good")
    }
    assert {text: marks for text, marks in found.items() if marks} == {}


def test_the_coach_seldom_even_asks_about_one(pack: Pack) -> None:
    good = [
        reply.text
        for one in pack.reactions
        for reply in one.reply
        if reply.quality in ("best", "good")
    ]
    asked = [text for text in good if review(text).marks]
    assert len(asked) <= len(good) // 8


def test_no_reply_that_hands_over_tablets_counts_as_half_right(pack: Pack) -> None:
    handed = [
        reply
        for one in pack.reactions
        for reply in one.reply
        if "tablets" in reply.text and reply.quality != "poor"
    ]
    assert handed == []


def test_nobody_in_the_lines_has_the_name_the_made_up_person_gets(pack: Pack) -> None:
    lines = [one.says + one.seen + one.thinks for one in pack.reactions]
    lines += [reply.text + reply.why for one in pack.reactions for reply in one.reply]
    assert [line for line in lines if MADE_UP_NAME.search(line)] == []


def test_no_model_line_and_no_drill_names_a_way_to_use(pack: Pack) -> None:
    lines = [
        reply.text
        for one in pack.reactions
        for reply in one.reply
        if reply.quality in ("best", "good")
    ]
    for drill in read_drills(Library(resources() / "content", "en")):
        lines += [act.text for moment in drill.moment for act in moment.act]
    assert [line for line in lines if METHODS.search(line)] == []


@pytest.mark.parametrize("drill", ["overdose", "suicide", "threat", "walks-out", "high"])
def test_every_drill_is_left_by_safe_acts_alone(drill: str) -> None:
    (found,) = (
        one for one in read_drills(Library(resources() / "content", "en")) if one.id == drill
    )
    assert all(sum(act.safe for act in moment.act) == 1 for moment in found.moment)
