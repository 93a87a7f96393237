"""One gentle thing to write about, shown only while the page is empty."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.journal.model import Template
from familysupport.journal.prompts import Beginning
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import announce, button, empty, muted


class BeginningStrip(QWidget):
    """Offers one prompt at a time; it is written only when asked for."""

    taken = Signal(str)
    template_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prompts: tuple[str, ...] = ()
        self._place = 0
        self._words = muted("")
        self._note = muted("")
        take = button(self.tr("Write on this"), kind="link")
        take.clicked.connect(lambda: self.taken.emit(self._prompts[self._place]))
        another = button(self.tr("Another"), kind="link")
        another.clicked.connect(self._another)
        flow = Flow(take, another, spacing=6)
        self._own = Flow(spacing=6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._words)
        layout.addLayout(flow)
        layout.addWidget(self._note)
        layout.addLayout(self._own)

    def show_beginning(self, beginning: Beginning, templates: Sequence[Template] = ()) -> None:
        """Offer the first prompt of a kind, and the writer's own templates for it."""
        self._prompts, self._place = beginning.prompts, 0
        self._note.setText(beginning.note)
        self._note.setVisible(bool(beginning.note))
        empty(self._own)
        for template in templates:
            own = button(template.name.replace("&", "&&"), kind="link")
            own.setAccessibleName(self.tr("Template: {name}").format(name=template.name))
            own.clicked.connect(partial(self.template_chosen.emit, template))
            self._own.addWidget(own)
        self._show()

    def _another(self) -> None:
        self._place = (self._place + 1) % len(self._prompts)
        self._show()
        announce(self._words, self._words.text())

    def _show(self) -> None:
        self._words.setText(self.tr("Maybe: {prompt}").format(prompt=self._prompts[self._place]))
