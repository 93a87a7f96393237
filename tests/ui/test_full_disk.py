"""A disk that takes nothing more: told once, calmly, and no word that was typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QPushButton
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.errors import DiskFullError
from familysupport.ui.kit.autosave import still_waiting
from familysupport.ui.main_window import JOURNAL, STATEMENTS
from familysupport.vault import keys
from familysupport.vault.vault import Vault

LONG = "Daniel, I love you. " * 4000
KEY = keys.new_key()


@pytest.fixture
def writing(house: House) -> QPlainTextEdit:
    """The editor of a new statement, in an open vault."""
    key_file = keys.wrap(KEY, "words", keys.QUICK)
    house.window.unlock(Vault.create(house.context.paths.vault, KEY, key_file))
    house.window.go_to(STATEMENTS)
    start = next(
        one
        for one in house.window.findChildren(QPushButton)
        if one.text() == "Write the first statement"
    )
    start.click()
    QApplication.processEvents()
    return next(one for one in house.window.findChildren(QPlainTextEdit) if one.isVisible())


@contextmanager
def full_disk(house: House) -> Iterator[None]:
    """No page more than there is now, as when the disk has no room left."""
    vault = house.window.vault
    assert vault is not None
    pages = vault.db.execute("PRAGMA page_count").fetchone()[0]
    vault.db.execute(f"PRAGMA max_page_count = {pages}").fetchall()
    yield
    if house.window.vault is vault:
        vault.db.execute("PRAGMA max_page_count = 1000000").fetchall()


def _answer(said: list[str], press: str) -> None:
    """Note the words of the dialog that opens next, and press a button in it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        next(one for one in dialog.findChildren(QPushButton) if one.text() == press).click()

    QTimer.singleShot(0, act)


def _texts(house: House) -> list[str]:
    session = house.window.session
    assert session is not None
    return [one.text for one in session.statements.statements()]


def _unlock(house: House) -> None:
    house.window.unlock(Vault.open(house.context.paths.vault, KEY))


def test_a_full_disk_is_told_and_the_words_are_saved_when_there_is_room(
    house: House, writing: QPlainTextEdit
) -> None:
    said: list[str] = []
    writer = house.window.rooms.private[STATEMENTS]
    with full_disk(house), capture_exceptions() as caught:
        writing.setPlainText(LONG)
        still_waiting([writer])[0]._rest.timeout.emit()
        still_waiting([writer])[0]._rest.timeout.emit()
    assert len(caught) == 1
    assert issubclass(caught[0][0], DiskFullError)
    _answer(said, "Close")
    house.tell_unexpected(*caught[0])
    assert said[0] == "There is no room left on this disk."
    assert writing.toPlainText() == LONG
    writer.flush()
    assert _texts(house) == [LONG]


def test_words_that_the_disk_did_not_take_come_back_after_the_lock(
    qtbot: QtBot, house: House, writing: QPlainTextEdit
) -> None:
    with full_disk(house):
        writing.setPlainText(LONG)
        house.window.hide_now()
    assert house.window.session is None
    assert house.window.isMinimized()
    assert QApplication.activeModalWidget() is None
    said: list[str] = []
    _unlock(house)
    _answer(said, "Close")
    qtbot.waitUntil(lambda: bool(said))
    assert said[0] == "Some words could not be saved when the pages were locked."
    session = house.window.session
    assert session is not None
    newest = session.journal.entry(session.journal.entries(1)[0].id)
    assert newest is not None
    assert LONG.strip() in newest.text
    assert house.window.bar.current() == JOURNAL
    assert not house.window._holds_words()


def test_words_stay_held_while_the_disk_is_still_full(
    qtbot: QtBot, house: House, writing: QPlainTextEdit
) -> None:
    with full_disk(house):
        writing.setPlainText(LONG)
        house.window.lock()
    _unlock(house)
    said: list[str] = []
    with full_disk(house):
        _answer(said, "Close")
        qtbot.waitUntil(lambda: bool(said))
    assert "They are held, locked, as long as the program is open." in said[1]
    assert house.window._holds_words()
    _answer(said, "Close")
    house.window._give_back()
    assert not house.window._holds_words()


def test_closing_the_window_asks_before_such_words_are_lost(
    qtbot: QtBot, house: House, writing: QPlainTextEdit
) -> None:
    said: list[str] = []
    with full_disk(house):
        writing.setPlainText(LONG)
        _answer(said, "Cancel")
        house.window.close()
        assert house.window.isVisible()
        assert house.window.session is not None
    assert said[0] == "Some of what you wrote is not saved yet."
    house.window.lock()
    _unlock(house)
    assert _texts(house) == [LONG]


def test_a_new_look_on_a_full_disk_loses_nothing(
    qtbot: QtBot, house: House, writing: QPlainTextEdit
) -> None:
    said: list[str] = []
    with full_disk(house):
        writing.setPlainText(LONG)
        _answer(said, "Close")
        house.choices.change(theme="dark")
        assert house.window._holds_words()
    _answer(said, "Close")
    house.window._give_back()
    session = house.window.session
    assert session is not None
    assert session.journal.count() == 1
