from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from familysupport.documents.html import to_html
from familysupport.learn.pages import lesson_page
from familysupport.ui.kit import printing as kit_printing
from familysupport.ui.learn import printing
from familysupport.ui.learn.printing import (
    booklet_page,
    booklet_title,
    paper_words,
    sheet_of,
)


def press(qtbot, widget, text):
    found = [
        one
        for one in widget.findChildren(QPushButton)
        if one.text() == text and one.isVisibleTo(widget)
    ]
    assert found, text
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def told(widget):
    labels = widget.findChildren(QLabel)
    return "\n".join(one.text() for one in labels if one.isVisibleTo(widget))


# ------------------------------------------------------------------ the overview


def test_learn_opens_on_the_overview_with_one_main_action(tab):
    assert tab.rooms.current == "overview"
    main = [
        one
        for one in tab.rooms.overview.findChildren(QPushButton)
        if one.property("kind") == "primary" and one.isVisible()
    ]
    assert [one.text() for one in main] == ["Start here"]


def test_start_here_gives_what_matters_most_on_one_page(qtbot, tab):
    press(qtbot, tab.rooms.overview, "Start here")
    text = tab.rooms.short.toPlainText()
    assert "If they will not wake, or breathe slowly or oddly" in text
    assert "Read it all (7 min)" in text
    tab.rooms.short.followed.emit("lesson:naloxone-at-home")
    assert tab.reader.lesson_id == "naloxone-at-home"


def test_unlocked_the_overview_says_what_is_next_and_what_is_left(qtbot, tab, store):
    store.keep_place("medicines", 0.5)
    store.set_finished("what-heroin-does", True)
    tab.remember(store)
    qtbot.waitUntil(lambda: "What to read next" in told(tab.rooms.overview))
    words = told(tab.rooms.overview)
    assert "Medicines that treat opioid addiction" in words
    assert "1 of 4 read" in words
    assert "min left" in words
    press(qtbot, tab.rooms.overview, "Read on")
    assert tab.reader.lesson_id == "medicines"


def test_the_contents_say_how_much_of_each_unit_is_left(tab, store):
    for lesson in tab._library.lessons():
        if lesson.unit == "after":
            store.set_finished(lesson.id, True)
    tab.remember(store)
    units = {entry.title: entry.detail for entry in tab.contents._entries.rows() if not entry.id}
    assert units["After treatment"] == "all read"
    assert "min left" in units["Treatment that works"]


def test_locked_the_contents_name_only_the_length_of_a_unit(tab):
    units = {entry.title: entry.detail for entry in tab.contents._entries.rows() if not entry.id}
    assert units["Treatment that works"] == "17 min"
    assert "Look at again" not in told(tab.rooms.overview)
    assert "Bookmarks and notes" not in [one.title for one in tab.contents._entries.rows()]


def test_every_page_opens_from_the_contents_by_keyboard(qtbot, tab, store):
    tab.remember(store)
    tab.contents.list.setFocus()
    ids = [entry.id for entry in tab.contents._entries.rows()]
    opened = [name.removeprefix("page:") for name in ids if name.startswith("page:")]
    seen = [tab.rooms.current]
    for _ in tab.contents._entries.rows():
        qtbot.keyClick(tab.contents.list, Qt.Key.Key_Down)
        assert tab.contents.list.hasFocus()
        seen.append(tab.rooms.current)
    assert [name for name in dict.fromkeys(seen) if name != "lesson"] == opened


@pytest.mark.parametrize("page", ["overview", "timeline", "words"])
def test_the_key_for_find_leads_to_where_one_can_find(qtbot, tab, page):
    tab.show_page(page)
    tab.rooms.take_focus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    wanted = tab.rooms.words.field if page == "words" else tab.contents.field
    assert wanted.hasFocus()


def test_enter_in_the_contents_goes_on_in_the_page(qtbot, tab):
    tab.contents.list.setFocus()
    qtbot.keyClick(tab.contents.list, Qt.Key.Key_Down)
    assert tab.contents.list.hasFocus()
    qtbot.keyClick(tab.contents.list, Qt.Key.Key_Return)
    assert tab.reader.view.hasFocus()


def test_walking_through_what_was_found_shows_each_and_enter_goes_in(qtbot, tab):
    qtbot.keyClicks(tab.contents.field, "naloxone")
    qtbot.keyClick(tab.contents.field, Qt.Key.Key_Down)
    kinds = set()
    for _ in range(min(12, tab.contents._hits.rowCount())):
        qtbot.keyClick(tab.contents.hits, Qt.Key.Key_Down)
        assert tab.contents.hits.hasFocus()
        kinds.add(tab.rooms.current)
    assert {"lesson", "words"} <= kinds
    qtbot.keyClick(tab.contents.hits, Qt.Key.Key_Return)
    assert not tab.contents.hits.hasFocus()
    assert tab.rooms.currentWidget().isAncestorOf(QApplication.focusWidget())


# ------------------------------------------------------------------ words explained


def test_a_word_is_explained_where_it_stands_by_keyboard(qtbot, tab):
    tab.show_lesson("naloxone-at-home")
    view = tab.reader.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.textCursor().selectedText() == "Naloxone"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert view.explain.isVisible()
    assert "nal-OX-own" in view.explain._say.text()
    qtbot.keyClick(view.explain, Qt.Key.Key_Escape)
    assert not view.explain.isVisible()
    assert view.hasFocus()


def test_the_list_holds_every_word_and_typing_leaves_those_that_fit(qtbot, tab, context):
    tab.show_page("words")
    words = tab.rooms.words
    for term in context.content.terms():
        assert term.meaning in words.shown()
    qtbot.keyClicks(words.field, "narcan")
    assert "Naloxone" in words.shown()
    assert "Abscess" not in words.shown()
    words.field.setText("qqqqqq")
    assert "Nothing found for “qqqqqq”" in words.shown()


def test_a_found_word_opens_in_the_list_at_its_place(qtbot, tab):
    qtbot.keyClicks(tab.contents.field, "precipitated")
    hits = tab.contents._hits.rows()
    hit = next(one for one in hits if one.where.value == "term")
    tab.contents.hit_chosen.emit(hit)
    assert tab.rooms.current == "words"
    top = tab.rooms.words.view.cursorForPosition(tab.rooms.words.view.rect().topLeft())
    top.movePosition(QTextCursor.MoveOperation.Down, QTextCursor.MoveMode.MoveAnchor, 2)
    assert hit.title in tab.rooms.words.shown()
    assert tab.rooms.words.view.verticalScrollBar().value() > 0


def test_a_word_leads_to_the_lessons_it_stands_in(tab):
    tab.show_page("words")
    tab.rooms.words.view.followed.emit("lesson:medicines")
    assert tab.reader.lesson_id == "medicines"


# ------------------------------------------------------------------ for someone else


def test_the_most_important_lessons_are_chosen_at_first_and_all_or_none_at_a_click(qtbot, tab):
    tab.show_page("booklet")
    page = tab.rooms.booklet
    assert len(page.chosen()) == 8
    press(qtbot, page, "All")
    assert len(page.chosen()) == 20
    press(qtbot, page, "None")
    assert page.chosen() == []
    assert not page.open.isEnabled()
    assert page.words() == "Choose at least one lesson."


def test_what_is_chosen_and_for_whom_is_handed_on(qtbot, tab):
    page = tab.rooms.booklet
    page.choose(("medicines",))
    page.reader.setText(" Dad ")
    page.booklet_asked.disconnect()
    with qtbot.waitSignal(page.booklet_asked) as asked:
        page.open.click()
    assert asked.args == [["medicines"], "Dad"]


def test_a_booklet_is_named_for_its_reader():
    assert booklet_title("Dad") == "For Dad"
    assert booklet_title("")


def heading_pages(sheet):
    """Return the page on which each chapter of a laid-out sheet begins."""
    laid = kit_printing._Laid(sheet)
    found = []
    block = laid.document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel() == 1 and block.position() > 0:
            top = laid.document.documentLayout().blockBoundingRect(block).top()
            found.append(int(top / laid.height) + 1)
        block = block.next()
    return found


def named_pages(page):
    return [int(row[1]) for row in page.blocks[1].rows]


@pytest.mark.parametrize(("count", "paper", "points"), [(3, "a4", 12), (2, "letter", 18)])
def test_the_contents_name_the_pages_on_which_lessons_really_begin(
    dressed, context, count, paper, points
):
    library = context.content
    page = booklet_page(library, library.lessons()[4 : 4 + count], "For Dad", paper, points)
    begins = heading_pages(sheet_of(library, page, paper, points))
    assert named_pages(page) == begins
    assert len(begins) == count + 2


def test_a_long_book_counts_its_pages_right_as_well(dressed, context, monkeypatch):
    monkeypatch.setattr(printing, "_LONG_BOOK", 3)
    monkeypatch.setattr("familysupport.ui.kit.paging._MOST_PAGES", 2)
    library = context.content
    page = booklet_page(library, library.lessons()[3:5], "", "a4", 12)
    assert named_pages(page) == heading_pages(sheet_of(library, page, "a4", 12))


def test_pictures_are_drawn_on_paper(dressed, context):
    library = context.content
    page = lesson_page(library, library.lesson("naloxone-at-home"), paper_words())
    sheet = sheet_of(library, page, "a4", 12)
    html = sheet.draw(to_html(sheet.content, sheet.font_pt))
    assert html.count("data:image/png;base64,") == 1
    assert "[picture:" not in html


@pytest.mark.parametrize("ask", ["lesson", "unit", "booklet", "timeline"])
def test_everything_that_can_be_printed_opens_its_preview(tab, monkeypatch, ask):
    shown = []
    monkeypatch.setattr(
        printing.PreviewDialog, "exec", lambda dialog: shown.append(dialog.sheet()) or 0
    )
    ways = {
        "lesson": lambda: tab.reader.print_asked.emit("medicines"),
        "unit": lambda: tab.rooms.overview.unit_print_asked.emit("after"),
        "booklet": lambda: tab.rooms.booklet.booklet_asked.emit(["medicines"], "Dad"),
        "timeline": lambda: tab.rooms.timeline.print_asked.emit(tab.rooms.timeline.paper()),
    }
    ways[ask]()
    titles = {
        "lesson": "Medicines that treat opioid addiction",
        "unit": "After treatment",
        "booklet": "For Dad",
        "timeline": "Withdrawal timeline",
    }
    assert [sheet.title for sheet in shown] == [titles[ask]]
