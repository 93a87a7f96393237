"""The whole meeting by keys: four readers, a break, a stand-in, an early yes; cut off, gone on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.answers import Objection
from familysupport.prepare.model import Part as Role
from familysupport.prepare.model import Person
from familysupport.rehearse.meeting import Meeting, Stage, State, begin
from familysupport.rehearse.meeting import Way as Answer
from familysupport.rehearse.model import Look, Mode
from familysupport.rehearse.mood import Code
from familysupport.rehearse.pack import read_pack
from familysupport.rehearse.scenario import Pack
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.rehearse.meeting_page import MeetingPage
from familysupport.ui.rehearse.prompt import Prompt
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.view import ReadingView
from familysupport.ui.rehearse.ways import Way

NAMES = ("Anna", "Dad", "Rose", "Ben")
LETTERS = (1, 2, 3, 4)
SPACE, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Escape


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(Library(resources() / "content", "en"))


@pytest.fixture
def planned(session: Session) -> Session:
    session.rehearse.keep_look(Look(countdown=0))
    for number, name in enumerate(NAMES, 1):
        part = Role.ASKS if name == "Ben" else Role.SPEAKS
        session.people.save(Person(name=name, part=part, order=number))
        card = f"{name} gives no more money." if name in ("Dad", "Ben") else ""
        text = f"Kim, this is {name} and I love you. " + "I want you to live. " * 4
        session.statements.save(Statement(author=name, addressee="Kim", text=text, if_no=card))
    session.people.save(Person(name="Jo", part=Role.SAFETY, order=5))
    return session


def passed(pack: Pack, seed: int) -> list[tuple[Stage, int]]:
    """Return the stages and turns that a meeting of this seed comes through."""
    one = Meeting(pack, begin(pack, seed, LETTERS, (2, 4)))
    found = []
    while one.state.stage is not Stage.OVER:
        state = one.state
        found.append((state.stage, state.turn))
        if state.stage in (Stage.READY, Stage.CARD_READY):
            one.ready()
        elif state.stage is Stage.READING and one.breaks_in_at() is not None:
            one.interrupt()
        elif state.stage is Stage.READING:
            one.letter_read(9.0)
        elif state.stage is Stage.INTERRUPTED:
            one.respond(Answer.LISTEN)
        elif state.stage is Stage.ASK:
            one.ask()
        elif state.stage is Stage.OBJECTION:
            one.answer_objection((Code.CAVE,))
        else:
            one.go_on()
    return found


def seed_where(pack: Pack, fits: Callable[[list[tuple[Stage, int]]], bool]) -> int:
    return next(seed for seed in range(3000) if fits(passed(pack, seed)))


def shown(tab: RehearseTab) -> str:
    return "\n".join(label.text() for label in tab.findChildren(QLabel) if label.isVisible())


def page_of(tab: RehearseTab) -> MeetingPage:
    tab.show_way(Way.MEETING)
    return tab.findChild(MeetingPage)


def key(qtbot: Any, page: MeetingPage, which: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    here = page.currentWidget()
    at = here.findChild(ReadingView) if isinstance(here, Reader) else here
    assert isinstance(at, ReadingView | Prompt)
    qtbot.keyClick(at, which)


def read_on(page: MeetingPage, clock: Any) -> None:
    """Let the clock go on until the reading ends or somebody breaks in."""
    reader = page.findChild(Reader)
    for _ in range(200):
        if page.currentWidget() is not reader:
            return
        clock.seconds += 0.4
        reader._move()
    raise AssertionError("the reading does not end")


def test_with_fewer_than_two_letters_it_says_what_is_needed(open_tab: Any, qtbot: Any) -> None:
    tab = open_tab()
    page_of(tab)
    assert "Two letters are needed" in shown(tab)


def test_a_meeting_of_four_by_keys_with_a_break_a_stand_in_and_an_early_yes(
    open_tab: Any, planned: Session, pack: Pack, qtbot: Any, clock: Any
) -> None:
    seed = seed_where(
        pack,
        lambda way: (Stage.INTERRUPTED, 0) in way and (Stage.ANSWER, 2) in way,
    )
    tab = open_tab()
    page = page_of(tab)
    assert "In this order: Anna, Dad, Rose, Ben" in shown(tab)
    page.begin(seed)
    assert "Now: Anna" in shown(tab)
    assert "Next: Dad" in shown(tab)
    assert "I love you" not in shown(tab)
    key(qtbot, page, SPACE)
    assert "Anna reads" in shown(tab)
    read_on(page, clock)
    assert "Kim breaks in" in shown(tab)
    key(qtbot, page, Qt.Key.Key_2)
    read_on(page, clock)
    assert "Now: Dad" in shown(tab)
    key(qtbot, page, Qt.Key.Key_2)
    assert "Who reads for Dad?" in shown(tab)
    key(qtbot, page, Qt.Key.Key_3)
    assert "Ben reads for Dad" in shown(tab)
    read_on(page, clock)
    while "Now: Rose" not in shown(tab):
        key(qtbot, page, Qt.Key.Key_2)
        read_on(page, clock)
    key(qtbot, page, SPACE)
    read_on(page, clock)
    while "A yes." not in shown(tab):
        key(qtbot, page, Qt.Key.Key_2)
        read_on(page, clock)
    key(qtbot, page, SPACE)
    assert "Leave now" in shown(tab)
    key(qtbot, page, SPACE)
    assert "It ended with a yes, and you left." in shown(tab)
    assert "Letters read: 3 of 4" in shown(tab)
    assert "No place of treatment is held" in shown(tab)
    assert "Anna has no card for a no" in shown(tab)
    assert planned.rehearse.meeting() is None
    (kept,) = planned.rehearse.talks()
    assert (kept.mode, kept.outcome) == (Mode.MEETING, "agreed")
    assert len(planned.rehearse.readings(1)) == 1
    key(qtbot, page, SPACE)
    assert "In this order" in shown(tab)


def test_after_a_no_the_cards_are_read_in_order(
    open_tab: Any, planned: Session, pack: Pack, qtbot: Any, clock: Any
) -> None:
    seed = seed_where(
        pack,
        lambda way: (
            (Stage.CARD, 1) in way
            and not any(one is Stage.INTERRUPTED for one, _ in way)
            and way.count((Stage.OBJECTION, 4)) == 1
        ),
    )
    rose = next(one for one in planned.people.people() if one.name == "Rose")
    planned.plan.save(
        Objection(heard="Who feeds the dog?", words="Jo takes him tonight.", person=rose.uid)
    )
    page = page_of(tab := open_tab())
    page.begin(seed)
    for _ in NAMES:
        key(qtbot, page, SPACE)
        read_on(page, clock)
    assert "The ask: Ben" in shown(tab)
    key(qtbot, page, SPACE)
    assert "“Who feeds the dog?”" in shown(tab)
    assert "Rose answers. The others breathe." in shown(tab)
    assert "“Jo takes him tonight.”" in shown(tab)
    key(qtbot, page, Qt.Key.Key_3)
    while "Ben answers. The others breathe." in shown(tab):
        key(qtbot, page, SPACE)
    assert "A no. Stay calm" in shown(tab)
    key(qtbot, page, SPACE)
    assert "Now: Dad, the card for a no" in shown(tab)
    assert "no more money" not in shown(tab)
    key(qtbot, page, SPACE)
    assert "Dad gives no more money." in shown(tab)
    key(qtbot, page, SPACE)
    key(qtbot, page, SPACE)
    assert "Ben gives no more money." in shown(tab)
    key(qtbot, page, SPACE)
    assert "That is well done." in shown(tab)


def test_a_meeting_that_was_killed_goes_on_with_the_same_reader(
    open_tab: Any, planned: Session, pack: Pack, qtbot: Any, clock: Any
) -> None:
    seed = seed_where(
        pack,
        lambda way: (
            (Stage.READING, 2) in way and not any(one is Stage.INTERRUPTED for one, _ in way)
        ),
    )
    page = page_of(open_tab())
    page.begin(seed)
    for _ in range(2):
        key(qtbot, page, SPACE)
        read_on(page, clock)
    key(qtbot, page, SPACE)
    kept = planned.rehearse.meeting()
    assert isinstance(kept, State)
    assert (kept.stage, kept.turn) == (Stage.READING, 2)
    second = open_tab()
    after = page_of(second)
    assert "Go on with Rose" in shown(second)
    key(qtbot, after, SPACE)
    assert "Now: Rose" in shown(second)
    assert "Next: Ben" in shown(second)
    assert planned.rehearse.meeting() == kept._replace(stage=Stage.READY)


def test_escape_stops_at_once_and_one_can_begin_anew(
    open_tab: Any, planned: Session, qtbot: Any, clock: Any
) -> None:
    tab = open_tab()
    page = page_of(tab)
    key(qtbot, page, Qt.Key.Key_1)
    assert "Now: Anna" in shown(tab)
    key(qtbot, page, SPACE)
    key(qtbot, page, ESCAPE)
    assert not page.under_way
    assert "Go on with Anna" in shown(tab)
    key(qtbot, page, Qt.Key.Key_2)
    key(qtbot, page, ESCAPE)
    assert "In this order" in shown(tab)


@pytest.mark.parametrize(("press", "then"), [(Qt.Key.Key_3, "Now: Dad"), (Qt.Key.Key_4, "The ask")])
def test_a_broken_letter_can_be_handed_over_or_left(
    open_tab: Any, planned: Session, pack: Pack, qtbot: Any, clock: Any, press: Any, then: str
) -> None:
    seed = seed_where(pack, lambda way: (Stage.INTERRUPTED, 0) in way)
    tab = open_tab()
    page = page_of(tab)
    page.begin(seed)
    key(qtbot, page, SPACE)
    read_on(page, clock)
    key(qtbot, page, press)
    assert then in shown(tab)
    assert planned.rehearse.readings(1) == []


def test_whoever_comes_back_sees_no_letter(
    open_tab: Any, planned: Session, qtbot: Any, clock: Any
) -> None:
    tab = open_tab()
    page = page_of(tab)
    page.begin(1)
    key(qtbot, page, SPACE)
    tab.show_way(Way.SETTLE)
    tab.show_way(Way.MEETING)
    assert "Now: Anna" in shown(tab)
    tab.flush()
    assert not page.under_way
