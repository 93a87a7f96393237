"""What was looked for, what went wrong and what goes out leaves nothing that can be found later."""

from __future__ import annotations

import sys

import pytest
from hands import press, set_up, type_into
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.journal.model import Entry
from familysupport.journal.take_out import Outgoing, Shape, take_out
from familysupport.prepare.checklist import Place
from familysupport.ui.learn.tab import LearnTab
from familysupport.ui.main_window import LEARN, PREPARE
from familysupport.ui.prepare.tab import PrepareTab
from familysupport.vault import disk

MARK = "sparrowlantern"


def test_learn_forgets_what_was_looked_for_when_the_pages_lock(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    window = house.window
    window.go_to(LEARN)
    learn = window.rooms.learn
    assert isinstance(learn, LearnTab)
    type_into(learn.contents.field, MARK)
    learn.show_lesson("what-heroin-does")
    QTest.keyClick(learn, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    press(learn, "Find")
    type_into(learn.rooms.reader.find_bar.field, MARK)
    window.hide_now()
    words = [one.text() for kind in (QLabel, QLineEdit) for one in window.findChildren(kind)]
    assert [one for one in words if MARK in one] == []


def test_every_section_of_the_plan_can_be_left_while_it_is_written_in(
    qtbot: QtBot, house: House
) -> None:
    set_up(qtbot, house)
    house.window.go_to(PREPARE)
    prepare = house.window.rooms.page(PREPARE)
    assert isinstance(prepare, PrepareTab)
    for place in Place:
        prepare.show_place(place)
        for kind in (QLineEdit, QPlainTextEdit):
            for field in prepare.findChildren(kind):
                if field.isVisible() and field.isEnabled() and not field.isReadOnly():
                    type_into(field, MARK)
                    break
    assert house.window.session is not None


def test_an_unexpected_error_does_not_hold_its_page_past_the_lock(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = "familysupport.ui.kit.messages.tell"
    monkeypatch.setattr(told, lambda *_words: None)
    for name in ("last_type", "last_value", "last_traceback"):
        setattr(sys, name, ValueError(MARK))
    house.tell_unexpected(ValueError, ValueError(MARK), None)
    assert not hasattr(sys, "last_value")
    assert not hasattr(sys, "last_traceback")


def test_a_journal_on_its_way_out_has_no_name_before_it_is_whole(tmp_path, clock) -> None:
    if not disk.has_nameless_files(tmp_path):
        return  # this disk cannot do it, and SECURITY.md says so
    entry = Entry(1, clock.now(), text=MARK)
    going = Outgoing([1], lambda _one: entry, clock.now())
    for _so_far in take_out(tmp_path / "journal.md", Shape.MARKDOWN, going):
        assert list(tmp_path.iterdir()) == []
    assert MARK in (tmp_path / "journal.md").read_text(encoding="utf-8")
