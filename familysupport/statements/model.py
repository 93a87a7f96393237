"""What somebody will read out at the meeting, and its earlier versions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Statement:
    """One person's words; `id` is 0 until saved, `person_id` points to Prepare when known.

    `if_no` is the second card, read only if the answer is no. `private` is the page for what has
    to go somewhere: it is never printed nor read aloud.
    """

    id: int = 0
    person_id: int | None = None
    author: str = ""
    addressee: str = ""
    title: str = ""
    text: str = ""
    if_no: str = ""
    private: str = ""
    updated_at: datetime | None = None

    def is_by(self, person_id: int, name: str) -> bool:
        """Return whether this person wrote it: by the tie to Prepare, else by the same name."""
        if self.person_id is not None:
            return self.person_id == person_id
        return bool(name.strip()) and self.author.strip().casefold() == name.strip().casefold()


@dataclass(frozen=True)
class Version:
    """A statement as it was at one moment; `name` is empty for one that was kept by itself."""

    id: int
    statement_id: int
    title: str
    text: str
    name: str
    kept_at: datetime
