"""Entries on paper, by themselves or as a search found them."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from familysupport.documents.plain import to_text
from familysupport.journal.model import Entry, Kind, Mood
from familysupport.journal.pages import entries_page
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.entries import SearchField
from familysupport.ui.journal.paper import about_words, sheet
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.preview import Choices
from familysupport.ui.kit.printing import save_pdf

DAY = datetime.fromisoformat("2026-03-14T09:05:00+01:00")


def press(qtbot: Any, tab: JournalTab, words: str) -> None:
    found = [b for b in tab.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.keyClick(found[0], Qt.Key.Key_Space)


def printed(qtbot: Any, tab: JournalTab, words: str) -> str:
    """Press a button that prints, and return the words of the sheet it shows."""
    told: list[str] = []

    def look() -> None:
        dialog: Any = QApplication.activeModalWidget()
        told.append(to_text(dialog.sheet().content))
        dialog.reject()

    QApplication.processEvents()
    QTimer.singleShot(0, look)
    press(qtbot, tab, words)
    return told[0]


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_every_word_and_the_day_stand_on_paper(tmp_path: Path, dressed: Any, paper: Any) -> None:
    entries = [
        Entry(
            2, DAY.replace(month=5), Kind.VISIT, Mood.GOOD, "May", "He laughed.\n\nTwice.", ("D",)
        ),
        Entry(1, DAY, text="A quiet Saturday."),
    ]
    path = tmp_path / "pages.pdf"
    save_pdf(sheet(entries, Choices(paper)), path)
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    words = " ".join(told.stdout.decode().split())
    order = ["A quiet Saturday.", "May", "A visit · good · D", "He laughed.", "Twice."]
    places = [words.index(part) for part in order]
    assert places == sorted(places)


def test_what_is_told_about_an_entry_leaves_out_what_is_not_there() -> None:
    plain = about_words(Entry(1, DAY))
    assert "2026" in plain
    assert plain.count("·") == 1


def test_an_entry_with_no_words_is_still_a_page() -> None:
    assert entries_page([Entry(1, DAY)], "", about_words).blocks


def test_the_open_entry_is_printed_with_what_was_just_typed(
    open_tab: Any, qtbot: Any, write: Any
) -> None:
    write("He rang.")
    tab = open_tab()
    qtbot.keyClicks(tab._editor._text, "New: ")
    assert "New: He rang." in printed(qtbot, tab, "Print…")


def test_all_that_a_search_found_is_printed_and_nothing_else(
    open_tab: Any, qtbot: Any, write: Any
) -> None:
    write("a walk", 1)
    write("a walk in the rain", 2, kind=Kind.VISIT)
    write("nothing", 3)
    tab = open_tab()
    field = tab.findChild(SearchField)
    qtbot.keyClicks(field, "walk")
    told = printed(qtbot, tab, "Print what was found…")
    assert "a walk in the rain" in told
    assert "nothing" not in told
    qtbot.keyClicks(field, " kind:visit")
    assert printed(qtbot, tab, "Print what was found…").count("a walk") == 1


def test_what_was_deleted_over_30_days_ago_is_gone_when_the_journal_opens(
    open_tab: Any, write: Any, store: JournalStore, clock: Any, monkeypatch: Any
) -> None:
    old, young = write("old", 1), write("young", 2)
    now = clock.now()
    monkeypatch.setattr(type(clock), "now", lambda _self: now - timedelta(days=31))
    store.delete(old.id)
    monkeypatch.setattr(type(clock), "now", lambda _self: now)
    store.delete(young.id)
    open_tab()
    store.restore(old.id)
    store.restore(young.id)
    assert [entry.text for entry in store.entries()] == ["young"]
