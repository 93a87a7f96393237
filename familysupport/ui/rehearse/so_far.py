"""Your practice so far: what was met, how calm and ready one felt, and each practice by itself."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.rehearse.drill import Drill
from familysupport.rehearse.model import Mode, TalkRecord
from familysupport.rehearse.prepared import now_of
from familysupport.rehearse.progress import minutes, reactions_met, runs
from familysupport.rehearse.roleplay import Outcome
from familysupport.rehearse.scenario import Pack
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.table import WordTable
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    body,
    button,
    empty,
    heading,
    label,
    muted,
    row,
    title,
)
from familysupport.ui.rehearse.calm_chart import CalmChart
from familysupport.ui.rehearse.ready_card import ReadyCard
from familysupport.ui.rehearse.talk_words import end_words, practice_only

_SHOWN = 20


class SoFarPage(Page):
    """Shows what the vault holds of the practices, and lets each be deleted and brought back."""

    def __init__(self, pack: Pack, drills: Sequence[Drill], store: RehearseStore) -> None:
        super().__init__()
        self._pack = pack
        self._drills = {one.id: one.name for one in drills}
        self._store = store
        self._about = body("")
        self._chart_card = Card()
        self._chart = CalmChart()
        self._felt = WordTable(self.tr("How calm and how ready, after each practice"))
        self.ready = ReadyCard()
        self._met_card = Card()
        self._met = WordTable(self.tr("Reactions you met"))
        self._list = QVBoxLayout()
        self._list.setSpacing(12)
        self._undo = UndoBar()
        self._opened = 0
        self._day_is_over = False
        self._lay_out()

    def refresh(self, day_is_over: bool = False) -> None:
        """Read what was practised afresh."""
        talks = self._store.talks()
        self._day_is_over = day_is_over
        self.ready.show_told(self._store.prepared(), now_of(runs(talks), day_is_over))
        self._about.setText(self._in_short(talks))
        self._show_felt(talks)
        self._show_met(talks)
        empty(self._list)
        for talk in talks[:_SHOWN]:
            self._list.addWidget(self._card(talk))

    def _in_short(self, talks: list[TalkRecord]) -> str:
        if not talks:
            return self.tr("Nothing has been practiced yet. It begins on the left.")
        if len(talks) == 1:
            words = self.tr("One practice. Minutes in all, about: {minutes}.")
        else:
            words = self.tr("{count} practices. Minutes in all, about: {minutes}.")
        return words.format(count=len(talks), minutes=minutes(talks))

    def _show_felt(self, talks: list[TalkRecord]) -> None:
        told = [one for one in talks if one.calm_after is not None or one.ready_after is not None]
        told = told[:_SHOWN]
        self._chart_card.setVisible(bool(told))
        self._chart.show_lines(
            [one.calm_after for one in reversed(told)], [one.ready_after for one in reversed(told)]
        )
        self._chart.setAccessibleName(self.tr("How calm, how ready: the table says the same"))
        self._felt.show_lines(
            [
                (self.tr("When"), self.tr("Calm"), self.tr("Ready")),
                *(
                    (short_time(one.began_at), _number(one.calm_after), _number(one.ready_after))
                    for one in told
                ),
            ]
        )

    def _show_met(self, talks: list[TalkRecord]) -> None:
        counts = [one for one in reactions_met(talks) if one.kind in self._pack.kinds]
        self._met_card.setVisible(bool(counts))
        self._met.show_lines(
            [
                (
                    self.tr("Reaction"),
                    self.tr("Met"),
                    self.tr("Your words helped"),
                    self.tr("Not rated"),
                ),
                *(
                    (
                        self._pack.kinds[one.kind].name,
                        str(one.met),
                        str(one.held) if one.held or one.unrated < one.met else "–",
                        str(one.unrated) if one.unrated else "–",
                    )
                    for one in counts
                ),
            ]
        )

    def _card(self, talk: TalkRecord) -> Card:
        card = Card()
        card.body.addWidget(label(self._what(talk), "strong"))
        ending = end_words(Outcome(talk.outcome), self.tr("The other"))
        told = short_time(talk.began_at)
        if talk.mode in (Mode.TALK, Mode.MEETING):
            told = self.tr("{when} · {ending}").format(when=told, ending=ending)
        card.body.addWidget(muted(told))
        for name, line in (
            (self.tr("To keep: “{line}”"), talk.keep_line),
            (self.tr("To change: “{line}”"), talk.change_line),
        ):
            if line:
                card.body.addWidget(body(name.replace("{line}", line)))
        if talk.words and self._opened == talk.id:
            card.body.addWidget(body(talk.words))
        delete = button(self.tr("Delete"), "trash", "quiet")
        delete.setAccessibleName(self.tr("Delete: {what}").format(what=self._what(talk)))
        delete.clicked.connect(partial(self._delete, talk.id))
        buttons: list[QWidget | int] = [delete, 1]
        if talk.words and self._opened != talk.id:
            read = button(self.tr("Read what was said"), kind="link")
            read.clicked.connect(partial(self._open, talk.id))
            buttons.insert(0, read)
        card.body.addLayout(row(*buttons))
        return card

    def _what(self, talk: TalkRecord) -> str:
        if talk.mode is Mode.DRILL:
            return self.tr("Drill: {name}").format(name=self._drills.get(talk.kind, talk.kind))
        if talk.mode is Mode.MOMENT and talk.kind in self._pack.kinds:
            return self.tr("One hard moment: {name}").format(name=self._pack.kinds[talk.kind].name)
        if talk.mode is Mode.MEETING:
            return self.tr("The whole meeting")
        return self.tr("Talk it through")

    def _open(self, talk_id: int) -> None:
        self._opened = talk_id
        self.refresh(self._day_is_over)

    def _delete(self, talk_id: int) -> None:
        self._store.delete_talk(talk_id)
        self.refresh(self._day_is_over)
        self._undo.offer(
            self.tr("The practice was deleted. It can be brought back."),
            partial(self._bring_back, talk_id),
        )

    def _bring_back(self, talk_id: int) -> None:
        self._store.restore_talk(talk_id)
        self.refresh(self._day_is_over)

    def _lay_out(self) -> None:
        self.body.addWidget(title(self.tr("Your practice so far")))
        self.body.addWidget(self._about)
        self.body.addWidget(self._undo)
        self._chart_card.body.addWidget(heading(self.tr("How calm, how ready")))
        self._chart_card.body.addWidget(
            muted(
                self.tr("From 0 to 10, after each practice. Full line: calm. Dashed line: ready.")
            )
        )
        self._chart_card.body.addWidget(self._chart)
        self._chart_card.body.addWidget(self._felt)
        self._met_card.body.addWidget(heading(self.tr("Reactions you met")))
        self._met_card.body.addWidget(self._met)
        self.body.addWidget(self._chart_card)
        self.body.addWidget(self.ready)
        self.body.addWidget(self._met_card)
        self.body.addLayout(self._list)
        self.body.addWidget(muted(practice_only()))
        self.body.addStretch(1)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft)


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)
