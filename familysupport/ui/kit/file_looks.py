"""How Qt's own file dialog looks here: our drawings, room for large words, fewer columns."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QSplitter,
    QToolButton,
    QTreeView,
)

from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.theme import scaled

_DRAWINGS = {
    "backButton": "back",
    "forwardButton": "forward",
    "toParentButton": "up",
    "newFolderButton": "plus",
}
_LEFT_OUT = ("listModeButton", "detailModeButton")
_SIZE = QSize(760, 520)
_MOST_OF_SCREEN = 0.94
_PLACES = 140
_NAME, _SIZE_OF_FILE, _TYPE, _DAY = range(4)


def dress_file_dialog(dialog: QFileDialog) -> None:
    """Draw the buttons in the theme's ink, and give names and places the room they need."""
    for name, drawing in _DRAWINGS.items():
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.setIcon(icon(drawing))
            button.setIconSize(QSize(scaled(18), scaled(18)))
    for name in _LEFT_OUT:
        button = dialog.findChild(QToolButton, name)
        if button is not None:
            button.hide()
    for view in dialog.findChildren(QAbstractItemView):
        view.setIconSize(QSize(scaled(16), scaled(16)))
    for box in dialog.findChildren(QComboBox):
        box.setIconSize(QSize(scaled(16), scaled(16)))
    _fit_columns(dialog.findChild(QTreeView, "treeView"))
    size = _room(dialog)
    dialog.resize(size)
    places = dialog.findChild(QSplitter, "splitter")
    if places is not None:
        places.setSizes([scaled(_PLACES), size.width() - scaled(_PLACES)])


def _fit_columns(files: QTreeView | None) -> None:
    """Leave out what few need, so that names stand whole; the day tells versions apart."""
    if files is None:
        return
    head = files.header()
    head.setStretchLastSection(False)
    head.setSectionResizeMode(_NAME, QHeaderView.ResizeMode.Stretch)
    head.setSectionResizeMode(_DAY, QHeaderView.ResizeMode.ResizeToContents)
    for column in (_SIZE_OF_FILE, _TYPE):
        files.hideColumn(column)


def _room(dialog: QFileDialog) -> QSize:
    around = _screen(dialog) * _MOST_OF_SCREEN
    return QSize(scaled(_SIZE.width()), scaled(_SIZE.height())).boundedTo(around)


def _screen(dialog: QFileDialog) -> QSize:
    return dialog.screen().availableSize()
