from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from editor_hands import choose, in_dialog, page, press, rewrite, said, titles
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QRadioButton,
)

from familysupport.journal.model import Energy, Kind, Mood, Template
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.foot import MoreMenu
from familysupport.ui.journal.moods import EnergyChips
from familysupport.ui.journal.rest import SleepField
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.journal.templates import TemplatesDialog
from familysupport.ui.journal.versions import EntryVersionsDialog
from familysupport.ui.kit.difference import DifferenceView
from familysupport.ui.kit.rows import RowList

LONG = "He has colour in his face. " * 12


@pytest.fixture
def tab(open_tab: Any, write: Any) -> JournalTab:
    write("He was calm.", title="Visit")
    found = open_tab()
    assert isinstance(found, JournalTab)
    return found


# ------------------------------------------------------------------ sleep and energy


def test_sleep_and_energy_are_folded_until_they_are_wanted(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    assert tab.findChild(SleepField) is None
    press(qtbot, tab, "Sleep and energy")
    sleep = tab.findChild(SleepField)
    assert sleep.hasFocus()
    qtbot.keyClicks(sleep, "6:30")
    low = tab.findChild(EnergyChips).findChildren(QRadioButton)[1]
    qtbot.mouseClick(low, Qt.MouseButton.LeftButton)
    tab.flush()
    (entry,) = store.entries()
    assert (entry.sleep, entry.energy) == (6.5, Energy.LOW)
    press(qtbot, tab, "Sleep and energy")
    assert not sleep.isVisible()
    assert any(b.text() == "slept 6.5 h · energy: low" for b in tab.findChildren(QPushButton))


def test_sleep_can_be_untold_again(tab: JournalTab, qtbot: Any, store: JournalStore) -> None:
    press(qtbot, tab, "Sleep and energy")
    sleep = tab.findChild(SleepField)
    qtbot.keyClick(sleep, Qt.Key.Key_Up)
    tab.flush()
    assert store.entries()[0].sleep == 7.0
    sleep.selectAll()
    qtbot.keyClick(sleep, Qt.Key.Key_Backspace)
    qtbot.keyClick(sleep, Qt.Key.Key_Tab)
    tab.flush()
    assert store.entries()[0].sleep is None


@pytest.mark.parametrize("language", ["en_US", "es_ES", "de_DE"])
def test_every_half_hour_reads_back_as_it_is_shown(dressed: Any, qtbot: Any, language: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(language))
    field = SleepField()
    qtbot.addWidget(field)
    for half in range(49):
        field.set_hours(half / 2)
        assert field.hours() == half / 2
    QLocale.setDefault(before)


def test_what_an_entry_tells_is_shown_and_not_carried_to_the_next(
    open_tab: Any, write: Any, qtbot: Any, store: JournalStore
) -> None:
    write("first", sleep=8.0, energy=Energy.GOOD, mood=Mood.GOOD)
    tab = open_tab()
    assert any(b.text() == "slept 8 h · energy: good" for b in tab.findChildren(QPushButton))
    press(qtbot, tab, "Write today’s entry")
    qtbot.keyClicks(page(tab), "second")
    tab.flush()
    newest = store.entries()[0]
    assert (newest.text, newest.sleep, newest.energy, newest.mood) == ("second", None, None, None)


# ------------------------------------------------------------------ saved, counted


def test_the_state_says_when_it_was_saved(tab: JournalTab, qtbot: Any, clock: Any) -> None:
    qtbot.keyClicks(page(tab), "x")
    assert "Not saved yet" in said(tab)
    tab.flush()
    at = clock.now().astimezone()
    assert f"Saved {at.hour}:{at.minute:02}" in said(tab)
    assert "4 words" not in said(tab)
    assert "3 words" in said(tab)


# ------------------------------------------------------------------ versions


def test_how_an_entry_read_before_this_sitting_is_kept(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    entry = store.entries()[0]
    qtbot.keyClicks(page(tab), "New. ")
    tab.flush()
    assert [one.text for one in store.versions.versions(entry.id)][-1] == "He was calm."


def test_a_version_is_kept_before_much_goes_at_once(
    tab: JournalTab, store: JournalStore, clock: Any
) -> None:
    entry = store.entries()[0]
    rewrite(tab, LONG)
    rewrite(tab, "short")
    assert LONG in [one.text for one in store.versions.versions(entry.id)]


def test_a_version_comes_back_by_word_and_can_be_taken_back(
    tab: JournalTab, qtbot: Any, store: JournalStore, clock: Any
) -> None:
    entry = store.entries()[0]
    store.versions.keep(entry)
    clock.moment += timedelta(minutes=10)
    rewrite(tab, "He was very calm.")

    def look(dialog: EntryVersionsDialog) -> None:
        assert "very" in dialog.findChild(DifferenceView).toPlainText()
        versions = dialog.findChild(RowList)
        versions.setCurrentIndex(versions.model().index(versions.model().rowCount() - 1, 0))
        press(qtbot, dialog, "Bring this version back")

    in_dialog(EntryVersionsDialog, look)
    choose(tab, "Earlier versions…")
    assert page(tab).toPlainText() == "He was calm."
    assert store.entries()[0].text == "He was calm."
    newest = store.versions.versions(entry.id, limit=1)[0]
    assert newest.name.startswith("Brought back from")
    assert newest.text == "He was calm."
    press(qtbot, tab, "Undo")
    assert store.entries()[0].text == "He was very calm."


def test_a_version_can_be_named_and_a_new_entry_offers_none(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    def keep(dialog: EntryVersionsDialog) -> None:
        name = next(one for one in dialog.findChildren(QLineEdit) if "Name" in one.accessibleName())
        qtbot.keyClicks(name, "before the call")
        press(qtbot, dialog, "Keep a version now")
        assert titles(dialog.findChild(RowList)) == ["before the call"]

    in_dialog(EntryVersionsDialog, keep)
    choose(tab, "Earlier versions…")
    press(qtbot, tab, "Write today’s entry")
    shown = [one.text() for one in tab.findChild(MoreMenu).actions() if one.isVisible()]
    assert "Earlier versions…" not in shown
    assert "Delete entry" not in shown


# ------------------------------------------------------------------ templates


def test_the_text_of_an_entry_becomes_a_template_to_begin_with(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    def keep(dialog: TemplatesDialog) -> None:
        press(qtbot, dialog, "Keep the text of this entry")
        assert titles(dialog.findChild(RowList)) == ["Visit"]

    in_dialog(TemplatesDialog, keep)
    choose(tab, "Templates…")
    assert store.templates.templates() == [Template(1, "Visit", Kind.FREE, "He was calm.")]
    press(qtbot, tab, "Write today’s entry")
    press(qtbot, tab, "Visit")
    qtbot.keyClicks(page(tab), " So was I.")
    tab.flush()
    assert store.entries()[0].text == "He was calm. So was I."
    for _typed in range(2):
        page(tab).undo()
    assert page(tab).toPlainText() == ""


def test_a_template_over_written_words_begins_a_new_entry(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    store.templates.save(Template(0, "Sunday call", Kind.CALL, "Who called:"))
    in_dialog(TemplatesDialog, lambda dialog: press(qtbot, dialog, "Begin an entry with it"))
    choose(tab, "Templates…")
    tab.flush()
    assert {entry.text for entry in store.entries()} == {"He was calm.", "Who called:"}
    assert store.entries()[0].kind is Kind.CALL


def test_templates_stand_in_the_menu_those_of_this_kind_first(
    tab: JournalTab, store: JournalStore
) -> None:
    store.templates.save(Template(0, "A visit & after", Kind.VISIT, "He looked"))
    store.templates.save(Template(0, "Evening", Kind.FREE, "Today"))
    menu = tab.findChild(MoreMenu)
    menu.aboutToShow.emit()
    names = {one.text(): one.menu() for one in menu.actions() if one.menu()}
    begin = names["Begin with a template"]
    assert [one.text() for one in begin.actions()] == ["Evening", "A visit && after"]
    begin.actions()[1].trigger()
    tab.flush()
    newest = store.entries()[0]
    assert (newest.text, newest.kind) == ("He looked", Kind.VISIT)


def test_a_template_is_renamed_changed_and_deleted_with_undo(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    store.templates.save(Template(0, "Call", Kind.CALL, "Who called:"))

    def change(dialog: TemplatesDialog) -> None:
        (name,) = [
            one
            for one in dialog.findChildren(QLineEdit)
            if one.accessibleName() == "Name of the template"
        ]
        name.selectAll()
        qtbot.keyClicks(name, "Sunday")
        qtbot.keyClick(name, Qt.Key.Key_Return)
        assert titles(dialog.findChild(RowList)) == ["Sunday"]
        press(qtbot, dialog, "Delete template")
        assert titles(dialog.findChild(RowList)) == []
        press(qtbot, dialog, "Undo")
        assert titles(dialog.findChild(RowList)) == ["Sunday"]

    in_dialog(TemplatesDialog, change)
    choose(tab, "Templates…")
    assert [one.name for one in store.templates.templates()] == ["Sunday"]


def test_a_prompt_can_be_had_while_one_writes(tab: JournalTab, store: JournalStore) -> None:
    page(tab).moveCursor(QTextCursor.MoveOperation.End)
    menu = next(
        one.menu()
        for one in tab.findChild(MoreMenu).actions()
        if one.text() == "Something to write about"
    )
    first = menu.actions()[0]
    first.trigger()
    assert page(tab).toPlainText() == f"He was calm.\n\n{first.text()}\n"
    page(tab).undo()
    assert page(tab).toPlainText() == "He was calm."
