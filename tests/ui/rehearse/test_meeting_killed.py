"""A practice meeting whose program is killed goes on with the same reader."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from familysupport.content.library import Library
from familysupport.context import AppContext
from familysupport.paths import resources
from familysupport.prepare.model import Person
from familysupport.rehearse.meeting import Meeting, Stage, begin
from familysupport.rehearse.model import Look
from familysupport.rehearse.pack import read_pack
from familysupport.rehearse.prepared import Moment, Prepared
from familysupport.session import Session, open_session
from familysupport.statements.model import Statement
from familysupport.ui.rehearse.meeting_page import MeetingPage
from familysupport.ui.rehearse.prompt import Prompt
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.ways import Way
from familysupport.vault.vault import Vault

ROOT = Path(__file__).parents[3]
KEY = bytes(range(32))
NAMES = ("Anna", "Dad", "Rose", "Ben")


def plan(session: Session, clock: Any) -> None:
    """Fill the vault with four readers, their letters, and a meeting that may begin at once."""
    session.rehearse.keep_look(Look(countdown=0))
    session.rehearse.keep_prepared(Prepared(Moment.BEFORE, clock.now(), (None,) * 4))
    for number, name in enumerate(NAMES, 1):
        session.people.save(Person(name=name, order=number))
        text = f"Kim, this is {name} and I love you. " + "I want you to live. " * 4
        session.statements.save(Statement(author=name, addressee="Kim", text=text))


def calm_seed() -> int:
    """Return a meeting that nobody breaks into before its third letter, and no early yes ends."""
    pack = read_pack(Library(resources() / "content", "en"))
    for seed in range(3000):
        one = Meeting(pack, begin(pack, seed, (1, 2, 3, 4), ()))
        while one.state.stage is Stage.READY and one.state.turn < 3:
            one.ready()
            if one.breaks_in_at() is not None:
                break
            if one.state.turn == 2:
                return seed
            one.letter_read(9.0)
    raise AssertionError("no meeting is calm")


def test_a_meeting_killed_half_way_by_the_system_goes_on_with_the_same_reader(
    vault: Vault, context: AppContext, dressed: Any, qtbot: Any, clock: Any
) -> None:
    plan(open_session(vault.db, clock), clock)
    folder = vault.folder
    vault.close()
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "PYTHONPATH": str(ROOT),
    }
    script = Path(__file__).with_name("reading_to_death.py")
    process = subprocess.Popen(
        [sys.executable, str(script), str(folder), str(calm_seed())],
        stdout=subprocess.PIPE,
        env=surroundings,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == b"reading\n"
    finally:
        process.kill()
        process.communicate()
    assert process.returncode != 0

    opened = Vault.open(folder, KEY)
    session = open_session(opened.db, clock)
    kept = session.rehearse.meeting()
    assert kept is not None
    assert (kept.stage, kept.turn, kept.read) == (Stage.READING, 2, (1, 2))
    tab = RehearseTab(session, context)
    qtbot.addWidget(tab)
    tab.show()
    tab.refresh()
    tab.show_way(Way.MEETING)
    prompt = tab.findChild(MeetingPage).findChild(Prompt)
    assert "Go on with Rose" in _shown(prompt)
    qtbot.keyClick(prompt, Qt.Key.Key_Space)
    assert "Now: Rose" in _shown(prompt)
    assert "Next: Ben" in _shown(prompt)
    assert [len(session.rehearse.readings(one)) for one in (1, 2, 3)] == [1, 1, 0]
    tab.flush()
    opened.close()


def _shown(prompt: Prompt) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in prompt.findChildren(QLabel))
