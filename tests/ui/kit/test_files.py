"""Files leave whole or not at all, and leave no trace of where they went."""

import errno
import os
import stat
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from familysupport.errors import DiskFullError, NotWritableError
from familysupport.ui.kit import files
from familysupport.ui.kit.files import (
    FileDialog,
    Kind,
    ask_where_to_save,
    ask_which_folder,
    ask_which_to_open,
    write_beside,
)

PDF = Kind("PDF", ("pdf",))
TEXT = Kind("Plain text", ("txt", "md"))


def _names(folder):
    return [path.name for path in folder.iterdir()]


def test_a_file_is_written_whole_and_for_this_user_only(tmp_path):
    path = tmp_path / "statement.pdf"
    write_beside(path, b"words")
    assert path.read_bytes() == b"words"
    assert os.name == "nt" or stat.S_IMODE(path.stat().st_mode) == 0o600
    assert _names(tmp_path) == ["statement.pdf"]


@pytest.mark.parametrize(
    ("number", "ours"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.EIO, NotWritableError),
        (errno.EROFS, NotWritableError),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_write_that_fails_keeps_the_old_file_and_leaves_nothing(
    tmp_path, monkeypatch, number, ours, step
):
    def fail(*_):
        raise OSError(number, "no")

    path = tmp_path / "statement.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, step, fail)
    with pytest.raises(ours) as caught:
        write_beside(path, b"new")
    assert caught.value.path == path
    assert path.read_bytes() == b"old"
    assert _names(tmp_path) == ["statement.pdf"]


def test_a_folder_that_is_gone_is_said_kindly(tmp_path):
    with pytest.raises(NotWritableError):
        write_beside(tmp_path / "gone" / "statement.pdf", b"words")


def test_a_folder_in_the_place_of_the_file_stays(tmp_path):
    (tmp_path / "statement.pdf").mkdir()
    with pytest.raises(NotWritableError):
        write_beside(tmp_path / "statement.pdf", b"words")
    assert _names(tmp_path) == ["statement.pdf"]


def test_saving_says_that_the_copy_is_not_locked(dressed, tmp_path):
    seen = []

    def choose(dialog):
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        seen.append(dialog.selectedFiles()[0])
        shiboken6.delete(dialog)
        return tmp_path / "x.pdf"

    assert ask_where_to_save(None, "statement.pdf", (PDF,), choose) == tmp_path / "x.pdf"
    assert "This copy is not locked. Anyone who opens it can read it." in seen
    assert seen[-1].endswith("statement.pdf")


def test_opening_offers_the_kinds_asked_for(dressed):
    seen = []

    def choose(dialog):
        seen.extend(dialog.nameFilters())
        shiboken6.delete(dialog)

    assert ask_which_to_open(None, (TEXT, PDF), choose) is None
    assert seen == ["Plain text (*.txt *.md)", "PDF (*.pdf)"]


def test_a_folder_can_be_asked_for(dressed):
    seen = []

    def choose(dialog):
        seen.append(dialog.fileMode())
        seen.extend(label.text() for label in dialog.findChildren(QLabel))
        shiboken6.delete(dialog)

    assert ask_which_folder(None, "The copy goes here.", choose) is None
    assert seen[0] == QFileDialog.FileMode.Directory
    assert "The copy goes here." in seen


@pytest.fixture
def settings_home(tmp_path, monkeypatch):
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    return home


def test_a_typed_name_gets_its_ending_and_its_folder_is_forgotten(
    qtbot, dressed, tmp_path, settings_home
):
    folder = tmp_path / "marker-folder"
    folder.mkdir()
    dialog = FileDialog(None, "Save a copy", (TEXT, PDF))
    dialog.for_saving("statement.txt")
    dialog.setDirectory(str(folder))
    dialog.selectNameFilter(PDF.filter())
    dialog.filterSelected.emit(PDF.filter())
    dialog.open()
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    field.selectAll()
    qtbot.keyClicks(field, "marker")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.isVisible())
    assert dialog.chosen == Path(folder / "marker.pdf")
    assert dialog.history() == ["/"] or dialog.history() == []
    shiboken6.delete(dialog)
    written = [p.read_text() for p in tmp_path.rglob("*") if p.is_file()]
    assert not any("marker" in text for text in written)


def test_leaving_the_dialog_chooses_nothing(qtbot, dressed, settings_home):
    dialog = FileDialog(None, "Save a copy", (PDF,))
    dialog.for_saving("statement.pdf")
    dialog.open()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.chosen is None
    shiboken6.delete(dialog)
