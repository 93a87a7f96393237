"""How far slow work is, and whether it is still wanted."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from familysupport.errors import EndedError


def _to_nobody(_share: float) -> None:
    return


def _still_wanted() -> bool:
    return False


class Watcher(NamedTuple):
    """Hears how far slow work is, and is asked whether the person ended it.

    `on_progress` takes a share from 0 to 1 and, like `cancelled`, is called in the thread that does
    the work. `first` and `last` are the part of the whole that this piece of work stands for.
    """

    on_progress: Callable[[float], None] = _to_nobody
    cancelled: Callable[[], bool] = _still_wanted
    first: float = 0.0
    last: float = 1.0

    def tell(self, share: float) -> None:
        """Say that `share` of this piece is done; raises EndedError where nobody waits for it."""
        if self.cancelled():
            raise EndedError
        self.on_progress(self.first + (self.last - self.first) * min(1.0, max(0.0, share)))

    def part(self, first: float, last: float) -> Watcher:
        """Return a watcher for the piece of this work between two shares of it."""
        whole = self.last - self.first
        return Watcher(
            self.on_progress,
            self.cancelled,
            self.first + whole * first,
            self.first + whole * last,
        )


UNWATCHED = Watcher()
