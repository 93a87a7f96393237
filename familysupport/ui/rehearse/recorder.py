"""Records while somebody reads, when they asked for it; the microphone is on only meanwhile."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from familysupport.clock import Clock
from familysupport.rehearse.recordings_store import RecordingsStore
from familysupport.rehearse.take import Recording, Take
from familysupport.statements.model import Statement
from familysupport.ui.rehearse.sound import Microphone, Trouble


class Wish(Enum):
    """What shall become of what is recorded."""

    NOTHING = auto()
    KEEP = auto()
    DECIDE = auto()


class Recorder(QObject):
    """Keeps samples in memory; they go into the vault or are written over, and nowhere else.

    With KEEP, what was recorded is kept however the reading ends, also by a lock. With DECIDE it
    waits for a word, and is gone when the page is left or the vault locks before.
    """

    changed = Signal()
    heard = Signal()

    def __init__(
        self,
        microphone: Microphone,
        store: RecordingsStore,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._microphone = microphone
        self._store = store
        self._clock = clock
        self.wish = Wish.NOTHING
        self.take: Take | None = None
        self.pending: Take | None = None
        self.hears = False
        self.trouble: Trouble | None = None

    def can_hear(self) -> bool:
        """Tell whether recording can be offered; where it cannot, `trouble` says why."""
        self.trouble = self._microphone.missing()
        self.changed.emit()
        return self.trouble is None

    def choose(self, wish: Wish) -> None:
        """Take over what was answered; it holds for this reading and those after it."""
        self.wish, self.trouble = wish, None
        if wish is Wish.NOTHING:
            self._stop()
        self.changed.emit()

    def kept_of(self, statement_id: int) -> int:
        """Return how many recordings there are of a statement."""
        return len(self._store.recordings(statement_id))

    def run(self, statement: Statement, moving: bool) -> None:
        """Hear while the text moves, and only then."""
        if not moving:
            self._stop()
        elif self.wish is not Wish.NOTHING and self.trouble is None:
            if self.take is None:
                self.take = Take(statement.id, statement.text, self._clock.now())
            if not self.take.full:
                self.hears = True
                self._microphone.start(self._feed, self._lose)
        self.changed.emit()

    def note(self, share: float) -> None:
        """Note how much of the text is read."""
        if self.take is not None and self.hears:
            self.take.note_place(share)

    def end(self) -> Recording | None:
        """End with the reading; return what was kept, if it was meant to be."""
        self._stop()
        take, self.take = self.take, None
        self.trouble = None
        if take is None or not take.seconds:
            kept = None
        elif self.wish is Wish.DECIDE:
            self.pending, kept = take, None
        else:
            kept = self._keep(take)
        self.changed.emit()
        return kept

    def keep_pending(self) -> None:
        """Keep what waits for a word."""
        if self.pending is not None:
            self._keep(self.pending)
            self.changed.emit()

    def drop_pending(self) -> None:
        """Write over what waits for a word."""
        if self.pending is not None:
            self.pending.forget()
            self.pending = None
            self.changed.emit()

    def drop(self) -> None:
        """End without keeping anything."""
        self._stop()
        take, self.take = self.take, None
        if take is not None:
            take.forget()
        self.changed.emit()

    def _keep(self, take: Take) -> Recording:
        """Keep a take; if that fails, it waits for a word and can be kept again."""
        self.pending = take
        self.changed.emit()
        kept = self._store.save(take.recording(), take.sound())
        self.pending = None
        take.forget()
        return kept

    def _feed(self, samples: bytes) -> None:
        if self.take is None or not self.hears:
            return
        self.take.feed(samples)
        if self.take.full:
            self._stop()
            self.changed.emit()
        self.heard.emit()

    def _lose(self, trouble: Trouble) -> None:
        self.hears = False
        self.trouble = trouble
        self.changed.emit()

    def _stop(self) -> None:
        self.hears = False
        self._microphone.stop()
