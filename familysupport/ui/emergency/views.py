"""What the left side of the Emergency page can show, each under its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from familysupport.content.emergency import CountryNumbers, EmergencyContent
from familysupport.emergency.numbers import of_kinds
from familysupport.ui.emergency.call_lines import AllNumbers
from familysupport.ui.emergency.desk import Desk
from familysupport.ui.emergency.own_numbers import OwnNumbersCard
from familysupport.ui.emergency.parts import PartsView
from familysupport.ui.emergency.steps import StepList
from familysupport.ui.emergency.times import TimesView

if TYPE_CHECKING:
    from familysupport.ui.emergency.papers import Preview

OVERDOSE, MORE, TIMES, NUMBERS, PAPER = "overdose", "more", "times", "numbers", "paper"
WITH_CLOCK = (OVERDOSE, MORE, TIMES)
CALM = (TIMES, NUMBERS, PAPER)


class View(NamedTuple):
    """A name, a line under it, and how to build what is shown."""

    title: str
    summary: str
    build: Callable[[], QWidget]


class Views(QObject):
    """Knows every view by its name and builds it when it is asked for."""

    cleared = Signal()

    def __init__(
        self, content: EmergencyContent, desk: Callable[[], Desk], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._desk = desk
        self.preview: Preview | None = None

    def choices(self) -> list[tuple[str, str]]:
        """Return the names of the emergencies, and of what to print, with words for buttons."""
        first = [(OVERDOSE, self.tr("Overdose: the steps")), (MORE, self.tr("Overdose: more help"))]
        situations = [(one.id, one.button) for one in self._content.situations]
        return [*first, *situations, (PAPER, self.tr("Cards to print"))]

    def find(self, name: str, numbers: CountryNumbers) -> View | None:
        """Return the view called `name`, with the numbers of the country in it."""
        overdose = self._content.overdose
        found = {
            OVERDOSE: View(overdose.title, overdose.summary, partial(StepList, overdose, numbers)),
            MORE: View(
                self.tr("More help in an overdose"),
                self.tr("The steps come first. Read this when someone else does them."),
                partial(PartsView, overdose.part, numbers, self._content.pictures, contents=True),
            ),
            TIMES: View(self.tr("Times for the crew"), self.tr("Read these out."), self._times),
            NUMBERS: View(numbers.name, numbers.note, partial(self._numbers, numbers)),
            PAPER: View(
                self.tr("Cards to print"),
                self.tr("With the numbers for: {country}").format(country=numbers.name),
                partial(self._papers, numbers),
            ),
        }
        for one in self._content.situations:
            calls = of_kinds(numbers, one.calls)
            build = partial(PartsView, one.part, numbers, self._content.pictures, calls)
            found[one.id] = View(one.title, one.summary, build)
        return found.get(name)

    def _times(self) -> QWidget:
        view = TimesView(self._desk())
        view.cleared.connect(self.cleared)
        return view

    def _numbers(self, numbers: CountryNumbers) -> QWidget:
        own = self._desk().own
        if own is None:
            return AllNumbers(numbers)
        return AllNumbers(numbers, OwnNumbersCard(own), own_first=bool(own.all()))

    def _papers(self, numbers: CountryNumbers) -> QWidget:
        # Printing brings in much of Qt, and Emergency must be there at once.
        from familysupport.ui.emergency.papers import PapersView

        return PapersView(self._content, numbers, self.preview)
