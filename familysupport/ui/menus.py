"""The menu bar: every command the window has, with the keys one expects."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

Role = QAction.MenuRole


class Command(NamedTuple):
    """One line of a menu; `private` ones can be used only while the pages are open."""

    text: str
    run: Callable[[], object]
    keys: tuple[str, ...] = ()
    private: bool = False
    role: QAction.MenuRole = Role.NoRole


class Menus:
    """Builds the menus and switches the private commands on and off."""

    def __init__(self, window: QMainWindow) -> None:
        self._window = window
        self._private: list[QAction] = []

    def add(self, title: str, commands: list[Command | None]) -> None:
        """Add a menu; None is a line between groups."""
        menu: QMenu = self._window.menuBar().addMenu(title)
        for command in commands:
            if command is None:
                menu.addSeparator()
            else:
                self._add(menu, command)

    def clear(self) -> None:
        """Take all menus down."""
        self._window.menuBar().clear()
        self._private = []

    def set_open(self, is_open: bool) -> None:
        """Switch the private commands on or off."""
        for action in self._private:
            action.setEnabled(is_open)

    def _add(self, menu: QMenu, command: Command) -> None:
        action = QAction(command.text, self._window)
        action.setMenuRole(command.role)
        action.setShortcuts([QKeySequence(keys) for keys in command.keys])
        action.triggered.connect(lambda _checked=False: command.run())
        menu.addAction(action)
        if command.private:
            self._private.append(action)


def tr(text: str) -> str:
    """Translate a word of the menus."""
    return QCoreApplication.translate("Menus", text)
