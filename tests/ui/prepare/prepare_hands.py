"""Hands for the sections of Prepare: open, press, type, look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QListView, QPushButton

from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.prepare.tab import PrepareTab


class Hands:
    """One section of an open tab, as a person sees it."""

    def __init__(self, qtbot, session, context, place):
        self.qtbot, self.place = qtbot, place
        self.tab = PrepareTab(session, context)
        qtbot.addWidget(self.tab)
        self.tab.resize(1366, 768)
        with qtbot.waitActive(self.tab):
            self.tab.show()
        self.tab.show_place(place)

    @property
    def section(self):
        return self.tab._section(self.place)

    def _seen(self, kind, name):
        found = [
            one
            for one in self.section.findChildren(kind)
            if one.isVisible() and name in (one.accessibleName(), getattr(one, "text", str)())
        ]
        assert len(found) == 1, (name, [one.accessibleName() for one in found])
        return found[0]

    def press(self, name):
        self.qtbot.mouseClick(self._seen(QPushButton, name), Qt.MouseButton.LeftButton)

    def undo(self):
        found = [one for one in self.tab.findChildren(QPushButton) if one.text() == "Undo"]
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def line(self, name):
        return self._seen(QLineEdit, name)

    def text(self, name):
        return self._seen(PlainEditor, name)

    def box(self, name):
        return self._seen(QComboBox, name)

    def tick(self, name):
        return self._seen(QCheckBox, name)

    def type(self, name, words):
        self.qtbot.keyClicks(self.line(name), words)

    def choose(self, name, word):
        box = self.box(name)
        assert box.findText(word) >= 0, [box.itemText(n) for n in range(box.count())]
        box.setCurrentIndex(box.findText(word))

    def rows(self, name):
        view = self._seen(QListView, name)
        model = view.model()
        role = Qt.ItemDataRole.AccessibleTextRole
        return [model.data(model.index(n, 0), role) for n in range(model.rowCount())]

    def pick(self, name, number):
        view = self._seen(QListView, name)
        view.setCurrentIndex(view.model().index(number, 0))

    def shown(self):
        return " ".join(one.text() for one in self.section.findChildren(QLabel) if one.isVisible())
