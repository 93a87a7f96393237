"""On paper no row of a table is cut by the end of a page, and no word by its column."""

from __future__ import annotations

import re
import subprocess
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from familysupport.documents.page import Heading, Note, Page, Paragraph, Table
from familysupport.ui.kit.paper_tables import with_widths
from familysupport.ui.kit.printing import PrintSheet, paper_font, save_pdf

HEAD = ("Week", "Days with an entry", "very hard", "mixed", "steady", "In the middle")
TOLD = ("too few days", "nothing told", "steady")


def _rows(count: int) -> tuple[tuple[str, ...], ...]:
    return tuple(
        (f"a{n} from Monday to Sunday z{n}", str(n % 7), "0", "1", "2", TOLD[n % 3])
        for n in range(count)
    )


@pytest.fixture
def printed(dressed: Any, tmp_path: Path) -> Any:
    def read(*blocks: Any, size: int = 12) -> list[list[str]]:
        path = tmp_path / "s.pdf"
        save_pdf(PrintSheet("x", Page("", blocks), "a4", size), path)
        command = ["pdftotext", "-raw", str(path), "-"]
        text = subprocess.run(command, check=True, capture_output=True).stdout.decode()
        return [page.split()[:-4] for page in text.split("\f")[:-1]]

    return read


def _marks(page: list[str], letter: str) -> list[str]:
    return [word[1:] for word in page if word[:1] == letter and word[1:].isdigit()]


@pytest.mark.parametrize("size", [12, 18, 24])
@pytest.mark.parametrize("count", [23, 64, 104])
def test_each_row_stands_whole_on_one_page_below_its_header(
    printed: Any, size: int, count: int
) -> None:
    pages = printed(Heading("Mood"), Paragraph("100 days."), Table(HEAD, _rows(count)), size=size)
    for page in pages:
        assert _marks(page, "a") == _marks(page, "z") != []
        assert page.count("Week") == 1
    found = [mark for page in pages for mark in _marks(page, "a")]
    assert found == [str(n) for n in range(count)]


@pytest.mark.parametrize("size", [12, 18, 24])
def test_no_word_of_a_wide_table_is_broken(printed: Any, size: int) -> None:
    words = [word for page in printed(Table(HEAD, _rows(40)), size=size) for word in page]
    assert words.count("nothing") == 13
    assert words.count("steady") >= 13
    assert {"middle", "entry", "mixed"} <= set(words)


@pytest.mark.parametrize("lines", range(26, 42))
def test_a_heading_goes_with_the_table_it_leads_to(printed: Any, lines: int) -> None:
    filler = Paragraph("\n".join(["line"] * lines))
    pages = printed(filler, Heading("SLEEP"), Paragraph("HOURS told."), Table(HEAD, _rows(30)))
    (page,) = [page for page in pages if "SLEEP" in page]
    assert "HOURS" in page
    assert "0" in _marks(page, "z")
    assert all(pages)


def test_tables_follow_each_other_without_an_empty_page(printed: Any) -> None:
    tables = [
        block
        for name in ("ONE", "TWO", "THREE")
        for block in (Heading(name), Note("by week"), Table(HEAD, _rows(52)))
    ]
    pages = printed(*tables)
    assert all(_marks(page, "a") == _marks(page, "z") != [] for page in pages)
    found = [mark for page in pages for mark in _marks(page, "a")]
    assert found == [str(n) for n in range(52)] * 3


def test_a_row_longer_than_a_page_goes_on_without_losing_a_word(printed: Any) -> None:
    long = " ".join(f"w{n}" for n in range(1500))
    rows = (("a0 z0", "short"), ("a1 z1", long), ("a2 z2", "short"))
    pages = printed(Heading("Words"), Table(("Week", "Words"), rows))
    words = [word for page in pages for word in page]
    assert [word for word in words if word[0] == "w" and word[1:].isdigit()] == long.split()
    assert [mark for page in pages for mark in _marks(page, "z")] == ["0", "1", "2"]


def test_a_table_without_a_header_keeps_its_rows_whole_too(printed: Any) -> None:
    rows = tuple((f"a{n} " + "words " * 20 + f"z{n}", "555 0133") for n in range(40))
    pages = printed(Paragraph("Numbers"), Table((), rows))
    assert len(pages) > 1
    assert all(_marks(page, "a") == _marks(page, "z") != [] for page in pages)


def test_an_empty_column_has_room_for_a_hand(dressed: Any) -> None:
    facts = Table((), (("Ready today", "\u00a0"), ("Driver", "")))
    page = with_widths(Page("", (facts,)), paper_font(12), 40.0)
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert table.widths[1] > 45


def test_what_is_drawn_into_a_page_stands_on_paper(dressed: Any, tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    page = Page("", (Paragraph("[here]"), Table(HEAD, _rows(60))))
    draw = partial(re.sub, r"\[here\]", "DRAWN")
    save_pdf(PrintSheet("x", page, draw=draw), path)
    text = subprocess.run(
        ["pdftotext", "-raw", str(path), "-"], check=True, capture_output=True
    ).stdout.decode()
    assert "DRAWN" in text
    pages = [part.split() for part in text.split("\f")[:-1]]
    assert all(_marks(part, "a") == _marks(part, "z") for part in pages)
