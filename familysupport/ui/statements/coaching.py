"""The coach beside the window: reads when typing rests, remembers what was left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from familysupport.statements import coach
from familysupport.statements.coach import Manner, Mark, Note, Review, Scope
from familysupport.statements.model import Left, Part
from familysupport.statements.store import StatementStore
from familysupport.ui.kit import jobs

if TYPE_CHECKING:
    from familysupport.statements.coach.coach import Reviewer

_CHOICE = "coach"


class Sheet(Enum):
    """Which sheet of a statement is read."""

    LETTER = auto()
    CARD = auto()
    PRIVATE = auto()


class _Wish(NamedTuple):
    """What is to be read."""

    statement_id: int
    text: str
    sheet: Sheet


class Coaching(QObject):
    """Holds what the coach says of the sheet in front; `changed` follows each reading."""

    changed = Signal()

    def __init__(self, store: StatementStore, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._language = language
        self._reviewer: Reviewer | None = None
        self._busy = False
        self._waiting: _Wish | None = None
        self._sheet = Sheet.LETTER
        self._statement_id = 0
        self._left: list[Left] = []
        self._asked_id = 0
        self._asked_left: list[Left] = []
        self._text = ""
        self._review = Review()
        self._manner = Manner(store.choice(_CHOICE, Manner.USUAL.value))

    @property
    def text(self) -> str:
        """Return the letter as it was read last; marks count their places in it."""
        return self._text

    @property
    def manner(self) -> Manner:
        """Return how much the coach says."""
        return self._manner

    @property
    def speaks(self) -> bool:
        """Return whether anything but talk of danger is spoken of."""
        return self._manner is not Manner.SILENT and self._sheet is not Sheet.PRIVATE

    def say(self, manner: Manner) -> None:
        """Choose how much the coach says, from now on and next time."""
        self._manner = manner
        self._store.choose(_CHOICE, manner.value)
        self.changed.emit()

    def read(self, statement_id: int, text: str, sheet: Sheet = Sheet.LETTER) -> None:
        """Read a sheet in a thread of its own; while one is read, only the newest waits.

        Of the card nothing can be missing, and on the private page only danger is spoken of.
        """
        if (statement_id, text, sheet) == (self._statement_id, self._text, self._sheet):
            return
        if statement_id != self._asked_id:  # now, for the vault may be locked when the answer comes
            self._asked_id, self._asked_left = statement_id, self._store.left(statement_id)
        self._start(_Wish(statement_id, text, sheet))

    def _start(self, wish: _Wish) -> None:
        if self._busy:
            self._waiting = wish
            return
        self._busy = True
        work = partial(_review, self._reviewer, self._language, wish.text)
        run = jobs.run if self._reviewer else jobs.run_soon  # at first the rules are read as well
        run(self, work, partial(self._came, wish), self._failed)

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks to show now, at most three and talk of danger, in their order."""
        return coach.shown(self._open(), self._manner if self.speaks else Manner.SILENT)

    def waiting(self) -> int:
        """Return how many marks come after those that are shown."""
        if not self.speaks:
            return 0
        found = self._open()
        every = coach.shown(found, self._manner, most=len(found))
        return len(every) - len(coach.shown(found, self._manner))

    def good(self) -> list[Mark]:
        """Return what is well said: of each kind the first, none over another."""
        found: list[Mark] = []
        for mark in self._review.good if self.speaks else ():
            new = all(mark.family != one.family and mark.start >= one.end for one in found)
            if new:
                found.append(mark)
        return found

    def parts(self) -> list[tuple[Part, int]]:
        """Return the parts that were found in the letter, and where each begins."""
        return [(found.part, found.start) for found in self._review.parts]

    def notes(self) -> Sequence[Note]:
        """Return what is to be said of the letter as a whole, the weightiest first."""
        if not self.speaks or not self._review.words or self._sheet is not Sheet.LETTER:
            return ()
        return sorted(self._review.whole, key=lambda note: -note.weight)

    def sentence_of(self, mark: Mark) -> tuple[int, int]:
        """Return where the sentence stands that holds `mark`."""
        return next(
            (place for place in self._review.sentences if place[0] <= mark.start < place[1]),
            (mark.start, mark.end),
        )

    def left_count(self) -> int:
        """Return how many marks were left as they are in this letter."""
        return len(self._left)

    def leave(self, mark: Mark, scope: Scope) -> None:
        """Show `mark` no more; it is kept in the vault and holds until its sentence changes."""
        one = coach.leave(mark, scope, self._text, self._review)
        kept = Left(one.scope.value, one.rule, one.words, one.sentence, one.count)
        self._left.append(self._store.leave(self._statement_id, kept))
        self.changed.emit()

    def take_up_all(self) -> None:
        """Show again what was left as it is."""
        for one in self._left:
            self._store.take_up(one.id)
        self._left = []
        self.changed.emit()

    def _open(self) -> tuple[Mark, ...]:
        left = [
            coach.Left(Scope(one.scope), one.rule, one.words, one.sentence, one.count)
            for one in self._left
        ]
        return coach.open_marks(self._review, self._text, left)

    def _came(self, wish: _Wish, result: tuple[Reviewer, Review]) -> None:
        self._busy = False
        self._reviewer, review = result
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(waiting)
            return
        if wish.statement_id != self._statement_id:
            self._left = self._asked_left
        self._statement_id, self._text, self._sheet = wish.statement_id, wish.text, wish.sheet
        self._review = review
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        raise error


def _review(reviewer: Reviewer | None, language: str, text: str) -> tuple[Reviewer, Review]:
    reader = reviewer or coach.new_reviewer(language)
    return reader, reader.review(text)
