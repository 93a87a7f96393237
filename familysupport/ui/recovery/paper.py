"""The sheet for the fridge or the counselor: whom to call, what comes next, where naloxone is."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from familysupport.documents.page import Page
from familysupport.recovery.model import Appointment, Contact, Supply, SupplyKind
from familysupport.recovery.pages import Part, Sheet, sheet_page
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.recovery.words import full_day, hour_words


def sheet_on_paper(store: RecoveryStore, today: date) -> Page:
    """Return the sheet; signs, limits and medicines stay off it, since others see a fridge."""
    parts = (_people(store), _naloxone(store), _appointments(store, today))
    first = _tr(
        "Somebody does not wake up, or breathes badly? Call the emergency number first. Give"
        " naloxone. Stay."
    )
    about = _tr("As of {day}.").format(day=full_day(today))
    return sheet_page(Sheet(_tr("To have at hand"), first, about, parts))


def _people(store: RecoveryStore) -> Part:
    lines = [(one.name, one.number, one.purpose) for one in store.items(Contact)]
    header = (_tr("Name"), _tr("Number"), _tr("What for"))
    return Part(_tr("People to call"), header, lines)


def _naloxone(store: RecoveryStore) -> Part:
    lines = [
        (
            " · ".join(part for part in (one.place, one.name) if part),
            full_day(one.expires) if one.expires else "",
        )
        for one in store.items(Supply)
        if one.kind is SupplyKind.NALOXONE
    ]
    return Part(_tr("Naloxone"), (_tr("Where it is"), _tr("Good until")), lines)


def _appointments(store: RecoveryStore, today: date) -> Part:
    lines = [
        (" ".join((full_day(one.day), hour_words(one.hour))).strip(), one.who, one.place)
        for one in store.items(Appointment)
        if one.day >= today
    ]
    return Part(_tr("Appointments"), (_tr("When"), _tr("With whom, or what"), _tr("Where")), lines)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Recovery", text)
