"""A tired parent, from an empty page to a printed card, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hands import set_up
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.emergency.page import EmergencyPage
from familysupport.ui.main_window import STATEMENTS
from familysupport.ui.statements.coaching import Coaching

_FAR = 120


def name_of(widget: QWidget | None) -> str:
    text = getattr(widget, "text", None)
    shown = text() if callable(text) and not widget.accessibleName() else ""
    return (widget.accessibleName() or shown) if widget else ""


def walk_to(window: QWidget, name: str) -> QWidget:
    """Press Tab until the thing of that name has the keyboard, as a person would."""
    seen = []
    for _ in range(_FAR):
        here = QApplication.focusWidget()
        if name_of(here) == name:
            return here
        seen.append(name_of(here))
        QTest.keyClick(here or window, Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name!r}, only to {seen}")


def type_here(words: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), words)


def press_here(key: Qt.Key = Qt.Key.Key_Space) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def come_to_statements(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    house.window.go_to(STATEMENTS)
    qtbot.waitUntil(house.window.isActiveWindow)


def when_open(do: Callable[[QDialog], None]) -> list[str]:
    """Do something with the next dialog, and say what it was called."""
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(type(dialog).__name__)
        do(dialog)

    QTimer.singleShot(0, look)
    return seen


def test_from_an_empty_page_to_a_printed_card_with_the_keyboard_alone(
    qtbot: QtBot, house: House
) -> None:
    come_to_statements(qtbot, house)
    window = house.window
    walk_to(window, "Write the first statement")
    press_here()
    assert name_of(QApplication.focusWidget()) == "Who reads it"
    type_here("Mum")
    walk_to(window, "Who it is for")
    type_here("Daniel")
    walk_to(window, "What do you want them to feel when you stop reading?")
    type_here("loved")
    walk_to(window, "Guided")
    press_here()
    assert name_of(QApplication.focusWidget()) == "Love"
    type_here("I love you, Daniel.")
    walk_to(window, "Step by step: What I saw")
    press_here()
    for words in ("On the 14th of March", "at home", "I found you on the floor", "I was afraid"):
        type_here(words)
        press_here(Qt.Key.Key_Tab)
    walk_to(window, "Put it in")
    press_here()
    walk_to(window, "The ask")
    type_here("Will you go to Willow House with Dad today?")
    walk_to(window, "Print…")
    seen = when_open(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    press_here()
    assert seen == ["PaperDialog"]
    session = window.session
    assert session is not None
    kept = session.statements.statements()[0]
    assert (kept.author, kept.addressee, kept.wish) == ("Mum", "Daniel", "loved")
    assert kept.text == (
        "I love you, Daniel.\n\n"
        "On the 14th of March, at home, I found you on the floor. I was afraid.\n\n"
        "Will you go to Willow House with Dad today?"
    )
    window.activateWindow()
    qtbot.waitUntil(lambda: name_of(QApplication.focusWidget()) == "Print…")
    print_the_card(window)
    assert session.statements.statements()[0].if_no == "I will not give cash any more."


def print_the_card(window: QWidget) -> None:
    walk_to(window, "If the answer is no")
    press_here()
    type_here("I will not give cash any more.")
    more = walk_to(window, "More")
    menu = more.menu()
    action = next(one for one in menu.actions() if one.text() == "Print the card for a no…")
    seen = when_open(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    action.trigger()
    assert seen == ["PaperDialog"]


@pytest.mark.parametrize(
    ("words", "situation"),
    [
        ("I love you. I want to kill myself.", "myself"),
        ("You said you want to kill yourself.", "suicide"),
        ("I am going to kill you.", "violence"),
    ],
)
def test_talk_of_danger_in_a_letter_is_one_key_from_the_emergency_page(
    qtbot: QtBot, house: House, words: str, situation: str
) -> None:
    come_to_statements(qtbot, house)
    window = house.window
    window.resize(1400, 800)
    walk_to(window, "Write the first statement")
    press_here()
    walk_to(window, "Text of the statement")
    type_here(words)
    coaching = window.findChild(Coaching)
    qtbot.waitUntil(lambda: bool(coaching.marks()), timeout=8000)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    assert name_of(QApplication.focusWidget()) == "What to do now"
    press_here()
    page = next(one for one in window.findChildren(EmergencyPage) if one.isVisible())
    assert page.situation == situation
