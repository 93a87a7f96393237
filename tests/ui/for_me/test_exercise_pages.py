"""The exercises by keys: on, back, out at once; words kept; the breath with less motion."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from familysupport.context import AppContext
from familysupport.for_me.content import read_exercises
from familysupport.for_me.store import ForMeStore
from familysupport.journal.model import Kind
from familysupport.session import Session
from familysupport.settings import Settings
from familysupport.ui.for_me.breathe import Breathe
from familysupport.ui.for_me.exercise import ExercisePage
from familysupport.ui.for_me.exercises import ExercisesPage
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.idle import keeps_awake

Key = Qt.Key


@pytest.fixture
def begin(leaf: ForMePage, hands: Any) -> Any:
    def go(name: str) -> ExercisePage:
        hands.press(leaf, "Choose an exercise")
        page = leaf.findChild(ExercisesPage)
        page._buttons[name].setFocus()
        hands.keys(Key.Key_Space)
        found = leaf.currentWidget()
        assert isinstance(found, ExercisePage)
        return found

    return go


def test_keys_alone_lead_through_every_exercise(begin: Any, leaf: ForMePage, hands: Any) -> None:
    exercises = leaf._exercises
    for name, exercise in exercises.items():
        page = begin(name)
        for number, step in enumerate(exercise.step):
            assert page._say.text() == step.say
            assert page._place.text() == f"{number + 1} of {len(exercise.step)}"
            hands.keys(*([Key.Key_Tab] * 2 if step.write else []))
            page._next.setFocus()
            hands.keys((Key.Key_Space, Key.Key_Return, Key.Key_Right)[number % 3])
        assert isinstance(leaf.currentWidget(), ExercisesPage)
        hands.keys(Key.Key_Escape)


def test_the_left_arrow_goes_back_and_escape_leaves_at_once(
    begin: Any, leaf: ForMePage, hands: Any
) -> None:
    page = begin("1-senses")
    first = page._say.text()
    hands.keys(Key.Key_Right, Key.Key_Left)
    assert page._say.text() == first
    hands.keys(Key.Key_Left)
    assert page._say.text() == first
    hands.keys(Key.Key_Escape)
    assert isinstance(leaf.currentWidget(), ExercisesPage)
    assert QApplication.focusWidget() is leaf.findChild(ExercisesPage)._buttons["1-senses"]


def test_written_words_are_kept_when_one_leaves(
    begin: Any, leaf: ForMePage, store: ForMeStore, hands: Any
) -> None:
    page = begin("3-letter")
    hands.keys(Key.Key_Right)
    assert page._text.hasFocus()
    hands.keys("You are tired.", Key.Key_Return, "Rest.", Key.Key_Escape)
    assert store.page("exercise-3-letter") == {"text": "You are tired.\nRest."}
    hands.keys(Key.Key_Escape)
    again = begin("3-letter")
    assert again._text.toPlainText() == "You are tired.\nRest."


def test_they_become_an_entry_only_when_asked(
    begin: Any, tab: JournalTab, session: Session, hands: Any
) -> None:
    page = begin("4-small")
    hands.keys(Key.Key_Right, "a walk at noon", Key.Key_Tab)
    page._next.setFocus()
    hands.keys(Key.Key_Return)
    hands.press(page, "Keep this as an entry")
    entry = session.journal.entries()[0]
    assert (entry.kind, entry.title) == (Kind.FOR_ME, "One small thing today")
    assert entry.text == "a walk at noon"
    assert tab._editor.entry.id == entry.id
    assert tab._editor._text.hasFocus()
    assert session.for_me.page("exercise-4-small") == {}


def breathing(context: AppContext, store: ForMeStore, qtbot: Any, less: bool) -> ExercisePage:
    settings = Settings(reduce_motion=less)
    found = {one.id: one for one in read_exercises(context.content)}
    page = ExercisePage(found["2-breath"], store, context._replace(settings=lambda: settings))
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    page._go(1)
    return page


@pytest.mark.parametrize("less", [False, True])
def test_the_breath_runs_its_time_and_keeps_the_window_awake(
    context: AppContext, store: ForMeStore, qtbot: Any, clock: Any, dressed: Any, less: bool
) -> None:
    page = breathing(context, store, qtbot, less)
    breath = page.findChild(Breathe)
    assert breath.runs()
    assert keeps_awake(page)
    clock.seconds = 2.0
    breath.step()
    full = breath._picture._full
    assert full == 1.0 if less else 0 < full < 1
    clock.seconds = 121.0
    breath.step()
    assert not breath.runs()
    assert not keeps_awake(page)
    assert "Go on when you like." in [one.text() for one in breath.findChildren(QLabel)]


def test_the_breath_stands_still_when_the_page_is_left(
    context: AppContext, store: ForMeStore, qtbot: Any, dressed: Any
) -> None:
    page = breathing(context, store, qtbot, less=False)
    page.hide()
    assert not page.findChild(Breathe).runs()
