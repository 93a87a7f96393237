"""The Rehearse tab: ways to practise on the left, the chosen one in the middle."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.rehearse.mood import Code
from familysupport.rehearse.pace import CALM_PACE, Scroll
from familysupport.rehearse.pack import read_cues, read_drills, read_pack, read_pronouns
from familysupport.rehearse.prepared import Moment, due
from familysupport.rehearse.progress import runs
from familysupport.session import Session
from familysupport.statements.coach import review
from familysupport.statements.model import Statement
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.widgets import Page, body, muted, title
from familysupport.ui.rehearse.drill_page import DrillPage
from familysupport.ui.rehearse.gate import day_is_over, talk_is_open
from familysupport.ui.rehearse.listen import ListenPage
from familysupport.ui.rehearse.meeting_page import MeetingPage
from familysupport.ui.rehearse.read_aloud import ReadAloud
from familysupport.ui.rehearse.ready_page import ReadyPage
from familysupport.ui.rehearse.recorder import Recorder
from familysupport.ui.rehearse.settle import SettlePage
from familysupport.ui.rehearse.so_far import SoFarPage
from familysupport.ui.rehearse.sound import Microphone, QtMicrophone, QtSpeaker, Speaker
from familysupport.ui.rehearse.talk_page import Practice, TalkPage
from familysupport.ui.rehearse.voice import QtVoice, Voice
from familysupport.ui.rehearse.whom import spoken_of, whom
from familysupport.ui.rehearse.words import length_words, statement_name


class Way(Enum):
    """A way to practise."""

    READ = "read"
    SETTLE = "settle"
    MOMENT = "moment"
    TALK = "talk"
    MEETING = "meeting"
    DRILL = "drill"
    SO_FAR = "so far"


_LONG = (Way.TALK, Way.MEETING)
_ASKS = (Way.MOMENT, Way.TALK, Way.MEETING)
_WEIGHED = "-heard"  # what the coach only weighs in letters is too unsure for a spoken line


@dataclass(frozen=True)
class _Choice:
    """One line on the left: a heading, a way to practise, or a statement to read."""

    way: Way
    statement: Statement | None = None
    heading: str = ""


class RehearseTab(Tab):
    """Lays out the list and the pages and ties them together."""

    write_asked = Signal()
    edit_asked = Signal(int)

    def __init__(
        self,
        session: Session,
        context: AppContext,
        microphone: Microphone | None = None,
        speaker: Speaker | None = None,
        voice: Voice | None = None,
    ) -> None:
        super().__init__()
        self._voice = voice or QtVoice()
        self._session = session
        self._context = context
        self._statements = session.statements
        self._store = session.rehearse
        self._store.purge_old()
        self._times: dict[int, int] = {}
        self._chosen = _Choice(Way.READ)
        self._model: RowsModel[_Choice] = RowsModel(self._show_row, self)
        self._list = RowList(self._model, self.tr("Ways to practise"))
        self._aloud = self._make_aloud(microphone or QtMicrophone(), speaker or QtSpeaker())
        self._settle = SettlePage(
            context.clock, lambda: context.settings().reduce_motion, speaker or QtSpeaker()
        )
        self._talks: dict[Way, TalkPage] = {}
        self._drills: DrillPage | None = None
        self._so_far: SoFarPage | None = None
        self._meeting: MeetingPage | None = None
        self._back_to: Way | None = None
        self._ready = ReadyPage(session.rehearse, context.clock)
        self._ready.done.connect(lambda: self.show_way(self._chosen.way))
        self._closed = self._make_closed()
        self._stack = QStackedWidget()
        for page in (self._aloud, self._settle, self._closed, self._ready):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self._make_side(), self._stack))
        self._list.chosen.connect(self._choose)
        self._aloud.write_asked.connect(self.write_asked)
        self._aloud.edit_asked.connect(self.edit_asked)
        self._aloud.kept.connect(self._list_ways)
        self._settle.done.connect(self._back_from_settling)
        self.refresh()

    def refresh(self) -> None:
        """Read the statements afresh; what is under way goes on untouched."""
        self._list_ways()
        if self._busy():
            self._mark()
            return
        if self._chosen.way is Way.READ:
            known = self._known(self._chosen.statement)
            self._choose(_Choice(Way.READ, known or self._first()))
        self._mark()

    def _busy(self) -> bool:
        meeting = self._meeting is not None and self._meeting.under_way
        talking = any(page.under_way for page in self._talks.values())
        return meeting or self._aloud.begun or talking

    def flush(self) -> None:
        """End what is under way, so that it is kept; nothing is heard or said any more."""
        try:
            self._aloud.flush()
        finally:
            for page in self._talks.values():
                page.flush()
            if self._drills is not None:
                self._drills.stop()
            if self._meeting is not None:
                self._meeting.stop()

    def read_statement(self, statement_id: int) -> None:
        """Make a statement ready to be read aloud."""
        self._list_ways()
        self._choose(_Choice(Way.READ, self._statements.statement(statement_id)))
        self._mark()
        self._aloud.focus_start()

    def show_way(self, way: Way) -> None:
        """Go to a way to practise."""
        self._choose(_Choice(way))
        self._mark()

    def _choose(self, choice: _Choice) -> None:
        if choice.way is not Way.READ or choice.statement != self._chosen.statement:
            self._aloud.stop()
        self._chosen = choice
        if choice.way is Way.READ:
            self._read(choice.statement)
        else:
            self._stack.setCurrentWidget(self._page_of(choice.way))

    def _page_of(self, way: Way) -> QWidget:
        """Return the page of a way to practise, or what has to come before it."""
        if way in _LONG and not talk_is_open(self._session, self._context):
            return self._closed
        if way in _ASKS and (moment := self._questions()) is not None:
            self._ready.ask(moment)
            return self._ready
        if way is Way.SETTLE:
            self._settle.set_back(self._back_to is not None)
            return self._settle
        pages: dict[Way, Callable[[], QWidget]] = {
            Way.DRILL: self._drill_page,
            Way.SO_FAR: self._so_far_page,
            Way.MEETING: self._meeting_page,
        }
        return pages[way]() if way in pages else self._talk_page(way)

    def _read(self, statement: Statement | None) -> None:
        if statement is None:
            self._aloud.show_empty(self.tr("There is no statement yet"))
        else:
            self._aloud.show_statement(statement)
        self._stack.setCurrentWidget(self._aloud)

    def _talk_page(self, way: Way) -> TalkPage:
        if way not in self._talks:
            content = self._context.content
            pack, cues = read_pack(content), read_cues(content)

            def rate(words: str) -> tuple[Code, ...]:
                marks = [mark for mark in review(words).marks if not mark.rule.endswith(_WEIGHED)]
                return cues.rate(words, tuple(mark.family for mark in marks))

            practice = Practice(pack, rate, self._store, self._context.clock, self._voice)
            page = TalkPage(practice, way is Way.MOMENT)
            page.settle_asked.connect(lambda: self._settle_for(way))
            page.kind_asked.connect(self._begin_kind)
            page.changed.connect(self._list_ways)
            self._stack.addWidget(page)
            self._talks[way] = page
        self._talks[way].show_whom(whom(self._session))
        return self._talks[way]

    def _drill_page(self) -> DrillPage:
        who = spoken_of(self._session, read_pronouns(self._context.content))
        if self._drills is None:
            drills = read_drills(self._context.content)
            self._drills = DrillPage(drills, self._store, self._context.clock, who)
            self._stack.addWidget(self._drills)
        self._drills.set_who(who)
        return self._drills

    def _so_far_page(self) -> SoFarPage:
        if self._so_far is None:
            content = self._context.content
            self._so_far = SoFarPage(read_pack(content), read_drills(content), self._store)
            self._so_far.ready.asked.connect(self._ask_ready)
            self._stack.addWidget(self._so_far)
        self._so_far.refresh(day_is_over(self._session, self._context))
        return self._so_far

    def _questions(self) -> Moment | None:
        """Return the moment whose four questions wait, unless a practice is under way."""
        if self._busy():
            return None
        asked = {one.moment for one in self._store.prepared()}
        over = day_is_over(self._session, self._context)
        return due(asked, runs(self._store.talks()), over)

    def _ask_ready(self, moment: Moment) -> None:
        self._ready.ask(moment)
        self._stack.setCurrentWidget(self._ready)

    def _meeting_page(self) -> MeetingPage:
        if self._meeting is None:
            pack = read_pack(self._context.content)
            self._meeting = MeetingPage(pack, self._session, self._context.clock, self._voice)
            self._meeting.changed.connect(self._list_ways)
            self._stack.addWidget(self._meeting)
        elif not self._meeting.under_way:
            self._meeting.show_start()
        return self._meeting

    def _begin_kind(self, kind: str) -> None:
        self.show_way(Way.MOMENT)
        self._talk_page(Way.MOMENT).begin_kind(kind)

    def _settle_for(self, way: Way) -> None:
        self._back_to = way
        self.show_way(Way.SETTLE)
        self._settle.focus_start()

    def _back_from_settling(self) -> None:
        way, self._back_to = self._back_to, None
        if way is not None:
            self.show_way(way)
            self._talk_page(way).focus_here()

    def _list_ways(self) -> None:
        statements = self._statements.statements()
        # Counted here, not when a row is painted: a row may be painted after the vault closed.
        self._times = {each.id: len(self._store.readings(each.id)) for each in statements}
        rows = [
            _Choice(Way.READ, heading=self.tr("Practise")),
            _Choice(Way.SETTLE),
            _Choice(Way.MOMENT),
            _Choice(Way.TALK),
            _Choice(Way.MEETING),
            _Choice(Way.DRILL),
            _Choice(Way.SO_FAR),
            _Choice(Way.READ, heading=self.tr("Read it aloud")),
            *(_Choice(Way.READ, statement) for statement in statements),
        ]
        if not statements:
            rows.append(_Choice(Way.READ))
        self._model.set_rows(rows)
        self._mark()

    def _known(self, statement: Statement | None) -> Statement | None:
        ids = {each.id: each for each in self._statements.statements()}
        return ids.get(statement.id) if statement else None

    def _first(self) -> Statement | None:
        return next(iter(self._statements.statements()), None)

    def _mark(self) -> None:
        for number, row in enumerate(self._model.rows()):
            if row.heading or row.way is not self._chosen.way:
                continue
            here, there = row.statement, self._chosen.statement
            if (here.id if here else 0) == (there.id if there else 0):
                self._list.select(number)
                return

    def _show_row(self, choice: _Choice) -> Row:
        if choice.heading:
            return Row(choice.heading, section=True)
        if choice.statement is not None:
            return self._statement_row(choice.statement)
        return {
            Way.READ: Row(self.tr("No statement yet"), self.tr("begin by writing one"), "journal"),
            Way.SETTLE: Row(
                self.tr("Settle first"), self.tr("two minutes of slow breathing"), "heart"
            ),
            Way.MOMENT: Row(self.tr("One hard moment"), self.tr("three turns"), "circle"),
            Way.DRILL: Row(
                self.tr("Emergency drills"), self.tr("so that hands remember"), "emergency"
            ),
            Way.SO_FAR: Row(
                self.tr("Your practice so far"), self.tr("what you met, how you felt"), "calendar"
            ),
            Way.TALK: Row(self.tr("Talk it through"), self.tr("a practice talk"), "rehearse"),
            Way.MEETING: Row(self.tr("The whole meeting"), self.tr("everyone in order"), "people"),
        }[choice.way]

    def _statement_row(self, statement: Statement) -> Row:
        length = length_words(Scroll(statement.text, CALM_PACE).left(0))
        read = self._times_words(self._times.get(statement.id, 0))
        name = statement_name(statement)
        parts = [statement.author] if statement.author.strip() not in ("", name) else []
        return Row(name, " · ".join([*parts, length, read]), "statements")

    def _times_words(self, times: int) -> str:
        if times < 2:
            return self.tr("read once") if times else self.tr("not read yet")
        return self.tr("read {count} times").format(count=times)

    def _make_aloud(self, microphone: Microphone, speaker: Speaker) -> ReadAloud:
        session, clock = self._session, self._context.clock
        known = {one.id for one in [*self._statements.statements(), *self._statements.put_away()]}
        session.recordings.wipe_without(known)
        recorder = Recorder(microphone, session.recordings, clock, self)

        def listen() -> ListenPage:
            return ListenPage(session.recordings, speaker)

        return ReadAloud(session.rehearse, session.statements, recorder, listen, clock)

    def _make_side(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 10, 12, 8)
        column.setSpacing(8)
        column.addWidget(self._list, 1)
        return side

    def _make_closed(self) -> QWidget:
        page = Page()
        page.body.addWidget(title(self.tr("First, somebody who knows")))
        page.body.addWidget(
            body(
                self.tr(
                    "In Prepare you answered that somebody could get hurt. A whole talk is better"
                    " practised with a professional who knows about it. Prepare says whom to call."
                )
            )
        )
        page.body.addWidget(
            muted(self.tr("Reading aloud, breathing and one hard moment stay open here."))
        )
        page.body.addStretch(1)
        return page
