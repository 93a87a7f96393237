"""Naloxone and medicines: where each lies, until when it is good; never a word on stopping."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.content.recovery import SupplyText, SupportFile
from familysupport.recovery.model import Supply, SupplyKind
from familysupport.recovery.shelf import Standing, standing
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.widgets import body, heading, label
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.sources import sources_words
from familysupport.ui.recovery.words import expiry_words, supply_words

_TONES = {Standing.SOON: "attention", Standing.OVER: "attention", Standing.FINE: "done"}


class SuppliesSection(Section):
    """Keeps what is at home and says what to do as a date comes near."""

    def __init__(
        self,
        store: RecoveryStore,
        clock: Clock,
        texts: SupportFile,
        library: Library,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._texts: dict[SupplyKind, SupplyText] = {
            SupplyKind.NALOXONE: texts.naloxone,
            SupplyKind.MEDICINE: texts.medicine,
        }
        self._listed = Records(store, self._kind(), Supply, clock.today, self)
        self.body.addWidget(heading(self.tr("Naloxone and medicines")))
        for text in self._texts.values():
            self.body.addWidget(body(text.keep))
        self.body.addWidget(self._listed)
        facts = dict.fromkeys((*texts.naloxone.facts, *texts.medicine.facts))
        self.body.addWidget(label(sources_words(library, facts), "small"))
        self.hold(self._listed)

    def _kind(self) -> Kind[Supply]:
        kinds = tuple((words, kind) for kind, words in supply_words().items())
        fields = (
            Field("kind", self.tr("What it is"), "choice", choices=kinds),
            Field("name", self.tr("Name, if you like")),
            Field("place", self.tr("Where it is")),
            Field("expires", self.tr("Date on the pack"), "open-day", tick=self.tr("Good until")),
        )
        words = Words(
            add=self.tr("Add to the list"),
            nothing=self.tr("Nothing is listed yet. Two packs of naloxone are a good beginning."),
            gone=self.tr("It was taken off the list."),
        )
        return Kind(Supply, fields, self._shown, words, below=self._todo)

    def _shown(self, one: Supply) -> Shown:
        today = self._clock.today()
        how = standing(one.expires, today)
        name = supply_words()[one.kind]
        if one.name:
            name = one.name if one.kind is SupplyKind.MEDICINE else f"{name} · {one.name}"
        chip = expiry_words(one.expires, how, today)
        return Shown(name, one.place, chip, _TONES.get(how, "plain"))

    def _todo(self, one: Supply) -> QWidget | None:
        how = standing(one.expires, self._clock.today())
        text = self._texts[one.kind]
        said = {Standing.SOON: text.soon, Standing.OVER: text.over}.get(how)
        return body(said) if said else None
