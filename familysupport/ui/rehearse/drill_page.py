"""Emergency drills: choose one, meet each moment, see afterwards what kept everyone safe."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from familysupport.clock import Clock
from familysupport.rehearse.drill import Act, Drill, Run
from familysupport.rehearse.loved import Who, fill
from familysupport.rehearse.model import Met, Mode, TalkRecord
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.kit.front import FrontStack
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    announce,
    body,
    button,
    chip,
    empty,
    heading,
    label,
    muted,
    row,
    title,
)
from familysupport.ui.rehearse.reply_button import ReplyButton

_KEYS = 9


class DrillPage(FrontStack):
    """Leads through a drill; what is not safe says why, and one chooses again."""

    changed = Signal()

    def __init__(
        self, drills: tuple[Drill, ...], store: RehearseStore, clock: Clock, who: Who
    ) -> None:
        super().__init__()
        self._drills = drills
        self._store = store
        self._clock = clock
        self._who = who
        self._run: Run | None = None
        self._began = clock.now()
        self._began_ticks = 0.0
        self._buttons: list[ReplyButton] = []
        self._start = self._make_start()
        self._middle = Page()
        self._title = title("")
        self._where = muted("")
        self._seen = body("")
        self._why = label("", "trouble")
        self._acts = QVBoxLayout()
        self._acts.setSpacing(8)
        self._lay_out_middle()
        self._end = Page()
        for page in (self._start, self._middle, self._end):
            self.addWidget(page)

    def set_who(self, who: Who) -> None:
        """Take over with whom one practises; a drill under way goes on as it began."""
        if not self.under_way:
            self._who = who

    @property
    def under_way(self) -> bool:
        """Tell whether a drill goes on."""
        return self.currentWidget() is self._middle

    def begin(self, drill: Drill) -> None:
        """Begin a drill at its first moment."""
        self._run = Run(drill)
        self._began, self._began_ticks = self._clock.now(), self._clock.ticks()
        self._title.setText(drill.name)
        self.setCurrentWidget(self._middle)
        self._show_moment("")

    def stop(self) -> None:
        """End the drill at once; nothing of it is kept."""
        self._run = None
        self.setCurrentWidget(self._start)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number does that, Escape stops."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape and self.under_way:
            self.stop()
        elif self.under_way and 0 <= number < min(len(self._buttons), _KEYS):
            self._buttons[number].click()
        else:
            super().keyPressEvent(event)

    def _show_moment(self, why: str) -> None:
        run = self._run
        if run is None:
            return
        self._where.setText(
            self.tr("Moment {number} of {most}").format(
                number=run.place + 1, most=len(run.drill.moment)
            )
        )
        seen = fill(run.moment.seen, self._who)
        self._seen.setText(seen)
        self._why.setText(why)
        self._why.setVisible(bool(why))
        announce(self._seen, why or seen)
        self._offer([act for act in run.moment.act if act not in run.tries[-1]])
        self._middle.verticalScrollBar().setValue(0)

    def _offer(self, acts: list[Act]) -> None:
        empty(self._acts)
        self._buttons = []
        for number, act in enumerate(acts, 1):
            one = ReplyButton(number, fill(act.text, self._who))
            one.clicked.connect(partial(self._do, act))
            self._acts.addWidget(one)
            one.show()  # at once, or it could not be given the focus
            self._buttons.append(one)
        self._buttons[0].setFocus()

    def _do(self, act: Act) -> None:
        run = self._run
        if run is None:
            return
        run.act(act)
        if run.over:
            self._finish(run)
        else:
            self._show_moment("" if act.safe else fill(act.why, self._who))

    def _finish(self, run: Run) -> None:
        self._store.save_talk(
            TalkRecord(
                id=0,
                began_at=self._began,
                seconds=round(self._clock.ticks() - self._began_ticks, 1),
                mode=Mode.DRILL,
                kind=run.drill.id,
                outcome="practised",
                met=tuple(
                    Met(f"{run.drill.id}.{number}", at_once)
                    for number, at_once in enumerate(run.at_once(), 1)
                ),
            )
        )
        self._run = None
        self._show_end(run)
        self.changed.emit()

    def _show_end(self, run: Run) -> None:
        empty(self._end.body)
        self._end.body.addWidget(title(self.tr("You went through it")))
        self._end.body.addWidget(body(self.tr("Only what keeps everyone alive counts here.")))
        for moment, at_once in zip(run.drill.moment, run.at_once(), strict=True):
            card = Card()
            card.body.addWidget(muted(fill(moment.seen, self._who)))
            card.body.addWidget(label(fill(moment.safe_act.text, self._who), "strong"))
            card.body.addWidget(body(fill(moment.safe_act.why, self._who)))
            word = self.tr("at once") if at_once else self.tr("to remember")
            card.body.addLayout(row(chip(word, "done" if at_once else "attention"), 1))
            self._end.body.addWidget(card)
        again = button(self.tr("Go through it again"), "play", "primary")
        again.clicked.connect(lambda: self.begin(run.drill))
        others = button(self.tr("Other drills"))
        others.clicked.connect(self.stop)
        self._end.body.addLayout(row(again, others, 1))
        self._end.body.addStretch(1)
        self.setCurrentWidget(self._end)
        self._end.verticalScrollBar().setValue(0)
        again.setFocus()

    def _make_start(self) -> Page:
        page = Page()
        page.body.addWidget(title(self.tr("Emergency drills")))
        page.body.addWidget(
            body(
                self.tr(
                    "Short practice for the moments that everybody fears. Hands remember what they"
                    " did before. You can stop at any time with Escape."
                )
            )
        )
        page.body.addWidget(label(self.tr("Is it happening now? Press F12."), "strong"))
        for drill in self._drills:
            card = Card()
            card.body.addWidget(heading(drill.name))
            card.body.addWidget(body(drill.about))
            card.body.addWidget(muted(self.tr("To know before: {note}").format(note=drill.note)))
            begin = button(self.tr("Begin"), "play")
            begin.setAccessibleName(self.tr("Begin: {name}").format(name=drill.name))
            begin.clicked.connect(partial(self.begin, drill))
            card.body.addLayout(row(begin, 1))
            page.body.addWidget(card)
        page.body.addStretch(1)
        return page

    def _lay_out_middle(self) -> None:
        stop = button(self.tr("Stop"), "stop")
        stop.setToolTip(self.tr("Escape"))
        stop.clicked.connect(self.stop)
        banner = chip(self.tr("Practice"), "attention")
        self._middle.body.addLayout(row(banner, 1, stop))
        self._middle.body.addWidget(self._title)
        self._middle.body.addWidget(self._where)
        scene = Card("soft")
        scene.body.addWidget(self._seen)
        self._middle.body.addWidget(scene)
        self._middle.body.addWidget(self._why)
        what = Card()
        what.body.addWidget(heading(self.tr("What do you do?")))
        what.body.addLayout(self._acts)
        self._middle.body.addWidget(what)
        self._middle.body.addWidget(
            muted(self.tr("This is practice. Is it happening now? Press F12."))
        )
        self._middle.body.addStretch(1)
