"""The parts of what is seen over time: what each counts, draws and says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from familysupport.journal.calendar import Marks, Week
from familysupport.journal.model import Kind, Mood
from familysupport.journal.seeing import FEW, Seen, Spread, counts
from familysupport.ui.journal.calendar_look import energy_block, mood_block
from familysupport.ui.journal.calendar_words import moods_words, short_day
from familysupport.ui.journal.heat_map import HeatMap
from familysupport.ui.journal.seeing_card import SeeingCard, Shown
from familysupport.ui.journal.seeing_chart import (
    ColumnChart,
    GridChart,
    LineChart,
    Scale,
    marks_up_to,
)
from familysupport.ui.journal.seeing_words import (
    energy_words,
    hours,
    middle_words,
    mood_words,
    number,
    period_words,
    spoken,
    step_word,
    table,
)
from familysupport.ui.journal.summary_week import kind_name
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.recovery.words import answer_words

_FULL_NIGHT = 8.0


class MoodCard(SeeingCard):
    """Days by mood, and the mood in the middle where enough days tell one."""

    def __init__(self) -> None:
        self._columns = ColumnChart(_tr("Days by mood"))
        self._line = LineChart(_tr("The mood in the middle"))
        super().__init__(_tr("Mood"), (self._columns, self._line))
        self._blocks = tuple(partial(mood_block, mood=mood) for mood in Mood)
        self.add_legend(mood_words(), self._blocks)

    def show_seen(self, shown: Shown) -> None:
        """Show the moods of each step."""
        words = mood_words()
        heads = [_tr("Days with an entry"), *words, _tr("In the middle")]
        lines = table(
            shown.by,
            heads,
            shown.seen,
            lambda one: [
                number(one.days),
                *map(number, one.moods),
                middle_words(one.mood, sum(one.moods), words),
            ],
        )
        told = sum(sum(one.moods) for one in shown.seen)
        about = _tr(
            "Days that tell a mood: {days}. Of a day with several, the last one counts. The line"
            " goes through the middle, where at least {few} days of a step tell one."
        ).format(days=number(told), few=FEW)
        self.show_lines(
            about if told else _tr("No entry of this time tells a mood."), lines, told > 0
        )
        said = spoken(lines)
        most = max((sum(one.moods) for one in shown.seen), default=0)
        marks, top = marks_up_to(most)
        columns = [one.moods for one in shown.seen]
        self._columns.show_columns(
            Scale(shown.names, said, marks, top), about, columns, self._blocks
        )
        places = tuple((float(place), word) for place, word in enumerate(words))
        middles = [one.mood for one in shown.seen]
        self._line.show_line(Scale(shown.names, said, places, len(words) - 1), about, middles)
        self._line.setVisible(told > 0 and any(one is not None for one in middles))


class YearCard(SeeingCard):
    """A year of days, a field each; it has the same reach whatever is chosen above."""

    def __init__(self) -> None:
        self.map = HeatMap(_tr("The last year, day by day"))
        super().__init__(_tr("The last year, day by day"), (self.map,))
        words = (*mood_words(), _tr("an entry without a mood"))
        blocks = [partial(mood_block, mood=mood) for mood in (*Mood, None)]
        self.add_legend(words, blocks)

    def show_seen(self, shown: Shown) -> None:
        """The year stays as it is, however far back the rest reaches."""

    def show_days(self, weeks: Sequence[Week], marked: Mapping[date, Marks], today: date) -> None:
        """Show the days of a year; only those with an entry stand in the table."""
        self.map.show_days(weeks, marked, today)
        lines = [[_tr("Day"), _tr("Entries"), _tr("Moods")]]
        for day in sorted(marked):
            one = marked[day]
            lines.append([short_day(day), number(len(one.entries)), moods_words(one.moods)])
        entries = sum(len(one.entries) for one in marked.values())
        about = _tr("Days with an entry: {days}. Entries: {entries}.").format(
            days=number(len(marked)), entries=number(entries)
        )
        self.show_lines(about if marked else _tr("No entry in this time."), lines, bool(marked))


class SleepCard(SeeingCard):
    """The middle, the least and the most of the nights told."""

    def __init__(self) -> None:
        self._line = LineChart(_tr("Hours of sleep"))
        super().__init__(_tr("Sleep"), (self._line,))

    def show_seen(self, shown: Shown) -> None:
        """Show the nights of each step."""
        heads = [_tr("Nights told"), _tr("Least hours"), _tr("In the middle"), _tr("Most hours")]
        lines = table(shown.by, heads, shown.seen, _sleep_cells)
        told = sum(one.nights for one in shown.seen)
        about = _tr(
            "Nights told: {nights}. Dots are the middle, where at least {few} nights of a step"
            " are told; the thin lines reach from the least to the most."
        ).format(nights=number(told), few=FEW)
        self.show_lines(
            about if told else _tr("No entry of this time tells of sleep."), lines, told > 0
        )
        spreads = [one.sleep for one in shown.seen]
        most = max((one.most for one in spreads if one), default=_FULL_NIGHT)
        marks, top = marks_up_to(max(most, _FULL_NIGHT))
        middles = [one.middle if one else None for one in spreads]
        scale = Scale(shown.names, spoken(lines), marks, top)
        self._line.show_line(scale, about, middles, spreads)


class EnergyCard(SeeingCard):
    """Days by how much strength there was."""

    def __init__(self) -> None:
        self._columns = ColumnChart(_tr("Days by energy"))
        super().__init__(_tr("Energy"), (self._columns,))
        words = energy_words()
        self._blocks = tuple(partial(energy_block, place=place) for place in range(len(words)))
        self.add_legend(words, self._blocks)

    def show_seen(self, shown: Shown) -> None:
        """Show the energy of each step."""
        words = energy_words()
        lines = table(
            shown.by,
            [*words, _tr("In the middle")],
            shown.seen,
            lambda one: [
                *map(number, one.energies),
                middle_words(one.energy, sum(one.energies), words),
            ],
        )
        told = sum(sum(one.energies) for one in shown.seen)
        about = _tr("Days that tell how much energy there was: {days}.").format(days=number(told))
        self.show_lines(
            about if told else _tr("No entry of this time tells of energy."), lines, told > 0
        )
        marks, top = marks_up_to(max((sum(one.energies) for one in shown.seen), default=0))
        self._columns.show_columns(
            Scale(shown.names, spoken(lines), marks, top),
            about,
            [one.energies for one in shown.seen],
            self._blocks,
        )


class WordsCard(SeeingCard):
    """How much was written."""

    def __init__(self) -> None:
        self._columns = ColumnChart(_tr("Words written"))
        super().__init__(_tr("Words written"), (self._columns,))

    def show_seen(self, shown: Shown) -> None:
        """Show the words of each step."""
        heads = [_tr("Entries"), _tr("Words")]
        lines = table(
            shown.by, heads, shown.seen, lambda one: [number(one.entries), number(one.words)]
        )
        entries = sum(one.entries for one in shown.seen)
        words = sum(one.words for one in shown.seen)
        about = _tr("Words: {words}. Entries: {entries}.").format(
            words=number(words), entries=number(entries)
        )
        self.show_lines(about, lines, entries > 0)
        marks, top = marks_up_to(max((one.words for one in shown.seen), default=0))
        columns = [(one.words,) for one in shown.seen]
        scale = Scale(shown.names, spoken(lines), marks, top)
        self._columns.show_columns(scale, about, columns, (_plain_block,))


class GridCard(SeeingCard):
    """Rows of things and how often each came in each step."""

    def __init__(self, name: str) -> None:
        self._grid = GridChart(name)
        super().__init__(name, (self._grid,))

    def show_rows(
        self, shown: Shown, about: str, rows: Sequence[tuple[str, Sequence[int]]]
    ) -> None:
        """Show the rows; without any, `about` stands alone."""
        head = [step_word(shown.by), *(name for name, _numbers in rows)]
        lines = [head]
        for place, one in enumerate(shown.seen):
            cells = (number(numbers[place]) for _name, numbers in rows)
            lines.append([period_words(one.period, shown.by), *cells])
        self.show_lines(about, lines, bool(rows))
        if rows:
            self._grid.show_rows(Scale(shown.names, spoken(lines), (), 1), about, rows)


class KindsCard(GridCard):
    """Entries by what they are about."""

    def __init__(self) -> None:
        super().__init__(_tr("What entries are about"))

    def show_seen(self, shown: Shown) -> None:
        """Show the kinds that there are."""
        total: Counter[Kind] = Counter()
        for one in shown.seen:
            total.update(one.kinds)
        rows = [
            (kind_name(kind), [one.kinds.get(kind, 0) for one in shown.seen])
            for kind in Kind
            if total[kind]
        ]
        self.show_rows(shown, _tr("Entries of each kind."), rows)


class HabitsCard(GridCard):
    """Days on which a habit was ticked."""

    def __init__(self) -> None:
        super().__init__(_tr("Habits of the family"))

    def show_seen(self, shown: Shown) -> None:
        """Show each habit that was ticked; without any there is no card."""
        spans = [one.period for one in shown.seen]
        rows = sorted(counts(shown.habit_days, spans).items())
        self.setVisible(bool(rows))
        self.show_rows(shown, _tr("Days on which each was ticked."), rows)


class LimitsCard(GridCard):
    """Weeks in which a limit was kept, as it was answered."""

    def __init__(self) -> None:
        super().__init__(_tr("Limits we agreed"))

    def show_seen(self, shown: Shown) -> None:
        """Show each limit that was answered for; without any there is no card."""
        spans = [one.period for one in shown.seen]
        answers = answer_words()
        named = [(f"{one.words}: {answers[one.answer]}", one.monday) for one in shown.limit_weeks]
        rows = sorted(counts(named, spans).items())
        self.setVisible(bool(rows))
        self.show_rows(shown, _tr("Weeks with each answer, by the Monday they began on."), rows)


def _sleep_cells(one: Seen) -> list[str]:
    spread: Spread | None = one.sleep
    if spread is None:
        return ["0", "", "", ""]
    middle = _tr("too few nights") if spread.middle is None else hours(spread.middle)
    return [number(one.nights), hours(spread.least), middle, hours(spread.most)]


def _plain_block(painter: QPainter, room: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(current_theme().teal))
    painter.drawRoundedRect(room, 2, 2)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Journal", text)
