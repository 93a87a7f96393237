"""Emergency in the whole program: kept times are private, own numbers are there while locked."""

from __future__ import annotations

from hands import press, set_up, type_into
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.paths import Paths
from familysupport.ui.emergency.own_numbers import OwnNumbersCard
from familysupport.vault.removal import remove_everything


def words(page: QWidget) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_times_are_kept_in_the_vault_and_gone_from_sight_when_it_locks(
    qtbot: QtBot, house: House
) -> None:
    set_up(qtbot, house)
    window = house.window
    QTest.keyClick(window, Qt.Key.Key_F12)
    page = window.rooms.emergency
    press(page, "Naloxone given")
    press(page, "Times")
    press(page, "Keep these times")
    session = window.session
    assert session is not None
    assert len(session.emergency.times()) == 1
    window.lock()
    assert window.rooms.emergency is page
    assert "Kept with your private pages." not in words(page)


def test_own_numbers_stand_on_the_page_while_locked_and_go_with_everything(
    qtbot: QtBot, house: House, paths: Paths
) -> None:
    set_up(qtbot, house)
    window = house.window
    window.resize(1200, 1400)
    window.lock()
    QTest.keyClick(window, Qt.Key.Key_F12)
    page = window.rooms.emergency
    press(page, "All numbers")
    card = page.findChild(OwnNumbersCard)
    assert isinstance(card, OwnNumbersCard)
    type_into(card.name, "Dr. Lee")
    type_into(card.number, "555 0100")
    QTest.keyClick(card.number, Qt.Key.Key_Return)
    assert "555 0100" in words(page)
    assert paths.own_numbers.is_file()
    assert paths.own_numbers.stat().st_mode & 0o077 == 0
    QThreadPool.globalInstance().waitForDone()  # the copy that the lock makes
    assert remove_everything(paths) == []
    assert not paths.own_numbers.exists()
