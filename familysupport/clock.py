"""The only look at the time."""

from __future__ import annotations

import time
from datetime import date, datetime


class Clock:
    """Tells the time; tests hand in one that stands still."""

    def now(self) -> datetime:
        """Return this moment, with the computer's own time zone."""
        return datetime.now().astimezone()

    def today(self) -> date:
        """Return today's date where the computer is."""
        return self.now().date()

    def ticks(self) -> float:
        """Return seconds that only ever go forward, for measuring spans."""
        return time.monotonic()
