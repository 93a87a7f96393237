"""After a lock, Hide or a change of the looks one is where one was, the cursor too."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.journal.model import Entry
from familysupport.prepare.checklist import Place
from familysupport.statements.model import Part, Span, Statement
from familysupport.ui.journal.entries import PLAN
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS
from familysupport.ui.prepare.tab import PrepareTab
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.ways import Way
from familysupport.ui.statements.tab import StatementsTab
from familysupport.ui.statements.views import GUIDED, IF_NO, LETTER
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = keys.new_key()


@pytest.fixture
def opened(house: House) -> House:
    house.choices.change(welcomed=True)
    wrapped = keys.wrap(KEY, "words", keys.QUICK)
    house.window.unlock(Vault.create(house.context.paths.vault, KEY, wrapped))
    return house


def _entry(house: House, text: str) -> int:
    assert house.window.session is not None
    now = house.context.clock.now()
    return house.window.session.journal.save(Entry(0, now, text=text)).id


def _front(house: House, number: int) -> QWidget:
    house.window.go_to(number)
    QApplication.processEvents()
    return house.window.rooms.private[number]


def _at_an_older_entry(house: House) -> tuple[JournalTab, int]:
    older = _entry(house, "We drove there.")
    _entry(house, "Another day.")
    tab = _front(house, JOURNAL)
    assert isinstance(tab, JournalTab)
    tab._show(older)
    return tab, older


def _unlock(house: House) -> None:
    house.window.unlock(Vault.open(house.context.paths.vault, KEY))
    QApplication.processEvents()


def _text(house: House) -> QPlainTextEdit:
    found = house.window.focusWidget()
    assert isinstance(found, QPlainTextEdit)
    return found


def _ways_to_lock(house: House) -> dict[str, Callable[[], None]]:
    return {
        "key": house.window.lock,
        "rest": house._idle._timer.timeout.emit,
        "hide": house.window.hide_now,
    }


@pytest.mark.parametrize("way", ["key", "rest", "hide"])
def test_who_wrote_in_an_older_entry_goes_on_in_the_middle_of_it(opened: House, way: str) -> None:
    older = _entry(opened, "We drove there. It was hard.")
    _entry(opened, "Another day.")
    tab = _front(opened, JOURNAL)
    assert isinstance(tab, JournalTab)
    tab._show(older)
    tab._editor.focus_text()
    text = _text(opened)
    text.moveCursor(text.textCursor().MoveOperation.End)
    for _ in range(len(" It was hard.")):
        QTest.keyClick(text, Qt.Key.Key_Left)
    QTest.keyClicks(text, " Quietly.")
    _ways_to_lock(opened)[way]()
    assert opened.window.session is None
    _unlock(opened)
    QTest.keyClicks(_text(opened), " He slept.")
    assert _text(opened).toPlainText() == "We drove there. Quietly. He slept. It was hard."


def test_a_new_entry_is_gone_on_with_and_nothing_of_it_is_held_while_locked(opened: House) -> None:
    tab = _front(opened, JOURNAL)
    assert isinstance(tab, JournalTab)
    tab.write()
    QTest.keyClicks(_text(opened), "A word")
    opened.window.lock()
    assert "word" not in repr(opened.window._spots)
    _unlock(opened)
    QTest.keyClicks(_text(opened), "s")
    assert _text(opened).toPlainText() == "A words"


def test_a_page_of_the_journal_is_in_front_again(opened: House) -> None:
    _entry(opened, "We drove there.")
    tab = _front(opened, JOURNAL)
    assert isinstance(tab, JournalTab)
    tab.open_leaf(PLAN)
    QTest.keyClicks(_text(opened), "Call Rosa")
    name = _text(opened).accessibleName()
    opened.window.lock()
    _unlock(opened)
    QTest.keyClicks(_text(opened), " first")
    assert (_text(opened).accessibleName(), _text(opened).toPlainText()) == (
        name,
        "Call Rosa first",
    )


def test_a_blank_page_puts_the_cursor_into_no_other_entry(opened: House) -> None:
    _entry(opened, "We drove there.")
    tab = _front(opened, JOURNAL)
    assert isinstance(tab, JournalTab)
    tab.write()
    opened.window.lock()
    _unlock(opened)
    assert not isinstance(opened.window.focusWidget(), QPlainTextEdit)


@pytest.mark.parametrize("view", [GUIDED, LETTER, IF_NO])
def test_a_statement_is_gone_on_with_in_its_view(opened: House, view: int) -> None:
    assert opened.window.session is not None
    store = opened.window.session.statements
    text = "I love you.\n\nI saw you asleep."
    spans = (Span(Part.LOVE, 13), Span(Part.SAW, len(text) - 13))
    first = store.save(Statement(author="Mum", text=text, if_no="I stay", spans=spans))
    store.save(Statement(author="Rosa", text="Dear Daniel"))
    tab = _front(opened, STATEMENTS)
    assert isinstance(tab, StatementsTab)
    tab.show_statement(first.id)
    tab._writer.views.show_view(view)
    views = tab._writer.views
    editor = views.guided.fields()[1].editor if view == GUIDED else views.sheet
    editor.setFocus()
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    before = editor.toPlainText()
    opened.window.lock()
    _unlock(opened)
    QTest.keyClicks(_text(opened), " there")
    assert _text(opened).toPlainText() == before + " there"


def test_a_section_of_prepare_and_a_way_to_practise_are_in_front_again(opened: House) -> None:
    plan, practice = _front(opened, PREPARE), _front(opened, REHEARSE)
    assert isinstance(plan, PrepareTab)
    assert isinstance(practice, RehearseTab)
    plan.show_place(Place.LIMITS)
    practice.show_way(Way.SETTLE)
    opened.window.lock()
    _unlock(opened)
    assert practice is not _front(opened, REHEARSE)
    assert [_place(opened, PREPARE), _place(opened, REHEARSE)] == [
        (0, Place.LIMITS.value),
        (0, Way.SETTLE.value),
    ]


def _place(house: House, number: int) -> tuple[int, str]:
    tab = _front(house, number)
    assert isinstance(tab, PrepareTab | RehearseTab)
    return tab.place()


def test_larger_letters_leave_the_cursor_where_it_is(qtbot: QtBot, opened: House) -> None:
    tab, _older = _at_an_older_entry(opened)
    tab._editor.focus_text()
    opened.choices.change(text_size=125)
    qtbot.waitUntil(lambda: opened.window.rooms.private[JOURNAL] is not tab)
    QTest.keyClicks(_text(opened), "Yes. ")
    assert _text(opened).toPlainText() == "Yes. We drove there."


def test_a_copy_brought_back_is_begun_afresh(opened: House) -> None:
    older = _entry(opened, "We drove there.")
    newest = _entry(opened, "Another day.")
    tab = _front(opened, JOURNAL)
    assert isinstance(tab, JournalTab)
    tab._show(older)
    opened.window.lock()
    opened.window.unlock_copy(Vault.open(opened.context.paths.vault, KEY))
    again = _front(opened, JOURNAL)
    assert isinstance(again, JournalTab)
    assert again.place() == (newest, "")


def test_who_was_elsewhere_finds_the_entry_and_keeps_the_keyboard(opened: House) -> None:
    tab, older = _at_an_older_entry(opened)
    tab._editor.focus_text()
    opened.window.go_to(LEARN)
    opened.window.bar.setFocus()
    opened.window.lock()
    _unlock(opened)
    again = _front(opened, JOURNAL)
    assert isinstance(again, JournalTab)
    assert again.place() == (older, "")


def test_a_page_not_looked_at_since_keeps_its_place_over_more_than_one_lock(
    opened: House, qtbot: QtBot
) -> None:
    _tab, older = _at_an_older_entry(opened)
    opened.window.go_to(PREPARE)
    for _ in range(2):
        opened.window.lock()
        _unlock(opened)
        qtbot.waitUntil(lambda: JOURNAL in opened.window.rooms.private, timeout=20_000)
    again = _front(opened, JOURNAL)
    assert isinstance(again, JournalTab)
    assert again.place() == (older, "")
