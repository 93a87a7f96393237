"""From the letter to paper or a file: what is still in brackets is pointed out first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.statements.reading import prompts_left
from familysupport.ui.kit.messages import ask

if TYPE_CHECKING:
    from familysupport.ui.statements.output import Output

Current = Callable[[], Statement | None]


class ToPaper(QObject):
    """Prints and saves copies; `gap_found` names a statement, its sheet and the place of a gap."""

    gap_found = Signal(object, bool, int, int)
    said = Signal(str)

    def __init__(
        self,
        session: Session,
        current: Current,
        make_output: Callable[[], Output],
        window: QWidget,
    ) -> None:
        """Hand in how the statement in front is asked for; it is saved by then.

        What prints is made when it is first wanted: fetching it would hold up the tab.
        """
        super().__init__(window)
        self._session = session
        self._current = current
        self._make_output = make_output
        self._window = window

    @cached_property
    def _output(self) -> Output:
        return self._make_output()

    def letter(self) -> None:
        """Show the letter as it will be on paper."""
        statement = self._current()
        if statement is not None and self._is_ready(statement, False):
            self._output.preview(statement)

    def card(self) -> None:
        """Show the card for a no as it will be on paper, apart from the letter."""
        statement = self._current()
        if statement is not None and self._is_ready(statement, True):
            self._output.preview_card(statement)

    def binder(self) -> None:
        """Show the binder of the whole meeting."""
        self._current()
        ready = all(
            self._is_ready(statement, of_card)
            for statement in self._session.statements.statements()
            for of_card in (False, True)
        )
        if ready:
            self._output.preview_binder(self._session)

    def copy(self) -> None:
        """Save the letter to a file."""
        statement = self._current()
        anyway = self.tr("Save anyway")
        if statement is not None and self._is_ready(statement, False, anyway):
            self.said.emit(self._output.save_copy(statement))

    def _is_ready(self, statement: Statement, of_card: bool, anyway_words: str = "") -> bool:
        """Point out prompts nobody filled in; a no goes to the first of them."""
        text = statement.if_no if of_card else statement.text
        gaps = prompts_left(text)
        if not gaps:
            return True
        first = text[slice(*gaps[0])]
        about = self.tr("{count} in brackets, the first is {first}")
        anyway = ask(
            self._window,
            self.tr("Something in brackets is still to be filled in"),
            about.format(count=len(gaps), first=first),
            anyway_words or self.tr("Print anyway"),
            self.tr("Show me"),
        )
        if not anyway:
            self.gap_found.emit(statement, of_card, *gaps[0])
        return anyway
