"""A tab with a microphone and a loudspeaker in hand, and a letter to read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from stand_ins import FedMicrophone, WatchedSpeaker, loud

from familysupport.context import AppContext
from familysupport.rehearse.model import Look
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.rehearse.listen import ListenPage
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.view import ReadingView

TEXT = "I love you and I miss you. I was there in March. Will you come with me today?"
KEEP, DECIDE = "Record and keep it", "Record, and decide afterwards"
SPACE, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Escape


class Room:
    """A tab with a microphone and a loudspeaker in hand."""

    def __init__(self, session: Session, context: AppContext, qtbot: Any, clock: Any) -> None:
        self.session, self.context, self.qtbot, self.clock = session, context, qtbot, clock
        self.microphone, self.speaker = FedMicrophone(), WatchedSpeaker()
        session.rehearse.keep_look(Look(countdown=0))
        self.letter = session.statements.save(Statement(author="Anna", text=TEXT))
        self.open()

    def open(self) -> None:
        self.tab = RehearseTab(self.session, self.context, self.microphone, self.speaker)
        self.qtbot.addWidget(self.tab)
        self.tab.resize(1200, 760)
        self.tab.show()
        self.tab.refresh()
        self.tab.read_statement(self.letter.id)
        self.reader = self.tab.findChild(Reader)
        self.view = self.reader.findChild(ReadingView)

    def press(self, words: str) -> None:
        QApplication.processEvents()
        fitting = [
            one
            for one in self.tab.findChildren(QPushButton)
            if one.isVisible() and words in (one.text(), one.accessibleName())
        ]
        assert fitting, words
        self.qtbot.keyClick(fitting[0], SPACE)

    def shown(self) -> str:
        QApplication.processEvents()
        kinds: tuple[type[QWidget], ...] = (QLabel, QPushButton)
        found = [one for kind in kinds for one in self.tab.findChildren(kind)]
        return "\n".join(one.text() for one in found if one.isVisible())

    def key(self, which: Qt.Key) -> None:
        self.qtbot.keyClick(self.view, which)

    def hear(self, seconds: float, samples: bytes = b"") -> None:
        """Let the clock go on while the microphone hears, a fifth of a second at a time."""
        for _ in range(round(seconds * 5)):
            self.clock.seconds += 0.2
            self.microphone.hear(samples or loud(0.2))
            self.reader._move()

    def agree(self, words: str) -> None:
        self.press("Record my voice")
        self.press(words)

    def kept(self) -> list[Any]:
        return self.session.recordings.recordings(self.letter.id)


def page_listen(page: ListenPage) -> str:
    """Return what the button of the latest recording says to a screen reader."""
    QApplication.processEvents()
    names = [one.accessibleName() for one in page.findChildren(QPushButton)]
    return next(one for one in names if one.startswith("Listen: "))
