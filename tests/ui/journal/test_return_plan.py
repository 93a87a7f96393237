"""The plan for a return to use: written in parts, kept, printed, one press from a setback."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton

from familysupport.content.library import Library
from familysupport.errors import ContentError
from familysupport.journal.model import Kind
from familysupport.journal.return_plan import NAME, plan_page, read_return_plan
from familysupport.journal.store import JournalStore
from familysupport.paths import resources
from familysupport.ui.journal.return_plan import ReturnPlanPage
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.preview import Choices
from familysupport.ui.kit.printing import save_pdf

PLAN = read_return_plan(Library(resources() / "content", "en"))


def press(qtbot: Any, tab: JournalTab, words: str) -> None:
    QApplication.processEvents()
    found = [b for b in tab.findChildren(QPushButton) if b.text() == words and b.isVisible()]
    qtbot.keyClick(found[0], Qt.Key.Key_Space)


@pytest.fixture
def tab(open_tab: Any, qtbot: Any) -> JournalTab:
    opened: JournalTab = open_tab()
    press(qtbot, opened, "Write the first entry")
    return opened


def test_what_is_written_is_kept_and_comes_back(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    press(qtbot, tab, "Return-to-use plan")
    page = tab.findChild(ReturnPlanPage)
    first = page._fields["signs"]
    assert first.hasFocus()
    qtbot.keyClicks(first, "no sleep")
    qtbot.waitUntil(lambda: store.page(NAME).get("signs") == "no sleep", timeout=2500)
    qtbot.keyClicks(page._fields["people"], "Rosa 555 0100")
    press(qtbot, tab, "Back to the entries")
    assert store.page(NAME)["people"] == "Rosa 555 0100"
    assert not page.isVisible()
    press(qtbot, tab, "Return-to-use plan")
    assert page._fields["signs"].toPlainText() == "no sleep"


def test_a_setback_leads_to_the_plan_and_keeps_what_was_typed(
    tab: JournalTab, qtbot: Any, store: JournalStore
) -> None:
    kinds = next(
        one
        for one in tab.findChildren(QComboBox)
        if one.accessibleName() == "What the entry is about"
    )
    kinds.setCurrentIndex(kinds.findData(Kind.SETBACK))
    qtbot.keyClicks(tab._editor._text, "a hard night")
    press(qtbot, tab, "Our plan for this")
    assert tab.findChild(ReturnPlanPage).isVisible()
    (entry,) = store.entries()
    assert (entry.kind, entry.text) == (Kind.SETBACK, "a hard night")
    press(qtbot, tab, "Write today’s entry")
    assert not tab.findChild(ReturnPlanPage).isVisible()


def test_the_lock_keeps_the_plan(tab: JournalTab, qtbot: Any, store: JournalStore) -> None:
    press(qtbot, tab, "Return-to-use plan")
    qtbot.keyClicks(tab.findChild(ReturnPlanPage)._fields["clinic"], "555 0199")
    tab.flush()
    assert store.page(NAME)["clinic"] == "555 0199"


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_paper_holds_every_word_and_lines_where_nothing_is_written(
    tab: JournalTab, qtbot: Any, tmp_path: Path, paper: Any
) -> None:
    press(qtbot, tab, "Return-to-use plan")
    page = tab.findChild(ReturnPlanPage)
    page._fields["signs"].setPlainText("no sleep\nmissed doses")
    page.flush()
    path = tmp_path / "plan.pdf"
    save_pdf(page.sheet(Choices(paper)), path)
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    words = " ".join(told.stdout.decode().split())
    for part in (PLAN.title, PLAN.first, "no sleep missed doses", "____"):
        assert part in words
    for one in PLAN.question:
        assert one.title in words
        assert (one.help in words) == (one.id != "signs")


def test_the_order_on_paper_is_that_of_the_questions() -> None:
    page = plan_page(PLAN, {})
    names = [getattr(block, "text", "") for block in page.blocks]
    found = [name for name in names if name in {one.title for one in PLAN.question}]
    assert found == [one.title for one in PLAN.question]


def test_a_fact_that_does_not_exist_is_named(tmp_path: Path) -> None:
    (tmp_path / "en" / "journal").mkdir(parents=True)
    source = (resources() / "content" / "en" / "journal" / "return-plan.toml").read_text()
    target = tmp_path / "en" / "journal" / "return-plan.toml"
    target.write_text(source.replace("F-43", "F-999"))
    (tmp_path / "facts.toml").write_text((resources() / "content" / "facts.toml").read_text())
    with pytest.raises(ContentError, match="F-999"):
        read_return_plan(Library(tmp_path, "en"))
