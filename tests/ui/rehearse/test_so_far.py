"""What was practised can be seen, read, deleted and brought back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from familysupport.rehearse.model import Met, Mode, TalkRecord
from familysupport.rehearse.store import RehearseStore
from familysupport.ui.kit.table import WordTable
from familysupport.ui.rehearse.so_far import SoFarPage
from familysupport.ui.rehearse.ways import Way


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def press(qtbot: Any, page: QWidget, name: str) -> None:
    QApplication.processEvents()
    found = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    one = next(b for b in found if b.accessibleName() == name)
    qtbot.keyClick(one, Qt.Key.Key_Space)


@pytest.fixture
def open_page(open_tab: Any) -> Iterator[Any]:
    tabs = []

    def make() -> SoFarPage:
        tab = open_tab()
        tabs.append(tab)
        tab.show_way(Way.SO_FAR)
        page: SoFarPage = tab.findChild(SoFarPage)
        return page

    yield make
    for tab in tabs:
        tab.close()


@pytest.fixture
def kept(rehearse: RehearseStore, clock: Any) -> TalkRecord:
    return rehearse.save_talk(
        TalkRecord(
            0,
            clock.now(),
            130.0,
            Mode.TALK,
            "",
            "refused",
            (Met("anger", True), Met("anger", False)),
            calm_after=6,
            ready_after=4,
            keep_line="I love {you}.",
            words="Daniel: No.\nYou: I hear you.",
        )
    )


def test_with_nothing_practised_it_says_so(open_page: Any) -> None:
    page = open_page()
    assert "Nothing has been practiced yet" in shown(page)
    assert [t for t in page.findChildren(WordTable) if t.isVisible()] == []


def test_a_practice_is_told_with_lines_counts_and_feelings(
    open_page: Any, kept: TalkRecord
) -> None:
    page = open_page()
    words = shown(page)
    assert "One practice. Minutes in all, about: 3." in words
    assert "To keep: “I love {you}.”" in words
    felt, _ready, met = page.findChildren(WordTable)
    assert felt.words()[0][1:] == ["6", "4"]
    assert met.words() == [["Anger", "2", "1", "–"]]


def test_what_was_said_is_read_when_asked_for(open_page: Any, kept: TalkRecord, qtbot: Any) -> None:
    page = open_page()
    assert "I hear you." not in shown(page)
    press(qtbot, page, "Read what was said")
    assert "I hear you." in shown(page)


def test_a_deleted_practice_comes_back(
    open_page: Any, kept: TalkRecord, qtbot: Any, rehearse: RehearseStore
) -> None:
    page = open_page()
    press(qtbot, page, "Delete: Talk it through")
    assert rehearse.talks() == []
    assert "Nothing has been practiced yet" in shown(page)
    press(qtbot, page, "Undo")
    assert rehearse.talks() == [kept]
    assert "To keep" in shown(page)
