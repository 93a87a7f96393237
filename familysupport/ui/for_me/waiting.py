"""All that is due while the pages are open: own reminders, and what comes after treatment began."""

from __future__ import annotations

from datetime import datetime

from familysupport.clock import Clock
from familysupport.for_me import reminders as when
from familysupport.for_me.model import Reminder
from familysupport.for_me.store import ForMeStore
from familysupport.for_me.waiting import PAGE, is_silent, put_off_until_tomorrow, silenced
from familysupport.recovery.due import Due, due
from familysupport.recovery.store import RecoveryStore


class WaitingList:
    """Reads what is due now, and keeps what is done with it."""

    def __init__(self, store: ForMeStore, recovery: RecoveryStore, clock: Clock) -> None:
        self._store, self._recovery, self._clock = store, recovery, clock

    def reminders(self) -> list[Reminder]:
        """Return the reminders that are due, the longest waiting first."""
        return when.due(self._store.reminders(), self._now())

    def dues(self) -> list[Due]:
        """Return what else is due and was not put off."""
        today, until = self._clock.today(), self._store.page(PAGE)
        return [
            one for one in due(self._recovery, today) if not is_silent(key_of(one), until, today)
        ]

    def keys(self) -> list[str]:
        """Return a key for each thing that is due now."""
        own = [f"{one.id} {when.due_at(one).isoformat()}" for one in self.reminders()]
        return [*own, *map(key_of, self.dues())]

    def done(self, one: Reminder) -> None:
        """Count a reminder as done."""
        self._store.save_reminder(when.done(one, self._now()))

    def tomorrow(self, one: Reminder | Due) -> None:
        """Tell it again tomorrow."""
        if isinstance(one, Reminder):
            self._store.save_reminder(when.put_off(one, self._now()))
        else:
            until, today = self._store.page(PAGE), self._clock.today()
            self._store.save_page(PAGE, put_off_until_tomorrow(key_of(one), until, today))

    def off(self, one: Reminder | Due) -> None:
        """Tell it no more."""
        if isinstance(one, Reminder):
            self._store.save_reminder(when.off(one))
        else:
            until, today = self._store.page(PAGE), self._clock.today()
            self._store.save_page(PAGE, silenced(key_of(one), until, today))

    def _now(self) -> datetime:
        return when.wall(self._clock.now())


def key_of(one: Due) -> str:
    """Return what tells one due thing from another."""
    return f"{one.key} {one.day.isoformat()} {one.about}"
