"""The sizes of the Emergency page: steps that can be read from two metres."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import button

STEP_PX = 24
_BIG_PX = 38
_LINE_PX = 19


def look() -> str:
    """Return the style sheet of the page, in the theme and text size in force."""
    theme = current_theme()
    badge = scaled(38)
    return f"""
        QLabel[step="title"] {{ font-size: {scaled(STEP_PX)}px; font-weight: 600; }}
        QLabel[step="text"] {{ font-size: {scaled(STEP_PX)}px; color: {theme.muted}; }}
        QLabel[step="number"] {{ font-size: {scaled(20)}px; font-weight: 600;
            background: {theme.red}; color: {theme.card}; border-radius: {badge // 2}px;
            min-width: {badge}px; max-width: {badge}px;
            min-height: {badge}px; max-height: {badge}px; }}
        QLabel[step="line"] {{ font-size: {scaled(_LINE_PX)}px; }}
        QLabel[step="part"] {{ font-size: {scaled(STEP_PX)}px; font-weight: 600; }}
        QLabel[step="clock"] {{ font-size: {scaled(_BIG_PX)}px; font-weight: 600; }}
        QLabel[step="number-line"] {{ font-weight: 600; }}
        QPushButton[step="small"] {{ min-height: {scaled(20)}px; padding: 4px {scaled(8)}px; }}
        QPushButton[step="small"]:checked {{ font-weight: 600; border-width: 2px;
            padding: 3px {scaled(7)}px; }}
        QPushButton[step="small"]:focus {{ padding: 2px {scaled(6)}px; }}
        QPushButton[step="small"]:checked:focus {{ border: 3px solid {theme.ink};
            padding: 2px {scaled(6)}px; }}
        QLabel[step="call"] {{ font-size: {scaled(STEP_PX)}px; font-weight: 600; }}
    """


def small_button(text: str, icon_name: str = "") -> QPushButton:
    """Return a button that leaves room for the steps; it is still easy to hit."""
    result = button(text, icon_name)
    result.setProperty("step", "small")
    result.setMinimumHeight(scaled(30))
    return result
