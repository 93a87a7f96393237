"""The file dialog has room for large words, and buttons that can be seen on every ground."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QListView, QToolButton, QTreeView, QWidget

from familysupport.ui.kit import file_looks
from familysupport.ui.kit.files import FileDialog, Kind
from familysupport.ui.kit.theme import apply_theme

KIND = Kind("PDF for printing and sending", ("pdf",))
LOOKS = ("light", "dark", "contrast", "contrast-dark")


@pytest.fixture
def opened(
    qtbot: Any, qapp: Any, family: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    monkeypatch.setattr(file_looks, "_screen", lambda _dialog: QSize(1024, 700))
    made: list[QWidget] = []

    def show(look: str, size: int) -> FileDialog:
        apply_theme(qapp, look, size, family)
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1024, 700)
        dialog = FileDialog(window, "Save a copy", (KIND,))
        (tmp_path / "a letter to Daniel.pdf").write_bytes(b"x")
        dialog.setDirectory(str(tmp_path))
        dialog.for_saving("statement.pdf")
        made.extend((window, dialog))
        dialog.show()
        qapp.processEvents()
        return dialog

    yield show
    shiboken6.delete(made[1])


def _light(colour: QColor) -> float:
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    lin = [one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


@pytest.mark.parametrize("look", LOOKS)
def test_the_arrows_stand_out_from_their_ground(opened: Any, look: str) -> None:
    dialog = opened(look, 100)
    for name in ("toParentButton", "newFolderButton"):
        button = dialog.findChild(QToolButton, name)
        picture = dialog.grab(button.geometry()).toImage()
        ground = _light(picture.pixelColor(1, 1))
        lights = [
            _light(picture.pixelColor(x, y))
            for x in range(picture.width())
            for y in range(picture.height())
        ]
        strongest = max((max(one, ground) + 0.05) / (min(one, ground) + 0.05) for one in lights)
        assert strongest >= 4.5, name
        assert button.toolTip()


@pytest.mark.parametrize("size", [100, 150, 200])
def test_names_kinds_and_places_have_room(opened: Any, size: int) -> None:
    dialog = opened("light", size)
    kinds = dialog.findChild(QComboBox, "fileTypeCombo")
    words = kinds.fontMetrics().horizontalAdvance(kinds.currentText())
    assert words <= kinds.width() - kinds.height()
    files = dialog.findChild(QTreeView, "treeView")
    name = files.fontMetrics().horizontalAdvance("a letter to Daniel.pdf")
    assert files.columnWidth(0) >= name + files.iconSize().width()
    assert files.header().length() <= files.viewport().width()
    places = dialog.findChild(QListView, "sidebar")
    assert places.sizeHintForColumn(0) <= places.viewport().width()


def test_only_what_helps_to_tell_files_apart_is_shown(opened: Any) -> None:
    dialog = opened("light", 100)
    files = dialog.findChild(QTreeView, "treeView")
    shown = [column for column in range(4) if not files.isColumnHidden(column)]
    titles = [files.model().headerData(one, Qt.Orientation.Horizontal) for one in shown]
    assert titles == ["Name", "Date Modified"]
    assert dialog.findChild(QToolButton, "listModeButton").isHidden()
