"""The coach beside the window: reads when typing rests, remembers what was left as it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from familysupport.statements import coach
from familysupport.statements.coach import Kind, Manner, Mark, Note, Review, Scope
from familysupport.statements.model import Left, Part
from familysupport.statements.store import StatementStore
from familysupport.ui.kit import jobs

_CHOICE = "coach"


class Coaching(QObject):
    """Holds what the coach says of one letter; `changed` follows each reading and each choice."""

    changed = Signal()

    def __init__(self, store: StatementStore, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._language = language
        self._reviewer: coach.Reviewer | None = None
        self._busy = False
        self._waiting: tuple[int, str] | None = None
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

    def say(self, manner: Manner) -> None:
        """Choose how much the coach says, from now on and next time."""
        self._manner = manner
        self._store.choose(_CHOICE, manner.value)
        self.changed.emit()

    def read(self, statement_id: int, text: str) -> None:
        """Read the letter in a thread of its own; while one is read, only the newest waits."""
        if (statement_id, text) == (self._statement_id, self._text):
            return
        if statement_id != self._asked_id:  # now, for the vault may be locked when the answer comes
            self._asked_id, self._asked_left = statement_id, self._store.left(statement_id)
        self._start(statement_id, text)

    def _start(self, statement_id: int, text: str) -> None:
        if self._busy:
            self._waiting = (statement_id, text)
            return
        self._busy = True
        work = partial(_review, self._reviewer, self._language, text)
        jobs.run(self, work, partial(self._came, statement_id, text), self._failed)

    def marks(self) -> tuple[Mark, ...]:
        """Return the marks to show now, at most three and talk of danger, in their order."""
        return coach.shown(self._open(), self._manner)

    def waiting(self) -> int:
        """Return how many marks come after those that are shown."""
        rest = [mark for mark in self._open() if mark.kind is Kind.MARK]
        return 0 if self._manner is Manner.SILENT else max(0, len(rest) - coach.choose.MOST_SHOWN)

    def good(self) -> list[Mark]:
        """Return what is well said: of each kind the first, none over another."""
        found: list[Mark] = []
        for mark in self._review.good if self._manner is not Manner.SILENT else ():
            new = all(mark.family != one.family and mark.start >= one.end for one in found)
            if new:
                found.append(mark)
        return found

    def parts(self) -> list[tuple[Part, int]]:
        """Return the parts that were found in the letter, and where each begins."""
        return [(found.part, found.start) for found in self._review.parts]

    def notes(self) -> Sequence[Note]:
        """Return what is to be said of the letter as a whole, the weightiest first."""
        if self._manner is Manner.SILENT or not self._review.words:
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

    def _came(self, statement_id: int, text: str, result: tuple[coach.Reviewer, Review]) -> None:
        self._busy = False
        self._reviewer, review = result
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._start(*waiting)
            return
        if statement_id != self._statement_id:
            self._left = self._asked_left
        self._statement_id, self._text, self._review = statement_id, text, review
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        raise error


def _review(
    reviewer: coach.Reviewer | None, language: str, text: str
) -> tuple[coach.Reviewer, Review]:
    reader = reviewer or coach.Reviewer(coach.load_book(language))
    return reader, reader.review(text)
