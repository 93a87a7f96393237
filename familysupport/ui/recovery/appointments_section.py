"""Appointments: what comes next on top, what is past below and out of the way."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.recovery.model import Appointment
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.widgets import heading
from familysupport.ui.recovery.fields import Field
from familysupport.ui.recovery.kinds import Kind, Shown, Words
from familysupport.ui.recovery.records import Records
from familysupport.ui.recovery.section import Section
from familysupport.ui.recovery.words import hour_words, weekday_words


class AppointmentsSection(Section):
    """Keeps appointments: when, with whom, where, and what to remember."""

    def __init__(self, store: RecoveryStore, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store, self._clock = store, clock
        self._coming = Records(store, self._kind(is_past=False), self._new, clock.today, self)
        self._past = Records(store, self._kind(is_past=True), self._new, clock.today, self)
        self._past_name = heading(self.tr("Past"))
        self.body.addWidget(heading(self.tr("Appointments")))
        self.body.addWidget(self._coming)
        self.body.addWidget(self._past_name)
        self.body.addWidget(self._past)
        self.hold(self._coming, self._past)
        self._coming.changed.connect(self._past.refresh)
        self._past.changed.connect(self._coming.refresh)

    def look_again(self) -> None:
        """Show what is past only where there is something."""
        today = self._clock.today()
        there = any(one.day < today for one in self._store.items(Appointment))
        self._past_name.setVisible(there)
        self._past.setVisible(there)

    def _kind(self, *, is_past: bool) -> Kind[Appointment]:
        fields = (
            Field("who", self.tr("With whom, or what")),
            Field("day", self.tr("Day"), "day"),
            Field("hour", self.tr("Time, if it is known"), "hour"),
            Field("place", self.tr("Where")),
            Field("note", self.tr("To remember"), help=self.tr("For example what to ask.")),
        )
        words = Words(
            add="" if is_past else self.tr("Add an appointment"),
            nothing="" if is_past else self.tr("No appointment is noted for the days to come."),
            gone=self.tr("The appointment was deleted."),
        )

        def lists(one: Appointment) -> bool:
            return (one.day < self._clock.today()) is is_past

        return Kind(
            Appointment, fields, self._shown, words, ("who",), lists, is_newest_first=is_past
        )

    def _shown(self, one: Appointment) -> Shown:
        today = self._clock.today()
        when = " · ".join(p for p in (weekday_words(one.day, today), hour_words(one.hour)) if p)
        about = " · ".join(part for part in (when, one.place) if part)
        return Shown(one.who, f"{about}\n{one.note}" if one.note else about)

    def _new(self) -> Appointment:
        return Appointment(day=self._clock.today())
