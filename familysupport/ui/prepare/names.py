"""The names of the people as they are shown, held still while a section shows them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from familysupport.prepare.model import Person


class Names:
    """Knows the people of the plan as it was last shown; painting a row never asks a store."""

    def __init__(self) -> None:
        self._people: tuple[Person, ...] = ()

    def take(self, people: Sequence[Person]) -> None:
        """Remember the people of the plan."""
        self._people = tuple(people)

    def choices(self) -> Sequence[tuple[str, str]]:
        """Return the people to choose from, nobody first."""
        nobody = QCoreApplication.translate("PrepareNames", "nobody chosen")
        return [(nobody, ""), *((_shown(one.name), one.uid) for one in self._people)]

    def knows(self, uid: str) -> bool:
        """Return whether somebody has this uid."""
        return any(one.uid == uid for one in self._people)

    def of(self, uid: str) -> str:
        """Return the name of the person of that uid."""
        found = next((one.name for one in self._people if one.uid == uid), None)
        if found is None:
            return QCoreApplication.translate("PrepareNames", "Somebody")
        return _shown(found)


def _shown(name: str) -> str:
    return name.strip() or QCoreApplication.translate("PrepareNames", "No name yet")
