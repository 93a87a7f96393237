"""The print sheet of one statement: as a letter, in large print, to read from, or as cue cards."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QWidget

from familysupport.statements.examples import open_prompts
from familysupport.statements.model import Part, Statement
from familysupport.statements.pages import BREATH, LONG_BREATH, letter, reading_copy
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import Printable, PrintSheet
from familysupport.ui.kit.widgets import body, row
from familysupport.ui.statements.card_paper import (
    CardName,
    CardSheet,
)
from familysupport.ui.statements.prompts import part_names

Form = Literal["letter", "large", "reading", "cards"]
_POINTS: dict[Form, int] = {"letter": 12, "large": 18, "reading": 14, "cards": 14}


class Look(NamedTuple):
    """How the person wants it: the form, the card, cut from a sheet or not, with a name or not."""

    form: Form = "letter"
    card: CardName = "index"
    cut: bool = True
    named: bool = True


class PaperDialog(PreviewDialog):
    """Shows a statement as it will look on paper in the chosen form, to print or save it.

    `name` is the file name offered for a PDF; it names no person.
    """

    def __init__(
        self,
        statement: Statement,
        name: str,
        parent: QWidget | None = None,
        choices: Choices | None = None,
        corner: QWidget | None = None,
        machine: Machine | None = None,
    ) -> None:
        self._statement = statement
        self._look_wanted = Look()
        super().__init__(self._sheet_for, name, parent, choices, corner, machine)
        self._form = self._choice(
            self.tr("What to print"),
            (
                (self.tr("Letter"), "letter"),
                (self.tr("Letter in large print"), "large"),
                (self.tr("Copy to read from, with breaths"), "reading"),
                (self.tr("Cue cards"), "cards"),
            ),
        )
        self._card = self._choice(
            self.tr("Which cards"),
            (
                (self.tr("3 × 5 in, to cut from a sheet"), ("index", True)),
                (self.tr("A6, to cut from a sheet"), ("a6", True)),
                (self.tr("3 × 5 in, one a page"), ("index", False)),
                (self.tr("A6, one a page"), ("a6", False)),
            ),
        )
        self._named_box = QCheckBox(self.tr("With the na&me"))
        self._named_box.setAccessibleName(self.tr("With the name of who reads it"))
        self._named_box.setChecked(True)
        self._named_box.setVisible(bool(statement.author.strip()))
        self._place()
        self._form.currentIndexChanged.connect(self._choose_form)
        self._card.currentIndexChanged.connect(self._choose_look)
        self._named_box.toggled.connect(self._choose_look)

    def cards(self) -> CardSheet | None:
        """Return the cards as chosen now; nothing when another form is chosen."""
        look = self._look_wanted
        if look.form != "cards":
            return None
        names = part_names()

        def name_of(part: Part | None) -> str:
            return names[part] if part else ""

        return CardSheet(
            self._statement.text,
            self._statement.spans,
            name_of,
            look.card,
            self.choices.paper if look.cut else None,
            self.choices.font_pt,
            self._statement.author.strip() if look.named else "",
        )

    def _sheet_for(self, choices: Choices) -> Printable:
        look = self._look_wanted
        cards = self.cards()
        if cards is not None:
            return cards
        if look.form == "reading":
            note = self.tr("{breath} a short breath    {long} a longer one, and a look up")
            told = note.format(breath=BREATH, long=LONG_BREATH)
            page = reading_copy(self._statement, told, look.named)
        else:
            page = letter(self._statement, look.named)
        title = self.tr("Statement")
        return PrintSheet(title, page, choices.paper, choices.font_pt, footer=page.author)

    def _place(self) -> None:
        form = _captioned(self.tr("P&rint as:"), self._form)
        self._cards_only = _captioned(self.tr("&Cards:"), self._card)
        self.choosing.addLayout(Flow(form, self._cards_only, self._named_box, spacing=16))
        if open_prompts(self._statement.text):
            self.choosing.addWidget(body(self.tr("There are still words in brackets to fill.")))
        for first, second in (
            (self._size, self._form),
            (self._form, self._card),
            (self._card, self._named_box),
        ):
            QWidget.setTabOrder(first, second)
        self._cards_only.hide()
        self._form.setFocus()

    def _choose_form(self) -> None:
        self._read_look()
        self._cards_only.setVisible(self._look_wanted.form == "cards")
        self.choices = self.choices._replace(font_pt=_POINTS[self._look_wanted.form])
        self._size.blockSignals(True)
        self._show_choices()
        self._size.blockSignals(False)
        self._renew()

    def _choose_look(self) -> None:
        self._read_look()
        self._renew()

    def _read_look(self) -> None:
        card, cut = self._card.currentData()
        self._look_wanted = Look(self._form.currentData(), card, cut, self._named_box.isChecked())


def _captioned(text: str, box: QComboBox) -> QWidget:
    name, result = QLabel(text), QWidget()
    name.setBuddy(box)
    result.setLayout(row(name, box))
    return result
