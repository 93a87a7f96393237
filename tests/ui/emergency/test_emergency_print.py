import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from familysupport.content.emergency import COUNTRIES, EmergencyContent, read_emergency
from familysupport.emergency.numbers import numbers_for
from familysupport.emergency.pages import paper_html
from familysupport.paths import resources
from familysupport.ui.emergency.page import EmergencyPage
from familysupport.ui.kit.preview import PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, _Laid, page_count, pdf_bytes
from tests.conftest import FixedClock

MM = 600 / 25.4


@pytest.fixture(scope="module")
def content() -> EmergencyContent:
    return read_emergency(resources() / "content", "en")


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("country", COUNTRIES)
def test_the_cards_take_one_page_and_the_sheet_two(
    dressed: QApplication, content: EmergencyContent, country: str, paper: str
) -> None:
    numbers = numbers_for(content, country)
    pages = {
        name: page_count(PrintSheet("", paper_html(name, content, numbers, 12), paper, 12))
        for name in ("fridge", "sheet", "wallet")
    }
    assert pages == {"fridge": 1, "sheet": 2, "wallet": 1}


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_wallet_card_folds_to_the_size_of_a_bank_card(
    dressed: QApplication, content: EmergencyContent, country: str
) -> None:
    sheet = PrintSheet("", paper_html("wallet", content, numbers_for(content, country), 12), "a4")
    laid = _Laid(sheet)
    table = next(
        one for one in laid.document.rootFrame().childFrames() if isinstance(one, QTextTable)
    )
    box: QRectF = laid.document.documentLayout().frameBoundingRect(table)
    assert box.width() / MM / 2 == pytest.approx(85, abs=0.6)
    assert box.height() / MM == pytest.approx(54, abs=0.6)


def test_each_paper_is_two_presses_away_and_shows_its_pages(
    qtbot: QtBot, dressed: QApplication, content: EmergencyContent, clock: FixedClock
) -> None:
    page = EmergencyPage(content, lambda: "gb", clock)
    qtbot.addWidget(page)
    page.show()
    seen: list[PreviewDialog] = []
    page.views.preview = seen.append
    qtbot.mouseClick(page.choices["paper"], Qt.MouseButton.LeftButton)
    asks = [
        one for one in page.findChildren(QAbstractButton) if one.text() == "Print or save as PDF…"
    ]
    for ask in asks:
        qtbot.mouseClick(ask, Qt.MouseButton.LeftButton)
    assert [page_count(dialog.sheet()) for dialog in seen] == [1, 2, 1]
    assert {dialog.choices.paper for dialog in seen} == {"a4"}
    assert pdf_bytes(seen[0].sheet()).startswith(b"%PDF")
