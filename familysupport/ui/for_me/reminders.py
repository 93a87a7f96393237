"""Reminders: to look back on the week, and of one's own; switched on, changed, deleted here."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.for_me import reminders as when
from familysupport.for_me.model import Reminder, Topic
from familysupport.for_me.store import ForMeStore
from familysupport.ui.for_me.reminder_form import ReminderForm, shown_time, time_edit, time_in
from familysupport.ui.for_me.room import Room
from familysupport.ui.for_me.words import moment_words, time_words, weekday_words
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.widgets import Card, body, button, empty, heading, label, muted

_SUNDAY, _EVENING = 6, 18


class RemindersPage(Room):
    """Shows every reminder; each change counts at once."""

    changed = Signal()

    def __init__(self, store: ForMeStore, clock: Clock, parent: QWidget | None = None) -> None:
        name = self.tr("Reminders")
        about = self.tr(
            "They show in a quiet strip above the journal while your pages are open. In the"
            " settings you can also let the computer show a notice. It never says what is due."
        )
        super().__init__(name, about, parent)
        self._store, self._clock = store, clock
        self._undo = UndoBar()
        self._weekly = QCheckBox(self.tr("Remind me every week"))
        self._weekly.setAccessibleName(self.tr("Remind me every week to look back"))
        self._weekly.clicked.connect(self._keep_weekly)
        self._weekday = QComboBox()
        self._weekday.setAccessibleName(self.tr("Day for looking back"))
        for number in range(7):
            self._weekday.addItem(weekday_words(number), number)
        self._weekday.activated.connect(self._keep_weekly)
        self._at = time_edit(self.tr("Time for looking back"))
        self._at.editingFinished.connect(self._keep_weekly)
        self._list = QVBoxLayout()
        self._form = ReminderForm(clock)
        self._form.kept.connect(self._keep)
        self._lay_out()

    def refresh(self) -> None:
        """Show what is kept."""
        weekly = self._look_back()
        self._weekly.setChecked(bool(weekly and weekly.on))
        self._weekday.setCurrentIndex(weekly.day.weekday() if weekly else _SUNDAY)
        self._at.setTime(shown_time(weekly.at) if weekly else shown_time(None, _EVENING))
        self._show_list()

    def focus_first(self) -> None:
        """Go to the weekly one."""
        self.verticalScrollBar().setValue(0)
        self._weekly.setFocus()

    def _look_back(self) -> Reminder | None:
        found = [one for one in self._store.reminders() if one.topic is Topic.LOOK_BACK]
        return found[0] if found else None

    def _keep_weekly(self) -> None:
        before = self._look_back()
        if before is None and not self._weekly.isChecked():
            return
        at, now = time_in(self._at), when.wall(self._clock.now())
        day = when.next_on(self._weekday.currentData(), at, now)
        after = Reminder(
            before.id if before else 0,
            "",
            day,
            at,
            weekly=True,
            topic=Topic.LOOK_BACK,
            on=self._weekly.isChecked(),
        )
        same = before and (before.day.weekday(), before.at, before.on) == (
            day.weekday(),
            at,
            after.on,
        )
        if not same:
            self._store.save_reminder(after)
            self.changed.emit()

    def _show_list(self) -> None:
        empty(self._list)
        own = [one for one in self._store.reminders() if one.topic is Topic.OWN]
        if not own:
            self._list.addWidget(muted(self.tr("None yet. Add what you like to be told below.")))
        for one in own:
            self._list.addWidget(self._card(one))

    def _card(self, one: Reminder) -> Card:
        card = Card()
        card.body.addWidget(label(one.words, "strong"))
        card.body.addWidget(muted(self._when(one)))
        on = QCheckBox(self.tr("On"))
        on.setAccessibleName(self.tr("On: {words}").format(words=one.words))
        on.setChecked(one.on)
        on.clicked.connect(lambda wanted: self._switch(one, wanted))
        change = button(self.tr("Change"))
        change.setAccessibleName(self.tr("Change: {words}").format(words=one.words))
        change.clicked.connect(lambda: self._form.show_reminder(one))
        delete = button(self.tr("Delete"), "trash", "quiet")
        delete.setAccessibleName(self.tr("Delete: {words}").format(words=one.words))
        delete.clicked.connect(lambda: self._delete(one))
        card.body.addLayout(Flow(on, change, delete))
        return card

    def _when(self, one: Reminder) -> str:
        if not one.on:
            return self.tr("Switched off")
        if one.again:
            return self.tr("Again {moment}").format(moment=moment_words(one.again))
        if one.weekly:
            said = self.tr("Every {weekday} at {time}")
            return said.format(weekday=weekday_words(one.day.weekday()), time=time_words(one.at))
        return moment_words(when.due_at(one))

    def _switch(self, one: Reminder, wanted: bool) -> None:
        now = when.wall(self._clock.now())
        self._store.save_reminder(when.on_again(one, now) if wanted else when.off(one))
        self._after_change()

    def _keep(self, one: Reminder) -> None:
        self._store.save_reminder(one._replace(again=None, on=True))
        self._after_change()

    def _delete(self, one: Reminder) -> None:
        self._store.delete_reminder(one.id)
        self._after_change()
        self._form.forget(one.id)
        self._undo.offer(self.tr("The reminder was deleted."), lambda: self._bring_back(one.id))

    def _bring_back(self, reminder_id: int) -> None:
        self._store.restore_reminder(reminder_id)
        self._after_change()

    def _after_change(self) -> None:
        self._show_list()
        self.changed.emit()

    def _lay_out(self) -> None:
        card = Card()
        card.body.addWidget(label(self.tr("Looking back on the week"), "strong"))
        card.body.addWidget(self._weekly)
        card.body.addLayout(Flow(self._weekday, self._at))
        self.body.addWidget(self._undo)
        self.body.addWidget(card)
        self.body.addWidget(heading(self.tr("Your own")))
        self.body.addLayout(self._list)
        self.body.addWidget(self._form)
        self.body.addWidget(
            body(self.tr("While it is locked, nothing of this can be seen by anyone."))
        )
        self.body.addStretch(1)
