"""Emergency drills by keys: the safe act leads on, the other says why."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.rehearse.drill import Drill, Run
from familysupport.rehearse.model import Mode
from familysupport.rehearse.pack import read_drills
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.rehearse.drill_page import DrillPage
from familysupport.ui.rehearse.ways import Way

DRILLS = {one.id: one for one in read_drills(Library(resources() / "content", "en"))}


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def answer(qtbot: Any, page: DrillPage, *, safe: bool) -> str:
    run = page._run
    assert run
    acts = [act for act in run.moment.act if act not in run.tries[-1]]
    number = next(n for n, act in enumerate(acts) if act.safe is safe)
    qtbot.keyClick(page._buttons[0], Qt.Key(Qt.Key.Key_1 + number))
    return acts[number].why.replace("{name}", "Sam")


@pytest.fixture
def page(open_tab: Any) -> Iterator[DrillPage]:
    tab = open_tab()
    tab.show_way(Way.DRILL)
    yield tab.findChild(DrillPage)
    tab.close()


def test_the_five_drills_that_families_fear_are_there_with_a_word_before_each(
    page: DrillPage,
) -> None:
    assert set(DRILLS) == {"overdose", "suicide", "threat", "walks-out", "high"}
    words = shown(page)
    for drill in DRILLS.values():
        assert drill.name in words
        assert f"To know before: {drill.note}" in words


def test_the_overdose_drill_keeps_the_order_of_the_emergency_page() -> None:
    acts = [moment.safe_act.text for moment in DRILLS["overdose"].moment]
    order = (
        "breastbone",
        "emergency number",
        "one dose",
        "two breaths",
        "next dose",
        "center of the chest",
        "on the side",
    )
    for act, word in zip(acts, order, strict=True):
        assert word in act


@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_every_drill_can_be_gone_through_and_is_kept(
    page: DrillPage, qtbot: Any, rehearse: RehearseStore, drill: Drill
) -> None:
    page.begin(drill)
    assert "Practice" in shown(page)
    while page.under_way:
        answer(qtbot, page, safe=True)
    assert "You went through it" in shown(page)
    (kept,) = rehearse.talks()
    assert (kept.mode, kept.kind) == (Mode.DRILL, drill.id)
    assert all(one.held for one in kept.met)
    assert len(kept.met) == len(drill.moment)


def test_what_is_not_safe_says_why_and_is_not_offered_again(page: DrillPage, qtbot: Any) -> None:
    page.begin(DRILLS["threat"])
    why = answer(qtbot, page, safe=False)
    assert why in shown(page)
    assert "Moment 1 of 4" in shown(page)
    assert len(page._buttons) == 2
    answer(qtbot, page, safe=True)
    assert "Moment 2 of 4" in shown(page)
    assert why not in shown(page)
    while page.under_way:
        answer(qtbot, page, safe=True)
    assert shown(page).count("to remember") == 1


def test_escape_stops_a_drill_and_keeps_nothing(
    page: DrillPage, qtbot: Any, rehearse: RehearseStore
) -> None:
    page.begin(DRILLS["suicide"])
    answer(qtbot, page, safe=True)
    qtbot.keyClick(page._buttons[0], Qt.Key.Key_Escape)
    assert "Emergency drills" in shown(page)
    assert rehearse.talks() == []


def test_a_drill_begins_from_its_own_button(page: DrillPage, qtbot: Any) -> None:
    begin = next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == "Begin: Walking out"
    )
    qtbot.keyClick(begin, Qt.Key.Key_Space)
    assert "Moment 1 of 4" in shown(page)


def test_only_the_first_act_at_a_moment_counts_as_at_once() -> None:
    run = Run(DRILLS["walks-out"])
    wrong = next(act for act in run.moment.act if not act.safe)
    run.act(wrong)
    while not run.over:
        run.act(run.moment.safe_act)
    assert run.at_once() == (False, True, True, True)
