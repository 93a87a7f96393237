"""One thing seen over time: its charts, what is under the keys, and the same as a table."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from familysupport.journal.seeing import By, Seen
from familysupport.recovery.model import LimitWeek
from familysupport.ui.journal.heat_map import HeatMap
from familysupport.ui.journal.leaves import small
from familysupport.ui.journal.seeing_chart import Block, StepChart
from familysupport.ui.journal.seeing_words import step_name
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.table import WordTable
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Card, announce, body, button, heading, label, muted
from familysupport.ui.kit.writing import PlainEditor

Lines = Sequence[Sequence[str]]
_SIDE = 16


class Shown(NamedTuple):
    """What is there to be shown: the steps with what entries tell, habits and limits by day."""

    by: By
    seen: Sequence[Seen]
    habit_days: Sequence[tuple[str, date]] = ()
    limit_weeks: Sequence[LimitWeek] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the few letters below each step."""
        return tuple(step_name(one.period, self.by) for one in self.seen)


class SeeingCard(Card):
    """Shows charts of one thing; the table stands below when it is asked for."""

    def __init__(
        self, name: str, charts: Sequence[StepChart | HeatMap], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self.name = name
        self.lines: Lines = ()
        self.about = body("")
        self._hint = self.tr("Point at the chart, or go through it with the arrow keys.")
        self.looked = label(self._hint, "small")
        self.looked.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.looked.setMinimumHeight(scaled(2 * 18))
        self.looked.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.table = WordTable(name)
        self.table.hide()
        self.charts = tuple(charts)
        self._captions: list[QLabel] = []
        self._said = muted("")
        self._said.hide()
        self.body.addWidget(heading(name))
        self.body.addWidget(self.about)
        self.legend = Flow(spacing=12)
        self.body.addLayout(self.legend)
        for chart in charts:
            chart.looked_at.connect(lambda words: self.looked.setText(words or self._hint))
            if chart.accessibleName() != name:
                self._captions.append(muted(chart.accessibleName()))
                self.body.addWidget(self._captions[-1])
            self.body.addWidget(chart)
        self.body.addWidget(self.looked)
        self._open = small(button(self.tr("Show as a table"), kind="link"))
        self._open.setCheckable(True)
        self._open.toggled.connect(self._show_table)
        copy = small(button(self.tr("Copy the table as text"), kind="link"))
        copy.clicked.connect(self.copy)
        self._ways = QWidget()
        self._ways.setLayout(Flow(self._open, copy, spacing=12))
        self.body.addWidget(self._ways)
        self.body.addWidget(self._said)
        self.body.addWidget(self.table)

    def show_seen(self, shown: Shown) -> None:
        """Show what there is; each card has its own way."""

    def add_legend(self, words: Sequence[str], blocks: Sequence[Block]) -> None:
        """Say below the name what each look stands for."""
        for word, block in zip(words, blocks, strict=True):
            sample, named = QLabel(), label(word, "small")
            sample.setPixmap(_sample(block))
            named.setWordWrap(False)
            both = QWidget()
            both.setLayout(Flow(sample, named, spacing=5))
            self.legend.addWidget(both)

    def show_lines(self, about: str, lines: Lines, any_told: bool) -> None:
        """Show the sentence above and the table; with nothing told, the sentence alone."""
        self.lines = lines if any_told else ()
        self.about.setText(about)
        self._said.hide()
        told = (*self.charts, *self._captions, *self.legend.widgets(), self.looked, self._ways)
        for one in told:
            one.setVisible(any_told)
        self._show_table(self._open.isChecked())

    def copy(self) -> None:
        """Put the table on the clipboard as plain text with commas."""
        editor = PlainEditor(self.name)  # its copies ask clipboard histories not to keep them
        editor.setPlainText(as_text(self.lines))
        editor.selectAll()
        editor.copy()
        editor.deleteLater()
        self._said.setText(self.tr("Copied. This copy is not locked, and is soon forgotten here."))
        self._said.show()
        announce(self, self._said.text())

    def _show_table(self, is_open: bool) -> None:
        self.table.setVisible(is_open and bool(self.lines))
        if is_open and self.lines:
            self.table.show_lines(self.lines)


def as_text(lines: Lines) -> str:
    """Return a table as lines with commas, quoted where a comma stands in a cell."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(lines)
    return text.getvalue()


def _sample(block: Block) -> QPixmap:
    side = scaled(_SIDE)
    result = QPixmap(side * 2, side * 2)
    result.setDevicePixelRatio(2)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    block(painter, QRectF(1, 1, side - 2, side - 2))
    painter.end()
    return result
