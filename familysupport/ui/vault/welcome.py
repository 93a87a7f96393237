"""The first page anyone sees: what this is, which country, and two ways on."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from familysupport.settings import COUNTRIES
from familysupport.ui.countries import country_names
from familysupport.ui.kit.widgets import body, button, label, muted, row, title
from familysupport.ui.vault.gate import GatePage


class Welcome(GatePage):
    """Says hello once; `begun` and `skipped` carry the chosen language and country."""

    begun = Signal(str, str)
    skipped = Signal(str, str)

    def __init__(self, country: str, languages: dict[str, str]) -> None:
        super().__init__(560)
        self._language = QComboBox()
        self._language.setAccessibleName(self.tr("Language"))
        for code, name in languages.items():
            self._language.addItem(name, code)
        self._country = QComboBox()
        self._country.setAccessibleName(self.tr("Country"))
        names = country_names()
        for code in COUNTRIES:
            self._country.addItem(names[code], code)
        self._country.setCurrentIndex(COUNTRIES.index(country))
        self._build()

    def _build(self) -> None:
        add = self.card.body.addWidget
        add(title(self.tr("You are not alone with this")))
        add(
            body(
                self.tr(
                    "This program helps a family understand heroin addiction, prepare a meeting, "
                    "find the words, practice them, and go on afterwards."
                )
            )
        )
        add(
            muted(
                self.tr(
                    "It works without the internet. What you write is locked with a passphrase. "
                    "The lessons and the Emergency page need none."
                )
            )
        )
        self.card.body.addSpacing(6)
        for words, field in (
            (self.tr("Language"), self._language),
            (self.tr("Country, for the right phone numbers"), self._country),
        ):
            name = label(words, "strong")
            name.setBuddy(field)
            add(name)
            add(field)
        self.card.body.addSpacing(10)
        skip = button(self.tr("Look around first"), kind="quiet")
        begin = button(self.tr("Set up my private pages"), kind="primary")
        skip.clicked.connect(lambda: self.skipped.emit(*self._chosen()))
        begin.clicked.connect(lambda: self.begun.emit(*self._chosen()))
        self._begin = begin
        self.card.body.addLayout(row(skip, 1, begin))

    def focus(self) -> None:
        """Put the cursor on the way on."""
        self._begin.setFocus()

    def _chosen(self) -> tuple[str, str]:
        return str(self._language.currentData()), str(self._country.currentData())
