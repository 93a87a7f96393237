"""A lesson never scrolls sideways, also in the largest words; a table breaks no word."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QTextTable

from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.learn.tab import LearnTab

LARGE = 200
WINDOWS = ((1024, 560), (1200, 660))


@pytest.fixture
def large_tab(qtbot, qapp, family, context):
    apply_theme(qapp, "light", LARGE, family)
    widget = LearnTab(context)
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
    return widget


def read_to_the_end(qapp, view):
    qapp.processEvents()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qapp.processEvents()


@pytest.mark.parametrize("window", WINDOWS)
def test_no_lesson_scrolls_sideways_at_twice_the_size(qapp, large_tab, context, window):
    large_tab.resize(*window)
    wide = []
    for lesson in context.content.lessons():
        large_tab.show_lesson(lesson.id)
        view = large_tab.reader.view
        read_to_the_end(qapp, view)
        if view.horizontalScrollBar().maximum() or view.horizontalScrollBar().isVisible():
            wide.append((lesson.id, view.horizontalScrollBar().maximum()))
    assert wide == []


def broken_words(table):
    for row in range(table.rows()):
        for column in range(table.columns()):
            block = table.cellAt(row, column).firstCursorPosition().block()
            text, layout = block.text(), block.layout()
            for number in range(1, layout.lineCount()):
                at = layout.lineAt(number).textStart()
                around = text[at - 1] + text[at]
                word = text[: at + 1].split()[-1] + text[at + 1 :].split(" ")[0]
                if around.isalnum() and "." not in word[:-1]:
                    yield word


@pytest.mark.parametrize("window", WINDOWS)
def test_no_word_of_a_table_is_broken_at_twice_the_size(qapp, large_tab, context, window):
    large_tab.resize(*window)
    broken, seen = [], 0
    for lesson in context.content.lessons():
        large_tab.show_lesson(lesson.id)
        view = large_tab.reader.view
        read_to_the_end(qapp, view)
        for frame in view.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable) and frame.columns() > 1:
                seen += 1
                broken += broken_words(frame)
    assert broken == []
    assert seen >= 6
