"""A practice talk under way: what was said, and what to say next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from familysupport.rehearse.feedback import harmful_running
from familysupport.rehearse.loved import Who, fill
from familysupport.rehearse.mood import Code
from familysupport.rehearse.roleplay import Said, Talk
from familysupport.rehearse.scenario import Reaction, Reply
from familysupport.ui.kit.flow import headed
from familysupport.ui.kit.widgets import (
    Card,
    Page,
    announce,
    body,
    button,
    empty,
    heading,
    label,
    muted,
)
from familysupport.ui.kit.widgets import row as across
from familysupport.ui.kit.widgets import title as big
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.rehearse.reply_button import ReplyButton
from familysupport.ui.rehearse.talk_words import did_words, look_words, practice_only

_LONGEST = 600
Rate = Callable[[str], tuple[Code, ...]]


class TalkView(QWidget):
    """Shows the talk as it goes; numbers choose, Escape stops, F1 gives a hint."""

    ended = Signal()
    pause_asked = Signal()
    heard = Signal(str)
    silenced = Signal()

    def __init__(self, rate: Rate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = rate
        self._talk: Talk | None = None
        self._who = Who()
        self._once = False
        self._latest: QLabel | None = None
        self._title = big("")
        self._about = muted("")
        self._page = Page()
        self._page.body.setSpacing(6)
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self._ask = Card()
        self._hint = muted("")
        self._choices = QVBoxLayout()
        self._choices.setSpacing(8)
        self._own = QLineEdit()
        self._own.setMaxLength(_LONGEST)
        self._own.setInputMethodHints(UNLEARNED)
        self._own.setPlaceholderText(self.tr("Say it in your own words …"))
        self._own.setAccessibleName(self.tr("Your own words"))
        self._own.returnPressed.connect(self._say_own)
        self._own.textChanged.connect(self._say_if_full)
        self._beside = muted("")
        self._beside.hide()
        self._stop = button(self.tr("Stop"), "stop")
        self._stop.setToolTip(self.tr("Escape"))
        self._stop.clicked.connect(self.stop)
        self._minute = button(self.tr("I need a minute"), "pause")
        self._minute.clicked.connect(self.pause_asked)
        self._help = button(self.tr("A hint"), kind="link")
        self._help.clicked.connect(self._give_hint)
        self._buttons: list[ReplyButton] = []
        self._lay_out()
        self._page.verticalScrollBar().rangeChanged.connect(self._scroll_down)

    @property
    def under_way(self) -> bool:
        """Tell whether a talk goes on."""
        return self._talk is not None and not self._talk.over

    def begin(self, talk: Talk, what: str, who: Who) -> None:
        """Show a talk from its first line, or from where it stands."""
        self._talk, self._who = talk, who
        self._once = False
        self._latest = None
        self._title.setText(what)
        empty(self._said)
        self._show_turn()

    def stop(self) -> None:
        """End the talk at once."""
        self.silenced.emit()
        if self._talk is not None and not self._talk.over:
            self._talk.stop()
            self.ended.emit()

    def only_this_turn(self) -> None:
        """End after one more answer: a turn that is taken again."""
        self._once = True

    def focus_first(self) -> None:
        """Go to the first thing to say."""
        if self._buttons:
            self._buttons[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A number says that line, Escape stops, F1 gives a hint."""
        number = event.key() - Qt.Key.Key_1
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
        elif event.key() == Qt.Key.Key_F1:
            self._give_hint()
        elif 0 <= number < len(self._buttons):
            self._buttons[number].click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing more be spoken when nobody looks."""
        super().hideEvent(event)
        self.silenced.emit()

    def _show_turn(self) -> None:
        talk = self._talk
        if talk is None:
            return
        self._about.setText(
            self.tr("Turn {turn} of at most {most}").format(
                turn=len(talk.exchanges) + 1, most=max(talk.turns + 2, len(talk.exchanges) + 1)
            )
            if not talk.setup.only
            else self.tr("Turn {turn} of {most}").format(
                turn=len(talk.exchanges) + 1, most=talk.turns
            )
        )
        self._add_line(talk.reaction)
        self._hint.setVisible(harmful_running(talk.exchanges))
        self._hint.setText(self._hint_words(talk))
        self._offer(talk.replies)
        self._own.clear()
        if talk.exchanges and talk.exchanges[-1].said.own_words:
            self._own.setFocus()  # who writes goes on writing
        else:
            self.focus_first()

    def _add_line(self, reaction: Reaction) -> None:
        talk = self._talk
        look = look_words(talk.mood) if talk else ""
        who = self.tr("{name} · {look}").format(name=self._who.name, look=look)
        parts = (reaction.seen, _quoted(reaction.says))
        words = self._filled(" ".join(part for part in parts if part))
        self._latest = label(who, "small")
        self._said.addWidget(self._latest)
        self._said.addWidget(_bubble(words, "true"))
        announce(self._page, f"{who}: {words}")
        self.heard.emit(self._filled(reaction.says))

    def _offer(self, replies: tuple[Reply, ...]) -> None:
        empty(self._choices)
        self._buttons = []
        for number, reply in enumerate(replies, 1):
            one = ReplyButton(number, self._filled(reply.text))
            one.clicked.connect(partial(self._choose, reply))
            self._choices.addWidget(one)
            one.show()  # at once, or it could not be given the focus
            self._buttons.append(one)
        before: QWidget = self._minute
        for one in self._buttons:
            QWidget.setTabOrder(before, one)
            before = one
        QWidget.setTabOrder(before, self._own)

    def _choose(self, reply: Reply) -> None:
        self._answer(Said(self._filled(reply.text), reply.does))

    def _say_own(self) -> None:
        words = self._own.text().strip()
        if words:
            self._answer(Said(words, self._rate(words), own_words=True))
        else:
            self._tell(self.tr("Nothing is written yet. A word is enough, or choose a line above."))

    def _say_if_full(self, words: str) -> None:
        full = self.tr("That is all that fits. A few words are often enough.")
        self._tell(full if len(words) >= _LONGEST else "")

    def _tell(self, words: str) -> None:
        self._beside.setText(words)
        self._beside.setVisible(bool(words))
        if words:
            announce(self._beside, words)

    def _answer(self, said: Said) -> None:
        talk = self._talk
        if talk is None or talk.over:
            return
        self.silenced.emit()
        talk.answer(said)
        self._said.addWidget(label(self.tr("You"), "small"), 0, Qt.AlignmentFlag.AlignRight)
        self._said.addWidget(_bubble(said.text, "soft", right=True))
        if talk.over or self._once:
            talk.stop()
            self.ended.emit()
        else:
            self._show_turn()

    def _give_hint(self) -> None:
        if self._talk is not None and not self._talk.over:
            self._hint.setText(self._hint_words(self._talk))
            self._hint.show()
            announce(self._hint, self._hint.text())

    def _hint_words(self, talk: Talk) -> str:
        best = next(reply for reply in talk.reaction.reply if reply.quality == "best")
        return self.tr("What helps here: {did}. A slow breath first is never wrong.").format(
            did=did_words(best.does)
        )

    def _filled(self, words: str) -> str:
        return fill(words, self._who)

    def _scroll_down(self) -> None:
        """Show the latest line and what can be said, with as much before them as fits."""
        bar, inner = self._page.verticalScrollBar(), self._page.widget()
        if self._latest is not None and inner is not None:
            latest = self._latest.mapTo(inner, QPoint(0, 0)).y()
            bar.setValue(min(bar.maximum(), latest))

    def _lay_out(self) -> None:
        self._ask.body.addWidget(heading(self.tr("What do you say?")))
        self._ask.body.addWidget(self._hint)
        self._ask.body.addLayout(self._choices)
        self._ask.body.addWidget(self._own)
        self._ask.body.addWidget(self._beside)
        self._ask.body.addLayout(across(self._help, 1))
        names = QVBoxLayout()
        names.addWidget(self._title)
        names.addWidget(self._about)
        top = headed(names, self._minute, self._stop)
        self._page.body.addLayout(self._said)
        self._page.body.addSpacing(10)
        self._page.body.addWidget(self._ask)
        self._page.body.addWidget(muted(practice_only()))
        self._page.body.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 20, 0, 0)
        top.setContentsMargins(30, 0, 30, 0)
        layout.addLayout(top)
        layout.addWidget(self._page, 1)


def _bubble(words: str, look: str, right: bool = False) -> QWidget:
    whole = QWidget()
    line = QHBoxLayout(whole)
    line.setContentsMargins(0, 0, 0, 4)
    card = Card(look)
    card.body.setContentsMargins(16, 10, 16, 10)
    card.body.addWidget(body(words))
    if right:
        line.addStretch(1)
    line.addWidget(card, 3)
    if not right:
        line.addStretch(1)
    return whole


def _quoted(words: str) -> str:
    pattern = QCoreApplication.translate("RehearseTalk", "“{words}”")
    return pattern.replace("{words}", words) if words else ""
