"""What is printed is what was written, word for word, on every paper and at every size."""

import re
import shutil
import subprocess

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter

from familysupport.documents.page import (
    Bullets,
    Card,
    Heading,
    Page,
    PageBreak,
    Paragraph,
    Run,
    Table,
    each_text,
)
from familysupport.errors import DiskFullError, NotWritableError
from familysupport.ui.kit import files
from familysupport.ui.kit.printing import PrintSheet, page_count, pdf_bytes, print_sheet, save_pdf

LETTER = Page(
    "Dear Daniel",
    (
        Paragraph("You taught Sam to ride his bike. The café is near; “quotes” – it’s efficient."),
        *(Paragraph(f"Day {n}. I could not wake you and I was frightened.") for n in range(40)),
        Heading("If the answer is no"),
        Bullets(("I will not give cash.", "I will drive you to treatment.")),
        Table(("Day", "Who"), (("Monday", "Mum"), ("Tuesday", "Dad"))),
        Card("The ask", (Paragraph("Will you go with Dad and me?"),)),
    ),
    "Mum",
)


EDGE = re.compile(r"Private|(Mum )?Page \d+ of \d+")


def _run(*command):
    return subprocess.run(command, check=True, capture_output=True).stdout.decode()


def _text(path):
    return _run("pdftotext", "-raw", str(path), "-")


def _info(path):
    lines = _run("pdfinfo", str(path)).splitlines()
    return {line.split(":", 1)[0]: line.split(":", 1)[1].strip() for line in lines}


def _body(text):
    """Return the words between the edges, without the dots of lists."""
    kept = (line for line in text.replace("\f", "\n").split("\n") if not EDGE.fullmatch(line))
    return [word for line in kept for word in line.split() if word != "•"]


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("size", [12, 14, 18, 24])
def test_a_pdf_reads_back_word_for_word(dressed, tmp_path, paper, size):
    sheet = PrintSheet("Statement", LETTER, paper, size, "Private", "Mum")
    save_pdf(sheet, tmp_path / "s.pdf")
    pages = page_count(sheet)
    info = _info(tmp_path / "s.pdf")
    text = _text(tmp_path / "s.pdf")
    assert info["Pages"] == str(pages)
    assert (
        info["Page size"] == {"a4": "595 x 842 pts (A4)", "letter": "612 x 792 pts (letter)"}[paper]
    )
    written = " ".join([LETTER.title, *each_text(LETTER.blocks)]).split()
    assert _body(text) == written
    for number in range(1, pages + 1):
        assert f"Page {number} of {pages}" in text


def test_a_pdf_names_nobody(dressed, tmp_path):
    save_pdf(PrintSheet("Statement for Daniel", LETTER, footer="Mum"), tmp_path / "s.pdf")
    info = _info(tmp_path / "s.pdf")
    assert info["Title"] == "Document"
    assert info["Author"] == info["Creator"] == ""
    assert b"Daniel" not in (tmp_path / "s.pdf").read_bytes()
    assert "Daniel" not in _run("pdfinfo", "-meta", str(tmp_path / "s.pdf"))


def test_fonts_travel_with_the_pdf(dressed, tmp_path):
    save_pdf(PrintSheet("Statement", LETTER), tmp_path / "s.pdf")
    fonts = _run("pdffonts", str(tmp_path / "s.pdf")).splitlines()[2:]
    assert fonts
    assert all(line.split()[-5:-3] == ["yes", "no"] or " yes " in line for line in fonts)
    assert not any(" no  no " in line for line in fonts)


def test_a_printer_turns_pages_where_the_pdf_does(dressed, tmp_path):
    sheet = PrintSheet("Statement", LETTER, "letter", 18)
    for resolution in (150, 600, 1200):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{resolution}.pdf"))
        printer.setResolution(resolution)
        assert print_sheet(sheet, printer) == page_count(sheet)
        assert printer.docName() == "Document"
    save_pdf(sheet, tmp_path / "own.pdf")
    texts = {_text(path) for path in tmp_path.iterdir()}
    assert len(texts) == 1


def test_only_the_pages_asked_for_are_printed(dressed, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "s.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 2)
    print_sheet(PrintSheet("Statement", LETTER, "a4", 24), printer)
    assert _info(tmp_path / "s.pdf")["Pages"] == "1"
    assert "Page 2 of " in _text(tmp_path / "s.pdf")


ODD = {
    "right to left": "אני אוהב אותך דניאל",
    "emoji": "I love you ❤ 🙂",
    "like html": "<b>&amp; <script>alert(1)</script> &lt;",
    "controls": "a\x00b\x0bc\u2028d",
    "one long word": "a" * 5000,
    "spaces": "   \n\n\t  ",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_text_is_printed_without_harm(dressed, tmp_path, name):
    path = tmp_path / "s.pdf"
    save_pdf(PrintSheet("x", Page("", (Paragraph(ODD[name]),))), path)
    assert int(_info(path)["Pages"]) >= 1
    if name == "like html":
        assert ODD[name] in _text(path)
    if name == "one long word":
        assert _text(path).replace("\n", "").count("a") >= 5000


def test_signs_beside_capitals_and_figures_are_not_lost(dressed, tmp_path):
    signs = [chr(n) for n in [*range(0x21, 0x7F), *range(0xA1, 0x17F)] if n != 0xAD]
    signs += list("–—‘’“”•…€™→")
    lines = tuple(f"q {s} A{s}A a{s}1 1{s}2 H{s}3 ({s}) {s}{s}" for s in signs)
    page = Page("", tuple(Paragraph((Run(line, bold=bold),)) for line in lines for bold in (0, 1)))
    save_pdf(PrintSheet("x", page), tmp_path / "s.pdf")
    found = [line.strip("\f") for line in _text(tmp_path / "s.pdf").split("\n")]
    assert [line for line in found if line[:2] == "q "] == [x for x in lines for _ in (0, 1)]


def test_an_empty_page_is_one_sheet(dressed, tmp_path):
    save_pdf(PrintSheet("x", Page("", ())), tmp_path / "s.pdf")
    assert _text(tmp_path / "s.pdf").split() == ["Page", "1", "of", "1"]


def test_forty_thousand_words_all_come_out(dressed, tmp_path):
    words = [f"w{n}" for n in range(40_000)]
    blocks = tuple(Paragraph(" ".join(words[n : n + 400])) for n in range(0, 40_000, 400))
    sheet = PrintSheet("x", Page("", blocks), "a4", 12)
    save_pdf(sheet, tmp_path / "s.pdf")
    found = [word for word in _text(tmp_path / "s.pdf").split() if word[:1] == "w"]
    assert found == words


def test_no_line_is_cut_at_the_end_of_a_page(dressed, tmp_path):
    """The strip between the words and the page number stays white on every page."""
    blocks = tuple(Paragraph("Ägjpqy " * 60) for _ in range(12))
    table = Table(("A", "B"), tuple(("Ägjpqy " * 40, "x") for _ in range(6)))
    save_pdf(PrintSheet("x", Page("", (*blocks, table)), "a4", 18), tmp_path / "s.pdf")
    _run("pdftoppm", "-r", "72", "-png", "-gray", str(tmp_path / "s.pdf"), str(tmp_path / "page"))
    pictures = sorted(tmp_path.glob("page*.png"))
    assert len(pictures) > 4
    for picture in pictures:
        image = QImage(str(picture))
        dark = [
            y
            for y in range(image.height())
            if any(image.pixelColor(x, y).lightness() < 200 for x in range(60, image.width() - 200))
        ]
        top, bottom = 842 * 20 / 297, 842 * 277 / 297
        edges = 13 / 72 * 72 * 2.4
        assert all(top + edges - 1 <= y <= bottom - edges + 1 for y in dark)


def test_a_page_break_starts_a_new_sheet(dressed):
    blocks = (Paragraph("one"), PageBreak(), Paragraph("two"), PageBreak(), Card("x", ()))
    assert page_count(PrintSheet("x", Page("", blocks))) == 3


def test_a_heading_stays_with_its_text(dressed, tmp_path):
    for lines in range(25, 50):
        blocks = (Paragraph("\n".join(["line"] * lines)), Heading("HEAD"), Paragraph("FIRST"))
        save_pdf(PrintSheet("x", Page("", blocks), "a4", 12), tmp_path / "s.pdf")
        (sheet,) = [page for page in _text(tmp_path / "s.pdf").split("\f") if "HEAD" in page]
        assert "FIRST" in sheet


def test_a_full_disk_keeps_the_old_pdf(dressed, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "full")

    path = tmp_path / "s.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(files.os, "fsync", full)
    with pytest.raises(DiskFullError):
        save_pdf(PrintSheet("x", LETTER), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_said(dressed, tmp_path):
    with pytest.raises(NotWritableError):
        save_pdf(PrintSheet("x", LETTER), tmp_path / "gone" / "s.pdf")


def test_html_of_ones_own_can_be_printed(dressed):
    assert pdf_bytes(PrintSheet("x", "<p>Own</p>")).startswith(b"%PDF-")


def test_margins_are_twenty_millimeters(dressed):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName("")
    from familysupport.ui.kit.printing import prepare

    prepare(PrintSheet("x", LETTER), printer)
    assert printer.pageLayout().margins() == QMarginsF(20, 20, 20, 20)
    assert shutil.which("pdftotext")
