from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from familysupport.content.emergency import EmergencyContent, read_emergency
from familysupport.emergency.own import OwnNumbers
from familysupport.emergency.store import EmergencyStore
from familysupport.paths import resources
from familysupport.ui.emergency.desk import Desk
from familysupport.ui.emergency.own_numbers import OwnNumbersCard
from familysupport.ui.emergency.page import EmergencyPage
from tests.conftest import FixedClock

NewPage = Callable[..., EmergencyPage]


@pytest.fixture(scope="module")
def content() -> EmergencyContent:
    return read_emergency(resources() / "content", "en")


@pytest.fixture
def new_page(dressed: QApplication, content: EmergencyContent, clock: FixedClock) -> NewPage:
    def make(desk: Desk | None = None) -> EmergencyPage:
        return EmergencyPage(content, lambda: "us", clock, desk=desk)

    return make


def words(widget: QWidget) -> str:
    return "\n".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


def press(qtbot: QtBot, widget: QWidget, text: str) -> None:
    found = next(
        one
        for one in widget.findChildren(QAbstractButton)
        if one.text() == text and one.isVisible()
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def dialog_over(window: QWidget, page: EmergencyPage) -> QDialog:
    dialog = QDialog(window)
    QVBoxLayout(dialog).addWidget(page)
    return dialog


def test_a_second_page_over_a_dialog_goes_on_with_the_same_overdose(
    qtbot: QtBot, new_page: NewPage
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    first = new_page()
    window.setCentralWidget(first)
    window.show()
    press(qtbot, first, "Naloxone given")
    over = dialog_over(QDialog(window), new_page())
    over.show()
    second = over.findChild(EmergencyPage)
    assert isinstance(second, EmergencyPage)
    assert "Dose 1 of naloxone" in words(second.clock_card)
    press(qtbot, second, "Naloxone given")
    first.clock_card.tick()
    assert "Dose 2 of naloxone" in words(first.clock_card)


def test_an_overdose_begun_over_a_dialog_lives_on_when_the_dialog_is_gone(
    qtbot: QtBot, new_page: NewPage
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    over = dialog_over(window, new_page())
    over.show()
    press(qtbot, over, "Naloxone given")
    over.close()
    over.deleteLater()
    window.setCentralWidget(new_page())
    page = window.centralWidget()
    assert isinstance(page, EmergencyPage)
    qtbot.waitUntil(page.isVisible)
    assert "Dose 1 of naloxone" in words(page.clock_card)


def test_times_can_be_kept_while_unlocked_and_taken_away_again(
    qtbot: QtBot, new_page: NewPage, clock: FixedClock, db: Database
) -> None:
    desk = Desk(clock)
    store = EmergencyStore(db, clock)
    desk.remember(store)
    page = new_page(desk)
    qtbot.addWidget(page)
    page.show()
    press(qtbot, page, "Naloxone given")
    press(qtbot, page, "Times")
    assert "Not kept yet." in words(page)
    press(qtbot, page, "Keep these times")
    assert "Kept with your private pages." in words(page)
    assert [one.lines for one in store.times()] == [desk.course.log()]
    press(qtbot, page, "Clear and begin again")
    press(qtbot, page, "Times")
    assert "Naloxone, dose 1" in words(page)
    press(qtbot, page, "Take away")
    assert store.times() == ()
    press(qtbot, page, "Undo")
    assert len(store.times()) == 1


def test_the_lock_takes_kept_times_off_the_screen_at_once_but_not_the_running_ones(
    qtbot: QtBot, new_page: NewPage, clock: FixedClock, db: Database
) -> None:
    desk = Desk(clock)
    store = EmergencyStore(db, clock)
    desk.course.give_naloxone()
    store.save(desk.course.log())
    desk.course.forget()
    desk.remember(store)
    page = new_page(desk)
    qtbot.addWidget(page)
    page.show()
    press(qtbot, page, "Times")
    assert "Naloxone, dose 1" in words(page)
    desk.remember(None)
    assert page.situation == "overdose"
    assert not page.clock_card.times.isVisible()
    press(qtbot, page, "Naloxone given")
    press(qtbot, page, "Times")
    assert "They go when the program is closed." in words(page)
    assert not any(
        one.isVisible()
        for one in page.findChildren(QAbstractButton)
        if one.text() == "Keep these times"
    )


def test_own_numbers_are_added_seen_and_taken_away(
    qtbot: QtBot, new_page: NewPage, clock: FixedClock, tmp_path
) -> None:
    own = OwnNumbers(tmp_path / "own.json")
    page = new_page(Desk(clock, own))
    qtbot.addWidget(page)
    page.resize(1200, 1400)
    page.show()
    press(qtbot, page, "All numbers")
    card = page.findChild(OwnNumbersCard)
    assert isinstance(card, OwnNumbersCard)
    assert "These are not locked" in words(page)
    qtbot.keyClicks(card.name, "Dr. Lee")
    press(qtbot, page, "Add, not locked")
    assert "Write who it is, and the number." in words(page)
    qtbot.keyClicks(card.number, "555 0100")
    qtbot.keyClick(card.number, Qt.Key.Key_Return)
    assert "555 0100" in words(page)
    assert card.name.text() == ""
    press(qtbot, page, "Take away")
    assert own.all() == ()
    press(qtbot, page, "Undo")
    assert [one.name for one in own.all()] == ["Dr. Lee"]


def test_without_a_place_for_own_numbers_nothing_is_offered(
    qtbot: QtBot, new_page: NewPage
) -> None:
    page = new_page()
    qtbot.addWidget(page)
    page.show()
    press(qtbot, page, "All numbers")
    assert page.findChild(OwnNumbersCard) is None
