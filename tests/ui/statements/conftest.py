"""What the tests of the Statements tab share: the tab over a real vault, and hands to use it."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QTextEdit

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.settings import Settings
from familysupport.ui.kit.rows import RowList
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.statements.tab import StatementsTab


class Hands:
    """Uses a window as a person does: by what is visible."""

    def __init__(self, qtbot, session, content):
        self.content = content
        self.qtbot = qtbot
        self.session = session

    def open_tab(self, machine=None):
        context = SimpleNamespace(settings=lambda: Settings(country="gb"), content=self.content)
        tab = StatementsTab(self.session, context, None, machine)
        tab.refresh()
        self.qtbot.addWidget(tab)
        tab.resize(1200, 700)
        with self.qtbot.waitActive(tab):
            tab.show()
        return tab

    def visible(self, widget, kind):
        return [one for one in widget.findChildren(kind) if one.isVisible()]

    def press(self, widget, text):
        found = [one for one in self.visible(widget, QPushButton) if one.text() == text]
        assert len(found) == 1, text
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def choose(self, tab, text):
        more = next(one for one in tab.findChildren(QPushButton) if one.text() == "More")
        next(one for one in more.menu().actions() if one.text() == text).trigger()

    def field(self, widget, name):
        return next(o for o in self.visible(widget, QLineEdit) if o.accessibleName() == name)

    def editor(self, tab):
        return next(iter(self.visible(tab, PlainEditor)))

    def listed(self, widget):
        return widget.findChild(RowList)

    def reader(self, widget):
        return next(iter(self.visible(widget, QTextEdit)))

    def shown(self, widget):
        return " | ".join(one.text() for one in self.visible(widget, QLabel))

    def rows(self, widget):
        model = widget.findChild(RowList).model()
        return [
            model.data(model.index(number, 0), Qt.ItemDataRole.AccessibleTextRole)
            for number in range(model.rowCount())
        ]


@pytest.fixture
def content():
    return Library(resources() / "content", "en")


@pytest.fixture
def hands(qtbot, session, content):
    return Hands(qtbot, session, content)


@pytest.fixture(autouse=True)
def _nothing_waits_to_be_saved(db):
    yield
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, StatementsTab) and not widget.property("left"):
            widget.flush()
