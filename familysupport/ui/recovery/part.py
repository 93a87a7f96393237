"""The page after treatment begins: its name, and the parts by which others ask for them."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from familysupport.recovery.due import Due, DueKind


def page_name() -> str:
    """Return what these pages are called, everywhere."""
    return QCoreApplication.translate("Recovery", "After treatment begins")


class Part(StrEnum):
    """The parts of the pages."""

    DAYS = "days"
    HABITS = "habits"
    LIMITS = "limits"
    NINETY = "ninety"
    SIGNS = "signs"
    SUPPLIES = "supplies"
    APPOINTMENTS = "appointments"
    PEOPLE = "people"


def part_of(due: Due) -> Part:
    """Return the part on which something that is due stands."""
    return {
        DueKind.APPOINTMENT: Part.APPOINTMENTS,
        DueKind.EXPIRY: Part.SUPPLIES,
        DueKind.WEEK: Part.LIMITS,
    }[due.kind]
