"""The parts of the page after treatment begins, by which others ask for them."""

from __future__ import annotations

from enum import StrEnum


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
