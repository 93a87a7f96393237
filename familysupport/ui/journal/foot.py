"""Below the page: marks, more to do, print; how many words there are, and when they were saved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from familysupport.journal.model import Kind, Template
from familysupport.journal.templates_store import TemplateStore
from familysupport.ui.journal.abreast import Abreast
from familysupport.ui.journal.format_menu import FormatMenu
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import button, chip, muted, row, set_chip

_COUNT_MS = 350
_COUNTED = 100_000
ALONE_KEY = "F11"


class MoreMenu(QMenu):
    """What is wanted now and then; templates are read when the menu opens."""

    versions_asked = Signal()
    templates_asked = Signal()
    template_chosen = Signal(object)
    prompt_chosen = Signal(str)
    alone_asked = Signal()
    delete_asked = Signal()

    def __init__(self, templates: TemplateStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = templates
        self._kind = Kind.FREE
        self._prompts = self.addMenu(self.tr("Something to write about"))
        self._begin = self.addMenu(self.tr("Begin with a template"))
        self.addAction(self.tr("Templates…"), self.templates_asked.emit)
        self.addSeparator()
        self._versions = self.addAction(self.tr("Earlier versions…"), self.versions_asked.emit)
        self.addAction(self.tr("Only the page") + f"\t{ALONE_KEY}", self.alone_asked.emit)
        self.addSeparator()
        self._delete = self.addAction(self.tr("Delete entry"), self.delete_asked.emit)
        self.aboutToShow.connect(self._fill)

    def set_prompts(self, prompts: Sequence[str]) -> None:
        """Offer what suits the kind of the entry, also while it is being written."""
        self._prompts.clear()
        for prompt in prompts:
            self._prompts.addAction(prompt, partial(self.prompt_chosen.emit, prompt))

    def set_entry(self, kept: bool, kind: Kind) -> None:
        """Offer what can be done with an entry, kept or not yet."""
        self._kind = kind
        self._versions.setVisible(kept)
        self._delete.setVisible(kept)

    def _fill(self) -> None:
        self._begin.clear()
        found = self._templates.templates()
        found.sort(key=lambda one: one.kind is not self._kind)
        for one in found:
            self._begin.addAction(one.name.replace("&", "&&"), self._chooser(one))
        self._begin.menuAction().setVisible(bool(found))

    def _chooser(self, template: Template) -> Callable[[], None]:
        return lambda: self.template_chosen.emit(template)


class Foot(QWidget):
    """Lays the buttons and the state out in one line, or two where words are large."""

    print_asked = Signal()

    def __init__(
        self, page: PageText, templates: TemplateStore, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self.more = MoreMenu(templates, self)
        marks = button(self.tr("Format"), "chevron")
        marks.setMenu(FormatMenu(page, self))
        more = button(self.tr("More"), "chevron")
        more.setMenu(self.more)
        for one in (marks, more):
            one.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._print = button(self.tr("Print…"), "print")
        QShortcut(QKeySequence.StandardKey.Print, self._print).activated.connect(self._print.click)
        self._print.clicked.connect(self.print_asked)
        self._count, self._chip = muted(""), chip("", "plain")
        self._count.setWordWrap(False)
        buttons, state = QWidget(), QWidget()
        buttons.setLayout(Flow(marks, more, self._print))
        state.setLayout(row(1, self._count, self._chip))
        self.setLayout(row(Abreast(buttons, state)))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_COUNT_MS)
        self._soon.timeout.connect(self.count)
        page.textChanged.connect(self._soon.start)

    def set_entry(self, kept: bool, kind: Kind) -> None:
        """Offer what can be done with an entry, kept or not yet."""
        self._print.setVisible(kept)
        self.more.set_entry(kept, kind)

    def show_saved(self, words: str) -> None:
        """Say that all is saved, and when if that is known."""
        set_chip(self._chip, words, "done")
        self._chip.show()

    def show_unsaved(self, anything: bool) -> None:
        """Say that it is not saved yet, if there is anything."""
        set_chip(self._chip, self.tr("Not saved yet"), "plain")
        self._chip.setVisible(anything)

    def count(self) -> None:
        """Count the words; a very long text is not counted at every rest."""
        self._soon.stop()
        if self._page.document().characterCount() > _COUNTED:
            self._count.setText("")
            return
        words = len(self._page.toPlainText().split())
        said = self.tr("1 word") if words == 1 else self.tr("{count} words")
        self._count.setText(said.format(count=words) if words else "")
