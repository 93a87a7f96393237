"""Hide stands in every window and dialog, and puts all of it away at once."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import familysupport.ui
from familysupport.app import House
from familysupport.documents.page import Page
from familysupport.ui.kit import files, messages, preview
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.vault.gate import GateDialog


def _all_dialogs(kind: type[QDialog] = QDialog) -> Iterator[type[QDialog]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("familysupport."):
            yield one
        yield from _all_dialogs(one)


def _hide_in(dialog: QWidget) -> QPushButton:
    found = [one for one in dialog.findChildren(QPushButton) if one.text() == "Hide"]
    assert len(found) == 1, dialog
    assert found[0].isVisible()
    return found[0]


def _preview(parent: QWidget) -> QDialog:
    return preview.PreviewDialog(
        lambda _choices: PrintSheet("Page", Page("Page", ())), "a.pdf", parent
    )


def _saving(parent: QWidget) -> QDialog:
    dialog = files.FileDialog(parent, "Save a copy", (files.Kind("PDF", ("pdf",)),))
    dialog.for_saving("statement.pdf")
    return dialog


def _question(parent: QWidget) -> QDialog:
    dialog = messages._Question(parent, "There is no room left on this disk.", "All is kept.")
    dialog.offer("Close", "primary", True)
    return dialog


KINDS: dict[str, Callable[[QWidget], QDialog]] = {
    "CalmDialog": lambda parent: CalmDialog("About", parent),
    "PreviewDialog": _preview,
    "FileDialog": _saving,
    "GateDialog": lambda parent: GateDialog("Keep the old one", parent),
    "_Question": _question,
}


def test_no_dialog_is_of_a_kind_without_hide() -> None:
    for module in pkgutil.walk_packages(familysupport.ui.__path__, "familysupport.ui."):
        importlib.import_module(module.name)
    safe = (CalmDialog, GateDialog, files.FileDialog, messages._Question, preview.PreviewDialog)
    others = [one for one in _all_dialogs() if not issubclass(one, safe)]
    without = [
        one.__name__
        for one in others
        if not any(word in inspect.getsource(one) for word in ("hide_button()", "EmergencyPage"))
    ]
    assert without == []


@pytest.mark.parametrize("name", KINDS)
def test_hide_in_a_dialog_locks_and_puts_everything_away(house: House, name: str) -> None:
    house.window.setWindowState(Qt.WindowState.WindowNoState)
    dialog = KINDS[name](house.window)
    dialog.show()
    QTest.mouseClick(_hide_in(dialog), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert house.window.isMinimized()
    dialog.deleteLater()


def test_hide_stands_in_the_printers_dialog(
    qtbot: QtBot, dressed: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def look(dialog: QPrintDialog) -> int:
        dialog.show()
        seen.append(_hide_in(dialog).isEnabled())
        dialog.hide()
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(QPrintDialog, "exec", look)
    parent = QLabel()
    qtbot.addWidget(parent)
    printer = QPrinter()
    assert not preview.ask_printer(printer, parent)
    assert seen == [True]


def test_the_window_shows_hide_at_its_smallest_and_largest_text(house: House) -> None:
    house.choices.change(text_size=200)
    house.window.resize(house.window.minimumSize())
    QApplication.processEvents()
    button = next(
        one for one in house.window.bar.findChildren(QPushButton) if one.accessibleName() == "Hide"
    )
    assert button.isVisible()
    right = button.mapTo(house.window, button.rect().bottomRight()).x()
    assert right < house.window.width()


def test_a_dialog_is_never_larger_than_the_screen(house: House, tmp_path: Path) -> None:
    house.choices.change(text_size=200)
    room = house.window.screen().availableSize()
    for build in KINDS.values():
        dialog = build(house.window)
        dialog.show()
        assert dialog.width() <= room.width()
        assert dialog.height() <= room.height()
        dialog.close()
        dialog.deleteLater()
