"""What is private: the stores of the open vault, from unlock to lock, each made when first asked.

So the window comes back at once after the passphrase, and a room that nobody opens costs nothing.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from familysupport.clock import Clock

if TYPE_CHECKING:
    import sqlite_utils  # noqa: TID251  handed through to the stores, never asked here

    from familysupport.emergency.store import EmergencyStore
    from familysupport.for_me.store import ForMeStore
    from familysupport.journal.bring_in_store import BringInStore
    from familysupport.journal.files_store import FilesStore
    from familysupport.journal.finding_store import FindingStore
    from familysupport.journal.store import JournalStore
    from familysupport.learn.store import LearnStore
    from familysupport.prepare.store import PeopleStore, PlanStore
    from familysupport.recovery.store import RecoveryStore
    from familysupport.rehearse.recordings_store import RecordingsStore
    from familysupport.rehearse.store import RehearseStore
    from familysupport.statements.store import StatementStore


class Session:
    """The stores of one open vault; the private tabs are built from it."""

    def __init__(self, db: sqlite_utils.Database, clock: Clock) -> None:
        self._db = db
        self._clock = clock

    @cached_property
    def people(self) -> PeopleStore:
        """Return who takes part."""
        from familysupport.prepare.store import PeopleStore

        return PeopleStore(self._db, self._clock)

    @cached_property
    def plan(self) -> PlanStore:
        """Return the plan of the meeting."""
        from familysupport.prepare.store import PlanStore

        return PlanStore(self._db, self._clock)

    @cached_property
    def statements(self) -> StatementStore:
        """Return what each person will say."""
        from familysupport.statements.store import StatementStore

        return StatementStore(self._db, self._clock)

    @cached_property
    def rehearse(self) -> RehearseStore:
        """Return what is kept of rehearsing."""
        from familysupport.rehearse.store import RehearseStore

        return RehearseStore(self._db, self._clock)

    @cached_property
    def recordings(self) -> RecordingsStore:
        """Return the recorded voices."""
        from familysupport.rehearse.recordings_store import RecordingsStore

        return RecordingsStore(self._db)

    @cached_property
    def journal(self) -> JournalStore:
        """Return the entries of the journal."""
        from familysupport.journal.store import JournalStore

        return JournalStore(self._db, self._clock)

    @cached_property
    def finding(self) -> FindingStore:
        """Return what is asked of the journal by day."""
        from familysupport.journal.finding_store import FindingStore

        return FindingStore(self._db, self._clock)

    @cached_property
    def files(self) -> FilesStore:
        """Return the photos and files of the journal."""
        from familysupport.journal.files_store import FilesStore

        return FilesStore(self._db, self._clock)

    @cached_property
    def bring_in(self) -> BringInStore:
        """Return what came in from other journals."""
        from familysupport.journal.bring_in_store import BringInStore

        return BringInStore(self._db, self._clock)

    @cached_property
    def learn(self) -> LearnStore:
        """Return what is remembered of the lessons."""
        from familysupport.learn.store import LearnStore

        return LearnStore(self._db, self._clock)

    @cached_property
    def emergency(self) -> EmergencyStore:
        """Return the family's own words for an emergency."""
        from familysupport.emergency.store import EmergencyStore

        return EmergencyStore(self._db, self._clock)

    @cached_property
    def for_me(self) -> ForMeStore:
        """Return what the writer keeps about themselves."""
        from familysupport.for_me.store import ForMeStore

        return ForMeStore(self._db, self._clock)

    @cached_property
    def recovery(self) -> RecoveryStore:
        """Return what is kept once treatment has begun."""
        from familysupport.recovery.store import RecoveryStore

        return RecoveryStore(self._db, self._clock)


def open_session(db: sqlite_utils.Database, clock: Clock) -> Session:
    """Return the stores over the database of an open vault."""
    return Session(db, clock)
