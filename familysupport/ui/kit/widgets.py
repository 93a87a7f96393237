"""The small pieces every page is made of: words, buttons, chips, cards, a scrolling page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import scaled

TEXT_WIDTH = 640
_ASKED = 160


def label(text: str, role: str = "") -> QLabel:
    """Return words that wrap; `role` is a look named in the style sheet."""
    result = QLabel(text)
    result.setWordWrap(True)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        result.setProperty("role", role)
    return result


def title(text: str) -> QLabel:
    """Return the name of a page."""
    return label(text, "title")


def heading(text: str) -> QLabel:
    """Return the name of a part of a page."""
    return label(text, "heading")


def body(text: str) -> QLabel:
    """Return a paragraph."""
    return label(text)


def muted(text: str) -> QLabel:
    """Return a paragraph that stands back."""
    return label(text, "muted")


def button(text: str, icon_name: str = "", kind: str = "") -> QPushButton:
    """Return a button; `kind` is primary, danger, emergency, quiet, link, choice or nothing."""
    result = QPushButton(text)
    result.setProperty("kind", kind)
    result.setAccessibleName(text.replace("&", ""))
    result.setAutoDefault(False)
    result.setCursor(Qt.CursorShape.PointingHandCursor)
    if kind not in ("link", "choice"):
        result.setMinimumHeight(scaled(40))
    if icon_name:
        result.setIcon(icon(icon_name, _tone(kind)))
        result.setIconSize(QSize(scaled(18), scaled(18)))
    return result


def _tone(kind: str) -> str:
    tones = {"primary": "on_teal", "danger": "red", "emergency": "red", "link": "teal"}
    return tones.get(kind, "ink")


def chip(text: str, tone: str = "plain") -> QLabel:
    """Return a word in a pill; `tone` is plain, done or attention."""
    result = QLabel(text)
    result.setProperty("chip", tone)
    result.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return result


def set_chip(widget: QLabel, text: str, tone: str) -> None:
    """Change the word and the tone of a chip."""
    widget.setText(text)
    if widget.property("chip") != tone:
        widget.setProperty("chip", tone)
        restyle(widget)


def restyle(widget: QWidget) -> None:
    """Dress `widget` again after one of its properties changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def rule() -> QFrame:
    """Return a thin line across."""
    result = QFrame()
    result.setProperty("rule", True)
    result.setFixedHeight(1)
    return result


def row(*widgets: QWidget | int, spacing: int = 8) -> QHBoxLayout:
    """Return widgets side by side; a number stands for stretch."""
    layout = QHBoxLayout()
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        if isinstance(widget, int):
            layout.addStretch(widget)
        else:
            layout.addWidget(widget)
    return layout


def empty(layout: QLayout) -> None:
    """Take everything out of a layout and out of sight, rows inside it too."""
    while (item := layout.takeAt(0)) is not None:
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say `text` now."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow to fetch

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


class Card(QFrame):
    """A panel with a quiet edge; put things into `body`."""

    def __init__(self, look: str = "true", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", look)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 16, 18, 16)
        self.body.setSpacing(8)


class Page(QScrollArea):
    """A page that scrolls down, never sideways; put things into `body`."""

    def __init__(self, parent: QWidget | None = None, widest: int = 900) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner, outer = QWidget(), QWidget()
        inner.setMaximumWidth(scaled(widest))
        inner.setObjectName("page")
        outer.setObjectName("page")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(30, 24, 30, 28)
        self.body.setSpacing(12)
        across = QHBoxLayout(outer)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(inner, 100)
        across.addStretch(1)
        self.setWidget(outer)

    def sizeHint(self) -> QSize:
        """Ask for little: a page scrolls, so what holds it need not grow."""
        return QSize(super().sizeHint().width(), scaled(_ASKED))
