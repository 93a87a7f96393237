"""A choice among several in a line: the one that is chosen has a mark, not only a colour."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from familysupport.ui.kit.widgets import button


def choice_button(words: str, name: str = "") -> QPushButton:
    """Return a button that stays pressed; `name` is what is read aloud where words are few."""
    made = button(words, kind="choice")
    made.setCheckable(True)
    made.setAccessibleName(name or words)
    made.toggled.connect(lambda is_on: made.setText(f"✓ {words}" if is_on else words))
    return made
