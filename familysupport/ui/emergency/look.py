"""The small buttons of the Emergency page; its other sizes stand in the style sheet of all."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import button


def small_button(text: str, icon_name: str = "") -> QPushButton:
    """Return a button that leaves room for the steps; it is still easy to hit."""
    result = button(text, icon_name)
    result.setProperty("step", "small")
    result.setMinimumHeight(scaled(30))
    return result
