"""What was typed, searched, copied and previewed is found in no file that is left behind."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import press, set_up, shown, type_into, unlock
from homes import PERSON, at_home
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.ui.main_window import JOURNAL, STATEMENTS

MARK = "twelveoclock-harvester-quill"


def forms(word: str) -> list[bytes]:
    raw = word.encode()
    found = [raw, raw.lower(), word.encode("utf-16-le"), raw.hex().encode()]
    shifted = (base64.b64encode(b"\0" * pad + raw)[4 if pad else 0 : -4] for pad in range(3))
    return [*found, *shifted]


def blobs(path: Path) -> Iterator[bytes]:
    data = path.read_bytes()
    yield data
    if data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(path) as packed:
            for name in packed.namelist():
                yield packed.read(name)
    start = data.find(b"\x78\x9c")
    if start >= 0:
        try:
            yield zlib.decompressobj().decompress(data[start:])
        except zlib.error:
            return


def files_with(word: str, folder: Path) -> list[Path]:
    wanted = forms(word)
    return [
        path
        for path in folder.rglob("*")
        if word in path.name
        or (path.is_file() and any(one in blob for blob in blobs(path) for one in wanted))
    ]


def test_the_search_for_leaks_can_find_one(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text(f"before {MARK} after", encoding="utf-8")
    (tmp_path / "wide.bin").write_bytes(MARK.encode("utf-16-le"))
    with zipfile.ZipFile(tmp_path / "packed.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("inside.txt", MARK)
    assert len(files_with(MARK, tmp_path)) == 3


def test_nothing_typed_is_readable_in_any_file(
    qtbot: QtBot, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    set_up(qtbot, house)
    window = house.window
    window.go_to(STATEMENTS)
    press(window, "Write the first statement")
    editor = shown(window, QPlainTextEdit)
    QApplication.clipboard().setText(f"Dear one, {MARK}.")
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    _preview(window)
    window.go_to(JOURNAL)
    press(window, "Write the first entry")
    type_into(shown(window, QPlainTextEdit), f"I thought of {MARK} today")
    search = next(one for one in window.findChildren(QLineEdit) if "earch" in one.accessibleName())
    type_into(search, MARK)
    assert MARK not in window.windowTitle()
    window.lock()
    assert MARK not in QApplication.clipboard().text()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    unlock(qtbot, house)
    window.close()
    assert QThreadPool.globalInstance().waitForDone(20_000)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert any(path.suffix == ".zip" for path in kept)
    assert any(path.name == "vault.db" for path in kept)
    assert files_with(MARK, tmp_path) == []
    for path in kept:
        if os.name == "posix" and path.is_relative_to(house.context.paths.data):
            assert path.stat().st_mode & 0o077 == 0, path


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "home" / "out" / MARK).mkdir(parents=True)
    return tmp_path / "home"


def a_person(home: Path, *more: str) -> subprocess.Popen[bytes]:
    """Start the program in a home of its own, where something private is written."""
    command = [sys.executable, PERSON, MARK, home / "out" / MARK / f"{MARK}.pdf", *more]
    return subprocess.Popen(command, env=at_home(home), stdout=subprocess.PIPE)


def traces(home: Path) -> list[Path]:
    return [path for path in files_with(MARK, home) if not path.is_relative_to(home / "out")]


def test_a_home_keeps_no_trace_but_what_was_exported(home: Path) -> None:
    with a_person(home) as program:
        assert program.wait(60) == 0
    left = {path.name for path in home.rglob("*") if path.is_file()}
    assert {"vault.db", "vault.key", "settings.json", "events.log", f"{MARK}.pdf"} <= left
    assert any(name.endswith(".zip") for name in left)
    assert traces(home) == []


def test_a_program_killed_with_everything_open_leaves_no_trace(home: Path) -> None:
    with a_person(home, "stay") as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"written\n"
        program.kill()
    assert (home / "out" / MARK / f"{MARK}.pdf").is_file()
    assert any(path.name == "vault.db-wal" for path in home.rglob("*"))
    assert traces(home) == []


def _preview(window: object) -> None:
    seen: list[bool] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        seen.append(True)
        dialog.reject()

    QTimer.singleShot(0, close)
    press(window, "Print…")  # type: ignore[arg-type]
    assert seen == [True]
