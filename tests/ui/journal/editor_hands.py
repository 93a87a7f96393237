"""Hands for the tests of the entry editor: press, choose from More, the page, a dialog."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from familysupport.ui.journal.foot import MoreMenu
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.rows import ROW, RowList


def press(qtbot: Any, within: QWidget, words: str) -> None:
    (found,) = [b for b in within.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def choose(tab: JournalTab, words: str) -> None:
    (found,) = [
        one
        for one in tab.findChild(MoreMenu).actions()
        if one.text().split("\t")[0] == words and one.isVisible()
    ]
    found.trigger()


def page(tab: JournalTab) -> PageText:
    found = tab.window().findChild(PageText)
    assert isinstance(found, PageText)
    return found


def rewrite(tab: JournalTab, text: str) -> None:
    page(tab).selectAll()
    page(tab).insertPlainText(text)
    tab.flush()


def in_dialog(kind: type[QWidget], do: Any) -> None:
    """Do something in the dialog that opens next, then leave it if it is still there."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        try:
            do(dialog)
        finally:
            if dialog.isVisible():
                dialog.close()

    QTimer.singleShot(0, act)


def titles(view: RowList[Any]) -> list[str]:
    model = view.model()
    return [model.index(row, 0).data(ROW).title for row in range(model.rowCount())]


def said(tab: JournalTab) -> list[str]:
    return [one.text() for one in tab.findChildren(QLabel) if one.isVisible()]
