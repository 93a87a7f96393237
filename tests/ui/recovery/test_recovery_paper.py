"""On paper: the sheet for the fridge tells what all may see, and the plan tells every week."""

from __future__ import annotations

import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton

from familysupport.content.recovery import read_ninety_days
from familysupport.context import AppContext
from familysupport.documents.page import Page
from familysupport.recovery.model import (
    Appointment,
    Contact,
    Limit,
    Sign,
    Supply,
    SupplyKind,
)
from familysupport.recovery.store import RecoveryStore
from familysupport.ui.kit.preview import Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, save_pdf
from familysupport.ui.recovery.ninety_section import plan_on_paper
from familysupport.ui.recovery.page import RecoveryPage
from familysupport.ui.recovery.paper import sheet_on_paper

TODAY = date(2026, 11, 23)


def read_paper(page: Page, path: Path, paper: Any) -> str:
    save_pdf(PrintSheet("Pages", page, paper, 12), path)
    told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True)
    return " ".join(told.stdout.decode().split())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_the_sheet_holds_what_all_may_see_and_nothing_else(
    store: RecoveryStore, dressed: Any, tmp_path: Path, paper: Any
) -> None:
    store.save(Contact(name="Clinic", number="555 0199", purpose="a missed dose"))
    store.save(Supply(place="Kitchen drawer", expires=date(2027, 1, 10)))
    store.save(Supply(kind=SupplyKind.MEDICINE, name="the strips", place="Locked box"))
    store.save(Appointment(day=TODAY + timedelta(1), hour="10:30", who="Dr Lee"))
    store.save(Appointment(day=TODAY - timedelta(1), who="Last visit"))
    store.save(Sign(kind="own", day=TODAY, note="He sold his guitar"))
    store.save(Limit(words="No cash", since=TODAY))
    told = read_paper(sheet_on_paper(store, TODAY), tmp_path / "sheet.pdf", paper)
    for part in (
        *("Call the emergency number first", "Clinic", "555 0199", "a missed dose"),
        *("Kitchen drawer", "10 January 2027", "24 November 2026 10:30", "Dr Lee"),
    ):
        assert part in told
    for hidden in ("the strips", "Locked box", "Last visit", "guitar", "No cash", "None"):
        assert hidden not in told


def test_an_empty_sheet_still_says_what_comes_first(
    store: RecoveryStore, dressed: Any, tmp_path: Path
) -> None:
    told = read_paper(sheet_on_paper(store, TODAY), tmp_path / "sheet.pdf", "a4")
    assert "Give naloxone" in told
    assert "People to call" not in told


def test_the_plan_on_paper_holds_every_step_and_its_sources(
    context: AppContext, dressed: Any, tmp_path: Path
) -> None:
    plan = read_ninety_days(context.content)
    told = read_paper(plan_on_paper(plan, context.content), tmp_path / "plan.pdf", "letter")
    for week in plan.week:
        for line in (*(one.text for one in week.step), *week.avoid, *week.ask):
            assert line in told
    assert "Weeks 12 and 13: Looking back at 90 days" in told
    assert "F-52" in told


@pytest.mark.parametrize(
    ("part", "words"), [("Days", "Print a sheet…"), ("First 90 days", "Print the plan…")]
)
def test_every_print_goes_through_the_preview(
    store: RecoveryStore, context: AppContext, dressed: Any, qtbot: Any, press: Any, part: str,
    words: str,
) -> None:  # fmt: skip
    page = RecoveryPage(store, context, machine=Machine(printers=list))
    qtbot.addWidget(page)
    page.refresh()
    page.show()
    press(page, part)
    seen: list[type] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        seen.append(type(dialog))
        if isinstance(dialog, PreviewDialog):
            dialog.reject()

    QApplication.processEvents()
    opener = next(one for one in page.findChildren(QPushButton) if one.text() == words)
    QTimer.singleShot(0, close)
    qtbot.keyClick(opener, Qt.Key.Key_Space)
    assert seen == [PreviewDialog]
