"""No room on the disk, met in the window: one kind sentence, and every file as it was."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest
from hands import PASSPHRASE, press, set_up, shown, type_into
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.settings import Settings
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.vault import copies as copies_room
from familysupport.ui.vault import new_code as new_code_room
from familysupport.ui.vault.code_page import ShowCode
from familysupport.ui.vault.new_code import NewCodeDialog
from familysupport.ui.vault.unlock import Unlock
from familysupport.vault import cipher, disk, keys

FULL = "There is no room left on this disk."
SAVED = "What was saved before is still there."


@pytest.fixture
def kept(qtbot: QtBot, house: House) -> Path:
    """The folder of pages that were set up, open, with no copy under way."""
    set_up(qtbot, house)
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    return house.context.paths.vault


def no_room(*_args: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, "no")


def files(folder: Path) -> dict[str, bytes]:
    names = ("vault.db", "vault.key")
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.name in names}
    left = {path.name for path in folder.iterdir()} - {"vault.db-wal", "vault.db-shm", *names}
    assert left == set()
    return found


def said_next() -> list[str]:
    """Note the words of the dialog that opens next, and close it."""
    said: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None or isinstance(dialog, NewCodeDialog):
            QTimer.singleShot(10, look)
            return
        said.append(" ".join(one.text() for one in dialog.findChildren(QLabel)))
        press(dialog, "Close")

    QTimer.singleShot(0, look)
    return said


def test_pages_that_find_no_room_to_open_say_so_and_open_later(
    qtbot: QtBot, house: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = house.window
    window.lock()
    QThreadPool.globalInstance().waitForDone()
    before = files(kept)

    def full(_connection: object) -> bool:
        raise cipher.FullError(kept / "vault.db")

    window.go_to(JOURNAL)
    card = shown(window, Unlock)
    assert isinstance(card, Unlock)
    field = card.findChild(QLineEdit)
    with monkeypatch.context() as broken:
        broken.setattr(cipher, "checkpoint", full)
        type_into(field, PASSPHRASE)
        QTest.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(card._trouble.text()), timeout=30_000)
    assert card._trouble.text() == f"{FULL} {SAVED} Make some room, then try again."
    assert window.session is None
    assert files(kept) == before
    assert field.text() == PASSPHRASE
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.session is not None, timeout=30_000)


def test_a_new_code_that_finds_no_room_leaves_the_old_one_and_says_so(
    qtbot: QtBot, house: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = house.window.vault
    assert vault is not None
    key, before = vault.key, files(kept)
    monkeypatch.setattr(new_code_room, "wrap", lambda key, words: keys.wrap(key, words, keys.QUICK))
    dialog = NewCodeDialog(vault, Settings, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    type_into(dialog._ask._field, PASSPHRASE)
    QTest.keyClick(dialog._ask._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(dialog.pages.currentWidget(), ShowCode), timeout=10_000)
    page = dialog.pages.currentWidget()
    assert isinstance(page, ShowCode)
    said = said_next()
    type_into(page._typed, page._code)
    with monkeypatch.context() as broken:
        broken.setattr(disk.os, "fsync", no_room)
        QTest.keyClick(page._typed, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: bool(said), timeout=10_000)
    assert FULL in said[0]
    assert SAVED in said[0]
    assert files(kept) == before
    assert house.window.vault is not None
    assert house.window.vault.key == key
    assert house.window.session is not None
    assert house.window.session.journal.count() == 0


def test_open_files_that_find_no_room_leave_nothing_and_say_so(
    house: House, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, out = files(kept), tmp_path / "out"
    out.mkdir()
    monkeypatch.setattr(copies_room, "ask_where_to_save", lambda *_args: out / "all.zip")
    told: list[str] = []
    monkeypatch.setattr(copies_room, "tell", lambda _parent, *words: told.extend(words))
    with monkeypatch.context() as broken:
        broken.setattr(disk.os, "fsync", no_room)
        house.commands.export()
    assert told[:2] == [FULL, SAVED]
    assert list(out.iterdir()) == []
    assert files(kept) == before
