"""Safe copies at the window: made, brought back, missed, and everything as open files."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.errors import DiskFullError
from familysupport.session import open_session
from familysupport.statements.model import Statement
from familysupport.ui.main_window import JOURNAL
from familysupport.ui.vault import backups as backups_room
from familysupport.ui.vault import copies as copies_room
from familysupport.ui.vault.bring_back import BringBackDialog
from familysupport.ui.vault.copies import CopiesDialog
from familysupport.ui.vault.unlock import Unlock
from familysupport.vault import keys
from familysupport.vault.backup import list_backups, look_into, make_backup
from familysupport.vault.vault import Vault

PASSPHRASE = "four brown goats whisper"
KEY = bytes(range(1, 33))


@pytest.fixture
def opened(house: House, kept: Path) -> House:
    house.window.unlock(Vault.open(kept, KEY))
    assert QThreadPool.globalInstance().waitForDone(20_000)
    QApplication.processEvents()
    return house


def _press(within: QWidget, name: str) -> None:
    button = next(
        one for one in within.findChildren(QPushButton) if one.text() == name and one.isVisible()
    )
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _when_modal(act: Callable[[QWidget], None]) -> None:
    def go() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        act(dialog)

    QTimer.singleShot(0, go)


def _texts(house: House) -> list[str]:
    session = house.window.session
    assert session is not None
    return [one.text for one in session.statements.statements()]


def test_a_copy_goes_to_the_chosen_folder_and_is_checked(
    qtbot: QtBot, opened: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    monkeypatch.setattr(copies_room, "ask_which_folder", lambda *_args: stick)
    said: list[str] = []

    def use(dialog: QWidget) -> None:
        assert isinstance(dialog, CopiesDialog)
        _press(dialog, "Copy to a USB stick or folder…")
        qtbot.waitUntil(lambda: "checked" in dialog._said.text(), timeout=20_000)
        said.append(dialog._said.text())
        _press(dialog, "Close")

    _when_modal(use)
    opened.commands.copies()
    assert said == ["The copy is made, opened and checked."]
    assert look_into(list_backups(stick)[0], KEY).counts["statements"] == 1


def test_a_copy_is_brought_back_and_what_it_replaces_is_kept(
    qtbot: QtBot, opened: House, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make_backup(kept, KEY, tmp_path / "stick", opened.context.clock)
    session = opened.window.session
    assert session is not None
    for one in session.statements.statements():
        session.statements.delete(one.id)
    monkeypatch.setattr(copies_room, "ask_which_to_open", lambda *_args: copy)
    told: list[str] = []
    monkeypatch.setattr(copies_room, "tell", lambda _parent, *words: told.extend(words))

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, BringBackDialog)
        QTest.keyClicks(dialog._field, PASSPHRASE)
        _press(dialog, "Look inside")
        qtbot.waitUntil(dialog._use.isVisible, timeout=20_000)
        assert "statements: 1" in dialog._found.text()
        _press(dialog, "Use this copy")

    def use(dialog: QWidget) -> None:
        _when_modal(look)
        _press(dialog, "Bring back from a file…")

    _when_modal(use)
    opened.commands.copies()
    assert _texts(opened) == ["Daniel, I love you."]
    assert told[0] == "The copy is in use now."
    replaced = [path for path in kept.parent.glob("vault-*") if path.is_dir()]
    assert len(replaced) == 1
    assert replaced[0].name in told[1]


def test_the_bar_below_says_when_the_newest_copy_was_made(opened: House) -> None:
    bar = opened.window.statusBar()
    assert any("Safe copy:" in one.text() for one in bar.findChildren(QLabel))
    assert any(", checked" in one.text() for one in bar.findChildren(QLabel))


def test_trying_a_copy_opens_and_counts_it_and_changes_nothing(
    qtbot: QtBot,
    opened: House,
    kept: Path,
    prints: Callable[[Path], dict[str, str]],
) -> None:
    copy = list_backups(opened.context.paths.backups)[0]
    assert opened.window.vault is not None
    before = prints(kept), prints(copy.parent)
    said: list[str] = []

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, BringBackDialog)
        QTest.keyClicks(dialog._field, PASSPHRASE)
        _press(dialog, "Open it and count")
        qtbot.waitUntil(dialog._inside.isVisible, timeout=20_000)
        said.extend(one.text() for one in dialog.findChildren(QLabel) if one.isVisible())
        assert not dialog._use.isVisible()
        _press(dialog, "Close")

    def use(dialog: QWidget) -> None:
        _when_modal(look)
        _press(dialog, "Try the newest copy…")
        _press(dialog, "Close")

    _when_modal(use)
    opened.commands.copies()
    assert "This copy is good. It was put away again, and nothing was changed." in said
    assert any("statements: 1" in one for one in said)
    assert (prints(kept), prints(copy.parent)) == before
    assert list(kept.parent.glob(".work-*")) == []


def test_every_copy_can_be_checked_again_and_a_bad_one_is_named(
    qtbot: QtBot, opened: House, kept: Path
) -> None:
    paths, clock = opened.context.paths, opened.context.clock
    make_backup(kept, KEY, paths.backups, clock)
    make_backup(kept, KEY, paths.backups, clock)
    copies = list_backups(paths.backups)
    copies[0].write_bytes(copies[0].read_bytes()[:5000])
    other = Vault.create(paths.data / "other", bytes(range(3, 35)), b"x")
    other.close()
    make_backup(other.folder, other.key, paths.backups, clock).replace(copies[1])
    said: list[str] = []

    def use(dialog: QWidget) -> None:
        assert isinstance(dialog, CopiesDialog)
        _press(dialog, "Check all copies now")
        qtbot.waitUntil(
            lambda: "Not good or not opened: 2 of" in dialog._said.text(), timeout=30_000
        )
        model = dialog.list.model()
        spoken = Qt.ItemDataRole.AccessibleTextRole
        said.extend(model.index(row, 0).data(spoken) for row in range(model.rowCount()))
        copies[0].unlink()
        copies[1].unlink()
        _press(dialog, "Check all copies now")
        qtbot.waitUntil(lambda: "are good" in dialog._said.text(), timeout=30_000)
        _press(dialog, "Close")

    _when_modal(use)
    opened.commands.copies()
    assert "not good: it cannot be opened any more" in said[0]
    assert "opens with the passphrase or code of that time" in said[1]
    assert all("opened just now: good" in one for one in said[2:])


def test_each_copy_also_goes_to_a_second_place_that_was_chosen(
    qtbot: QtBot, opened: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(copies_room, "ask_which_folder", lambda *_args: stick)

    def use(dialog: QWidget) -> None:
        assert isinstance(dialog, CopiesDialog)
        _press(dialog, "Choose a second place…")
        assert str(stick) in dialog._place.text()
        _press(dialog, "Close")

    _when_modal(use)
    opened.commands.copies()
    assert opened.choices.now().backup_folder == str(stick)
    opened.window.lock()
    qtbot.waitUntil(lambda: len(list_backups(stick)) > 0, timeout=60_000)
    assert QThreadPool.globalInstance().waitForDone(60_000)
    QApplication.processEvents()
    stick.rename(tmp_path / "away")
    opened.window.unlock(Vault.open(opened.context.paths.vault, KEY))
    opened.window.lock()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    assert not stick.exists()

    def stop(dialog: QWidget) -> None:
        assert isinstance(dialog, CopiesDialog)
        assert "Now it is not." in dialog._place.text()
        _press(dialog, "No second place")
        assert str(stick) not in dialog._place.text()
        _press(dialog, "Close")

    _when_modal(stop)
    opened.commands.copies()
    assert opened.choices.now().backup_folder == ""


def test_leaving_the_look_inside_replaces_nothing(
    opened: House, kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = make_backup(kept, KEY, tmp_path / "stick", opened.context.clock)
    monkeypatch.setattr(copies_room, "ask_which_to_open", lambda *_args: copy)

    def use(dialog: QWidget) -> None:
        _when_modal(lambda inner: _press(inner, "Close"))
        _press(dialog, "Bring back from a file…")
        _press(dialog, "Close")

    _when_modal(use)
    opened.commands.copies()
    assert list(kept.parent.glob("vault-*")) == []
    assert opened.window.session is not None


def test_a_damaged_vault_opens_from_its_newest_copy_when_one_wants_it(
    qtbot: QtBot, opened: House, kept: Path
) -> None:
    opened.window.lock()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    (kept / "vault.db").write_bytes(b"")
    opened.window.go_to(JOURNAL)
    card = next(one for one in opened.window.findChildren(Unlock) if one.isVisible())
    QTest.keyClicks(card._field, PASSPHRASE)
    said: list[str] = []
    watch = QTimer()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            watch.stop()
            said.extend(one.text() for one in dialog.findChildren(QLabel))
            _press(dialog, "Open the safe copy")

    watch.timeout.connect(answer)
    watch.start(20)
    QTest.keyClick(card._field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: opened.window.session is not None, timeout=20_000)
    assert said[0] == "The file with your private pages cannot be read. It may be damaged."
    assert _texts(opened) == ["Daniel, I love you."]
    assert [path.name for path in kept.parent.glob("vault-*/vault.db")] == ["vault.db"]


def test_a_copy_that_was_missed_is_said_until_one_is_made(
    qtbot: QtBot, opened: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object) -> Path:
        raise DiskFullError(Path("backups"))

    with monkeypatch.context() as patch:
        patch.setattr(backups_room, "make_backup", refuse)
        opened.window.lock()
        bar = opened.window.statusBar()
        qtbot.waitUntil(lambda: "could not be made" in bar.currentMessage(), timeout=20_000)
    opened.window.unlock(Vault.open(opened.context.paths.vault, KEY))
    opened.window.lock()
    qtbot.waitUntil(lambda: not bar.currentMessage(), timeout=20_000)


def test_everything_can_be_saved_as_open_files(
    opened: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    target = tmp_path / "everything.zip"
    monkeypatch.setattr(copies_room, "ask_where_to_save", lambda *_args: target)
    monkeypatch.setattr(copies_room, "tell", lambda _parent, *words: told.extend(words))
    opened.commands.export()
    with zipfile.ZipFile(target) as packed:
        tables = json.loads(packed.read("everything.json"))
        assert "Daniel, I love you." in packed.read("words.md").decode("utf-8")
    assert tables["statements"][0]["text"] == "Daniel, I love you."
    assert "Anyone who finds that file can read it" in told[2]
    monkeypatch.setattr(copies_room, "ask_where_to_save", lambda *_args: tmp_path / "no" / "a.zip")
    opened.commands.export()
    assert told[3] == "This place does not let the program write."


def test_a_new_computer_can_begin_with_a_safe_copy(
    qtbot: QtBot, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    vault = Vault.create(old, KEY, keys.wrap(KEY, PASSPHRASE, keys.QUICK))
    open_session(vault.db, house.context.clock).statements.save(
        Statement(author="Mum", text="Daniel, I love you.")
    )
    vault.close()
    copy = make_backup(old, KEY, tmp_path / "stick", house.context.clock)
    monkeypatch.setattr(copies_room, "ask_which_to_open", lambda *_args: copy)
    _press(house.window, "Set up my private pages")
    house.choices.change(welcomed=True)

    def look(dialog: QWidget) -> None:
        assert isinstance(dialog, BringBackDialog)
        QTest.keyClicks(dialog._field, PASSPHRASE)
        _press(dialog, "Look inside")
        qtbot.waitUntil(dialog._use.isVisible, timeout=20_000)
        assert not dialog._kept.isVisible()
        _press(dialog, "Use this copy")

    _when_modal(look)
    _press(house.window, "I have a safe copy…")
    qtbot.waitUntil(lambda: house.window.session is not None)
    assert _texts(house) == ["Daniel, I love you."]
