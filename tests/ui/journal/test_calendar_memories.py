from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from familysupport.journal.model import Kind, Mood
from familysupport.session import Session
from familysupport.ui.journal.calendar_memories import Memories

YEAR = 365


def push(qtbot: Any, widget: Any, name: str) -> None:
    (found,) = [
        b for b in widget.findChildren(QPushButton) if b.accessibleName() == name and b.isVisible()
    ]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def open_memories(open_tab: Any, qtbot: Any) -> Memories:
    tab = open_tab()
    push(qtbot, tab, "Calendar")
    return tab.findChild(Memories)


def turn(qtbot: Any, memories: Memories) -> None:
    spot = QPoint(10, memories.switch.height() // 2)
    qtbot.mouseClick(memories.switch, Qt.MouseButton.LeftButton, pos=spot)


def offered(memories: Memories) -> list[str]:
    return [b.text() for b in memories.area.findChildren(QPushButton) if b.isVisible()]


def test_nothing_comes_up_until_it_is_switched_on(
    open_tab: Any, qtbot: Any, write: Any, session: Session
) -> None:
    write("Visiting day", days_ago=YEAR)
    write("Thirty days", days_ago=YEAR * 5 + 1)
    memories = open_memories(open_tab, qtbot)
    assert not memories.switch.isChecked()
    assert not memories.card.isVisible()
    turn(qtbot, memories)
    assert memories.card.isVisible()
    qtbot.waitUntil(lambda: len(offered(memories)) == 4)
    assert offered(memories) == [
        *("a year ago: Visiting day", "Not this one again"),
        *("5 years ago: Thirty days", "Not this one again"),
    ]
    assert session.finding.brings_up()
    turn(qtbot, memories)
    assert not memories.card.isVisible()
    assert not session.finding.brings_up()


def test_a_memory_opens_and_can_be_put_aside_with_a_way_back(
    open_tab: Any, qtbot: Any, write: Any, session: Session
) -> None:
    entry = write("Salt & bread", days_ago=YEAR)
    session.finding.bring_up(True)
    memories = open_memories(open_tab, qtbot)
    push(qtbot, memories.area, "Not this one again: Salt & bread")
    assert session.finding.memories() == []
    assert offered(memories) == ["Undo"]
    push(qtbot, memories.area, "Undo")
    qtbot.waitUntil(lambda: offered(memories)[:1] == ["a year ago: Salt && bread"])
    with qtbot.waitSignal(memories.entry_asked) as asked:
        push(qtbot, memories.area, "a year ago: Salt & bread, Sunday 23 November 2025")
    assert asked.args == [entry.id]


def test_hard_days_do_not_come_up(open_tab: Any, qtbot: Any, write: Any, session: Session) -> None:
    write("again", days_ago=YEAR, kind=Kind.SETBACK)
    write("dark", days_ago=YEAR + 365, mood=Mood.VERY_HARD)
    session.finding.bring_up(True)
    memories = open_memories(open_tab, qtbot)
    assert memories.switch.isChecked()
    assert not memories.card.isVisible()


def test_the_list_only_says_that_there_is_something_of_this_day(
    open_tab: Any, qtbot: Any, write: Any, session: Session
) -> None:
    write("Visiting day", days_ago=YEAR)
    write("another day")
    tab = open_tab()
    link = tab._entries.memories
    assert not link.isVisible()
    session.finding.bring_up(True)
    tab.refresh()
    assert link.isVisible()
    assert "Visiting" not in link.text()
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    memories = tab.findChild(Memories)
    assert memories.card.isVisible()
