"""Prints lessons: one, or several as a booklet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from familysupport.context import AppContext
from familysupport.documents.page import Page
from familysupport.learn.pages import Words, lesson_page
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import Paper, PrintSheet


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
            self._preview(lesson_page(self._context.content, lesson, paper_words()), "lesson.pdf")

    def _preview(self, page: Page, name: str) -> None:
        paper: Paper = "letter" if self._context.settings().paper == "letter" else "a4"
        dialog = PreviewDialog(
            lambda choices: PrintSheet(page.title, page, choices.paper, choices.font_pt),
            name,
            self._window,
            Choices(paper),
        )
        dialog.exec()
        dialog.deleteLater()


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
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)
