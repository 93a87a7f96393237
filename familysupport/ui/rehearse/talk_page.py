"""One way to practise talking, from the first question to what comes after."""

from __future__ import annotations

from secrets import randbelow
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysupport.clock import Clock
from familysupport.rehearse.feedback import held
from familysupport.rehearse.loved import Loved, Who, who_of
from familysupport.rehearse.model import Met, Mode, TalkRecord
from familysupport.rehearse.own import with_own
from familysupport.rehearse.roleplay import Outcome, Setup, Talk
from familysupport.rehearse.scenario import Pack
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.kit.front import FrontStack
from familysupport.ui.rehearse.talk_after import TalkAfter
from familysupport.ui.rehearse.talk_setup import TalkSetup, Wish
from familysupport.ui.rehearse.talk_view import Rate, TalkView
from familysupport.ui.rehearse.voice import Voice
from familysupport.ui.rehearse.whom import Whom, name_or_usual

_SEEDS = 2**31
_CALM_ENOUGH = 2
_HARD_RUNS = 2


class Practice(NamedTuple):
    """What a practice page needs: lines, the rating of own words, where runs are kept, a voice."""

    pack: Pack
    rate: Rate
    store: RehearseStore
    clock: Clock
    voice: Voice


class TalkPage(FrontStack):
    """Leads through a talk: who, the talk itself, and afterwards."""

    settle_asked = Signal()
    kind_asked = Signal(str)
    changed = Signal()

    def __init__(self, practice: Practice, moment: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._practice = practice
        self._moment = moment
        self._pack = practice.pack
        self._whom = Whom(Loved())
        self._wish: Wish | None = None
        self._talk: Talk | None = None
        self._whole: Talk | None = None
        self._again_at = 0
        self._began = practice.clock.now()
        self._began_ticks = 0.0
        self.setup = TalkSetup(practice.pack, moment, practice.voice)
        self.view = TalkView(practice.rate)
        self.after = TalkAfter(practice.pack)
        for page in (self.setup, self.view, self.after):
            self.addWidget(page)
        self.setup.begun.connect(self.begin)
        self.setup.settle_asked.connect(self.settle_asked)
        self.view.pause_asked.connect(self.settle_asked)
        self.view.ended.connect(self._ended)
        self.view.heard.connect(self._speak)
        self.view.silenced.connect(practice.voice.stop)
        self.after.kept.connect(self._keep)
        self.after.again_asked.connect(self._start_over)
        self.after.turn_asked.connect(self._take_again)
        self.after.kind_asked.connect(self.kind_asked)
        self.after.settle_asked.connect(self.settle_asked)

    @property
    def under_way(self) -> bool:
        """Tell whether a talk goes on."""
        return self.view.under_way

    def show_whom(self, whom: Whom) -> None:
        """Take over with whom one practises, and what the family expects to hear."""
        self._whom = whom
        self.setup.show_whom(whom)

    def begin(self, wish: Wish, seed: int | None = None) -> None:
        """Begin a talk and keep whom it is for; the seed is drawn unless it is given."""
        self._wish = wish
        self._practice.store.keep_loved(wish.loved)
        self.show_whom(self._whom._replace(loved=wish.loved, asked=True))
        self._pack = with_own(self._practice.pack, self._whom.expected, self._practice.rate)
        self.after.set_pack(self._pack)
        setup = Setup(
            randbelow(_SEEDS) if seed is None else seed,
            wish.difficulty,
            wish.temperament,
            wish.kind,
            wish.loved.tie,
        )
        self._talk = self._whole = Talk(self._pack, setup)
        self._began = self._practice.clock.now()
        self._began_ticks = self._practice.clock.ticks()
        self._show_talk()

    def begin_kind(self, kind: str) -> None:
        """Make one hard moment ready to begin."""
        self.setup.choose_kind(kind)
        self._start_over()

    def flush(self) -> None:
        """Keep what is there; a talk under way ends, and nothing more is spoken."""
        self._practice.voice.stop()
        self.view.stop()
        if self.currentWidget() is self.after:
            self.after.flush()

    def focus_here(self) -> None:
        """Go to where one goes on."""
        if self.currentWidget() is self.view:
            self.view.focus_first()
        elif self.currentWidget() is self.setup:
            self.setup.focus_start()

    def _show_talk(self) -> None:
        if self._talk is None or self._wish is None:
            return
        kind = self._pack.kinds.get(self._wish.kind)
        what = kind.name if kind else self.tr("Talk it through")
        self.setCurrentWidget(self.view)
        self.view.begin(self._talk, what, self._who())

    def _speak(self, words: str) -> None:
        if self.setup.spoken.on:
            self._practice.voice.say(words)

    def _who(self) -> Who:
        loved = self._wish.loved if self._wish else self._whom.loved
        named = loved._replace(name=name_or_usual(loved.name))
        return who_of(named, self._pack.pronouns)

    def _ended(self) -> None:
        talk, whole, wish = self._talk, self._whole, self._wish
        if talk is None or whole is None or wish is None:
            return
        if talk is not whole:
            self._show_both(talk, whole)
            return
        if not talk.exchanges:
            self._start_over()
            return
        record = self._practice.store.save_talk(self._record(talk, wish))
        self.after.show_talk(talk, record, self._who())
        self.setCurrentWidget(self.after)
        if self._hard_runs() >= _HARD_RUNS:
            self.after.say_enough()
        self.changed.emit()

    def _record(self, talk: Talk, wish: Wish) -> TalkRecord:
        pack = self._pack
        return TalkRecord(
            id=0,
            began_at=self._began,
            seconds=round(self._practice.clock.ticks() - self._began_ticks, 1),
            mode=Mode.MOMENT if self._moment else Mode.TALK,
            kind=wish.kind,
            outcome=(talk.outcome or Outcome.STOPPED).value,
            met=tuple(Met(pack.by_id[one.reaction].kind, held(one)) for one in talk.exchanges),
            calm_before=wish.calm,
            ready_before=wish.ready,
        )

    def _keep(self, record: TalkRecord) -> None:
        self.after.now_kept(self._practice.store.save_talk(record))
        if self._hard_runs() >= _HARD_RUNS:
            self.after.say_enough()
        self.changed.emit()

    def _hard_runs(self) -> int:
        """Return how many of today's last two runs left somebody very upset."""
        today = self._practice.clock.today()
        last = self._practice.store.talks(_HARD_RUNS)
        return sum(
            one.calm_after is not None
            and one.calm_after <= _CALM_ENOUGH
            and one.began_at.date() == today
            for one in last
        )

    def _start_over(self) -> None:
        self.setCurrentWidget(self.setup)
        self.setup.focus_start()

    def _take_again(self, turn: int) -> None:
        if self._whole is not None:
            self._again_at = turn
            self._talk = self._whole.branch(turn)
            self._show_talk()
            self.view.only_this_turn()

    def _show_both(self, talk: Talk, whole: Talk) -> None:
        self._talk = whole
        self.setCurrentWidget(self.after)
        if len(talk.exchanges) > self._again_at:
            self.after.show_other_branch(self._again_at, talk.exchanges[self._again_at])
