"""When the pages lock by themselves, and what Hide leaves behind: nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.statements.model import Statement
from familysupport.ui.emergency.beat import BeatPicture
from familysupport.ui.emergency.sound import Beat
from familysupport.ui.main_window import JOURNAL, REHEARSE, STATEMENTS
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.settings import SettingsDialog
from familysupport.ui.vault.unlock import Unlock
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = keys.new_key()


@pytest.fixture
def opened(house: House) -> House:
    house.choices.change(welcomed=True)
    wrapped = keys.wrap(KEY, "words", keys.QUICK)
    house.window.unlock(Vault.create(house.context.paths.vault, KEY, wrapped))
    return house


def _type(house: House, text: str) -> None:
    house.window.go_to(STATEMENTS)
    start = next(
        one
        for one in house.window.findChildren(QPushButton)
        if one.text() == "Write the first statement"
    )
    start.click()
    QApplication.processEvents()
    editor = next(one for one in house.window.findChildren(QPlainTextEdit) if one.isVisible())
    editor.setFocus()
    QTest.keyClicks(editor, text)


def _kept(house: House) -> list[str]:
    house.window.unlock(Vault.open(house.context.paths.vault, KEY))
    assert house.window.session is not None
    return [one.text for one in house.window.session.statements.statements()]


def test_a_long_rest_locks_and_keeps_the_words(opened: House) -> None:
    _type(opened, "Daniel, I love you.")
    opened._idle._timer.timeout.emit()
    assert opened.window.session is None
    assert _kept(opened) == ["Daniel, I love you."]


def test_the_rest_is_as_long_as_was_chosen_and_begins_anew_with_each_touch(opened: House) -> None:
    opened.choices.change(lock_after_minutes=1)
    assert opened._idle._timer.interval() == 60_000
    opened._idle._timer.stop()
    QTest.keyClick(opened.window, Qt.Key.Key_Shift)
    assert opened._idle._timer.isActive()


def test_reading_aloud_is_not_cut_off_by_the_rest(opened: House) -> None:
    session = opened.window.session
    assert session is not None
    kept = session.statements.save(Statement(author="Mum", text="Daniel, I love you."))
    opened.window.go_to(REHEARSE)
    tab = opened.window.rooms.private[REHEARSE]
    assert isinstance(tab, RehearseTab)
    tab.read_statement(kept.id)
    QApplication.processEvents()
    reader = tab.findChild(Reader)
    QTest.keyClick(reader, Qt.Key.Key_Space)
    opened._idle._timer.timeout.emit()
    assert opened.window.session is not None
    assert opened._idle._timer.isActive()
    QTest.keyClick(reader, Qt.Key.Key_Space)
    opened._idle._timer.timeout.emit()
    assert opened.window.session is None


def test_a_sleep_of_the_machine_locks(opened: House) -> None:
    opened._idle._last -= 10 * 60_000
    opened._idle._beat()
    assert opened.window.session is None


def test_the_first_touch_after_a_sleep_locks_before_anything_else(opened: House) -> None:
    opened._idle._last -= 10 * 60_000
    QTest.mouseMove(opened.window)
    QTest.keyClick(opened.window, Qt.Key.Key_Down)
    assert opened.window.session is None


def test_hide_saves_locks_empties_the_clipboard_and_comes_back_to_the_lock(
    qtbot: QtBot, opened: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opened.window, "raise_", lambda: None)
    _type(opened, "Daniel, I love you.")
    editor = opened.window.focusWidget()
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Daniel, I love you."
    dialog = SettingsDialog(opened.choices, opened.window)
    dialog.open()
    hide = next(one for one in dialog.findChildren(QPushButton) if one.text() == "Hide")
    QTest.mouseClick(hide, Qt.MouseButton.LeftButton)
    assert opened.window.isMinimized()
    assert not dialog.isVisible()
    assert QApplication.clipboard().text() == ""
    opened.window.come_back()
    assert not opened.window.isMinimized()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in opened.window.findChildren(Unlock)))
    assert _kept(opened) == ["Daniel, I love you."]


def test_hide_stops_the_beat_of_emergency(opened: House) -> None:
    opened.window.show_emergency()
    QApplication.processEvents()
    beat = next(one for one in opened.window.findChildren(BeatPicture) if one.isVisible())
    beat.set_beat(Beat.PUSHES)
    opened.window.hide_now()
    QApplication.processEvents()
    assert beat.beat is Beat.OFF


@pytest.mark.parametrize("wanted", [True, False])
def test_shift_three_times_hides_only_where_it_is_wanted(opened: House, wanted: bool) -> None:
    opened.choices.change(hide_on_three_shifts=wanted)
    opened._three_shifts()
    assert opened.window.isMinimized() is wanted
    assert (opened.window.session is None) is wanted


def test_closing_the_window_leaves_nothing_of_ours_on_the_clipboard(opened: House) -> None:
    opened.window.lock()
    QApplication.clipboard().setText("a line of a lesson")
    opened.window.close()
    assert QApplication.clipboard().text() == ""


def test_the_lock_takes_every_private_page_down(opened: House) -> None:
    for number in range(1, 5):
        opened.window.go_to(number)
    assert len(opened.window.rooms.private) == 4
    opened.window.go_to(JOURNAL)
    opened.window.lock()
    assert opened.window.rooms.private == {}
    assert opened.window.vault is None
    assert not [one for one in opened.window.findChildren(QPlainTextEdit) if one.isVisible()]
