"""Whom one practises with is asked once; what the family expects to hear comes in its own words."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget

from familysupport.prepare.answers import Objection
from familysupport.prepare.model import Person, Relation
from familysupport.rehearse.loved import Loved, Pronoun, Tie
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.own import OWN
from familysupport.session import Session
from familysupport.ui.rehearse.drill_page import DrillPage
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.talk_page import TalkPage
from familysupport.ui.rehearse.talk_setup import Wish
from familysupport.ui.rehearse.ways import Way

NAME, SPEAK, TIE, CALLED = (
    "What is the person called?",
    "How do you speak of them?",
    "What are you to them?",
    "What do they call you?",
)


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def fields(tab: RehearseTab) -> dict[str, Any]:
    QApplication.processEvents()
    found: list[Any] = [*tab.findChildren(QLineEdit), *tab.findChildren(QComboBox)]
    return {one.accessibleName(): one for one in found if one.isVisible()}


def press(qtbot: Any, page: QWidget, words: str) -> None:
    QApplication.processEvents()
    fitting = [b for b in page.findChildren(QPushButton) if b.isVisible() and b.text() == words]
    qtbot.keyClick(fitting[0], Qt.Key.Key_Space)


def test_whom_one_practises_with_is_asked_once_and_kept(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    session.people.save(Person(name="Rose", relation=Relation.SIBLING))
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    asked = fields(tab)
    assert asked[TIE].currentData() == Tie.SIBLING.value
    qtbot.keyClicks(asked[NAME], "Kim")
    qtbot.keyClick(asked[SPEAK], Qt.Key.Key_S)
    qtbot.keyClicks(asked[CALLED], "Rosie")
    press(qtbot, tab, "Begin")
    assert session.rehearse.loved() == Loved("Kim", Pronoun.SHE, Tie.SIBLING, "Rosie")
    assert "Kim · " in shown(tab)
    second = open_tab()
    second.show_way(Way.TALK)
    assert NAME not in fields(second)
    assert "You practice with: Kim (she, her)" in shown(second)
    assert "You are: A brother or sister" in shown(second)
    press(qtbot, second, "Change this")
    assert second.focusWidget().accessibleName() == NAME
    qtbot.keyClick(fields(second)[SPEAK], Qt.Key.Key_H)
    press(qtbot, second, "Begin")
    assert session.rehearse.loved() == Loved("Kim", Pronoun.HE, Tie.SIBLING, "Rosie")


def test_where_nothing_is_told_the_made_up_name_is_used(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    press(qtbot, tab, "Begin")
    assert "Sam · " in shown(tab)
    assert session.rehearse.loved() == Loved()
    second = open_tab()
    second.show_way(Way.MOMENT)
    assert "You practice with: Sam (they, them)" in shown(second)


def test_what_the_family_expects_is_practised_with_its_own_answer(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    session.plan.save(Objection(heard="Who feeds the dog?", words="Jo takes him tonight."))
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    moments = fields(tab)["Which moment?"]
    assert moments.findText("What your family expects to hear") >= 0
    page = next(one for one in tab.findChildren(TalkPage) if one.isVisible())
    page.begin(Wish(Loved("Kim"), OWN, "", Difficulty.TYPICAL, None, None), 5)
    assert "“Who feeds the dog?”" in shown(page)
    number = next(
        n
        for n, one in enumerate(page.view._buttons)
        if "Jo takes him tonight." in one._words.text()
    )
    qtbot.keyClick(page.view._buttons[0], Qt.Key(Qt.Key.Key_1 + number))
    page.view.stop()
    press(qtbot, page.after, "See what helped")
    assert "offered help" in shown(page.after)
    assert session.rehearse.talks()[0].met[0].kind == OWN
    tab.show_way(Way.SO_FAR)
    assert "One hard moment: What your family expects to hear" in shown(tab)


def test_a_talk_holds_what_the_family_expects(open_tab: Any, session: Session, qtbot: Any) -> None:
    session.plan.save(Objection(heard="Not before my birthday."))
    tab = open_tab()
    tab.show_way(Way.TALK)
    page = next(one for one in tab.findChildren(TalkPage) if one.isVisible())
    page.begin(Wish(Loved("Kim"), "", "", Difficulty.TYPICAL, None, None), 5)
    heard = ""
    while page.under_way:
        heard += shown(page)
        qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_1)
    assert "“Not before my birthday.”" in heard


def test_without_expected_objections_the_moment_is_not_offered(
    open_tab: Any, session: Session
) -> None:
    tab = open_tab()
    tab.show_way(Way.MOMENT)
    assert fields(tab)["Which moment?"].findData(OWN) < 0
    one = session.plan.save(Objection(heard="And the rent?"))
    tab.show_way(Way.SETTLE)
    tab.show_way(Way.MOMENT)
    assert fields(tab)["Which moment?"].findData(OWN) >= 0
    session.plan.delete(one.id)
    tab.show_way(Way.MOMENT)
    assert fields(tab)["Which moment?"].findData(OWN) < 0


def test_the_drills_and_the_meeting_know_the_name_too(
    open_tab: Any, session: Session, qtbot: Any
) -> None:
    session.rehearse.keep_loved(Loved("Kim", Pronoun.SHE))
    tab = open_tab()
    tab.show_way(Way.DRILL)
    page = tab.findChild(DrillPage)
    page.begin(next(one for one in page._drills if one.id == "threat"))
    assert "Kim" in shown(page)
    page.stop()
    tab.close()
