from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton


def press(qtbot, widget, text):
    found = [
        one for one in widget.findChildren(QPushButton) if one.text() == text and one.isVisible()
    ]
    assert len(found) == 1, text
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def details(tab):
    return [entry.detail for entry in tab.contents._entries.rows() if entry.id]


def anchor_spot(view, address):
    block = view.document().begin()
    while block.isValid():
        for piece in [one.fragment() for one in block]:
            if piece.charFormat().anchorHref() == address:
                cursor = QTextCursor(view.document())
                cursor.setPosition(piece.position() + 1)
                view.setTextCursor(cursor)
                view.ensureCursorVisible()
                return view.cursorRect(cursor).center() - QPoint(2, 0)
        block = block.next()
    raise AssertionError(address)


def test_without_a_passphrase_every_lesson_opens_and_nothing_is_said_about_reading(tab, context):
    for lesson in context.content.lessons():
        tab.show_lesson(lesson.id)
        assert lesson.title in tab.reader.view.toPlainText()
        assert lesson.header.summary[0] in tab.reader.view.toPlainText()
    assert not any("read" in detail for detail in details(tab))


def test_typing_finds_as_you_type_and_enter_opens_the_place_and_marks_it(qtbot, tab):
    qtbot.keyClicks(tab.contents.field, "nalaxone pack")
    assert tab.contents._hits.rowCount() > 0
    hit = tab.contents._hits.at(0)
    qtbot.keyClick(tab.contents.field, Qt.Key.Key_Return)
    assert tab.reader.lesson_id == hit.id
    marked = [one.cursor.selectedText().lower() for one in tab.reader.view.extraSelections()]
    assert any("naloxone" in word for word in marked)


def test_escape_in_the_search_field_brings_the_contents_back(qtbot, tab):
    qtbot.keyClicks(tab.contents.field, "sleep")
    assert tab.contents.hits.isVisible()
    qtbot.keyClick(tab.contents.field, Qt.Key.Key_Escape)
    assert tab.contents.list.isVisible()
    assert tab.contents.field.text() == ""


def test_words_that_are_nowhere_say_so(qtbot, tab):
    qtbot.keyClicks(tab.contents.field, "qqqqqqq")
    assert "qqqqqqq" in tab.contents._nothing.text()
    assert tab.contents._nothing.isVisible()


def test_a_source_number_is_explained_where_it_stands_and_any_key_puts_it_away(qtbot, tab):
    tab.show_lesson("what-withdrawal-looks-like")
    view = tab.reader.view
    spot = anchor_spot(view, "source:1")
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.explain.isVisible()
    assert "Christie, 2008" in view.explain.words()
    qtbot.keyClick(view.explain, Qt.Key.Key_Escape)
    assert not view.explain.isVisible()
    assert view.hasFocus()


def test_a_link_to_emergency_is_handed_on(qtbot, tab):
    with qtbot.waitSignal(tab.emergency_asked) as asked:
        tab.reader.view.followed.emit("emergency:overdose")
    assert asked.args == ["overdose"]


def test_a_link_to_a_lesson_opens_it(tab):
    tab.reader.view.followed.emit("lesson:medicines")
    assert tab.reader.lesson_id == "medicines"


def test_next_and_previous_walk_through_the_lessons(qtbot, tab, context):
    ids = [lesson.id for lesson in context.content.lessons()]
    tab.show_lesson(ids[0])
    press(qtbot, tab, "Next")
    assert tab.reader.lesson_id == ids[1]
    press(qtbot, tab, "Previous")
    assert tab.reader.lesson_id == ids[0]
    assert not any(
        one.isVisible() for one in tab.findChildren(QPushButton) if one.text() == "Previous"
    )


def test_unlocked_the_place_is_kept_and_a_lesson_read_to_the_end_counts_as_read(tab, store):
    tab.remember(store)
    tab.show_lesson("medicines")
    bar = tab.reader.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    tab.flush()
    assert 0.4 < store.reading("medicines").place < 0.6
    assert "half read" in " ".join(details(tab))
    bar.setValue(bar.maximum())
    tab.flush()
    assert store.reading("medicines").finished


def test_a_lesson_opens_again_where_it_was_left(qtbot, tab, store):
    store.keep_place("medicines", 0.5)
    tab.remember(store)
    tab.show_lesson("medicines")
    qtbot.waitUntil(lambda: 0.45 < tab.reader.view.place() < 0.55)


def test_locking_forgets_at_once_what_was_read(tab, store):
    store.set_finished("medicines", True)
    tab.remember(store)
    assert any("read" in detail for detail in details(tab))
    tab.remember(None)
    assert not any("read" in detail for detail in details(tab))
    tab.reader.view.verticalScrollBar().setValue(50)
    tab.flush()
    assert set(store.readings()) == {"medicines"}


def lines_of(view):
    block = view.document().begin()
    while block.isValid():
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            words = block.text()[line.textStart() : line.textStart() + line.textLength()]
            yield words.strip().rstrip("0123456789, ")
        block = block.next()


def test_lines_are_never_longer_than_seventy_five_characters(tab, context):
    tab.resize(1800, 900)
    for lesson in context.content.lessons():
        tab.show_lesson(lesson.id)
        longest = max(lines_of(tab.reader.view), key=len)
        assert 60 < len(longest) <= 75, longest
