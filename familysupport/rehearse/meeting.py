"""The whole meeting on one computer: who reads, who interrupts, the ask, and what follows.

Same seed, same answers: the same meeting. After each step `state` says everything, so that a
meeting that was cut off goes on with the same reader.
"""

from __future__ import annotations

import json
from enum import Enum
from random import Random
from typing import Any, NamedTuple

from familysupport.rehearse.mood import Code, Difficulty, Mood, chance_of_yes, shift_of
from familysupport.rehearse.scenario import Pack, Reaction, Reply

OBJECTS = ("not-today", "bargaining", "practical")
MOST_OBJECTIONS = 3
INTERRUPTS = ("anger", "denial", "minimising", "jokes", "blame")
HEAT_SHARE = 20.0
EARLY_SHARE = 0.3
_LETTER = (Code.AFFIRM, Code.FEEL, Code.FACT)


class Stage(Enum):
    """Where a meeting stands."""

    READY = "ready"
    READING = "reading"
    INTERRUPTED = "interrupted"
    ASK = "ask"
    OBJECTION = "objection"
    ANSWER = "answer"
    LEAVE = "leave"
    CARD_READY = "card ready"
    CARD = "card"
    OVER = "over"


class Way(Enum):
    """What one does when the reading is interrupted."""

    FINISH = "finish"
    LISTEN = "listen"
    HAND_OVER = "hand over"
    STOP = "stop"


_DOES = {
    Way.FINISH: Code.HOLD,
    Way.LISTEN: Code.LISTEN,
    Way.HAND_OVER: Code.HANDOVER,
    Way.STOP: Code.PAUSE,
}


class State(NamedTuple):
    """A meeting at one moment; letters and cards are ids of statements, in their order.

    `turn` is the place of whoever is next in the letters or cards. `stand_in` reads for them.
    `objections` counts those that were answered after the ask.
    """

    seed: int
    temperament: str
    letters: tuple[int, ...]
    cards: tuple[int, ...]
    mood: Mood
    stage: Stage = Stage.READY
    turn: int = 0
    stand_in: str = ""
    interrupted: bool = False
    interruptions: int = 0
    objections: int = 0
    read: tuple[int, ...] = ()
    seconds: tuple[float, ...] = ()
    agreed: bool = False
    early: bool = False

    def to_json(self) -> str:
        """Return it as text, for the vault."""
        return json.dumps(self._asdict() | {"mood": self.mood._asdict(), "stage": self.stage.value})

    @staticmethod
    def from_json(text: str) -> State:
        """Return the meeting that was kept."""
        kept: dict[str, Any] = json.loads(text)
        rows = {name: tuple(kept[name]) for name in ("letters", "cards", "read", "seconds")}
        known = kept | rows | {"mood": Mood(**kept["mood"]), "stage": Stage(kept["stage"])}
        return State(**known)


def begin(pack: Pack, seed: int, letters: tuple[int, ...], cards: tuple[int, ...]) -> State:
    """Return a meeting before its first reader; how the made-up person is, is drawn."""
    names = sorted(pack.temperaments)
    drawn = names[int(Random(f"{seed}:who").random() * len(names))]
    return State(seed, drawn, letters, cards, pack.temperaments[drawn].mood)


class Meeting:
    """Leads from one step to the next; a step that does not fit changes nothing."""

    def __init__(self, pack: Pack, state: State) -> None:
        self._pack = pack
        self.state = state

    @property
    def reader(self) -> int | None:
        """Return the statement whose reader has the word, or is about to."""
        state = self.state
        cards = state.stage in (Stage.CARD_READY, Stage.CARD)
        row = state.cards if cards else state.letters
        return row[state.turn] if state.turn < len(row) else None

    @property
    def following(self) -> int | None:
        """Return the statement of whoever comes after."""
        state = self.state
        cards = state.stage in (Stage.CARD_READY, Stage.CARD)
        row = state.cards if cards else state.letters
        return row[state.turn + 1] if state.turn + 1 < len(row) else None

    @property
    def unread(self) -> tuple[int, ...]:
        """Return the letters that go into the bag."""
        return tuple(one for one in self.state.letters if one not in self.state.read)

    def ready(self, stand_in: str = "") -> None:
        """Begin to read: a letter, or the card for a no."""
        if self.state.stage is Stage.READY:
            self._to(Stage.READING, stand_in=stand_in, interrupted=False)
        elif self.state.stage is Stage.CARD_READY:
            self._to(Stage.CARD, stand_in=stand_in)

    def breaks_in_at(self) -> float | None:
        """Return at what share of this letter somebody breaks in: never twice in one letter."""
        state = self.state
        dice = self._dice("breaks in")
        chance, share = dice.random(), 0.3 + 0.5 * dice.random()
        if state.interrupted or chance >= state.mood.heat / HEAT_SHARE:
            return None
        return share

    def line(self) -> Reaction:
        """Return what is said into the reading."""
        dice = self._dice("line")
        kind = INTERRUPTS[int(dice.random() * len(INTERRUPTS))]
        lines = [one for one in self._pack.by_kind[kind] if one.any_time]
        mine = [one for one in lines if self.state.temperament in one.temperaments]
        options = mine or lines
        return options[int(dice.random() * len(options))]

    def interrupt(self) -> None:
        """Let the made-up person break in."""
        if self.state.stage is Stage.READING:
            count = self.state.interruptions + 1
            self._to(Stage.INTERRUPTED, interrupted=True, interruptions=count)

    def respond(self, way: Way) -> None:
        """Answer an interruption; a letter that is handed over or stopped goes into the bag."""
        if self.state.stage is not Stage.INTERRUPTED:
            return
        self._feel((_DOES[way],))
        if way is Way.HAND_OVER:
            self._next_letter()
        elif way is Way.STOP:
            self._to(Stage.ASK)
        else:
            self._to(Stage.READING)

    def letter_read(self, seconds: float) -> None:
        """Note that the letter was read to its end; a yes may come before the others have read."""
        state = self.state
        if state.stage is not Stage.READING:
            return
        self._feel(_LETTER)
        letter = state.letters[state.turn]
        self._to(state.stage, read=(*state.read, letter), seconds=(*state.seconds, seconds))
        last = state.turn + 1 >= len(state.letters)
        chance = chance_of_yes(self.state.mood, Difficulty.TYPICAL) * EARLY_SHARE
        if not last and self._dice("early").random() < chance:
            self._to(Stage.ANSWER, agreed=True, early=True)
        else:
            self._next_letter()

    def ask(self) -> None:
        """Make the ask; an objection comes first, and then the answer."""
        if self.state.stage is Stage.ASK:
            self._feel((Code.ASK,))
            self._to(Stage.OBJECTION)

    def objection(self) -> Reaction:
        """Return what is objected, where the family expects nothing of its own."""
        first = int(self._dice("objects").random() * len(OBJECTS))
        kind = OBJECTS[(first + self.state.objections) % len(OBJECTS)]
        dice = self._dice(f"objection {self.state.objections}")
        lines = [one for one in self._pack.by_kind[kind] if one.any_time]
        return lines[int(dice.random() * len(lines))]

    def replies(self) -> tuple[Reply, ...]:
        """Return what one could answer to the objection, in an order that tells nothing."""
        replies = list(self.objection().reply)
        self._dice(f"replies {self.state.objections}").shuffle(replies)
        return tuple(replies)

    def answer_objection(self, codes: tuple[Code, ...]) -> None:
        """Answer an objection; after one to three of them comes the yes or the no."""
        if self.state.stage is not Stage.OBJECTION:
            return
        self._feel(codes)
        answered = self.state.objections + 1
        most = 1 + int(self._dice("objections").random() * MOST_OBJECTIONS)
        if answered < most:
            self._to(Stage.OBJECTION, objections=answered)
            return
        chance = chance_of_yes(self.state.mood, Difficulty.TYPICAL)
        agreed = self._dice("answer").random() < chance
        self._to(Stage.ANSWER, objections=answered, agreed=agreed)

    def answer_line(self) -> Reaction:
        """Return the yes or the no."""
        dice = self._dice("said")
        kind = "agreement" if self.state.agreed else "refusal"
        lines = [one for one in self._pack.by_kind[kind] if not one.ties]
        return lines[int(dice.random() * len(lines))]

    def go_on(self) -> None:
        """After a yes comes leaving, after a no the cards; then it is over."""
        state = self.state
        if state.stage is Stage.ANSWER and state.agreed:
            self._to(Stage.LEAVE)
        elif state.stage is Stage.ANSWER:
            self._to(Stage.CARD_READY if state.cards else Stage.OVER, turn=0, stand_in="")
        elif state.stage is Stage.CARD:
            more = state.turn + 1 < len(state.cards)
            stage = Stage.CARD_READY if more else Stage.OVER
            self._to(stage, turn=state.turn + 1 if more else state.turn, stand_in="")
        elif state.stage is Stage.LEAVE:
            self._to(Stage.OVER)

    def resumed(self) -> None:
        """Go on after a cut: whoever was reading gets the word again from the beginning."""
        back = {
            Stage.READING: Stage.READY,
            Stage.INTERRUPTED: Stage.READY,
            Stage.CARD: Stage.CARD_READY,
        }
        self._to(back.get(self.state.stage, self.state.stage))

    def _next_letter(self) -> None:
        turn = self.state.turn + 1
        more = turn < len(self.state.letters)
        stage = Stage.READY if more else Stage.ASK
        self._to(stage, turn=turn, stand_in="", interrupted=False)

    def _feel(self, codes: tuple[Code, ...]) -> None:
        base = self._pack.temperaments[self.state.temperament].heat
        mood = self.state.mood.moved(shift_of(codes, Difficulty.TYPICAL)).cooled(base)
        self.state = self.state._replace(mood=mood)

    def _to(self, stage: Stage, **changes: Any) -> None:
        self.state = self.state._replace(stage=stage, **changes)

    def _dice(self, what: str) -> Random:
        return Random(f"{self.state.seed}:{self.state.turn}:{what}")
