"""Every trouble with the vault's files, met at the window: one calm answer, nothing changed."""

from __future__ import annotations

import errno
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from familysupport import app as house_room
from familysupport.app import House
from familysupport.ui.kit.instance import Instance
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.vault.bring_back import BringBackDialog
from familysupport.ui.vault.unlock import Unlock
from familysupport.vault import cipher, disk, keys
from familysupport.vault import vault as vault_room
from familysupport.vault.backup import make_backup

PASSPHRASE = "four brown goats whisper"
KEY = bytes(range(1, 33))
Prints = Callable[[Path], dict[str, str]]

DAMAGED = "The file with your private pages cannot be read. It may be damaged."
KEY_DAMAGED = "The small key file is missing or damaged."
NEWER = "These pages were last opened with a newer version of this program."


def _flipped(data: bytes) -> bytes:
    return data[:5000] + bytes([data[5000] ^ 4]) + data[5001:]


SPOILT: dict[str, Callable[[bytes], bytes]] = {
    "cut short": lambda data: data[:4096],
    "cut in a page": lambda data: data[:-7],
    "zero bytes": lambda data: b"",
    "all zeros": lambda data: bytes(len(data)),
    "a flipped bit": _flipped,
    "a wrong file": lambda data: b"\x89PNG\r\n" + b"picture " * 700,
    "a plain database": lambda data: b"SQLite format 3\0" + bytes(8176),
}


def _try(qtbot: QtBot, house: House, typed: str = PASSPHRASE) -> str:
    """Type the passphrase and return what the card says."""
    house.window.go_to(JOURNAL)
    card = next(one for one in house.window.findChildren(Unlock) if one.isVisible())
    field = card.findChild(QLineEdit)
    QTest.keyClicks(field, typed)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(card._trouble.text()), timeout=10_000)
    assert house.window.session is None
    assert card._open.isEnabled()
    return card._trouble.text()


@pytest.mark.parametrize("name", SPOILT)
def test_a_spoilt_vault_is_told_and_left_as_it_is(
    qtbot: QtBot, house: House, kept: Path, prints: Prints, name: str
) -> None:
    path = kept / "vault.db"
    path.write_bytes(SPOILT[name](path.read_bytes()))
    before = prints(kept)
    said = _try(qtbot, house)
    assert said.startswith(DAMAGED)
    assert "left exactly as it is" in said
    assert prints(kept) == before


@pytest.mark.parametrize("name", ["cut short", "zero bytes", "a wrong file"])
def test_a_spoilt_key_file_is_told_and_the_code_is_asked_for(
    qtbot: QtBot, house: House, kept: Path, prints: Prints, name: str
) -> None:
    path = kept / "vault.key"
    spoilt = {"cut short": path.read_bytes()[:90], "zero bytes": b"", "a wrong file": b"\x89PNG"}
    path.write_bytes(spoilt[name])
    before = prints(kept)
    assert _try(qtbot, house).startswith(KEY_DAMAGED)
    assert prints(kept) == before
    card = next(one for one in house.window.findChildren(Unlock) if one.isVisible())
    field = card.findChild(QLineEdit)
    assert field.accessibleName() == "Recovery code"
    QTest.keyClicks(field, keys.code_for(KEY))
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: house.window.session is not None, timeout=10_000)


def test_a_vault_of_a_newer_version_is_told_and_left_as_it_is(
    qtbot: QtBot, house: House, kept: Path, prints: Prints
) -> None:
    vault = vault_room.Vault.open(kept, KEY)
    row = {"migration_set": "familysupport", "name": "m999_later", "applied_at": "2030"}
    vault.db.table("_sqlite_migrations").insert(row)
    vault.close()
    before = prints(kept)
    assert _try(qtbot, house).startswith(NEWER)
    assert prints(kept) == before


def test_a_folder_that_cannot_be_written_is_told(
    qtbot: QtBot, house: House, kept: Path, prints: Prints, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(vault_room.os, "access", lambda _path, mode: mode != os.W_OK)
    before = prints(kept)
    said = _try(qtbot, house)
    assert said.startswith("This place does not let the program write.")
    assert prints(kept) == before


def test_pages_that_another_program_holds_are_told(
    qtbot: QtBot, house: House, kept: Path, prints: Prints, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cipher, "_PATIENCE", 0)
    other = cipher.connect(kept / "vault.db", KEY)
    other.execute("PRAGMA locking_mode = EXCLUSIVE").fetchall()
    other.execute("BEGIN EXCLUSIVE")
    before = prints(kept)
    said = _try(qtbot, house)
    assert said.startswith("These pages are already open in another window.")
    assert prints(kept) == before
    other.close()


@pytest.mark.parametrize(
    ("number", "first"),
    [
        (errno.ENOSPC, "There is no room left on this disk."),
        (errno.EROFS, "This place does not let the program write."),
    ],
)
def test_a_refusing_disk_at_the_very_start_is_told_and_nothing_half_made_stays(
    house: House, prints: Prints, monkeypatch: pytest.MonkeyPatch, number: int, first: str
) -> None:
    said: list[str] = []

    def refuse(path: Path) -> int:
        raise OSError(number, os.strerror(number))

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        next(one for one in dialog.findChildren(QPushButton) if one.text() == "Close").click()

    monkeypatch.setattr(disk, "_opened", refuse)
    QTimer.singleShot(0, answer)
    house.window.rooms.door._make(KEY, keys.wrap(KEY, PASSPHRASE, keys.QUICK))
    assert said[0] == first
    assert house.window.session is None
    assert prints(house.context.paths.vault) == {}


@pytest.mark.parametrize("name", ["no zip", "cut short", "a flipped bit", "another zip"])
def test_a_spoilt_copy_is_told_and_nothing_is_replaced(
    qtbot: QtBot, house: House, kept: Path, prints: Prints, tmp_path: Path, name: str
) -> None:
    copy = make_backup(kept, KEY, tmp_path / "stick", house.context.clock)
    data = copy.read_bytes()
    spoilt = {"no zip": b"a letter", "cut short": data[:9000], "a flipped bit": _flipped(data)}
    copy.write_bytes(spoilt.get(name, data))
    if name == "another zip":
        with zipfile.ZipFile(copy, "w") as packed:
            packed.writestr("letter.txt", "Daniel")
    before = prints(kept.parent)
    dialog = BringBackDialog(copy, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClicks(dialog._field, PASSPHRASE)
    QTest.keyClick(dialog._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(dialog._trouble.text()), timeout=10_000)
    assert dialog._trouble.text().startswith("This file is not a safe copy that can be opened.")
    assert not dialog._use.isVisible()
    assert prints(kept.parent) == before


def test_a_second_start_opens_nothing_and_calls_the_first(
    qtbot: QtBot, house: House, kept: Path, prints: Prints, monkeypatch: pytest.MonkeyPatch
) -> None:
    raised: list[bool] = []  # without a screen there is nothing to raise
    monkeypatch.setattr(house.window, "raise_", lambda: raised.append(True))
    monkeypatch.setattr(house_room, "make_application", QApplication.instance)
    monkeypatch.setattr(house_room, "House", lambda *_args: pytest.fail("a second house"))
    data = house.context.paths.data
    first = Instance(data)
    assert first.claim()
    first.knocked.connect(house.window.come_back)
    house.window.showMinimized()
    before = prints(kept)
    with qtbot.waitSignal(first.knocked, timeout=5000):
        assert house_room.main(["familysupport", "--data", str(data)]) == 0
    assert not house.window.isMinimized()
    assert raised
    assert prints(kept) == before
    first.release()
