"""The whole meeting on one computer, handed from reader to reader."""

from __future__ import annotations

from functools import partial
from secrets import randbelow

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent

from familysupport.clock import Clock
from familysupport.rehearse.loved import fill
from familysupport.rehearse.meeting import Meeting, Stage, State, Way, begin
from familysupport.rehearse.model import Ending, Mode, TalkRecord
from familysupport.rehearse.mood import Code
from familysupport.rehearse.pace import without_pauses
from familysupport.rehearse.roleplay import Outcome
from familysupport.rehearse.scenario import Pack
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.kit.front import FrontStack
from familysupport.ui.rehearse.cast import Cast, cast_of
from familysupport.ui.rehearse.meeting_words import (
    computer_words,
    over_words,
    reads_words,
    silence_words,
    start_words,
)
from familysupport.ui.rehearse.prompt import Deed, Prompt
from familysupport.ui.rehearse.reader import Reader, Run
from familysupport.ui.rehearse.voice import Voice, missing_words
from familysupport.ui.rehearse.whom import spoken_of

_SEEDS = 2**31
FEWEST = 2
_READY = (Code.LISTEN, Code.OFFER)
_HEARD = (Code.LISTEN, Code.PAUSE)
_LEFT = (Code.CAVE,)
_MOST_NAMES = 6


class MeetingPage(FrontStack):
    """Hides every letter but the one being read; Escape stops at once, and it can go on later."""

    changed = Signal()

    def __init__(self, pack: Pack, session: Session, clock: Clock, voice: Voice) -> None:
        super().__init__()
        self._voice = voice
        self._pack = pack
        self._session = session
        self._store = session.rehearse
        self._clock = clock
        self._began = clock.now()
        self._cast: Cast = cast_of(session)
        self._who = spoken_of(session, pack.pronouns)
        self._meeting: Meeting | None = None
        self._prompt = Prompt()
        self._reader = Reader(clock, self._store.look())
        self._reader.without_extras()
        for page in (self._prompt, self._reader):
            self.addWidget(page)
        self._prompt.stop_asked.connect(self.stop)
        self._reader.ended.connect(self._ended)
        self._reader.moved.connect(self._moved)
        self._reader.ran.connect(self._ran)
        self.show_start()

    @property
    def under_way(self) -> bool:
        """Tell whether a meeting goes on."""
        return self._meeting is not None

    def show_start(self) -> None:
        """Say what it is, and offer to begin or to go on with a meeting that was cut off."""
        self._cast = cast_of(self._session)
        self._who = spoken_of(self._session, self._pack.pronouns)
        self._reader.set_look(self._store.look())
        enough = len(self._cast.letters) >= FEWEST
        deeds: list[Deed] = []
        kept = self._store.meeting()
        if kept is not None and self._fits(kept):
            meeting = Meeting(self._pack, kept)
            name = self._cast.readers.get(meeting.reader or 0, self._cast.asker)
            deeds.append(
                (self.tr("Go on with {name}").format(name=name), partial(self._go_on, kept))
            )
        if enough:
            deeds.append((self.tr("Begin with the first reader"), self._begin_anew))
        words, about = start_words(list(self._cast.readers.values()), enough)
        self._prompt.show_step(self.tr("The whole meeting"), words, about, deeds)
        self._prompt.hide_stop()
        self.setCurrentWidget(self._prompt)

    def begin(self, seed: int) -> None:
        """Begin a meeting; the same seed brings the same one."""
        self._began = self._clock.now()
        letters = tuple(self._cast.letters)
        self._meeting = Meeting(self._pack, begin(self._pack, seed, letters, self._cast.cards))
        self._show()

    def stop(self) -> None:
        """Stop at once; what was reached stays in the vault."""
        if self._meeting is not None:
            self._meeting = None
            self._voice.stop()
            self._reader.drop()
            self.show_start()
            self._prompt.focus_first()

    def focus_here(self) -> None:
        """Go to where one goes on."""
        self._prompt.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape stops at once."""
        if event.key() == Qt.Key.Key_Escape and self.under_way:
            self.stop()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Show no letter to whoever comes back: its reader is asked again."""
        super().hideEvent(event)
        self._voice.stop()
        meeting = self._meeting
        if meeting is not None and self.currentWidget() is self._reader:
            self._reader.drop()
            meeting.resumed()
            self._show()

    def _fits(self, kept: State) -> bool:
        return set(kept.letters) <= set(self._cast.letters) and set(kept.cards) <= set(
            self._cast.cards
        )

    def _begin_anew(self) -> None:
        self.begin(randbelow(_SEEDS))

    def _go_on(self, kept: State) -> None:
        self._began = self._clock.now()
        self._meeting = Meeting(self._pack, kept)
        self._meeting.resumed()
        self._show()

    def _show(self) -> None:
        """Keep what was reached, and show the step that comes now."""
        meeting = self._meeting
        if meeting is None:
            return
        stage = meeting.state.stage
        self._store.keep_meeting(None if stage is Stage.OVER else meeting.state)
        if stage is Stage.READING:
            self._read(meeting)
            return
        {
            Stage.READY: self._show_ready,
            Stage.INTERRUPTED: self._show_break,
            Stage.ASK: self._show_ask,
            Stage.OBJECTION: self._show_objection,
            Stage.ANSWER: self._show_answer,
            Stage.LEAVE: self._show_leave,
            Stage.CARD_READY: self._show_ready,
            Stage.CARD: self._show_card,
            Stage.OVER: self._show_over,
        }[stage](meeting)

    def _step(self, name: str, words: str, about: str, deeds: list[Deed]) -> None:
        self._prompt.show_step(name, words, about, deeds)
        self.setCurrentWidget(self._prompt)
        self._prompt.focus_first()

    def _show_ready(self, meeting: Meeting) -> None:
        name, after = self._name(meeting.reader), self._name(meeting.following)
        card = meeting.state.stage is Stage.CARD_READY
        now = self.tr("Now: {name}, the card for a no") if card else self.tr("Now: {name}")
        following = self.tr("Next: {name}").format(name=after) if after else ""
        deeds: list[Deed] = [
            (self.tr("{name} is ready (Space)").format(name=name), partial(self._ready, "")),
            (
                self.tr("Somebody else reads for {name}").format(name=name),
                partial(self._ask_who, meeting),
            ),
        ]
        about = self.tr("Breathe out slowly. Only {name} looks at the screen now.")
        self._step(now.format(name=name), following, about.format(name=name), deeds)

    def _ask_who(self, meeting: Meeting) -> None:
        letter = meeting.reader
        if letter is None:
            return
        name = self._name(letter)
        names = self._cast.stand_ins(letter)[:_MOST_NAMES]
        deeds: list[Deed] = [(one, partial(self._ready, one)) for one in names]
        own = self.tr("{name} reads after all").format(name=name)
        deeds.append((own, partial(self._ready, "")))
        deeds.append((computer_words(), partial(self._read_by_voice, meeting)))
        self._step(self.tr("Who reads for {name}?").format(name=name), "", "", deeds)

    def _read_by_voice(self, meeting: Meeting) -> None:
        """Let the computer's voice read for somebody who is not here; without one, say so."""
        missing = self._voice.missing()
        if missing is None:
            self._ready(computer_words())
            return
        name = self._name(meeting.reader)
        timed = self.tr("Let the text run in silence for {name}").format(name=name)
        self._step(
            self.tr("Who reads for {name}?").format(name=name),
            "",
            missing_words(missing),
            [
                (timed, partial(self._ready, silence_words())),
                (self.tr("Back"), partial(self._ask_who, meeting)),
            ],
        )

    def _ran(self, moving: bool) -> None:
        """Speak from where the text is while it moves, if the computer's voice reads."""
        meeting = self._meeting
        if not moving or meeting is None or meeting.state.stand_in != computer_words():
            self._voice.stop()
            return
        text = self._letter(meeting.reader).text
        self._voice.say(without_pauses(text[self._reader.letter_at :]))

    def _ready(self, stand_in: str) -> None:
        if self._meeting is not None:
            self._meeting.ready(stand_in)
            self._show()

    def _read(self, meeting: Meeting) -> None:
        self.setCurrentWidget(self._reader)
        if self._reader.begun:
            self._reader.go_on(True)
            return
        letter = self._letter(meeting.reader)
        name, stand_in = self._name(meeting.reader), meeting.state.stand_in
        self._reader.show_statement(letter, reads_words(name, stand_in))
        self._reader.start_now()

    def _moved(self, share: float) -> None:
        meeting = self._meeting
        if meeting is None or meeting.state.stage is not Stage.READING:
            return
        at = meeting.breaks_in_at()
        if at is not None and share >= at:
            self._reader.hold()
            meeting.interrupt()
            self._show()

    def _ended(self, run: Run) -> None:
        meeting = self._meeting
        self._voice.stop()
        if meeting is None:
            return
        if run.reading.ending is not Ending.FINISHED:
            self.stop()
            return
        self._store.save(run.reading)
        meeting.letter_read(run.reading.seconds)
        self._show()

    def _show_break(self, meeting: Meeting) -> None:
        after = self._name(meeting.following)
        over = self.tr("Hand over to {name}").format(name=after) if after else self.tr("Hand over")
        deeds: list[Deed] = [
            (self.tr("Finish the sentence, then go on"), partial(self._respond, Way.FINISH)),
            (self.tr("Listen, say back what you heard, go on"), partial(self._respond, Way.LISTEN)),
            (over, partial(self._respond, Way.HAND_OVER)),
            (self.tr("Stop reading, and make the ask"), partial(self._respond, Way.STOP)),
        ]
        line = meeting.line()
        says = " ".join(part for part in (line.seen, f"“{line.says}”") if part)
        self._step(
            self.tr("{name} breaks in").format(name=self._cast.addressee),
            fill(says, self._who),
            self.tr("One voice answers: whoever reads. The others breathe."),
            deeds,
        )

    def _respond(self, way: Way) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        if way in (Way.HAND_OVER, Way.STOP):
            self._reader.drop()
        meeting.respond(way)
        self._show()

    def _show_ask(self, meeting: Meeting) -> None:
        words = self._cast.ask or self.tr("In your own words: where, today, and who goes along.")
        deeds: list[Deed] = [(self.tr("I asked (Space)"), self._asked)]
        about = self.tr("Once, slowly, looking at {name}. Then wait.")
        title = self.tr("The ask: {name}").format(name=self._cast.asker)
        self._step(title, words, about.format(name=self._cast.addressee), deeds)

    def _asked(self) -> None:
        if self._meeting is not None:
            self._meeting.ask()
            self._show()

    def _show_objection(self, meeting: Meeting) -> None:
        """Show an objection: first those that this family expects, with the answers made ready."""
        number, name = meeting.state.objections, self._cast.addressee
        own = self._cast.expected[number] if number < len(self._cast.expected) else None
        who = own.name if own else self._cast.asker
        deeds: list[Deed]
        if own is not None:
            says = f"“{own.heard}”"
            ready = [(f"“{own.words}”", partial(self._object, _READY))] if own.words else []
            deeds = [
                *ready,
                (self.tr("Say back what you heard, and wait"), partial(self._object, _HEARD)),
                (self.tr("Leave it for today"), partial(self._object, _LEFT)),
            ]
        else:
            line = meeting.objection()
            says = " ".join(part for part in (line.seen, f"“{line.says}”") if part)
            deeds = [
                (fill(one.text, self._who), partial(self._object, one.does))
                for one in meeting.replies()
            ]
        about = self.tr("{who} answers. The others breathe.").format(who=who)
        self._step(name, fill(says, self._who) if own is None else says, about, deeds)

    def _object(self, codes: tuple[Code, ...]) -> None:
        if self._meeting is not None:
            self._meeting.answer_objection(codes)
            self._show()

    def _next(self) -> None:
        if self._meeting is not None:
            self._meeting.go_on()
            self._show()

    def _show_answer(self, meeting: Meeting) -> None:
        line = meeting.answer_line()
        says = " ".join(part for part in (line.seen, line.says and f"“{line.says}”") if part)
        if meeting.state.agreed:
            about = self.tr("A yes. Reading stops here; letters not read go into the bag.")
        else:
            about = self.tr("A no. Stay calm; thank {name} for listening. The offer stands.")
        name = self._cast.addressee
        deeds: list[Deed] = [(self.tr("Go on (Space)"), self._next)]
        self._step(name, fill(says, self._who), about.format(name=name), deeds)

    def _show_leave(self, meeting: Meeting) -> None:
        words = "\n".join(f"• {one}" for one in self._cast.leaving)
        about = self.tr("No more reasons now. A few calm steps, and out of the door.")
        deeds: list[Deed] = [(self.tr("We are on the way (Space)"), self._next)]
        self._step(self.tr("Leave now"), words, about, deeds)

    def _show_card(self, meeting: Meeting) -> None:
        name, stand_in = self._name(meeting.reader), meeting.state.stand_in
        deeds: list[Deed] = [(self.tr("It is read (Space)"), self._next)]
        about = self.tr("Short and calm, without a why. Then silence.")
        words = self._letter(meeting.reader).if_no.strip()
        self._step(reads_words(name, stand_in), words, about, deeds)

    def _show_over(self, meeting: Meeting) -> None:
        state = meeting.state
        self._store.save_talk(
            TalkRecord(
                id=0,
                began_at=self._began,
                seconds=round(sum(state.seconds), 1),
                mode=Mode.MEETING,
                kind="",
                outcome=(Outcome.AGREED if state.agreed else Outcome.REFUSED).value,
                met=(),
            )
        )
        words, about = over_words(meeting, self._cast)
        self._meeting = None
        self._step(
            self.tr("The practice meeting is over"),
            words,
            about,
            [(self.tr("Back to the start"), self.show_start)],
        )
        self._prompt.hide_stop()
        self.changed.emit()

    def _letter(self, letter: int | None) -> Statement:
        return self._cast.letters.get(letter or 0, Statement())

    def _name(self, letter: int | None) -> str:
        return self._cast.readers.get(letter or 0, "")
