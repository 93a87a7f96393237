"""The Emergency page: needs no passphrase, holds no session, and opens from everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from familysupport.clock import Clock
from familysupport.content.emergency import EmergencyContent
from familysupport.emergency.numbers import numbers_for
from familysupport.ui.emergency.call_lines import NumbersCard
from familysupport.ui.emergency.clock_card import ClockCard
from familysupport.ui.emergency.desk import Desk, desk_of
from familysupport.ui.emergency.parts import small_button
from familysupport.ui.emergency.views import CALM, NUMBERS, OVERDOSE, TIMES, WITH_CLOCK, Views
from familysupport.ui.kit.hiding import hide_button
from familysupport.ui.kit.in_sight import InSight
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, button, label, muted, restyle, row

_TWO_COLUMNS_FROM = 960
_RIGHT_SHARE = 0.37
_SCROLL_BAR = 24
_SCROLL_KEYS = {
    Qt.Key.Key_Down: 40,
    Qt.Key.Key_Up: -40,
    Qt.Key.Key_PageDown: 400,
    Qt.Key.Key_PageUp: -400,
}


class EmergencyPage(QWidget):
    """What to do now: the overdose steps first, the other emergencies one press away."""

    closed = Signal()
    country_change_asked = Signal()

    def __init__(
        self,
        content: EmergencyContent,
        country: Callable[[], str],
        clock: Clock,
        parent: QWidget | None = None,
        desk: Desk | None = None,
        calm: Callable[[], bool] = bool,
    ) -> None:
        """Without a `desk`, that of the window around is shared; `calm` says: move little."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        InSight(self)
        self._content = content
        self._country = country
        self._clock = clock
        self._handed_in = desk is not None
        self.desk = desk or Desk(clock, parent=self)
        self.desk.changed.connect(self._kept_changed)
        self.views = Views(content, lambda: self.desk, self)
        self.views.cleared.connect(self._begin_again)
        self.numbers = numbers_for(content, country())
        self.situation = ""
        self._title = label("", "emergency")
        self._summary = muted("")
        self.clock_card = ClockCard(lambda: self.desk, clock, calm)
        self.clock_card.times_asked.connect(lambda: self.show_situation(TIMES))
        self._slot, self._numbers = _Slot(), _Slot()
        self.left, self.right = _Column(), _Column()
        self._strip = QHBoxLayout()
        self._wide: bool | None = None
        self._lay_out()
        self.show_situation(OVERDOSE)
        self._show_numbers()

    def _lay_out(self) -> None:
        self._aside = QWidget()
        self._aside.setObjectName("page")
        aside = QVBoxLayout(self._aside)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(6)
        for widget in (self.clock_card, self._other_emergencies(), self._numbers):
            aside.addWidget(widget)
        aside.addStretch(1)
        self.left.inner.addWidget(self._slot)
        self.right.inner.addWidget(self._aside)
        self._columns = row(self.left, self.right, spacing=8)
        self._columns.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 10, 20, 8)
        layout.setSpacing(8)
        layout.addLayout(self._top())
        layout.addLayout(self._columns, 1)
        layout.addLayout(self._strip)

    def _top(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        self._hide = hide_button()
        self._hide.hide()
        self.close_button = button(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        top = row(self._hide, self.close_button)
        top.insertLayout(0, words, 1)
        for widget in (self._hide, self.close_button):
            top.setAlignment(widget, Qt.AlignmentFlag.AlignTop)
        top.setContentsMargins(0, 0, 8, 0)
        return top

    def _other_emergencies(self) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 7, 16, 8)
        grid = QGridLayout()
        grid.setSpacing(4)
        self.choices = {}
        for place, (name, text) in enumerate(self.views.choices()):
            choice = small_button(text)
            choice.setCheckable(True)
            choice.clicked.connect(lambda _on, wanted=name: self.show_situation(wanted))
            self.choices[name] = choice
            grid.addWidget(choice, place // 2, place % 2)
        card.body.addLayout(grid)
        self._others = card
        self.jump = button(self.tr("Other help"), "down")
        self.jump.setAccessibleName(self.tr("Go to the other emergencies"))
        self.jump.clicked.connect(self._go_to_others)
        self.jump.hide()
        self._strip.addWidget(self.jump)
        return card

    def _go_to_others(self) -> None:
        """In one column they stand below what is shown, a long way down in large text."""
        self.left.verticalScrollBar().setValue(
            self._others.mapTo(self._aside, self._others.rect().topLeft()).y() + self._aside.y()
        )
        next(iter(self.choices.values())).setFocus()

    def show_situation(self, id: str) -> None:  # noqa: A002  the name the window calls it by
        """Show one emergency; a name nobody knows shows the overdose steps."""
        found = self.views.find(id, self.numbers)
        self.situation = id if found else OVERDOSE
        view = found or self.views.find(OVERDOSE, self.numbers)
        assert view is not None  # noqa: S101  the steps are always there
        for name, choice in self.choices.items():
            choice.setChecked(name == self.situation)
        self._title.setText(view.title)
        self._title.setProperty("role", "title" if self.situation in CALM else "emergency")
        restyle(self._title)
        self._summary.setText(view.summary)
        self._summary.setVisible(bool(view.summary))
        self._slot.put(view.build())
        self._place_clock()
        self.setAccessibleName(view.title)
        self.left.verticalScrollBar().setValue(0)
        if self.isVisible():
            announce(self, view.title)

    def _place_clock(self) -> None:
        """The clock stands aside where nobody has stopped breathing, unless it runs."""
        self.clock_card.setVisible(self.situation in WITH_CLOCK or self.desk.course.started)
        self.clock_card.dose_row.setVisible(not self.clock_card.isHidden())

    def _begin_again(self) -> None:
        self.clock_card.tick()
        self.show_situation(OVERDOSE)

    def _show_numbers(self) -> None:
        card = NumbersCard(self.numbers)
        card.all_asked.connect(lambda: self.show_situation(NUMBERS))
        card.change_asked.connect(self.country_change_asked)
        self._numbers.put(card)

    def _join(self) -> None:
        """Go on with the overdose of the window, if this page was opened over it."""
        if self._handed_in:
            return
        desk = desk_of(self, self._clock)
        if desk is not self.desk:
            self.desk.changed.disconnect(self._kept_changed)
            self.desk = desk
            desk.changed.connect(self._kept_changed)
            self.clock_card.tick()
            self._place_clock()

    def _kept_changed(self) -> None:
        self.clock_card.tick()
        if self.situation == TIMES:
            gone = not self.desk.course.started and not self.desk.any_kept
            self.show_situation(OVERDOSE if gone else TIMES)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow a country chosen meanwhile; offer Hide where no window bar does."""
        self._hide.setVisible(isinstance(self.window(), QDialog))
        self._join()
        wanted = numbers_for(self._content, self._country())
        if wanted is not self.numbers:
            self.numbers = wanted
            self._show_numbers()
            self.show_situation(self.situation)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room; in one, the dose button stays in sight."""
        width = event.size().width()
        wide = width >= scaled(_TWO_COLUMNS_FROM)
        if wide is not self._wide:
            self._arrange(wide)
        if wide:
            needed = self._aside.minimumSizeHint().width() + _SCROLL_BAR
            self.right.setFixedWidth(max(needed, round(width * _RIGHT_SHARE)))
        super().resizeEvent(event)

    def _arrange(self, wide: bool) -> None:
        self._wide = wide
        self.right.setVisible(wide)
        self.jump.setVisible(not wide)
        (self.right if wide else self.left).inner.addWidget(self._aside)
        if wide:
            self.clock_card.take_back_row()
        else:
            self._strip.addWidget(self.clock_card.lend_row(), 1)
        self._place_clock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, scroll with the arrows and page keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _SCROLL_KEYS:
            bar = self.left.verticalScrollBar()
            bar.setValue(bar.value() + _SCROLL_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class _Column(QScrollArea):
    """A column that scrolls down when it must; put things into `inner`."""

    def __init__(self) -> None:
        super().__init__()
        holder = QWidget()
        holder.setObjectName("page")
        self.inner = QVBoxLayout(holder)
        self.inner.setContentsMargins(0, 0, 8, 0)
        self.inner.setSpacing(8)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(holder)


class _Slot(QWidget):
    """A place that holds one widget at a time."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def put(self, widget: QWidget) -> None:
        """Show `widget` in place of what was there."""
        old = self._layout.takeAt(0)
        gone = old.widget() if old else None
        if gone is not None:
            gone.hide()
            gone.deleteLater()
        self._layout.addWidget(widget)
        widget.show()
