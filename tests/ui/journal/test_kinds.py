"""The kind of an entry: a gentle beginning, what stands beside a setback, filters as controls."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QPushButton

from familysupport.journal.model import Entry, Kind, Mood
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.entries import SearchField
from familysupport.ui.journal.setback import SetbackCard
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.rows import ROW, RowList
from familysupport.ui.kit.writing import PlainEditor


def press(qtbot: Any, tab: JournalTab, words: str) -> None:
    QApplication.processEvents()
    found = [b for b in tab.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.keyClick(found[0], Qt.Key.Key_Space)


def box(tab: JournalTab, name: str) -> QComboBox:
    return next(one for one in tab.findChildren(QComboBox) if one.accessibleName() == name)


def shown(tab: JournalTab) -> str:
    QApplication.processEvents()
    return "\n".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def choose(qtbot: Any, combo: QComboBox, value: object) -> None:
    combo.setFocus()
    for _step in range(combo.findData(value) - combo.currentIndex()):
        qtbot.keyClick(combo, Qt.Key.Key_Down)


def test_a_prompt_suits_the_kind_and_is_written_only_when_asked_for(
    open_tab: Any, qtbot: Any, store: JournalStore
) -> None:
    tab = open_tab()
    press(qtbot, tab, "Write the first entry")
    assert "Maybe: One thing that went well today" in shown(tab)
    choose(qtbot, box(tab, "What the entry is about"), Kind.VISIT)
    assert "Maybe: A moment that I want to remember." in shown(tab)
    press(qtbot, tab, "Another")
    assert "Maybe: What we talked about, in a few words." in shown(tab)
    press(qtbot, tab, "Write on this")
    text = tab.findChild(PlainEditor)
    assert text.hasFocus()
    qtbot.keyClicks(text, "the garden")
    tab.flush()
    (entry,) = store.entries()
    assert entry.kind is Kind.VISIT
    assert entry.text == "What we talked about, in a few words.\nthe garden"
    assert "Maybe:" not in shown(tab)
    assert "10 words" in shown(tab)


def test_nothing_is_kept_of_a_prompt_that_was_only_looked_at(
    open_tab: Any, qtbot: Any, store: JournalStore
) -> None:
    tab = open_tab()
    press(qtbot, tab, "Write the first entry")
    press(qtbot, tab, "Another")
    tab.flush()
    assert store.count() == 0


def test_beside_a_setback_stand_emergency_and_the_danger_after_a_break(
    open_tab: Any, qtbot: Any
) -> None:
    tab = open_tab()
    press(qtbot, tab, "Write the first entry")
    assert tab.findChild(SetbackCard) is None
    kind = box(tab, "What the entry is about")
    choose(qtbot, kind, Kind.SETBACK)
    QApplication.processEvents()
    card = tab.findChild(SetbackCard)
    assert card.isVisible()
    choose(qtbot, kind, Kind.MILESTONE)
    assert not card.isVisible()
    qtbot.keyClick(kind, Qt.Key.Key_Up)
    assert tab.findChildren(SetbackCard) == [card]
    with qtbot.waitSignal(tab.emergency_asked) as asked:
        press(qtbot, tab, "Open Emergency")
    assert asked.args == ["overdose"]
    with qtbot.waitSignal(tab.lesson_asked) as lesson:
        press(qtbot, tab, "Read: the danger after a break")
    assert lesson.args == ["danger-after-a-break"]


def test_filters_are_controls_too(
    open_tab: Any, qtbot: Any, store: JournalStore, clock: Any
) -> None:
    at = clock.now() - timedelta(days=2)
    store.save(Entry(0, at, Kind.VISIT, Mood.GOOD, "The garden"))
    store.save(Entry(0, at + timedelta(hours=1), Kind.CALL, Mood.GOOD, "He rang"))
    tab = open_tab()
    field = tab.findChild(SearchField)
    press(qtbot, tab, "Filters")
    kinds = box(tab, "Only entries of this kind")
    choose(qtbot, kinds, "visit")
    assert field.text() == "kind:visit"
    model = tab.findChild(RowList).model()
    assert [model.index(0, 0).data(ROW).title] == ["The garden"]
    assert "A visit" in model.index(0, 0).data(ROW).detail
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert kinds.currentIndex() == 0
    assert model.rowCount() == 2
    qtbot.keyClicks(field, "mood:good kind:call")
    assert kinds.currentData() == "call"
    assert model.rowCount() == 1
