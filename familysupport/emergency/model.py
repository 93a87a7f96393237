"""What is kept of an emergency: the times of an overdose, and a family's own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from familysupport.emergency.overdose import LogLine


@dataclass(frozen=True)
class KeptTimes:
    """The times of one overdose, as they were when they were kept."""

    id: int
    began_at: datetime
    lines: tuple[LogLine, ...]


@dataclass(frozen=True)
class OwnNumber:
    """A number of the family's own: whose it is, and what to dial."""

    name: str
    number: str
