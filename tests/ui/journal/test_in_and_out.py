"""Entries go out as files or on paper, after it was said that a file is not locked."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from familysupport.journal.bring_in_reading import read_journal
from familysupport.journal.files import NewFile
from familysupport.journal.model import Entry, Mood
from familysupport.journal.take_out import Shape
from familysupport.ui.journal import in_and_out_going
from familysupport.ui.journal.in_and_out import InAndOutPage
from familysupport.ui.kit.preview import Machine

AT = datetime.fromisoformat("2026-11-20T08:00:00+01:00")


@pytest.fixture
def target(tmp_path):
    return tmp_path / "out"


@pytest.fixture
def page(session, context, dressed, qtbot, target):
    for day, text in ((20, "The pond."), (21, "A call."), (23, "The pond again.")):
        session.journal.save(Entry(0, AT.replace(day=day), text=text, mood=Mood.MIXED))

    def choose(dialog):
        dialog.deleteLater()
        return target

    page = InAndOutPage(session, context, Machine(choose=choose))
    qtbot.addWidget(page)
    page.resize(800, 900)
    page.refresh()
    page.show()
    return page


def words(within):
    return "\n".join(one.text() for one in within.findChildren(QLabel) if one.isVisible())


def save(page):
    QTest.mouseClick(page._going._save, Qt.MouseButton.LeftButton)


def test_all_of_it_goes_out_and_comes_back_in(page, target):
    card = page._going
    card._shape.setCurrentIndex(card._shape.findData(Shape.JSON))
    assert "The file will not be locked. Anyone who opens it can read it." in words(card)
    assert "3 entries" in words(card)
    save(page)
    assert "Saved. Anyone who finds the file can read it." in words(card)
    target = target.rename(target.with_suffix(".json"))
    assert len(read_journal(target).found) == 3


def test_a_range_of_days_and_a_search_choose(page, target):
    card = page._going
    card._which.setCurrentIndex(1)
    card._since.setDate(QDate(2026, 11, 23))
    card._until.setDate(QDate(2026, 11, 21))
    assert "2 entries" in words(card)
    save(page)
    assert target.read_text("utf-8").count("## 2026") == 2
    card._which.setCurrentIndex(2)
    QTest.keyClicks(card._words, "pond")
    card.refresh()
    assert "2 entries" in words(card)
    save(page)
    assert "A call." not in target.read_text("utf-8")


def test_nothing_chosen_nothing_goes(page):
    card = page._going
    card._which.setCurrentIndex(2)
    QTest.keyClicks(card._words, "submarine")
    card.refresh()
    assert not card._save.isEnabled()
    assert not card._print.isEnabled()


def test_photos_go_along_when_asked(page, target, session):
    session.files.save(1, NewFile("a.jpg", "image/jpeg", b"12345"))
    card = page._going
    assert not card._photos.isVisible()
    card._shape.setCurrentIndex(card._shape.findData(Shape.JSON))
    card._photos.setChecked(True)
    save(page)
    assert target.read_bytes().startswith(b"PK")


def test_a_place_that_cannot_be_written_is_told(page, target):
    target.mkdir()
    (target / "x").write_text("")
    save(page)
    assert "does not let the program write" in words(page._going)


def test_the_chosen_ones_go_to_paper(page, monkeypatch):
    seen = []
    monkeypatch.setattr(
        in_and_out_going, "preview_entries", lambda entries, *_rest: seen.extend(entries)
    )
    QTest.mouseClick(page._going._print, Qt.MouseButton.LeftButton)
    assert [entry.text for entry in seen] == ["The pond.", "A call.", "The pond again."]
    monkeypatch.setattr(in_and_out_going, "MOST_ON_PAPER", 2)
    page._going.refresh()
    assert not page._going._print.isEnabled()
    assert page._going._print.toolTip() == "For paper, choose 2 entries or fewer."
