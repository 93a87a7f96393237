"""The Rehearse tab: ways to practise on the left, the chosen one in the middle."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.front import FrontStack
from familysupport.ui.kit.tab import Tab
from familysupport.ui.rehearse.read_aloud import ReadAloud
from familysupport.ui.rehearse.recorder import Recorder
from familysupport.ui.rehearse.sound import Microphone, QtMicrophone, QtSpeaker, Speaker
from familysupport.ui.rehearse.ways import Choice, Way, Ways

if TYPE_CHECKING:  # each page is fetched when it is wanted, so that the tab opens at once
    from familysupport.rehearse.mood import Code
    from familysupport.rehearse.prepared import Moment
    from familysupport.rehearse.scenario import Pack
    from familysupport.ui.rehearse.closed_page import ClosedPage
    from familysupport.ui.rehearse.drill_page import DrillPage
    from familysupport.ui.rehearse.listen import ListenPage
    from familysupport.ui.rehearse.meeting_page import MeetingPage
    from familysupport.ui.rehearse.ready_page import ReadyPage
    from familysupport.ui.rehearse.settle import SettlePage
    from familysupport.ui.rehearse.so_far import SoFarPage
    from familysupport.ui.rehearse.talk_page import TalkPage
    from familysupport.ui.rehearse.voice import Voice


_LONG = (Way.TALK, Way.MEETING)
_ASKS = (Way.MOMENT, Way.TALK, Way.MEETING)
_WEIGHED = "-heard"  # what the coach only weighs in letters is too unsure for a spoken line


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
        self._voice = voice
        self._speaker = speaker or QtSpeaker()
        self._session = session
        self._context = context
        self._statements = session.statements
        self._store = session.rehearse
        self._store.purge_old()
        self._chosen = Choice(Way.READ)
        self._ways = Ways(session.statements, session.rehearse)
        self._aloud = self._make_aloud(microphone or QtMicrophone())
        self._settle: SettlePage | None = None
        self._talks: dict[Way, TalkPage] = {}
        self._drills: DrillPage | None = None
        self._so_far: SoFarPage | None = None
        self._meeting: MeetingPage | None = None
        self._ready: ReadyPage | None = None
        self._closed: ClosedPage | None = None
        self._back_to: Way | None = None
        self._stack = FrontStack()
        self._stack.addWidget(self._aloud)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(Columns(self._ways, self._stack))
        self._ways.chosen.connect(self._choose)
        self._aloud.write_asked.connect(self.write_asked)
        self._aloud.edit_asked.connect(self.edit_asked)
        self._aloud.kept.connect(self._list_ways)

    def refresh(self) -> None:
        """Read the statements afresh; what is under way goes on untouched."""
        self._list_ways()
        if self._busy():
            self._ways.mark(self._chosen)
            return
        if self._chosen.way is Way.READ:
            self._choose(Choice(Way.READ, self._known(self._chosen.statement)))
        self._ways.mark(self._chosen)

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

    def place(self) -> tuple[int, str]:
        """Return which way to practise is in front, and the statement it is about."""
        chosen = self._chosen
        return chosen.statement.id if chosen.statement else 0, chosen.way.value

    def go_to(self, item: int, page: str) -> None:
        """Show the way called `page`; what was under way there has ended."""
        statement = self._statements.statement(item) if item else None
        if statement is not None or Way(page) is not Way.READ:
            self._choose(Choice(Way(page), statement))
            self._ways.mark(self._chosen)

    def read_statement(self, statement_id: int) -> None:
        """Make a statement ready to be read aloud."""
        self._list_ways()
        self._choose(Choice(Way.READ, self._statements.statement(statement_id)))
        self._ways.mark(self._chosen)
        self._aloud.focus_start()

    def show_way(self, way: Way) -> None:
        """Go to a way to practise."""
        self._choose(Choice(way))
        self._ways.mark(self._chosen)

    def _choose(self, choice: Choice) -> None:
        if choice.way is not Way.READ or choice.statement != self._chosen.statement:
            self._aloud.stop()
        self._chosen = choice
        if choice.way is Way.READ:
            self._read(choice.statement)
        else:
            self._stack.setCurrentWidget(self._page_of(choice.way))

    def _page_of(self, way: Way) -> QWidget:
        """Return the page of a way to practise, or what has to come before it."""
        if way in _LONG and not self._talk_is_open():
            return self._closed_page()
        if way in _ASKS and (moment := self._questions()) is not None:
            return self._ready_page(moment)
        pages: dict[Way, Callable[[], QWidget]] = {
            Way.SETTLE: self._settle_page,
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

    def _talk_is_open(self) -> bool:
        from familysupport.ui.rehearse.gate import talk_is_open

        return talk_is_open(self._session, self._context)

    def _day_is_over(self) -> bool:
        from familysupport.ui.rehearse.gate import day_is_over

        return day_is_over(self._session, self._context)

    def _closed_page(self) -> ClosedPage:
        from familysupport.ui.rehearse.closed_page import ClosedPage

        if self._closed is None:
            self._closed = ClosedPage()
            self._stack.addWidget(self._closed)
        return self._closed

    def _ready_page(self, moment: Moment) -> ReadyPage:
        from familysupport.ui.rehearse.ready_page import ReadyPage

        if self._ready is None:
            self._ready = ReadyPage(self._store, self._context.clock)
            self._ready.done.connect(lambda: self.show_way(self._chosen.way))
            self._stack.addWidget(self._ready)
        self._ready.ask(moment)
        return self._ready

    def _settle_page(self) -> SettlePage:
        from familysupport.ui.rehearse.settle import SettlePage

        if self._settle is None:
            settings = self._context.settings
            self._settle = SettlePage(
                self._context.clock, lambda: settings().reduce_motion, self._speaker
            )
            self._settle.done.connect(self._back_from_settling)
            self._stack.addWidget(self._settle)
        self._settle.set_back(self._back_to is not None)
        return self._settle

    def _talk_page(self, way: Way) -> TalkPage:
        from familysupport.ui.rehearse.whom import whom

        if way not in self._talks:
            self._talks[way] = self._new_talk_page(way)
            self._stack.addWidget(self._talks[way])
        self._talks[way].show_whom(whom(self._session))
        return self._talks[way]

    @cached_property
    def _pack(self) -> Pack:
        """The scenarios, read once for all pages."""
        from familysupport.rehearse.pack import read_pack

        return read_pack(self._context.content)

    def _new_talk_page(self, way: Way) -> TalkPage:
        from familysupport.rehearse.pack import read_cues
        from familysupport.statements.coach import review
        from familysupport.ui.rehearse.talk_page import Practice, TalkPage

        cues = read_cues(self._context.content)

        def rate(words: str) -> tuple[Code, ...]:
            marks = [mark for mark in review(words).marks if not mark.rule.endswith(_WEIGHED)]
            return cues.rate(words, tuple(mark.family for mark in marks))

        practice = Practice(self._pack, rate, self._store, self._context.clock, self._spoken())
        page = TalkPage(practice, way is Way.MOMENT)
        page.settle_asked.connect(lambda: self._settle_for(way))
        page.kind_asked.connect(self._begin_kind)
        page.changed.connect(self._list_ways)
        return page

    def _spoken(self) -> Voice:
        """Return the one voice that all pages speak with."""
        from familysupport.ui.rehearse.voice import QtVoice

        if self._voice is None:
            self._voice = QtVoice()
        return self._voice

    def _drill_page(self) -> DrillPage:
        from familysupport.rehearse.pack import read_drills, read_pronouns
        from familysupport.ui.rehearse.drill_page import DrillPage
        from familysupport.ui.rehearse.whom import spoken_of

        who = spoken_of(self._session, read_pronouns(self._context.content))
        if self._drills is None:
            drills = read_drills(self._context.content)
            self._drills = DrillPage(drills, self._store, self._context.clock, who)
            self._stack.addWidget(self._drills)
        self._drills.set_who(who)
        return self._drills

    def _so_far_page(self) -> SoFarPage:
        from familysupport.rehearse.pack import read_drills
        from familysupport.ui.rehearse.so_far import SoFarPage

        if self._so_far is None:
            drills = read_drills(self._context.content)
            self._so_far = SoFarPage(self._pack, drills, self._store)
            self._so_far.ready.asked.connect(self._ask_ready)
            self._stack.addWidget(self._so_far)
        self._so_far.refresh(self._day_is_over())
        return self._so_far

    def _questions(self) -> Moment | None:
        """Return the moment whose four questions wait, unless a practice is under way."""
        from familysupport.rehearse.prepared import due
        from familysupport.rehearse.progress import runs

        if self._busy():
            return None
        asked = {one.moment for one in self._store.prepared()}
        return due(asked, runs(self._store.talks()), self._day_is_over())

    def _ask_ready(self, moment: Moment) -> None:
        self._stack.setCurrentWidget(self._ready_page(moment))

    def _meeting_page(self) -> MeetingPage:
        from familysupport.ui.rehearse.meeting_page import MeetingPage

        if self._meeting is None:
            clock = self._context.clock
            self._meeting = MeetingPage(self._pack, self._session, clock, self._spoken())
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
        self._settle_page().focus_start()

    def _back_from_settling(self) -> None:
        way, self._back_to = self._back_to, None
        if way is not None:
            self.show_way(way)
            self._talk_page(way).focus_here()

    def _list_ways(self) -> None:
        self._ways.refresh(self._chosen)

    def _known(self, statement: Statement | None) -> Statement | None:
        """Return a statement as it is now; where it is gone, or there was none, the first one."""
        kept = self._statements.statements()
        same = (one for one in kept if statement and one.id == statement.id)
        return next(same, kept[0] if kept else None)

    def _make_aloud(self, microphone: Microphone) -> ReadAloud:
        session, clock = self._session, self._context.clock
        known = {one.id for one in [*self._statements.statements(), *self._statements.put_away()]}
        session.recordings.wipe_without(known)
        recorder = Recorder(microphone, session.recordings, clock, self)
        return ReadAloud(
            session.rehearse, session.statements, recorder, self._new_listen_page, clock
        )

    def _new_listen_page(self) -> ListenPage:
        from familysupport.ui.rehearse.listen import ListenPage

        return ListenPage(self._session.recordings, self._speaker)
