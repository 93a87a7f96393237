"""The entry itself: when, how it felt, its name, tags and words, saved while one writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QDate, QDateTime, Qt, QTime, QTimeZone, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateTimeEdit,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from familysupport.clock import Clock
from familysupport.documents.light import folded
from familysupport.journal.model import Entry, Kind
from familysupport.journal.prompts import Beginning
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.beginning import BeginningStrip
from familysupport.ui.journal.moods import MoodChips
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.journal.setback import SetbackCard
from familysupport.ui.journal.tags import TagField
from familysupport.ui.journal.words import kind_word
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import margin, scaled
from familysupport.ui.kit.widgets import button, chip, muted, row, set_chip

_WIDEST = 800
_COUNTED = 100_000


class EntryEditor(QWidget):
    """Shows one entry to write on; a new one is kept from its first word or choice on."""

    saved = Signal(object)
    shown = Signal(int)
    emergency_asked = Signal(str)
    lesson_asked = Signal(str)
    plan_asked = Signal()
    print_asked = Signal()
    delete_asked = Signal(int)

    def __init__(
        self,
        store: JournalStore,
        clock: Clock,
        beginnings: Mapping[Kind, Beginning],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._beginnings = beginnings
        self._clock = clock
        self._entry = Entry(0, clock.now())
        self._autosave = Autosave(self._save, self)
        self._when = self._make_when()
        self._name = QLineEdit()
        self._name.setProperty("role", "title")
        self._name.setAccessibleName(self.tr("Title"))
        self._name.setPlaceholderText(self.tr("Title, if you like"))
        self._name.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._kind = self._make_kind()
        self._moods = MoodChips()
        self._begin_with = BeginningStrip()
        self._setback = SetbackCard()
        self._count = muted("")
        self._tags = TagField(store.tags)
        self._text = PageText(self.tr("What you write"))
        self._text.setPlaceholderText(self.tr("Write what you want to remember."))
        self._chip = chip("", "plain")
        self._delete = button(self.tr("Delete entry"), "trash")
        self._print = button(self.tr("Print…"), "print")
        self._print.clicked.connect(self.print_asked)
        self._delete.clicked.connect(lambda: self.delete_asked.emit(self._entry.id))
        self.below = QVBoxLayout()
        self._lay_out()
        self._name.textEdited.connect(self._touched)
        self._tags.textEdited.connect(self._touched)
        self._text.textChanged.connect(self._touched)
        self._moods.changed.connect(self._touched)
        self._kind.currentIndexChanged.connect(self._kind_chosen)
        self._begin_with.taken.connect(self._write_on)
        self._setback.emergency_asked.connect(self.emergency_asked)
        self._setback.lesson_asked.connect(self.lesson_asked)
        self._setback.plan_asked.connect(self.plan_asked)
        self._when.dateTimeChanged.connect(self._touched)
        self.begin()

    @property
    def entry(self) -> Entry:
        """Return the entry as it was last kept."""
        return self._entry

    def begin(self) -> None:
        """Show a new, blank entry of this moment."""
        self.show_entry(Entry(0, self._clock.now()))

    def show_entry(self, entry: Entry) -> None:
        """Save what was being written, then show `entry`."""
        self.flush()
        self._entry = entry
        fields = (self._when, self._name, self._tags, self._text, self._moods, self._kind)
        for field in fields:
            field.blockSignals(True)
        self._when.setDateTime(_shown(entry.at))
        self._name.setText(entry.title)
        self._tags.set_tags(entry.tags)
        self._text.setPlainText(folded(entry.text))
        self._moods.set_mood(entry.mood)
        self._kind.setCurrentIndex(self._kind.findData(entry.kind))
        for field in fields:
            field.blockSignals(False)
        self._show_kind()
        self._show_state(saved=bool(entry.id))
        self.shown.emit(entry.id)

    def keep(self) -> int:
        """Keep the entry, be there a word in it or not, and return its id."""
        self.flush()
        if not self._entry.id:
            self._keep(self._written())
        return self._entry.id

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def focus_text(self) -> None:
        """Go to the place to write."""
        self._text.setFocus()

    def _make_when(self) -> QDateTimeEdit:
        when = QDateTimeEdit()
        when.setAccessibleName(self.tr("Date and time"))
        # The date and time on the wall, whatever the zone: no hour is missing in spring.
        when.setTimeZone(QTimeZone.utc())
        when.setDisplayFormat(self.tr("dddd d MMMM yyyy · HH:mm"))
        when.setCalendarPopup(True)
        when.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        when.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return when

    def _make_kind(self) -> QComboBox:
        kind = QComboBox()
        kind.setAccessibleName(self.tr("What the entry is about"))
        for each in Kind:
            kind.addItem(kind_word(each), each)
        return kind

    def _kind_chosen(self) -> None:
        self._show_kind()
        self._touched()

    def _show_kind(self) -> None:
        kind: Kind = self._kind.currentData()
        self._begin_with.show_beginning(self._beginnings[kind])
        self._setback.setVisible(kind is Kind.SETBACK)

    def _write_on(self, prompt: str) -> None:
        self._text.setFocus()
        self._text.insertPlainText(f"{prompt}\n")

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setMaximumWidth(scaled(_WIDEST))
        across.addWidget(column, 100)
        across.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(margin(30), 20, margin(30), 20)
        layout.setSpacing(10)
        layout.addLayout(Flow(self._when, self._kind))
        layout.addWidget(self._name)
        layout.addWidget(self._moods)
        layout.addWidget(self._tags)
        layout.addWidget(self._setback)
        layout.addWidget(self._begin_with)
        layout.addWidget(self._text, 1)
        layout.addLayout(self.below)
        layout.addLayout(row(self._delete, self._print, 1, self._count, self._chip))
        self._count.setWordWrap(False)
        self._text.setMinimumHeight(scaled(120))

    def _touched(self) -> None:
        self._show_state(saved=False)
        self._autosave.touch()

    def _save(self) -> None:
        entry = self._written()
        if entry.blank and not entry.id:
            return
        self._keep(entry)

    def _keep(self, entry: Entry) -> None:
        self._entry = self._store.save(entry)
        self._show_state(saved=True)
        self.saved.emit(self._entry)

    def _count_words(self, text: str) -> str:
        """Return how many words there are; a very long text is not counted at every key."""
        if not text.strip() or len(text) > _COUNTED:
            return ""
        words = len(text.split())
        if words == 1:
            return self.tr("1 word")
        return self.tr("{count} words").format(count=words)

    def _written(self) -> Entry:
        return replace(
            self._entry,
            at=self._moment(),
            title=self._name.text().strip(),
            text=self._text.toPlainText(),
            mood=self._moods.mood(),
            kind=self._kind.currentData(),
            tags=self._tags.tags(),
        )

    def _moment(self) -> datetime:
        before = self._entry.at
        shown = self._when.dateTime()
        if shown == _shown(before):
            return before
        day, time = shown.date(), shown.time()
        wall = datetime(  # noqa: DTZ001  the zone is put on in the next line
            day.year(), day.month(), day.day(), time.hour(), time.minute()
        )
        return wall.astimezone()

    def _show_state(self, saved: bool) -> None:
        for one in (self._delete, self._print):
            one.setVisible(bool(self._entry.id))
        text = self._text.toPlainText()
        self._begin_with.setVisible(not text.strip())
        self._count.setText(self._count_words(text))
        set_chip(
            self._chip,
            self.tr("Saved") if saved else self.tr("Not saved yet"),
            "done" if saved else "plain",
        )
        self._chip.setVisible(saved or self._autosave.waiting() or not self._written().blank)


def _shown(at: datetime) -> QDateTime:
    return QDateTime(QDate(at.year, at.month, at.day), QTime(at.hour, at.minute), QTimeZone.utc())
