"""The plan for hard days: written, kept, with the country's own numbers, on one sheet."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from familysupport.content.library import Library
from familysupport.context import AppContext
from familysupport.documents.plain import to_text
from familysupport.for_me.crisis_plan import NAME, read_crisis_plan
from familysupport.for_me.store import ForMeStore
from familysupport.paths import resources
from familysupport.settings import COUNTRIES, Settings
from familysupport.ui.for_me.crisis_plan import CrisisPlanPage
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.kit.preview import Choices
from familysupport.ui.kit.printing import page_count, save_pdf

PLAN = read_crisis_plan(Library(resources() / "content", "en"))


def page_for(store: ForMeStore, context: AppContext, country: str, qtbot: Any) -> CrisisPlanPage:
    settings = Settings(country=country)
    page = CrisisPlanPage(store, context._replace(settings=lambda: settings))
    qtbot.addWidget(page)
    page.refresh()
    return page


def told(path: Path) -> str:
    answer = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(answer.stdout.decode().split())


def test_what_is_written_is_kept_and_comes_back(
    leaf: ForMePage, store: ForMeStore, hands: Any, qtbot: Any
) -> None:
    hands.press(leaf, "Open my plan")
    page = leaf.findChild(CrisisPlanPage)
    assert page._fields["signs"].hasFocus()
    hands.keys("no sleep")
    qtbot.waitUntil(lambda: store.page(NAME).get("signs") == "no sleep", timeout=2500)
    hands.keys(Qt.Key.Key_Tab, "a walk", Qt.Key.Key_Escape)
    assert store.page(NAME)["helps"] == "a walk"
    hands.press(leaf, "Open my plan")
    assert page._fields["helps"].toPlainText() == "a walk"


def test_the_lock_keeps_the_plan(leaf: ForMePage, store: ForMeStore, hands: Any, tab: Any) -> None:
    hands.press(leaf, "Open my plan")
    hands.keys("shouting")
    tab.flush()
    assert store.page(NAME)["signs"] == "shouting"


@pytest.mark.parametrize("country", COUNTRIES)
def test_it_shows_the_numbers_of_the_country_with_the_day_they_were_checked(
    store: ForMeStore, context: AppContext, country: str, dressed: Any, qtbot: Any
) -> None:
    page = page_for(store, context, country, qtbot)
    words = "\n".join(one.text() for one in page.findChildren(QLabel))
    assert page._numbers()
    for one in page._numbers():
        assert one.number in words
    assert ("988" in words) == (country in ("us", "ca"))
    assert "2026" in page._checked()
    assert "{" not in words


@pytest.mark.parametrize("country", COUNTRIES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_it_fits_one_sheet_empty_and_filled(
    store: ForMeStore, context: AppContext, country: str, paper: Any, dressed: Any, qtbot: Any
) -> None:
    page = page_for(store, context, country, qtbot)
    empty = page.sheet(Choices(paper))
    assert page_count(empty) == 1
    for field in page._fields.values():
        field.setPlainText("Rosa 0100 555 0100, also at night.\nSits with me, asks nothing.")
    filled = page.sheet(Choices(paper))
    assert page_count(filled) == 1
    assert filled.font_pt >= 9


def test_paper_holds_every_word_and_a_line_where_nothing_is_written(
    store: ForMeStore, context: AppContext, dressed: Any, qtbot: Any, tmp_path: Path
) -> None:
    page = page_for(store, context, "gb", qtbot)
    page._fields["people"].setPlainText("Rosa 555 0100")
    path = tmp_path / "plan.pdf"
    save_pdf(page.sheet(Choices("a4")), path)
    words = told(path)
    assert "call 999" in words
    assert "Rosa 555 0100" in words
    assert "Samaritans" in words
    assert "116 123" in words
    assert "last checked on 1 October 2026" in words
    assert "____" in words
    for part in PLAN.part:
        assert part.title in words


def test_print_shows_the_pages_with_what_was_just_typed(
    leaf: ForMePage, store: ForMeStore, hands: Any
) -> None:
    hands.press(leaf, "Open my plan")
    hands.keys("no sleep")
    told: list[str] = []

    def look() -> None:
        dialog: Any = QApplication.activeModalWidget()
        told.append(to_text(dialog.sheet().content))
        dialog.reject()

    page = leaf.findChild(CrisisPlanPage)
    (show,) = (one for one in page.findChildren(QPushButton) if one.text() == "Print…")
    QApplication.processEvents()
    QTimer.singleShot(0, look)
    QTest.keyClick(show, Qt.Key.Key_Space)
    assert "no sleep" in told[0]
    assert store.page(NAME) == {"signs": "no sleep"}
