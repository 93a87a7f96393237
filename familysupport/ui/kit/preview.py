"""Shows the pages before they are printed, with every choice in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFrame,
    QGraphicsView,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from familysupport.ui.kit.dialog import on_screen
from familysupport.ui.kit.files import (
    Choose,
    Kind,
    ask_where_to_save,
    not_locked,
    show,
)
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.in_sight import InSight
from familysupport.ui.kit.printing import (
    NEUTRAL,
    Paper,
    Printable,
    page_count,
    page_of,
    paint,
    prepare,
    print_sheet,
    save_pdf,
)
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import announce, button, label, muted, row


class Choices(NamedTuple):
    """What the person chose for paper: its size and the size of the words in points."""

    paper: Paper = "letter"
    font_pt: int = 12


def ask_printer(printer: QPrinter, parent: QWidget) -> bool:
    """Let the person choose a printer; `printer` must be kept in a variable by the caller."""
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, False)
    layout = dialog.layout()
    if isinstance(layout, QVBoxLayout):  # the system's own dialog has none
        layout.insertWidget(0, hide_button(), 0, Qt.AlignmentFlag.AlignRight)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    if shiboken6.isValid(dialog):  # a lock while it stood open takes it away
        dialog.deleteLater()
    return chosen


class Machine(NamedTuple):
    """The edges of the machine that the preview touches; tests hand in others."""

    printers: Callable[[], Sequence[str]] = QPrinterInfo.availablePrinterNames
    ask_printer: Callable[[QPrinter, QWidget], bool] = ask_printer
    choose: Choose = show


class _Pages(QPrintPreviewWidget):
    """The pages, which ask for little height: what stands below them has to keep its place."""

    def __init__(self, printer: QPrinter) -> None:
        super().__init__(printer)
        self.setMinimumHeight(scaled(150))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        """Ask for what can be read at least; a policy that asks for nothing is counted as none."""
        return QSize(super().sizeHint().width(), scaled(150))


class PreviewDialog(QDialog):
    """Shows the sheet that `sheets` makes for the choices, and prints or saves it.

    `name` is the file name offered for a PDF, such as "statement.pdf"; it names no person. More
    things to choose can be put into `choosing`, above the pages.
    """

    choosing: QVBoxLayout

    def __init__(
        self,
        sheets: Callable[[Choices], Printable],
        name: str,
        parent: QWidget | None = None,
        choices: Choices | None = None,
        corner: QWidget | None = None,
        machine: Machine | None = None,
    ) -> None:
        super().__init__(parent)
        InSight(self)
        self._sheets, self._name = sheets, name
        self._machine = machine or Machine()
        self.choices = choices or Choices()
        self.setWindowTitle(self.tr("Print"))
        self.resize(on_screen(900, 700))
        self._can_print = bool(self._machine.printers())
        # Qt keeps bare pointers to a printer, so it lives as long as the dialog.
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(NEUTRAL)
        self._pages = _Pages(self._printer)
        self._count = QLabel()
        self._said = label("")
        self._paper = self._choice(
            self.tr("Paper"), ((self.tr("Letter"), "letter"), (self.tr("A4"), "a4"))
        )
        self._size = self._choice(
            self.tr("Size of the words"),
            (
                (self.tr("Usual"), 12),
                (self.tr("Somewhat larger"), 14),
                (self.tr("Large print"), 18),
                (self.tr("Very large print"), 24),
            ),
        )
        self._make_buttons()
        self._lay_out(corner or hide_button())
        self._show_choices()
        self._pages.paintRequested.connect(self._paint)
        self._pages.previewChanged.connect(self._tell_page)
        self._paper.currentIndexChanged.connect(self._choose)
        self._size.currentIndexChanged.connect(self._choose)
        for keys, by in (
            (QKeySequence.StandardKey.MoveToPreviousPage, -1),
            (QKeySequence.StandardKey.MoveToNextPage, 1),
        ):
            QShortcut(keys, self).activated.connect(partial(self._turn, by))
        self._renew()

    def sheet(self) -> Printable:
        """Return the sheet as chosen now."""
        return self._sheets(self.choices)

    def _choice(self, name: str, options: Sequence[tuple[str, object]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setMinimumHeight(scaled(36))
        for text, value in options:
            box.addItem(text, value)
        return box

    def _make_buttons(self) -> None:
        self._before = button(self.tr("Pre&vious page"))
        self._after = button(self.tr("&Next page"))
        self._print = button(self.tr("&Print…"), "print", kind="primary")
        kind = "" if self._can_print else "primary"
        self._save = button(self.tr("&Save as PDF…"), "save", kind=kind)
        self._closer = button(self.tr("&Look closer"), "eye")
        self._closer.setCheckable(True)
        self._closer.toggled.connect(self._look)
        self._close = button(self.tr("Close"))
        self._before.clicked.connect(partial(self._turn, -1))
        self._after.clicked.connect(partial(self._turn, 1))
        self._print.clicked.connect(self._print_it)
        self._save.clicked.connect(self._save_it)
        self._close.clicked.connect(self.reject)
        self._print.setVisible(self._can_print)
        (self._print if self._can_print else self._save).setDefault(True)

    def _lay_out(self, corner: QWidget) -> None:
        for one in (self._pages, *self._pages.findChildren(QGraphicsView)):  # inside: the keyboard
            one.setAccessibleName(self.tr("The pages as they will look on paper"))
        choices = Flow(
            self._named(self.tr("P&aper:"), self._paper),
            self._named(self.tr("&Words:"), self._size),
            spacing=16,
        )
        top = row(corner)
        top.insertLayout(0, choices, 1)
        top.setAlignment(corner, Qt.AlignmentFlag.AlignTop)
        # Where large text needs more than a low window, the middle scrolls; the edges stay.
        inner, area = QWidget(), QScrollArea()
        inner.setObjectName("page")
        self.choosing = QVBoxLayout()
        self.choosing.setSpacing(12)
        middle = QVBoxLayout(inner)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addLayout(self.choosing)
        middle.addWidget(self._pages, 1)
        middle.addLayout(Flow(self._before, self._count, self._after, self._closer, spacing=16))
        middle.addWidget(muted(self._note()))
        middle.addWidget(self._said)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(top)
        layout.addWidget(area, 1)
        layout.addLayout(Flow(self._print, self._save, self._close))
        self._said.hide()

    def _named(self, text: str, box: QComboBox) -> QWidget:
        name, result = QLabel(text), QWidget()
        name.setBuddy(box)
        result.setLayout(row(name, box))
        return result

    def _note(self) -> str:
        if self._can_print:
            return self.tr("The printer may keep a copy of what it prints for a while.")
        return self.tr(
            "No printer was found on this computer. You can save a PDF and print it somewhere else."
        )

    def _show_choices(self) -> None:
        self._paper.setCurrentIndex(max(0, self._paper.findData(self.choices.paper)))
        self._size.setCurrentIndex(max(0, self._size.findData(self.choices.font_pt)))

    def _choose(self) -> None:
        self.choices = self.choices._replace(
            paper=self._paper.currentData(), font_pt=self._size.currentData()
        )
        self._renew()

    def _renew(self) -> None:
        prepare(self.sheet(), self._printer)
        self._pages.updatePreview()
        self._pages.setCurrentPage(1)
        self._tell_page()

    def _paint(self, printer: QPrinter) -> None:
        paint(self.sheet(), printer)

    def _look(self, closer: bool) -> None:
        if closer:
            self._pages.fitToWidth()
        else:
            self._pages.fitInView()

    def _turn(self, by: int, _clicked: bool = False) -> None:
        self._pages.setCurrentPage(self._pages.currentPage() + by)
        self._tell_page()
        announce(self, self._count.text())

    def _tell_page(self) -> None:
        number, total = self._pages.currentPage(), self._pages.pageCount()
        self._count.setText(page_of(number, total))
        self._before.setEnabled(number > 1)
        self._after.setEnabled(number < total)

    def _print_it(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        sheet = self.sheet()
        prepare(sheet, printer)
        printer.setFromTo(1, page_count(sheet))
        if not self._machine.ask_printer(printer, self):
            return
        if print_sheet(sheet, printer):
            self._say(self.tr("Sent to the printer."))
        else:
            self._say(
                self.tr(
                    "The printer did not take the pages. Nothing was printed."
                    " Check that it is on, or save a PDF."
                )
            )

    def _save_it(self) -> None:
        kinds = (Kind(self.tr("PDF"), ("pdf",)),)
        path = ask_where_to_save(self, self._name, kinds, self._machine.choose)
        if path is not None:
            save_pdf(self.sheet(), path)
            self._say(self.tr("Saved. {note}").format(note=not_locked()))

    def _say(self, text: str) -> None:
        self._said.setText(text)
        self._said.show()
        announce(self, text)
