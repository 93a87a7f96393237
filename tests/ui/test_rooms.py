"""The pages of the window: built when they are wanted, and the Journal a little before."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.errors import NotWritableError
from familysupport.ui.main_window import JOURNAL, PREPARE
from familysupport.ui.rooms import Rooms
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = keys.new_key()


@pytest.fixture
def opened(house: House) -> House:
    house.choices.change(welcomed=True)
    wrapped = keys.wrap(KEY, "words", keys.QUICK)
    house.window.unlock(Vault.create(house.context.paths.vault, KEY, wrapped))
    house.window.go_to(PREPARE)
    return house


def test_the_journal_is_built_out_of_sight_while_nobody_asks(opened: House, qtbot: QtBot) -> None:
    rooms = opened.window.rooms
    assert list(rooms.private) == [PREPARE]
    qtbot.waitUntil(lambda: JOURNAL in rooms.private, timeout=20_000)
    journal = rooms.private[JOURNAL]
    assert rooms.currentWidget() is rooms.private[PREPARE]
    assert not journal.isVisible()
    opened.window.go_to(JOURNAL)
    assert rooms.currentWidget() is journal
    assert journal.isVisible()


def test_a_lock_takes_down_what_was_built_ahead_and_an_unlock_begins_again(
    opened: House, qtbot: QtBot
) -> None:
    rooms = opened.window.rooms
    for _ in range(2):
        qtbot.waitUntil(lambda: JOURNAL in rooms.private, timeout=20_000)
        opened.window.lock()
        assert rooms.private == {}
        opened.window.unlock(Vault.open(opened.context.paths.vault, KEY))


def test_nothing_is_built_ahead_once_it_is_locked(opened: House) -> None:
    rooms = opened.window.rooms
    assert rooms._ahead._timer.isActive()
    opened.window.lock()
    assert not rooms._ahead._timer.isActive()
    assert rooms.private == {}


def test_what_cannot_be_built_ahead_is_told_to_who_asks_for_it(
    opened: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_any: object) -> None:
        raise NotWritableError(Path("vault.db"))

    rooms = opened.window.rooms
    monkeypatch.setattr(Rooms, "_new_journal", refuse)
    rooms._build_ahead()
    assert JOURNAL not in rooms.private
    with pytest.raises(NotWritableError):
        rooms.page(JOURNAL)
