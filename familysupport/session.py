"""What is private: the stores of the open vault, from unlock to lock."""

from __future__ import annotations

from dataclasses import dataclass

import sqlite_utils  # noqa: TID251  handed through to the stores, never asked here

from familysupport.clock import Clock
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


@dataclass(frozen=True)
class Session:
    """The stores of one open vault; the private tabs are built from it."""

    people: PeopleStore
    plan: PlanStore
    statements: StatementStore
    rehearse: RehearseStore
    recordings: RecordingsStore
    journal: JournalStore
    finding: FindingStore
    files: FilesStore
    bring_in: BringInStore
    learn: LearnStore
    emergency: EmergencyStore
    for_me: ForMeStore
    recovery: RecoveryStore


def open_session(db: sqlite_utils.Database, clock: Clock) -> Session:
    """Return the stores over the database of an open vault."""
    return Session(
        people=PeopleStore(db, clock),
        plan=PlanStore(db, clock),
        statements=StatementStore(db, clock),
        rehearse=RehearseStore(db, clock),
        recordings=RecordingsStore(db),
        journal=JournalStore(db, clock),
        finding=FindingStore(db, clock),
        files=FilesStore(db, clock),
        bring_in=BringInStore(db, clock),
        learn=LearnStore(db, clock),
        emergency=EmergencyStore(db, clock),
        for_me=ForMeStore(db, clock),
        recovery=RecoveryStore(db, clock),
    )
