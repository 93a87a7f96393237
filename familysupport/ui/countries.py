"""The countries one can choose, by the names people use."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def country_names() -> dict[str, str]:
    """Return the countries whose numbers are kept, by code."""
    return {
        "us": _name("United States"),
        "ca": _name("Canada"),
        "gb": _name("United Kingdom"),
        "ie": _name("Ireland"),
        "au": _name("Australia"),
        "nz": _name("New Zealand"),
        "other": _name("Another country"),
    }


def _name(text: str) -> str:
    return QCoreApplication.translate("Countries", text)
