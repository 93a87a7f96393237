"""Everything the program made goes; what others made stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from familysupport import log
from familysupport.app import House
from familysupport.ui.vault import removing
from familysupport.ui.vault.removing import RemoveDialog
from familysupport.vault.backup import make_backup, restore
from familysupport.vault.removal import remove_everything
from familysupport.vault.vault import Vault

KEY = bytes(range(1, 33))


def test_the_word_must_be_typed_first(qtbot: QtBot, house: House) -> None:
    dialog = RemoveDialog(house.context.paths, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.mouseClick(dialog._remove, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    QTest.keyClicks(dialog._typed, "remov")
    assert not dialog._remove.isEnabled()
    QTest.keyClick(dialog._typed, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(dialog._typed, "e")
    QTest.mouseClick(dialog._remove, Qt.MouseButton.LeftButton)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_everything_goes_and_nothing_is_written_again(
    house: House, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    paths, window = house.context.paths, house.window
    log.start_log(paths.log)
    window.unlock(Vault.open(kept, KEY))
    window.lock()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    stick = make_backup(kept, KEY, tmp_path / "stick", house.context.clock)
    restore(stick, KEY, kept, house.context.clock)
    window.unlock(Vault.open(kept, KEY))
    stranger = paths.data / "holiday.txt"
    stranger.write_text("not ours", encoding="utf-8")
    assert len(list(paths.data.rglob("*"))) > 8
    monkeypatch.setattr(RemoveDialog, "exec", lambda _dialog: 1)
    monkeypatch.setattr(removing, "tell", lambda _parent, *words: told.extend(words))
    house.commands.remove_everything()
    assert told[0] == "Everything is removed from this computer."
    assert not window.isVisible()
    log.note("something")
    assert list(paths.data.rglob("*")) == [stranger]
    assert stick.exists()


def test_what_will_not_go_is_named(
    house: House, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    held = kept / "vault.db"
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == held:
            raise PermissionError(13, "in use")
        unlink(path, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    left = remove_everything(house.context.paths)
    assert left == [held]
    monkeypatch.setattr(removing, "tell", lambda _parent, *words: told.extend(words))
    removing.tell_removed(left, house.window)
    assert str(held) in told[1]


def test_nothing_at_all_is_no_trouble(house: House) -> None:
    assert remove_everything(house.context.paths) == []
