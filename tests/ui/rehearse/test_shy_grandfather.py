"""A shy grandfather practises: he types badly, in capitals, one word, nothing, and far too much."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.prepare.model import Person, Relation
from familysupport.rehearse.cues import Cues
from familysupport.rehearse.loved import Loved, Pronoun, Tie
from familysupport.rehearse.mood import Code
from familysupport.rehearse.pack import read_cues
from familysupport.session import Session
from familysupport.ui.kit.table import WordTable
from familysupport.ui.rehearse.so_far import SoFarPage
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.talk_page import TalkPage
from familysupport.ui.rehearse.ways import Way

OWN = "Your own words"
CUES = read_cues(Library(resources() / "content", "en"))


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def field(tab: RehearseTab, name: str) -> Any:
    QApplication.processEvents()
    found: list[Any] = [*tab.findChildren(QLineEdit), *tab.findChildren(QComboBox)]
    return next(one for one in found if one.isVisible() and one.accessibleName() == name)


def tab_to(tab: RehearseTab, name: str) -> None:
    """Press Tab until the keyboard is at something of that name."""
    for _ in range(40):
        here = QApplication.focusWidget()
        if here is not None and here.accessibleName() == name:
            return
        QTest.keyClick(here or tab, Qt.Key.Key_Tab)
    raise AssertionError(name)


def write(words: str) -> None:
    """Type where the keyboard is, and press Enter."""
    here = QApplication.focusWidget()
    assert isinstance(here, QLineEdit)
    QTest.keyClicks(here, words)
    QTest.keyClick(here, Qt.Key.Key_Return)


def test_his_whole_walk_by_keys(open_tab: Any, session: Session, qtbot: Any) -> None:
    session.people.save(Person(name="Walter", relation=Relation.GRANDPARENT))
    tab = open_tab(first=True)
    tab.show_way(Way.TALK)
    assert "four questions" in shown(tab)
    tab_to(tab, "I could start the talk")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    tab_to(tab, "What is the person called?")
    QTest.keyClicks(QApplication.focusWidget(), "  KEVIN ")
    tab_to(tab, "Begin")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert session.rehearse.loved() == Loved("KEVIN", Pronoun.THEY, Tie.GRANDPARENT, "")
    page = next(one for one in tab.findChildren(TalkPage) if one.isVisible())

    tab_to(tab, OWN)
    write("")
    assert "Nothing is written yet. A word is enough" in shown(page)
    assert page._talk is not None
    assert page._talk.exchanges == []

    before = page._talk.mood
    write("hm")
    assert page._talk.exchanges[0].said.codes == ()
    assert page._talk.mood.trust == before.trust
    assert page._talk.mood.openness == before.openness
    assert QApplication.focusWidget() is page.view._own

    write("I LUV YOU SON")
    write("im so sory. at 5 I come.")
    write("wil you come wiht me todya")
    rated = [one.said.codes for one in page._talk.exchanges]
    assert rated[1:] == [(Code.AFFIRM,), (Code.OWN,), (Code.ASK,)]

    write("no " * 400)
    assert len(page._talk.exchanges[4].said.text) <= 600
    assert page._talk.exchanges[4].said.codes == ()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert "You stopped. That is always all right." in shown(page)

    tab_to(tab, "See what helped")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    words = shown(page.after)
    assert "“I LUV YOU SON”" in words
    assert words.count("(not rated)") == 2
    assert "Not rated: 2. The program did not know these words." in words
    assert " 0 %" not in words
    met = session.rehearse.talks()[0].met
    assert [one.held for one in met] == [None, True, True, True, None]


def test_what_fits_no_more_is_told(open_tab: Any, qtbot: Any) -> None:
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    tab_to(tab, "Begin")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    own = field(tab, OWN)
    QApplication.clipboard().setText("I was there. " * 100)
    own.setFocus()
    QTest.keyClick(own, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(own.text()) == 600
    assert "That is all that fits." in shown(tab)
    QTest.keyClick(own, Qt.Key.Key_Backspace)
    assert "That is all that fits." not in shown(tab)


def test_what_was_never_rated_is_shown_as_such_and_not_as_nothing(
    open_tab: Any, qtbot: Any
) -> None:
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    tab_to(tab, "Begin")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    tab_to(tab, OWN)
    for words in ("hm", "ok", "i dont know"):
        write(words)
    tab.show_way(Way.SO_FAR)
    page = tab.findChild(SoFarPage)
    tables = [one for one in page.findChildren(WordTable) if one.isVisible()]
    (row,) = tables[-1].words()
    assert row[1:] == ["3", "–", "3"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("I LOVE YOU", Code.AFFIRM),
        ("i love u", Code.AFFIRM),
        ("im scard", Code.FEEL),
        ("i am so very scared", Code.FEEL),
        ("its up to you", Code.AUTONOMY),
        ("i here you", Code.LISTEN),
        ("pleas come with me", Code.ASK),
        ("will you please come", Code.ASK),
        ("i wont give you mony", Code.HOLD),
        ("LIAR", Code.CONFRONT),
        ("...", Code.PAUSE),
    ],
)
def test_words_are_understood_as_they_are_meant(words: str, code: Code) -> None:
    assert code in CUES.rate(words)


@pytest.mark.parametrize("words", ["no", "Ok", "hm", "i dont know", "tea?", "son", "x" * 600])
def test_what_shows_nothing_is_not_rated(words: str) -> None:
    assert CUES.rate(words) == ()


@given(st.text(max_size=600))
def test_whatever_is_typed_is_rated_or_not_rated(words: str) -> None:
    assert all(isinstance(code, Code) for code in CUES.rate(words))


def test_a_correction_of_spelling_never_makes_a_kind_word_a_harsh_one() -> None:
    plain = Cues(CUES.cues, CUES.coach)
    for wrong, right in CUES.spelling.items():
        assert not any(code.harmful for code in CUES.rate(wrong)) or any(
            code.harmful for code in plain.rate(right)
        )


def test_the_buttons_are_named_for_a_screen_reader(open_tab: Any, qtbot: Any) -> None:
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    tab_to(tab, "Begin")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    visible = [one for one in tab.findChildren(QPushButton) if one.isVisible()]
    assert all(one.accessibleName() or one.text() for one in visible)
