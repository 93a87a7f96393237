"""Prints lessons: one, or several as a booklet whose contents name the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from familysupport.content.library import Library
from familysupport.content.model import Lesson
from familysupport.context import AppContext
from familysupport.documents.html import to_html
from familysupport.documents.page import Page, PageBreak, Paragraph
from familysupport.learn.pages import (
    Words,
    booklet,
    chapter,
    explained,
    lesson_page,
    with_pictures,
)
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import Paper, PrintSheet, page_count
from familysupport.ui.learn.pictures import picture_tag

# A chapter is measured with an empty page behind it, as it is followed in the book. A book this
# long is left as it falls, so there each chapter is measured with as many empty pages.
_LONG_BOOK = 41


class LessonPrinter(QObject):
    """Opens the print preview for what someone reads."""

    def __init__(self, context: AppContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def print_lesson(self, lesson_id: str) -> None:
        """Preview one lesson."""
        lesson = self._context.content.lesson(lesson_id)
        if lesson:
            self.print_page(lesson_page(self._context.content, lesson, paper_words()), "lesson.pdf")

    def print_unit(self, unit_id: str) -> None:
        """Preview the lessons of a unit as a booklet."""
        library = self._context.content
        names = {unit.id: unit.title for unit in library.units()}
        lessons = [one for one in library.lessons() if one.unit == unit_id]
        self._print_booklet(lessons, names[unit_id])

    def print_booklet(self, lesson_ids: Sequence[str], reader: str) -> None:
        """Preview chosen lessons as a booklet, made for `reader` where a name is given."""
        lessons = [one for one in self._context.content.lessons() if one.id in lesson_ids]
        self._print_booklet(lessons, booklet_title(reader))

    def print_page(self, page: Page, name: str) -> None:
        """Preview any page of Learn."""
        library = self._context.content
        self._preview(lambda wish: sheet_of(library, page, wish.paper, wish.font_pt), name)

    def _print_booklet(self, lessons: Sequence[Lesson], title: str) -> None:
        sheets = booklet_sheets(self._context.content, lessons, title)
        self._preview(lambda choices: sheets(choices.paper, choices.font_pt), "booklet.pdf")

    def _preview(self, sheets: Callable[[Choices], PrintSheet], name: str) -> None:
        paper: Paper = "letter" if self._context.settings().paper == "letter" else "a4"
        dialog = PreviewDialog(sheets, name, self._window, Choices(paper))
        dialog.exec()
        dialog.deleteLater()


def booklet_sheets(
    library: Library, lessons: Sequence[Lesson], title: str
) -> Callable[[Paper, int], PrintSheet]:
    """Return what makes the booklet for a paper and a size of words; each is made once."""

    @cache
    def sheet(paper: Paper, font_pt: int) -> PrintSheet:
        page = booklet_page(library, lessons, title, paper, font_pt)
        return sheet_of(library, page, paper, font_pt)

    return sheet


def booklet_page(
    library: Library, lessons: Sequence[Lesson], title: str, paper: Paper, font_pt: int
) -> Page:
    """Return the booklet whose contents name the pages that it has on this paper."""

    def count(page: Page, empty: int) -> int:
        blank = (PageBreak(), Paragraph("\u00a0")) * empty
        followed = Page(page.title, page.blocks + blank)
        return page_count(sheet_of(library, followed, paper, font_pt)) - empty

    pages = _chapter_pages(library, lessons, title, count)
    return booklet(library, lessons, title, paper_words(), pages)


def sheet_of(library: Library, page: Page, paper: Paper, font_pt: int) -> PrintSheet:
    """Return a page of Learn for paper, with its pictures drawn."""
    html = with_pictures(to_html(page, font_pt), lambda name: picture_tag(library.picture(name)))
    return PrintSheet(page.title, html, paper, font_pt)


def booklet_title(reader: str) -> str:
    """Return the name of a booklet."""
    return _tr("For {reader}").format(reader=reader) if reader else _tr("To read on paper")


def _chapter_pages(
    library: Library, lessons: Sequence[Lesson], title: str, count: Callable[[Page, int], int]
) -> tuple[int, ...]:
    """Return the page on which each chapter begins; each begins on a new one."""
    words = paper_words()
    chapters = len(lessons) + bool(explained(library, lessons))
    front = booklet(library, lessons, title, words, (1,) * chapters)
    opening = Page(title, front.blocks[: front.blocks.index(PageBreak())])
    parts = [opening, *(Page("", chapter(library, lesson, words)) for lesson in lessons)]
    counts = [count(part, 1) for part in parts]
    if sum(counts) >= _LONG_BOOK - 1:
        counts = [count(part, _LONG_BOOK) for part in parts]
    return tuple(total + 1 for total in accumulate(counts))[:chapters]


def paper_words() -> Words:
    """Return the words on paper that no writer wrote."""
    return Words(
        in_short=_tr("In short"),
        today=_tr("One thing for today"),
        sources=_tr("Sources"),
        contents=_tr("Contents"),
        source=_tr("{title}. {publisher} {year}. {address}"),
        common=_tr("Common medical knowledge, as given by: {body}."),
        reviewed=_tr("Reviewed {day}. This page informs. It does not replace a doctor."),
        lesson=_tr("Lesson"),
        page=_tr("Page"),
        words=_tr("Words explained"),
        no_year=_tr("no year given"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)
