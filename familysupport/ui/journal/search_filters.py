"""The filters of a search as controls: they write into the search field, and read from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from familysupport.clock import Clock
from familysupport.journal.calendar import month_later
from familysupport.journal.finding import Wanted, wanted, with_filter
from familysupport.journal.model import Kind, Mood
from familysupport.ui.journal.words import kind_word, mood_word
from familysupport.ui.kit.theme import scaled, text_scale
from familysupport.ui.kit.widgets import row

_LARGE = 1.5
_LEAST_TALL = 48
_LEAST_LETTERS = 4


class SearchFilters(QWidget):
    """Kind, mood, tag and days, while they are asked for; `changed` carries the search anew."""

    changed = Signal(str)

    def __init__(
        self, tags: Callable[[], list[str]], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read_tags = tags
        self._clock = clock
        self._words = ""
        self._all: _Filters | None = None
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_more(self, more: bool) -> None:
        """Show the filters, or not; they are made when first asked for."""
        if more and self._all is None:
            self._all = _Filters(
                self._make_choice("kind", self.tr("Only entries of this kind")),
                self._make_choice("mood", self.tr("Only entries with this mood")),
                self._make_choice("tag", self.tr("Only entries with this tag")),
            )
            self._all.since.changed.connect(self._pick_since)
            self._all.until.changed.connect(self._pick_until)
            self._room.addWidget(_Scrolling(self._all))
        self.setVisible(more)
        self.show_words(self._words)

    def show_words(self, words: str) -> None:
        """Show the filters that stand in a search."""
        self._words = words
        if self._all and not self.isHidden():
            self._all.show_wanted(wanted(words), self._read_tags())

    def _make_choice(self, key: str, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LEAST_LETTERS)
        box.activated.connect(lambda: self._pick(key, str(box.currentData())))
        return box

    def _pick(self, key: str, value: str) -> None:
        quoted = f'"{value}"' if " " in value else value
        self.changed.emit(with_filter(self._words, key, quoted))

    def _pick_since(self) -> None:
        if self._all:
            day = self._all.since.day(month_later(self._clock.today(), -1))
            self._pick("from", day.isoformat() if day else "")

    def _pick_until(self) -> None:
        if self._all:
            day = self._all.until.day(self._clock.today())
            self._pick("to", day.isoformat() if day else "")


class _Scrolling(QScrollArea):
    """Shows all filters where there is room, and scrolls where there is not."""

    def __init__(self, filters: QWidget) -> None:
        super().__init__()
        self._filters = filters
        filters.setObjectName("page")
        self.setWidget(filters)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def sizeHint(self) -> QSize:
        """Ask for what all filters need."""
        return self._filters.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Do with one line of them."""
        tall = min(scaled(_LEAST_TALL), self.sizeHint().height())
        return QSize(self._filters.minimumSizeHint().width(), tall)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room, or less, when a day is added or taken away."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class _Filters(QWidget):
    """A kind, a mood, a tag, and the first and the last day."""

    def __init__(self, kind: QComboBox, mood: QComboBox, tag: QComboBox) -> None:
        super().__init__()
        self.kind, self.mood, self.tag = kind, mood, tag
        _fill(kind, self.tr("Any kind"), [(kind_word(one), one.value) for one in Kind])
        _fill(mood, self.tr("Any mood"), [(mood_word(one), one.value) for one in Mood])
        self.since = _DayFilter(self.tr("From"), self.tr("From this day on"))
        self.until = _DayFilter(self.tr("Until"), self.tr("Until this day, and that day too"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        first = row(kind, mood, spacing=6)
        first.setStretch(0, 1)
        first.setStretch(1, 1)
        if text_scale() >= _LARGE:
            first.setDirection(QBoxLayout.Direction.TopToBottom)
        layout.addLayout(first)
        for one in (self.tag, self.since, self.until):
            layout.addWidget(one)

    def show_wanted(self, asked: Wanted, tags: list[str]) -> None:
        """Show what stands in a search, a tag that nobody used too."""
        _show(self.kind, asked.kind.value if asked.kind else "")
        _show(self.mood, asked.mood.value if asked.mood else "")
        known = tags if not asked.tag or asked.tag in tags else [asked.tag, *tags]
        _fill(self.tag, self.tr("Any tag"), [(tag, tag) for tag in known])
        _show(self.tag, asked.tag)
        self.since.show_day(asked.since)
        self.until.show_day(asked.until)


class _DayFilter(QWidget):
    """A day that may be left open."""

    changed = Signal()

    def __init__(self, text: str, name: str) -> None:
        super().__init__()
        self._on = QCheckBox(text)
        self._on.setAccessibleName(name)
        self._date = QDateEdit()
        self._date.setAccessibleName(name)
        self._date.setCalendarPopup(True)
        self._date.setKeyboardTracking(False)
        self._date.setDisplayFormat(self.tr("d MMM yyyy"))
        self._date.setDateRange(QDate(1900, 1, 1), QDate(2199, 12, 31))
        self._date.hide()
        self._shown: date | None = None
        self._on.clicked.connect(self.changed)
        self._date.dateChanged.connect(self.changed)
        layout = row(self._on, self._date, spacing=6)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def day(self, usual: date) -> date | None:
        """Return the day chosen; where it was only now asked for, `usual`."""
        if not self._on.isChecked():
            return None
        shown = self._date.date()
        return date(shown.year(), shown.month(), shown.day()) if self._shown else usual

    def show_day(self, day: date | None) -> None:
        """Show a day, or that there is none, without saying so."""
        self._shown = day
        self._on.setChecked(day is not None)
        self._date.setVisible(day is not None)
        if day:
            self._date.blockSignals(True)
            self._date.setDate(QDate(day.year, day.month, day.day))
            self._date.blockSignals(False)


def _fill(box: QComboBox, every: str, choices: Sequence[tuple[str, str]]) -> None:
    box.clear()
    box.addItem(every, "")
    for name, value in choices:
        box.addItem(name, value)


def _show(box: QComboBox, value: str) -> None:
    box.setCurrentIndex(max(0, box.findData(value)))
