"""What is kept of an emergency: the times of an overdose, and a family's own numbers."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from familysupport.emergency.overdose import LogLine


class KeptTimes(NamedTuple):
    """The times of one overdose, as they were when they were kept."""

    id: int
    began_at: datetime
    lines: tuple[LogLine, ...]


class OwnNumber(NamedTuple):
    """A number of the family's own: whose it is, and what to dial."""

    name: str
    number: str
