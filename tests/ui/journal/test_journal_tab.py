from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from familysupport.journal.model import Mood
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.entries import SearchField
from familysupport.ui.journal.foot import MoreMenu
from familysupport.ui.journal.lines import LinesModel
from familysupport.ui.journal.moods import MoodChips
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.journal.tags import TagField
from familysupport.ui.journal.when import WhenField
from familysupport.ui.kit.rows import ROW, RowList
from familysupport.ui.kit.writing import PlainEditor


def press(qtbot: Any, tab: JournalTab, words: str) -> None:
    (found,) = [b for b in tab.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def choose(tab: JournalTab, words: str) -> None:
    (found,) = [one for one in tab.findChild(MoreMenu).actions() if one.text() == words]
    assert found.isVisible()
    found.trigger()


def listed(tab: JournalTab) -> list[str]:
    view = tab.findChild(RowList)
    model = view.model()
    return [model.index(row, 0).data(ROW).title for row in range(model.rowCount())]


def text_of(tab: JournalTab) -> PlainEditor:
    return tab.findChild(PlainEditor)


def search(tab: JournalTab) -> SearchField:
    return tab.findChild(SearchField)


def test_an_empty_journal_has_one_main_button_that_opens_an_entry_ready_to_type(
    open_tab: Any, qtbot: Any, store: JournalStore
) -> None:
    tab = open_tab()
    shown = [b for b in tab.findChildren(QPushButton) if b.isVisible()]
    assert [b.text() for b in shown if b.property("kind") == "primary"] == ["Write the first entry"]
    press(qtbot, tab, "Write the first entry")
    qtbot.keyClicks(text_of(tab), "He rang today")
    tab.flush()
    (entry,) = store.entries()
    assert entry.text == "He rang today"
    assert entry.at.isoformat() == "2026-11-23T18:42:00+01:00"
    assert listed(tab) == ["He rang today"]


def test_what_is_typed_saves_itself(open_tab: Any, qtbot: Any, store: JournalStore) -> None:
    tab = open_tab()
    press(qtbot, tab, "Write the first entry")
    qtbot.keyClicks(text_of(tab), "kept by itself")
    qtbot.waitUntil(lambda: store.count() == 1, timeout=2500)
    assert store.entries()[0].text == "kept by itself"


def test_a_blank_entry_is_not_kept(open_tab: Any, qtbot: Any, store: JournalStore) -> None:
    tab = open_tab()
    press(qtbot, tab, "Write the first entry")
    tab.flush()
    press(qtbot, tab, "Write today’s entry")
    tab.flush()
    assert store.count() == 0


def test_a_new_entry_stays_open_when_the_tab_comes_back_to_the_front(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    write("older")
    tab = open_tab()
    press(qtbot, tab, "Write today’s entry")
    tab.refresh()
    assert text_of(tab).toPlainText() == ""
    qtbot.keyClicks(text_of(tab), "new")
    tab.refresh()
    assert text_of(tab).toPlainText() == "new"
    assert listed(tab) == ["new", "older"]


def test_the_newest_entry_is_open_at_first_and_another_one_comes_by_key(
    open_tab: Any, qtbot: Any, write: Any
) -> None:
    write("yesterday’s words", title="Yesterday")
    write("words of the day before", days_ago=2, title="Before")
    tab = open_tab()
    assert text_of(tab).toPlainText() == "yesterday’s words"
    qtbot.keyClick(tab.findChild(RowList), Qt.Key.Key_Down)
    assert text_of(tab).toPlainText() == "words of the day before"


def test_what_was_typed_is_saved_before_another_entry_is_shown(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    first = write("one")
    write("two", days_ago=2)
    tab = open_tab()
    text_of(tab).moveCursor(text_of(tab).textCursor().MoveOperation.End)
    qtbot.keyClicks(text_of(tab), " more")
    qtbot.keyClick(tab.findChild(RowList), Qt.Key.Key_Down)
    kept = store.entry(first.id)
    assert kept
    assert kept.text == "one more"
    assert listed(tab) == ["one more", "two"]


def test_looking_at_entries_changes_nothing(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    write("one", mood=Mood.GOOD, tags=("a", "b"), title=" spaced ")
    write("two", days_ago=2)
    before = store.entries()
    tab = open_tab()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        qtbot.keyClick(tab.findChild(RowList), key)
    tab.flush()
    assert store.entries() == before


def test_search_lists_entries_with_the_hit_in_its_context(
    open_tab: Any, qtbot: Any, write: Any
) -> None:
    write("We walked round the garden twice", title="Visit")
    write("He rang from the house phone", days_ago=2, title="Call")
    tab = open_tab()
    qtbot.keyClicks(search(tab), "walki")
    assert listed(tab) == ["Visit\nWe \ue000walked\ue001 round the garden twice"]
    qtbot.keyClicks(search(tab), "xyz")
    assert listed(tab) == []
    qtbot.keyClick(search(tab), Qt.Key.Key_Escape)
    assert listed(tab) == ["Visit", "Call"]


def test_search_says_how_many_it_found(open_tab: Any, qtbot: Any, write: Any) -> None:
    write("garden")
    tab = open_tab()
    qtbot.keyClicks(search(tab), "garden")
    said = {label.text() for label in tab.findChildren(type(tab._entries._found))}
    assert any("found" in words for words in said)
    qtbot.keyClicks(search(tab), "zz")
    assert tab._entries._found.text() == "No entry is like that."


def test_a_mood_is_chosen_by_click_moved_by_arrow_and_let_go_again(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    entry = write("words")
    tab = open_tab()
    chips = {chip.text(): chip for chip in tab.findChild(MoodChips).findChildren(QRadioButton)}
    assert list(chips) == ["very hard", "hard", "mixed", "steady", "good"]

    def mood() -> Mood | None:
        tab.flush()
        kept = store.entry(entry.id)
        assert kept
        return kept.mood

    qtbot.mouseClick(chips["mixed"], Qt.MouseButton.LeftButton)
    assert mood() is Mood.MIXED
    chips["mixed"].setFocus()
    qtbot.keyClick(chips["mixed"], Qt.Key.Key_Right)
    assert mood() is Mood.STEADY
    assert chips["steady"].isChecked()
    qtbot.keyClick(chips["steady"], Qt.Key.Key_Space)
    assert mood() is None
    assert not any(chip.isChecked() for chip in chips.values())


def test_moods_are_radio_buttons_to_a_screen_reader(open_tab: Any, write: Any) -> None:
    write("words")
    tab = open_tab()
    chip = tab.findChildren(QRadioButton)[0]
    spoken = QAccessible.queryAccessibleInterface(chip)
    assert spoken.role() == QAccessible.Role.RadioButton


def test_the_moment_of_an_entry_can_be_changed_and_it_moves_in_the_list(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    first = write("one")
    write("two", days_ago=2)
    tab = open_tab()
    when = tab.findChild(WhenField).findChild(QLineEdit)
    for _ in range(3):
        qtbot.keyClick(when, Qt.Key.Key_Down)
    tab.flush()
    kept = store.entry(first.id)
    assert kept
    assert kept.at.date().isoformat() == "2026-11-19"
    assert (kept.at.hour, kept.at.minute) == (18, 42)
    assert listed(tab) == ["two", "one"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_tag_used_before_is_offered_and_taken_by_key(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    write("older", days_ago=3, tags=("Daniel", "visit"))
    entry = write("newer")
    tab = open_tab()
    field = tab.findChild(TagField)
    field.setFocus()
    qtbot.keyClicks(field, "call, dan")
    offers = field._offers
    assert offers.isVisible()
    qtbot.keyClick(offers, Qt.Key.Key_Down)
    qtbot.keyClick(offers, Qt.Key.Key_Return)
    assert field.text() == "call, Daniel, "
    tab.flush()
    kept = store.entry(entry.id)
    assert kept
    assert kept.tags == ("call", "Daniel")


def test_a_deleted_entry_comes_back_with_undo(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    write("one")
    write("two", days_ago=2)
    tab = open_tab()
    choose(tab, "Delete entry")
    assert listed(tab) == ["two"]
    assert text_of(tab).toPlainText() == "two"
    press(qtbot, tab, "Undo")
    assert listed(tab) == ["one", "two"]
    assert text_of(tab).toPlainText() == "one"


def test_the_last_entry_can_be_deleted_and_brought_back(
    open_tab: Any, qtbot: Any, write: Any, store: JournalStore
) -> None:
    write("only one")
    tab = open_tab()
    choose(tab, "Delete entry")
    assert listed(tab) == []
    assert text_of(tab).toPlainText() == ""
    press(qtbot, tab, "Undo")
    assert text_of(tab).toPlainText() == "only one"


def test_the_list_reads_entries_a_page_at_a_time(open_tab: Any, write: Any) -> None:
    for number in range(250):
        write(f"entry {number}", days_ago=number)
    tab = open_tab()
    model = tab.findChild(RowList).model()
    assert isinstance(model, LinesModel)
    assert model.rowCount() < 250
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    assert listed(tab) == [f"entry {number}" for number in range(250)]


def test_everything_that_takes_the_keyboard_has_a_spoken_name(open_tab: Any, write: Any) -> None:
    write("words")
    tab = open_tab()
    for kind in (QLineEdit, QPushButton, PlainEditor, RowList):
        for widget in tab.findChildren(kind):
            if widget.isVisible() and widget.objectName() != "qt_spinbox_lineedit":
                assert widget.accessibleName(), widget
