"""Ctrl+N and Ctrl+P do what they do everywhere, wherever in the window the keyboard is."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.journal.model import Entry
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.kit.preview import PreviewDialog
from familysupport.ui.main_window import JOURNAL, LEARN, STATEMENTS
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = keys.new_key()
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def house(house: House, qtbot: QtBot) -> House:
    house.choices.change(welcomed=True)
    wrapped = keys.wrap(KEY, "words", keys.QUICK)
    with qtbot.waitActive(house.window):
        house.window.show()
    house.window.unlock(Vault.create(house.context.paths.vault, KEY, wrapped))
    return house


def press(house: House, qtbot: QtBot, key: Qt.Key) -> None:
    """Press a key while the keyboard is on the row of tabs."""
    tabs = house.window.bar._tabs
    tabs.setFocus()
    qtbot.keyClick(tabs, key, CTRL)


def session_of(house: House) -> Any:
    assert house.window.session
    return house.window.session


def test_ctrl_n_begins_a_statement_in_statements_and_nothing_elsewhere(
    house: House, qtbot: QtBot
) -> None:
    kept = session_of(house).statements
    house.window.go_to(STATEMENTS)
    press(house, qtbot, Qt.Key.Key_N)
    assert len(kept.statements()) == 1
    house.window.go_to(LEARN)
    press(house, qtbot, Qt.Key.Key_N)
    house.window.show_emergency()
    press(house, qtbot, Qt.Key.Key_N)
    assert len(kept.statements()) == 1


def test_ctrl_n_begins_an_entry_in_the_journal_from_the_first_one_on(
    house: House, qtbot: QtBot
) -> None:
    house.window.go_to(JOURNAL)
    tab = house.window.rooms.private[JOURNAL]
    for words in ("one", "two"):
        press(house, qtbot, Qt.Key.Key_N)
        text = tab.findChild(PageText)
        assert text.hasFocus()
        assert text.toPlainText() == ""
        qtbot.keyClicks(text, words)
        tab.flush()
    assert {one.text for one in session_of(house).journal.entries()} == {"one", "two"}


@pytest.mark.parametrize("place", [STATEMENTS, JOURNAL])
def test_ctrl_p_shows_what_is_in_front_as_it_will_be_on_paper(
    house: House, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, place: int
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        PreviewDialog, "exec", lambda dialog: shown.append(str(dialog.sheet().content))
    )
    session = session_of(house)
    session.journal.save(Entry(0, house.context.clock.now(), text="a long walk"))
    house.window.go_to(STATEMENTS)
    press(house, qtbot, Qt.Key.Key_P)
    assert shown == []  # nothing is written yet
    press(house, qtbot, Qt.Key.Key_N)
    letter = session.statements.statements()[0]._replace(text="I love you.")
    session.statements.save(letter)
    house.window.go_to(place)
    press(house, qtbot, Qt.Key.Key_P)
    assert len(shown) == 1
    assert ("a long walk" if place == JOURNAL else "I love you.") in shown[0]
