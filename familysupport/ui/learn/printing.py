"""Prints lessons: one, or several as a booklet whose contents name the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import accumulate, pairwise

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from familysupport.content.library import Library
from familysupport.content.model import Lesson
from familysupport.context import AppContext
from familysupport.documents.page import Block, Page, PageBreak, Paragraph
from familysupport.learn.booklet import bind, chapters, front
from familysupport.learn.pages import Words, lesson_page, with_pictures
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import Paper, PrintSheet, page_count
from familysupport.ui.learn.pictures import picture_tag

# A chapter is measured with an empty page behind it, as it is followed in the book. In a book this
# long lines are left as they fall, so there each chapter is measured with as many empty pages.
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
    words = paper_words()
    bound = chapters(library, lessons, words)

    def count(title: str, blocks: Sequence[Block]) -> int:
        return page_count(sheet_of(library, Page(title, tuple(blocks)), paper, font_pt))

    opening = front(title, bound, (1,) * len(bound), words)
    pages = _first_pages(title, [opening.blocks, *(one.blocks for one in bound)], count)
    return bind(title, bound, pages, words)


def sheet_of(library: Library, page: Page, paper: Paper, font_pt: int) -> PrintSheet:
    """Return a page of Learn for paper, with its pictures drawn."""

    def draw(html: str) -> str:
        return with_pictures(html, lambda name: picture_tag(library.picture(name)))

    return PrintSheet(page.title, page, paper, font_pt, draw=draw)


def booklet_title(reader: str) -> str:
    """Return the name of a booklet."""
    return _tr("For {reader}").format(reader=reader) if reader else _tr("To read on paper")


def _first_pages(
    title: str, parts: Sequence[Sequence[Block]], count: Callable[[str, Sequence[Block]], int]
) -> tuple[int, ...]:
    """Return the page on which each part after the first begins; each begins on a new one."""

    def all_counts(empty: int) -> list[int]:
        blank = (PageBreak(), Paragraph("\u00a0")) * empty
        counts = [count(title, (*parts[0], *blank)) - empty]
        both = count(title, (*parts[0], PageBreak(), *parts[1], *blank)) - empty
        counts.append(both - counts[0])
        for before, part in pairwise(parts[1:]):
            # What stands before a new page moves its first line, so a part is measured behind it.
            counts.append(count("", (before[-1], PageBreak(), *part, *blank)) - empty - 1)
        return counts

    counts = all_counts(1)
    book = [block for part in parts for block in (PageBreak(), *part)][1:]
    if sum(counts) != count(title, book):
        counts = all_counts(_LONG_BOOK)
    return tuple(total + 1 for total in accumulate(counts[:-1]))


def paper_words() -> Words:
    """Return the words on paper that no writer wrote."""
    return Words(
        in_short=_tr("In short"),
        today=_tr("One thing for today"),
        sources=_tr("Sources"),
        contents=_tr("Contents"),
        source=_tr("{title}. {publisher} {year}. {address}"),
        common=_tr("General knowledge, not one text: {body}."),
        reviewed=_tr("Reviewed {day}. This page informs. It does not replace a doctor."),
        lesson=_tr("Lesson"),
        page=_tr("Page"),
        words=_tr("Words explained"),
        no_year=_tr("no year given"),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)
