"""F12, Hide and the lock turn the microphone off at once, in the whole window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from stand_ins import FedMicrophone, loud

from familysupport.app import House
from familysupport.rehearse.model import Look
from familysupport.statements.model import Statement
from familysupport.ui.main_window import JOURNAL, REHEARSE
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.recorder import Recorder, Wish
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.view import ReadingView
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = keys.new_key()


@pytest.fixture
def recording(house: House, clock: Any) -> tuple[House, FedMicrophone]:
    """A window in which somebody reads and is recorded."""
    house.choices.change(welcomed=True)
    window = house.window
    window.unlock(Vault.create(house.context.paths.vault, KEY, keys.wrap(KEY, "w", keys.QUICK)))
    assert window.session is not None
    window.session.rehearse.keep_look(Look(countdown=0))
    letter = window.session.statements.save(Statement(author="Anna", text="I love you. " * 40))
    window.go_to(REHEARSE)
    tab = window.findChild(RehearseTab)
    assert tab is not None
    tab.read_statement(letter.id)
    microphone = FedMicrophone()
    recorder: Any = tab.findChild(Recorder)
    recorder._microphone = microphone
    recorder.choose(Wish.KEEP)
    reader: Any = tab.findChild(Reader)
    QTest.keyClick(reader.findChild(ReadingView), Qt.Key.Key_Space)
    microphone.hear(loud(1.0))
    clock.seconds += 1.0
    return house, microphone


def press_f12(house: House) -> None:
    QTest.keyClick(house.window.focusWidget() or house.window, Qt.Key.Key_F12)


WAYS: dict[str, Callable[[House], None]] = {
    "F12": press_f12,
    "Emergency": lambda house: house.window.show_emergency(),
    "Hide": lambda house: house.window.hide_now(),
    "lock": lambda house: house.window.lock(),
    "another tab": lambda house: house.window.go_to(JOURNAL),
}


@pytest.mark.parametrize("way", WAYS)
def test_the_microphone_is_off_at_once(recording: tuple[House, FedMicrophone], way: str) -> None:
    house, microphone = recording
    assert microphone.on
    WAYS[way](house)
    assert not microphone.on
    QApplication.processEvents()
    QThreadPool.globalInstance().waitForDone()


def test_what_was_recorded_before_the_lock_is_in_the_vault(
    recording: tuple[House, FedMicrophone],
) -> None:
    house, _microphone = recording
    house.window.lock()
    QThreadPool.globalInstance().waitForDone()
    vault = Vault.open(house.context.paths.vault, KEY)
    assert vault.db.execute("SELECT seconds FROM rehearse_recordings").fetchall() == [(1.0,)]
    vault.close()
