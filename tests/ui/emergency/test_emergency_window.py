import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.emergency.page import EmergencyPage
from familysupport.ui.main_window import JOURNAL, LEARN


def words(page: EmergencyPage) -> str:
    return page.clock_card._caption.text()


def top_page() -> EmergencyPage:
    top = QApplication.activeModalWidget()
    assert top is not None
    page = top.findChild(EmergencyPage)
    assert isinstance(page, EmergencyPage)
    return page


@pytest.mark.parametrize("tab", [LEARN, JOURNAL])
def test_f12_and_the_button_open_it_before_any_first_start_and_escape_comes_back(
    house: House, tab: int
) -> None:
    window = house.window
    window.go_to(tab)
    before = window.rooms.currentWidget()
    QTest.keyClick(window, Qt.Key.Key_F12)
    assert window.rooms.at_emergency()
    QTest.keyClick(window.rooms.emergency, Qt.Key.Key_Escape)
    assert window.rooms.currentWidget() is before
    buttons = [one for one in window.findChildren(QPushButton) if one.text() == "Emergency"]
    QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    assert window.rooms.at_emergency()


def test_escape_returns_to_a_dialog_with_what_was_typed_and_the_dose_runs_on(
    qtbot: QtBot, house: House
) -> None:
    dialog = QDialog(house.window)
    field = QLineEdit()
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    QTest.keyClicks(field, "half a sentence")
    QTest.keyClick(field, Qt.Key.Key_F12)
    page = top_page()
    QTest.mouseClick(page.clock_card.given, Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is dialog)
    assert field.text() == "half a sentence"
    dialog.close()
    QTest.keyClick(house.window, Qt.Key.Key_F12)
    assert "Dose 1 of naloxone" in words(house.window.rooms.emergency)


def test_a_running_overdose_lives_on_when_the_look_changes(house: House) -> None:
    QTest.keyClick(house.window, Qt.Key.Key_F12)
    QTest.mouseClick(house.window.rooms.emergency.clock_card.given, Qt.MouseButton.LeftButton)
    house.choices.change(theme="dark")
    QApplication.processEvents()
    assert house.window.rooms.at_emergency()
    assert "Dose 1 of naloxone" in words(house.window.rooms.emergency)


def test_a_dialog_that_waits_for_an_answer_does_not_keep_it_away(house: House) -> None:
    seen: list[QWidget | None] = []

    def over() -> None:
        QTest.keyClick(QApplication.activeModalWidget(), Qt.Key.Key_F12)
        page = top_page()
        seen.append(page)
        QTest.keyClick(page, Qt.Key.Key_Escape)
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        dialog.reject()

    QTimer.singleShot(0, over)
    house.commands.settings()
    assert len(seen) == 1
