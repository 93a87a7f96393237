from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.learn.tab import LearnTab

SECTION = "how-to-start"


@pytest.fixture
def reader(tab, store):
    tab.remember(store)
    tab.show_lesson("medicines", SECTION)
    return tab.reader


def test_locked_there_is_no_bookmark_and_no_note(tab):
    tab.show_lesson("medicines")
    assert not tab.reader._bookmark.isVisible()
    assert not tab.reader._note.isVisible()
    tab.reader.margin.write(SECTION, "How to start")
    tab.reader.margin.toggle_bookmark(SECTION, "How to start")
    assert not tab.reader.margin.is_open


def test_a_note_is_written_at_the_section_being_read_and_saves_itself(qtbot, reader, store):
    qtbot.mouseClick(reader._note, Qt.MouseButton.LeftButton)
    assert reader.margin.editor.hasFocus()
    assert "How to start" in reader.margin._where.text()
    qtbot.keyClicks(reader.margin.editor, "Ask Dr Lee <about> Tuesday")
    reader.flush()
    assert store.note("medicines", SECTION).text == "Ask Dr Lee <about> Tuesday"


def test_escape_closes_the_note_and_it_stands_beside_its_section(qtbot, reader):
    reader._note.click()
    qtbot.keyClicks(reader.margin.editor, "Ask <b>Dr Lee</b>")
    qtbot.keyClick(reader.margin.editor, Qt.Key.Key_Escape)
    assert not reader.margin.is_open
    text = reader.view.toPlainText()
    assert "Ask <b>Dr Lee</b>" in text
    assert text.index("How to start") < text.index("Ask <b>Dr Lee</b>") < text.index("How long?")
    assert reader.view.hasFocus()


def test_a_note_is_changed_from_where_it_stands(qtbot, reader, store):
    store.save_note("medicines", SECTION, "Old")
    reader.view.followed.emit(f"note:{SECTION}")
    assert reader.margin.editor.toPlainText() == "Old"
    assert "How to start" in reader.margin._where.text()
    qtbot.keyClicks(reader.margin.editor, "Very ")
    qtbot.mouseClick(reader.margin.done, Qt.MouseButton.LeftButton)
    assert store.note("medicines", SECTION).text == "Very Old"


def test_a_deleted_note_can_be_brought_back(qtbot, reader, store):
    store.save_note("medicines", SECTION, "Ask")
    reader.view.followed.emit(f"note:{SECTION}")
    qtbot.mouseClick(reader.margin.delete, Qt.MouseButton.LeftButton)
    assert store.note("medicines", SECTION) is None
    assert "Your note" not in reader.view.toPlainText()
    qtbot.mouseClick(reader.margin.undo.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert store.note("medicines", SECTION).text == "Ask"
    assert "Your note" in reader.view.toPlainText()


def test_the_next_lesson_takes_no_note_of_the_last_along(qtbot, tab, reader, store):
    reader._note.click()
    qtbot.keyClicks(reader.margin.editor, "Only here")
    tab.show_lesson("coming-home")
    assert store.note("medicines", SECTION).text == "Only here"
    assert store.notes("coming-home") == ()
    assert not reader.margin.is_open


def test_a_bookmark_is_set_and_taken_away_by_the_same_key(qtbot, reader, store):
    qtbot.mouseClick(reader._bookmark, Qt.MouseButton.LeftButton)
    assert [(one.lesson_id, one.section) for one in store.bookmarks()] == [("medicines", SECTION)]
    assert "Your bookmark" in reader.view.toPlainText()
    qtbot.mouseClick(reader._bookmark, Qt.MouseButton.LeftButton)
    assert store.bookmarks() == ()
    assert "Your bookmark" not in reader.view.toPlainText()


def test_the_place_on_the_page_stays_when_a_bookmark_is_set(reader):
    before = reader.view.verticalScrollBar().value()
    assert before > 0
    reader._bookmark.click()
    assert reader.view.verticalScrollBar().value() == before


def test_the_page_of_bookmarks_and_notes_leads_back_to_each_place(qtbot, tab, reader, store):
    reader._bookmark.click()
    store.save_note("coming-home", "", "At the top")
    tab.show_page("saved")
    page = tab.rooms.saved
    names = [one.accessibleName() for one in page.findChildren(QPushButton) if one.isVisible()]
    assert "Open How to start" in names
    assert "Open Coming home, and the first 90 days" in names
    button = next(
        one
        for one in page.findChildren(QPushButton)
        if one.accessibleName() == "Open How to start" and one.isVisible()
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tab.reader.lesson_id == "medicines"
    assert tab.reader.view.section()[0] == SECTION


def test_a_bookmark_taken_away_can_be_brought_back(qtbot, tab, reader, store):
    reader._bookmark.click()
    tab.show_page("saved")
    page = tab.rooms.saved
    away = next(
        one
        for one in page.findChildren(QPushButton)
        if one.text() == "Take away" and one.isVisible()
    )
    qtbot.mouseClick(away, Qt.MouseButton.LeftButton)
    assert store.bookmarks() == ()
    qtbot.mouseClick(page.undo.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert len(store.bookmarks()) == 1


def test_the_lock_takes_every_private_word_off_the_screen(qtbot, tab, reader, store):
    store.save_note("medicines", SECTION, "Ask Dr Lee")
    reader.view.followed.emit(f"note:{SECTION}")
    tab.show_page("saved")
    tab.remember(None)
    assert "Dr Lee" not in reader.view.toPlainText()
    assert reader.margin.editor.toPlainText() == ""
    shown = tab.rooms.saved.findChildren(QPushButton)
    assert not [one for one in shown if one.text() == "Open" and one.isVisibleTo(tab.rooms.saved)]
    assert tab.rooms.current == "overview"


def test_the_lock_takes_back_what_was_typed_and_chosen_on_every_page(tab, reader, store):
    tab.show_page("timeline")
    tab.rooms.timeline.known.setChecked(True)
    tab.rooms.timeline.drug.setCurrentIndex(2)
    tab.show_page("booklet")
    tab.rooms.booklet.reader.setText("Dad")
    tab.show_page("words")
    tab.rooms.words.field.setText("hepatitis")
    tab.contents.search_for("violence")
    tab.remember(None)
    assert not tab.rooms.timeline.known.isChecked()
    assert tab.rooms.timeline.drug.currentIndex() == 0
    assert tab.rooms.booklet.reader.text() == ""
    assert tab.rooms.words.field.text() == ""
    assert tab.contents.field.text() == ""


def test_a_note_half_typed_is_kept_when_the_page_goes(qtbot, tab, reader, store):
    reader._note.click()
    qtbot.keyClicks(reader.margin.editor, "Half")
    tab.hide()
    assert store.note("medicines", SECTION).text == "Half"


def test_find_in_page_counts_goes_round_and_closes(qtbot, reader):
    qtbot.mouseClick(reader._find, Qt.MouseButton.LeftButton)
    bar = reader.find_bar
    assert bar.field.hasFocus()
    qtbot.keyClicks(bar.field, "methadone")
    total = len(bar._found)
    assert total > 3
    assert bar.count.text() == f"1 of {total}"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert bar.count.text() == f"2 of {total}"
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.count.text() == f"{total} of {total}"
    assert len(reader.view.extraSelections()) == total
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert reader.view.extraSelections() == []
    assert reader.view.hasFocus()


def test_words_that_are_not_on_the_page_are_said_to_be_missing(qtbot, reader):
    reader.find_bar.open()
    qtbot.keyClicks(reader.find_bar.field, "zebra")
    assert reader.find_bar.count.text() == "Not on this page"
    reader.find_bar.step(1)
    reader.find_bar.field.clear()
    assert reader.find_bar.count.text() == ""


def test_find_looks_again_in_the_next_lesson(qtbot, tab, reader):
    reader.find_bar.open()
    reader.find_bar.field.setText("grandparents")
    tab.show_lesson("children-and-grandparents")
    assert len(reader.find_bar._found) >= 2


def two_looks(qtbot, context, go):
    """Go somewhere in a tab; return its window, the place, and the tab built in its place."""
    window = QWidget()
    layout = QVBoxLayout(window)
    qtbot.addWidget(window)
    window.resize(1200, 700)
    first = LearnTab(context)
    layout.addWidget(first)
    with qtbot.waitActive(window):
        window.show()
    first.refresh()
    go(first)
    place = first.reader.view.place()
    first.hide()
    layout.removeWidget(first)
    second = LearnTab(context)
    layout.addWidget(second)
    second.refresh()
    return window, place, second


def test_after_a_new_look_of_the_window_one_is_where_one_was(qtbot, dressed, context):
    def go(tab):
        tab.show_lesson("medicines")
        tab.reader.view.verticalScrollBar().setValue(400)

    _window, place, second = two_looks(qtbot, context, go)
    assert second.reader.lesson_id == "medicines"
    qtbot.waitUntil(lambda: abs(second.reader.view.place() - place) < 0.03)


def test_after_a_new_look_the_same_questions_are_asked(qtbot, dressed, context):
    _window, _, second = two_looks(qtbot, context, lambda tab: tab._ask_lesson("coming-home"))
    assert second.rooms.current == "quiz"
    assert second.rooms.quiz.lesson_id == "coming-home"


def test_after_a_new_look_the_same_page_is_open(qtbot, dressed, context):
    _window, _, second = two_looks(qtbot, context, lambda tab: tab.show_page("timeline"))
    assert second.rooms.current == "timeline"


@pytest.mark.parametrize("size", [100, 200])
def test_the_keys_of_the_reader_work_at_every_text_size(
    qtbot, dressed, family, context, store, size
):
    apply_theme(dressed, "light", size, family)
    tab = LearnTab(context)
    qtbot.addWidget(tab)
    tab.resize(1400, 800)
    with qtbot.waitActive(tab):
        tab.show()
    tab.remember(store)
    tab.show_lesson("naloxone-at-home")
    view = tab.reader.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert tab.reader.lesson_id == "danger-after-a-break"
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert tab.reader.lesson_id == "naloxone-at-home"
    qtbot.keyClick(view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert tab.reader.find_bar.field.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(store.bookmarks()) == 1
    qtbot.keyClick(view, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert tab.reader.margin.editor.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert tab.contents.field.hasFocus()
    apply_theme(dressed, "light", 100, family)
