"""Hold a practice meeting up to its third reader, say so, and go on until somebody kills it."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from familysupport.app import make_application
from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.context import AppContext
from familysupport.paths import Paths, resources
from familysupport.rehearse.meeting import Stage
from familysupport.session import open_session
from familysupport.settings import Settings
from familysupport.ui.rehearse.meeting_page import MeetingPage
from familysupport.ui.rehearse.prompt import Prompt
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.ways import Way
from familysupport.vault.vault import Vault

KEY = bytes(range(32))


class SteppedClock(Clock):
    """Goes on only when it is told to."""

    seconds = 0.0

    def now(self) -> datetime:
        return datetime.fromisoformat("2026-11-23T18:42:00+01:00")

    def ticks(self) -> float:
        return self.seconds


def main(folder: Path, seed: int) -> None:
    app = make_application()
    clock = SteppedClock()
    session = open_session(Vault.open(folder, KEY).db, clock)
    data = folder.parent
    paths = Paths(data, data / "settings", data / "log")
    context = AppContext(Settings, Library(resources() / "content", "en"), clock, paths)
    tab = RehearseTab(session, context)
    tab.show()
    tab.refresh()
    tab.show_way(Way.MEETING)
    page = tab.findChild(MeetingPage)
    page.begin(seed)
    reader = page.findChild(Reader)
    for _ in range(2):
        QTest.keyClick(page.findChild(Prompt), Qt.Key.Key_Space)
        while page.currentWidget() is reader:
            clock.seconds += 0.4
            reader._move()
    QTest.keyClick(page.findChild(Prompt), Qt.Key.Key_Space)
    assert page._meeting is not None
    assert page._meeting.state.stage is Stage.READING
    sys.stdout.write("reading\n")
    sys.stdout.flush()
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
