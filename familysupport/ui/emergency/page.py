"""The Emergency page: needs no passphrase, holds no session, and opens from everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.content.emergency import EmergencyContent
from familysupport.emergency.numbers import numbers_for, of_kinds
from familysupport.emergency.overdose import Course
from familysupport.ui.emergency.call_lines import CallLine, NumbersCard
from familysupport.ui.emergency.clock_card import ClockCard
from familysupport.ui.emergency.look import look, small_button
from familysupport.ui.emergency.parts import PartsView
from familysupport.ui.emergency.steps import StepList
from familysupport.ui.emergency.times import TimesView
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, button, label, muted, row

OVERDOSE, MORE, TIMES, NUMBERS = "overdose", "more", "times", "numbers"
_TWO_COLUMNS_FROM = 960
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
        course: Course | None = None,
        calm: Callable[[], bool] = bool,
    ) -> None:
        """Hand in `course` to show one overdose in two places; `calm` says: move little."""
        super().__init__(parent)
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setStyleSheet(look())
        self._content = content
        self._country = country
        self._course = course or Course(clock)
        self.numbers = numbers_for(content, country())
        self.situation = ""
        self._title = label("", "emergency")
        self._summary = muted("")
        self.clock_card = ClockCard(self._course, clock, calm)
        self.clock_card.times_asked.connect(lambda: self.show_situation(TIMES))
        self._left = _Slot()
        self._numbers = _Slot()
        self._others = self._other_emergencies()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.show_situation(OVERDOSE)
        self._show_numbers()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("page")
        page = QVBoxLayout(inner)
        page.setContentsMargins(28, 12, 28, 12)
        page.setSpacing(8)
        page.addLayout(self._top())
        right = QVBoxLayout()
        right.setSpacing(8)
        for widget in (self.clock_card, self._others, self._numbers):
            right.addWidget(widget)
        right.addStretch(1)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._left, 13)
        self._columns.addLayout(right, 8)
        page.addLayout(self._columns, 1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    def _top(self) -> QBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._summary)
        self.close_button = button(self.tr("Close (Esc)"))
        self.close_button.clicked.connect(self.closed)
        top = row(self.close_button)
        top.insertLayout(0, words, 1)
        top.setAlignment(self.close_button, Qt.AlignmentFlag.AlignTop)
        return top

    def _other_emergencies(self) -> Card:
        card = Card()
        card.body.setContentsMargins(16, 10, 16, 10)
        grid = QGridLayout()
        grid.setSpacing(5)
        choices = [
            (OVERDOSE, self.tr("Overdose: the steps")),
            (MORE, self.tr("Overdose: more help")),
        ]
        choices += [(one.id, one.button) for one in self._content.situations]
        self.choices = {}
        for place, (name, text) in enumerate(choices):
            choice = small_button(text)
            choice.setCheckable(True)
            choice.clicked.connect(lambda _on, wanted=name: self.show_situation(wanted))
            self.choices[name] = choice
            grid.addWidget(choice, place // 2, place % 2)
        card.body.addLayout(grid)
        return card

    def show_situation(self, id: str) -> None:  # noqa: A002  the name the window calls it by
        """Show one emergency; a name nobody knows shows the overdose steps."""
        self.situation = id if id in self._views() else OVERDOSE
        for name, choice in self.choices.items():
            choice.setChecked(name == self.situation)
        title, summary, build = self._views()[self.situation]
        self._title.setText(title)
        self._summary.setText(summary)
        self._left.put(build())
        self.setAccessibleName(title)
        self._area.verticalScrollBar().setValue(0)
        announce(self, title)

    def _views(self) -> dict[str, tuple[str, str, Callable[[], QWidget]]]:
        overdose = self._content.overdose
        views: dict[str, tuple[str, str, Callable[[], QWidget]]] = {
            OVERDOSE: (overdose.title, overdose.summary, self._steps),
            MORE: (self.tr("More help in an overdose"), overdose.summary, self._more),
            TIMES: (self.tr("Times for the crew"), self.tr("Read these out."), self._times),
            NUMBERS: (self.numbers.name, self.numbers.note, self._all_numbers),
        }
        for one in self._content.situations:
            views[one.id] = (one.title, one.summary, self._situation)
        return views

    def _steps(self) -> QWidget:
        return StepList(self._content.overdose, self.numbers)

    def _more(self) -> QWidget:
        return PartsView(self._content.overdose.part, self.numbers, (), self._content.pictures)

    def _situation(self) -> QWidget:
        one = next(one for one in self._content.situations if one.id == self.situation)
        calls = of_kinds(self.numbers, one.calls)
        return PartsView(one.part, self.numbers, calls, self._content.pictures)

    def _times(self) -> QWidget:
        view = TimesView(self._course)
        view.cleared.connect(self._begin_again)
        return view

    def _all_numbers(self) -> QWidget:
        card = Card()
        for number in self.numbers.number:
            card.body.addWidget(CallLine(number, large=True))
        card.body.addStretch(1)
        return card

    def _begin_again(self) -> None:
        self.clock_card.tick()
        self.show_situation(OVERDOSE)

    def _show_numbers(self) -> None:
        card = NumbersCard(self.numbers)
        card.all_asked.connect(lambda: self.show_situation(NUMBERS))
        card.change_asked.connect(self.country_change_asked)
        self._numbers.put(card)

    def showEvent(self, event: QShowEvent) -> None:
        """Follow a country chosen meanwhile."""
        wanted = numbers_for(self._content, self._country())
        if wanted is not self.numbers:
            self.numbers = wanted
            self._show_numbers()
            self.show_situation(self.situation)
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in two columns where there is room, else in one."""
        wide = event.size().width() >= scaled(_TWO_COLUMNS_FROM)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape, scroll with the arrows and page keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in _SCROLL_KEYS:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + _SCROLL_KEYS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


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
