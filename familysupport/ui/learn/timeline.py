"""The withdrawal timeline: what was used, when last, and what to see and do in each phase."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime, QLocale, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QComboBox, QDateTimeEdit, QLabel, QWidget

from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.content.model import Drug
from familysupport.content.references import References
from familysupport.documents.page import Page as Paper
from familysupport.learn.timeline import Phase, hours_since, phases, ticks
from familysupport.learn.timeline_page import TimelinePaper, timeline_page
from familysupport.ui.kit.table import WordTable
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, Page, body, button, heading, label, muted, row, title
from familysupport.ui.learn.chart import Picture, TimelineChart
from familysupport.ui.learn.lesson_html import reference_words
from familysupport.ui.learn.phase_card import PhaseCard, bullets
from familysupport.ui.learn.timeline_words import (
    clock_words,
    now_words,
    span_words,
    sure_words,
)
from familysupport.ui.learn.words import is_large

_MINUTE_MS = 60_000
_USUAL_HOURS = 12


class TimelinePage(Page):
    """Shows the chart and the same as a table; nothing that is chosen here is kept."""

    emergency_asked = Signal(str)
    lesson_asked = Signal(str)
    print_asked = Signal(object)

    def __init__(self, library: Library, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent, widest=900)
        self._library, self._clock = library, clock
        self._timeline = library.timeline()
        self.drug = QComboBox()
        self.drug.setAccessibleName(self.tr("What was used"))
        for one in self._timeline.drug:
            self.drug.addItem(one.name, one.id)
        self.known = QCheckBox(self.tr("I know when they last used"))
        self.when = QDateTimeEdit()
        self.when.setCalendarPopup(True)
        hours = QLocale().timeFormat(QLocale.FormatType.ShortFormat)
        self.when.setDisplayFormat(f"ddd d MMM yyyy  {hours}")
        self.when.setAccessibleName(self.tr("Time of last use"))
        self.chart = TimelineChart()
        self.table = WordTable(self.tr("Phases of withdrawal"))
        self.stand = label("", "strong")
        self._about = muted("")
        self._sources = muted("")
        self.cards = tuple(PhaseCard(advice) for advice in self._timeline.advice)
        self._lay_out()
        self._each_minute = QTimer(self)
        self._each_minute.setInterval(_MINUTE_MS)
        self._each_minute.timeout.connect(self._show_now)
        self.drug.currentIndexChanged.connect(self._show_now)
        self.known.toggled.connect(self._know)
        self.when.dateTimeChanged.connect(self._show_now)
        self.chart.chosen.connect(lambda at: self.ensureWidgetVisible(self.cards[at]))
        self._know(False)

    def forget(self) -> None:
        """Take back what was chosen."""
        self.known.setChecked(False)
        self.drug.setCurrentIndex(0)

    def paper(self) -> Paper:
        """Return what is on the page, for paper."""
        drug, found = self._drug(), self._phases()
        about = (self._timeline.label, f"{drug.name}. {drug.about}", self._guide_words())
        return timeline_page(
            self._timeline,
            TimelinePaper(
                title=self.tr("Withdrawal timeline"),
                about=about,
                header=self._header(found),
                rows=self._rows(found),
                see=self.tr("What you may see:"),
                do=self.tr("What you can do:"),
                red_flags=self.tr("Call the emergency number now for any of these"),
                after=self.tr("After these days"),
                sources=self.tr("Sources"),
                source_lines=self._source_lines(drug),
            ),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Let now move on while the page is seen."""
        super().showEvent(event)
        self._show_now()
        self._each_minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Rest while nobody looks."""
        self._each_minute.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        add = self.body.addWidget
        add(title(self.tr("Withdrawal timeline")))
        add(body(self._timeline.label))
        add(muted(self._guide_words()))
        add(self._warning())
        add(self._chooser())
        card = Card()
        card.body.addWidget(heading(self.tr("Hours since last use")))
        card.body.addWidget(self.stand)
        card.body.addWidget(self.chart)
        card.body.addWidget(self._about)
        add(card)
        add(heading(self.tr("The same as a table")))
        add(self.table)
        add(self._flags())
        for one in self.cards:
            add(one)
        add(heading(self.tr("After these days")))
        add(body(self._timeline.after))
        lesson = button(self.tr("Read the lesson on withdrawal"), "learn")
        lesson.clicked.connect(lambda: self.lesson_asked.emit("what-withdrawal-looks-like"))
        paper = button(self.tr("Print the timeline"), "print")
        paper.clicked.connect(lambda: self.print_asked.emit(self.paper()))
        ways = row(lesson, paper, 1)
        if is_large():
            ways.setDirection(QBoxLayout.Direction.TopToBottom)
        self.body.addLayout(ways)
        add(heading(self.tr("Sources")))
        add(self._sources)
        self.body.addStretch(1)

    def _chooser(self) -> QWidget:
        card = Card()
        name = QLabel(self.tr("What was &used:"))
        name.setBuddy(self.drug)
        self.drug.setMinimumHeight(scaled(36))
        self.drug.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.drug.setMinimumContentsLength(14)
        choose = row(name, self.drug)
        choose.setStretch(1, 1)
        card.body.addLayout(choose)
        if is_large():
            card.body.addWidget(self.known)
            card.body.addWidget(self.when)
        else:
            card.body.addLayout(row(self.known, self.when, 1))
        card.body.addWidget(label(self.tr("This is not kept."), "small"))
        return card

    def _flags(self) -> QWidget:
        card = Card("attention")
        card.body.addWidget(heading(self.tr("Call the emergency number now for any of these")))
        card.body.addWidget(body(bullets(self._timeline.red_flags)))
        card.body.addWidget(body(self._timeline.red_flag_note))
        return card

    def _warning(self) -> QWidget:
        card = Card("attention")
        card.body.setContentsMargins(18, 8, 12, 8)
        words = label(
            self.tr("Confusion, a seizure or fainting? Call the emergency number now."), "strong"
        )
        go = button(self.tr("Open Emergency"), "emergency", "emergency")
        go.clicked.connect(lambda: self.emergency_asked.emit("withdrawal"))
        across = row(words, go)
        across.setStretch(0, 1)
        if is_large():
            across.setDirection(QBoxLayout.Direction.TopToBottom)
        card.body.addLayout(across)
        return card

    def _guide_words(self) -> str:
        return self.tr(
            "It helps you care for someone. It does not tell you when to talk or to meet:"
            " that waits until they are safe."
        )

    def _drug(self) -> Drug:
        wanted = self.drug.currentData()
        return next(one for one in self._timeline.drug if one.id == wanted)

    def _last_use(self) -> datetime | None:
        if not self.known.isChecked():
            return None
        seconds = self.when.dateTime().toSecsSinceEpoch()
        return datetime.fromtimestamp(seconds, self._clock.now().tzinfo)

    def _phases(self) -> tuple[Phase, ...]:
        return phases(self._drug(), self._last_use(), self._clock.now())

    def _know(self, known: bool) -> None:
        now = self._clock.now()
        if known:
            self.when.setMaximumDateTime(_qt(now))
            self.when.setDateTime(_qt(now - timedelta(hours=_USUAL_HOURS)))
        self.when.setVisible(known)
        self._show_now()

    def _show_now(self) -> None:
        drug, found = self._drug(), self._phases()
        now = self._clock.now()
        self.when.setMaximumDateTime(_qt(now))
        hours = hours_since(self._last_use(), now)
        picture = Picture(drug.name, found, ticks(drug), hours, self._title)
        self.chart.show_picture(picture)
        lines = (self._header(found), *self._rows(found))
        self.table.show_lines(tuple(zip(*lines, strict=True)) if is_large() else lines)
        self._about.setText(drug.about)
        self.stand.setText(self._stand(hours))
        self.stand.setVisible(hours is not None)
        self._sources.setText("\n".join(self._source_lines(drug)))
        for card, phase in zip(self.cards, found, strict=True):
            card.stand(now_words(phase), phase.now)

    def _stand(self, hours: float | None) -> str:
        if hours is None:
            return ""
        words = self.tr("About {hours} hours since last use.")
        return words.format(hours=round(hours))

    def _title(self, name: str) -> str:
        return next(one.title for one in self._timeline.advice if one.phase == name)

    def _header(self, found: tuple[Phase, ...]) -> tuple[str, ...]:
        usual = (self.tr("Phase"), self.tr("Usually"), self.tr("At times"), self.tr("How sure"))
        if found[0].typical is None:
            return usual
        return (*usual, self.tr("About when"), self.tr("Now"))

    def _rows(self, found: tuple[Phase, ...]) -> tuple[tuple[str, ...], ...]:
        lines = []
        for phase in found:
            band = phase.band
            line = [self._title(phase.name), span_words(band.typical)]
            line += [span_words(band.wide, band.or_longer), sure_words(band)]
            if phase.typical is not None:
                line += [clock_words(phase.typical), now_words(phase)]
            lines.append(tuple(line))
        return tuple(lines)

    def _source_lines(self, drug: Drug) -> tuple[str, ...]:
        references = References(self._library.facts(), self._library.sources())
        advice = (fact for one in self._timeline.advice for fact in one.facts)
        references.numbers((*drug.facts,))
        references.numbers((*self._timeline.facts, *advice))
        return tuple(f"{one.number}. {reference_words(one)}" for one in references.entries())


def _qt(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
