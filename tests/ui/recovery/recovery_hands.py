"""Eyes and fingers for the pages after treatment begins."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from familysupport.ui.recovery.page import RecoveryPage
from familysupport.ui.recovery.tick import Tick


def words(page: RecoveryPage) -> str:
    QApplication.processEvents()
    seen = [one for one in page.findChildren(QLabel) if one.isVisible()]
    seen.sort(key=lambda one: one.mapTo(page, QPoint()).y())
    return "\n".join(one.text() for one in seen)


def field(page: RecoveryPage, name: str, kind: Any = QLineEdit) -> Any:
    found = [one for one in page.findChildren(kind) if one.accessibleName() == name]
    return next(one for one in found if one.isVisible())


def tick(page: RecoveryPage, name: str) -> Tick:
    return next(
        one
        for one in page.findChildren(Tick)
        if one.isVisible() and one.box.accessibleName() == name
    )
