from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from editor_hands import choose, page, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
)

from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.about_bar import AboutBar
from familysupport.ui.journal.alone import AlonePage
from familysupport.ui.journal.editor import EntryEditor
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.rows import RowList

LONG = "He has colour in his face. " * 12


@pytest.fixture
def tab(open_tab: Any, write: Any) -> JournalTab:
    write("He was calm.", title="Visit")
    found = open_tab()
    assert isinstance(found, JournalTab)
    return found


# ------------------------------------------------------------------ only the page


def test_only_the_page_shows_by_key_and_goes_by_escape_with_all_words(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    page(tab).setFocus()
    qtbot.keyClick(page(tab), Qt.Key.Key_F11)
    alone = tab.findChild(AlonePage)
    assert alone.isVisible()
    assert alone.size() == tab.size()
    assert page(tab).hasFocus()
    words = {b.text() for b in alone.findChildren(QPushButton) if b.isVisible()}
    assert words == {"Back to the journal (Esc)", "Hide", "Lock", "Emergency"}
    qtbot.keyClicks(page(tab), "Alone. ")
    qtbot.keyClick(page(tab), Qt.Key.Key_Escape)
    assert page(tab).parentWidget() is not alone
    assert page(tab).isVisible()
    assert page(tab).hasFocus()
    tab.flush()
    assert store.entries()[0].text == "Alone. He was calm."


def test_the_lock_finds_no_page_left_over_the_window(tab: JournalTab, qtbot: Any) -> None:
    choose(tab, "Only the page")
    alone = tab.findChild(AlonePage)
    with qtbot.waitSignal(tab.lock_asked):
        press(qtbot, alone, "Lock")
    tab.flush()
    assert not alone.isVisible()
    assert tab.findChild(EntryEditor).isAncestorOf(page(tab))


def test_emergency_takes_the_place_of_the_lone_page(tab: JournalTab, qtbot: Any) -> None:
    choose(tab, "Only the page")
    alone = tab.findChild(AlonePage)
    with qtbot.waitSignal(tab.emergency_asked):
        press(qtbot, alone, "Emergency")
    tab.hide()
    assert not alone.isVisible()


# ------------------------------------------------------------------ as it was written


def test_enter_in_the_list_goes_to_the_words_of_the_entry(tab: JournalTab, qtbot: Any) -> None:
    (view,) = [one for one in tab.findChildren(RowList) if one.accessibleName() == "Entries"]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert page(tab).hasFocus()


def test_showing_an_entry_saves_nothing_and_typing_keeps_every_other_sign(
    tab: JournalTab, write: Any, qtbot: Any, store: JournalStore
) -> None:
    text = "# A\xa0day\n\n- **b\n\t> c \U0001f331\n"
    entry = write(text, days_ago=0)
    saved: list[object] = []
    tab.findChild(EntryEditor).saved.connect(saved.append)
    tab.refresh()
    tab.findChild(EntryEditor).show_entry(entry)
    tab.flush()
    assert saved == []
    qtbot.keyClicks(page(tab), "x")
    tab.flush()
    kept = store.entry(entry.id)
    assert kept
    assert kept.text == "x" + text


# ------------------------------------------------------------------ very long


def test_a_megabyte_opens_and_is_kept_as_it_was(
    open_tab: Any, write: Any, qtbot: Any, store: JournalStore
) -> None:
    text = "He has **colour** in his face.\n" * 32_000
    entry = write(text)
    tab = open_tab()
    assert page(tab).toPlainText() == text
    qtbot.keyClicks(page(tab), "x")
    tab.flush()
    kept = store.entry(entry.id)
    assert kept
    assert kept.text == "x" + text


def test_an_entry_moves_to_another_zone_only_when_its_time_is_changed(
    open_tab: Any, store: JournalStore, qtbot: Any
) -> None:
    at = datetime.fromisoformat("2026-11-20T09:15:00+09:00")
    entry = store.save(Entry(0, at, text="far away"))
    tab = open_tab()
    assert isinstance(tab.findChild(AboutBar), AboutBar)
    qtbot.keyClicks(page(tab), "x")
    tab.flush()
    kept = store.entry(entry.id)
    assert kept
    assert kept.at == at
    assert kept.at.utcoffset() == at.utcoffset()


# ------------------------------------------------------------------ by keyboard


def test_the_first_entry_is_written_and_told_about_by_keyboard_alone(
    open_tab: Any, qtbot: Any, store: JournalStore
) -> None:
    tab = open_tab()
    (begin,) = [b for b in tab.findChildren(QPushButton) if b.text() == "Write the first entry"]
    for _press in range(10):
        if begin.hasFocus():
            break
        qtbot.keyClick(tab.focusWidget() or tab, Qt.Key.Key_Tab)
    qtbot.keyClick(begin, Qt.Key.Key_Space)
    assert page(tab).hasFocus()
    qtbot.keyClicks(page(tab), "- he called")
    qtbot.keyClick(page(tab), Qt.Key.Key_Return)
    qtbot.keyClicks(page(tab), "he was calm")
    qtbot.keyClick(page(tab), Qt.Key.Key_Backtab)
    qtbot.keyClicks(tab.focusWidget(), "Daniel")
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Backtab)
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Space)
    qtbot.keyClick(tab.focusWidget(), Qt.Key.Key_Backtab)
    qtbot.keyClicks(tab.focusWidget(), "Sunday")
    tab.flush()
    (entry,) = store.entries()
    assert (entry.title, entry.tags) == ("Sunday", ("Daniel",))
    assert entry.text == "- he called\n- he was calm"
    assert entry.mood is not None
