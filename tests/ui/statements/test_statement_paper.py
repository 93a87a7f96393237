"""What comes out on paper is what was written, in each form, on each paper, word for word."""

from __future__ import annotations

import re
import subprocess

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from paper_hands import STATEMENT, WORDS, box, fonts, pick, read
from PySide6.QtCore import QPoint, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton

from familysupport.documents.page import each_text
from familysupport.statements.model import Part, Statement
from familysupport.ui.kit.preview import Choices, Machine
from familysupport.ui.kit.printing import pdf_bytes
from familysupport.ui.statements.card_paper import CardPages, CardSheet
from familysupport.ui.statements.paper import PaperDialog


def words_of_cards(text):
    """Return the words between the edges of the cards."""
    edges = re.compile(r"Mum( · (Love|What I saw|The ask))?|(Mum.* )?\d+/\d+|Next: .*")
    lines = (line for line in text.replace("\f", "\n").split("\n") if not edges.fullmatch(line))
    return [word for line in lines for word in line.split()]


def card_sheet(**wanted):
    names = {Part.LOVE: "Love", Part.SAW: "What I saw", Part.ASK: "The ask"}
    name_of = lambda part: names.get(part, "")  # noqa: E731
    return CardSheet(STATEMENT.text, STATEMENT.spans, name_of, author="Mum", **wanted)


@pytest.fixture
def open_dialog(dressed, qtbot):
    def open_it(statement=STATEMENT, machine=None):
        machine = machine or Machine(printers=lambda: ())
        dialog = PaperDialog(statement, "statement.pdf", None, Choices("a4"), None, machine)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_it


@pytest.mark.parametrize("card", ["index", "a6"])
@pytest.mark.parametrize("paper", ["a4", "letter", None])
@pytest.mark.parametrize("points", [12, 14, 24])
def test_cards_hold_every_word_once_and_can_be_selected(dressed, tmp_path, card, paper, points):
    path = tmp_path / "cards.pdf"
    path.write_bytes(pdf_bytes(card_sheet(card=card, paper=paper, font_pt=points)))
    order = () if paper is None else ("-raw",)
    assert words_of_cards(read(path, *order)) == WORDS
    assert all(font[-5] == "yes" for font in fonts(path))


@pytest.mark.parametrize(("card", "size"), [("index", "360 x 216"), ("a6", "297 x 420")])
def test_one_card_a_page_has_the_size_of_the_card(dressed, tmp_path, card, size):
    path = tmp_path / "cards.pdf"
    sheet = card_sheet(card=card)
    path.write_bytes(pdf_bytes(sheet))
    told = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True).stdout.decode()
    assert size in re.sub(r"\.\d+", "", told)
    assert f"{len(CardPages(sheet).cards)}\n" in told


def test_cards_are_counted_name_their_part_and_say_what_comes_next(dressed, tmp_path):
    path = tmp_path / "cards.pdf"
    path.write_bytes(pdf_bytes(card_sheet()))
    pages = read(path).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"{number}/{len(pages)}" in page
    assert "Mum · Love" in pages[0]
    assert "Next: On Sunday I found you" in pages[0]
    assert "Next:" not in pages[-1]


def test_a_card_never_cuts_a_sentence(dressed):
    for card in CardPages(card_sheet(font_pt=18)).cards:
        assert re.search(r"[.!?][”\"]?$", card.text)


def test_a_letter_without_words_prints_an_empty_page(dressed):
    empty = CardSheet("", (), lambda part: "", paper="a4")
    assert CardPages(empty).pages() == 1
    assert pdf_bytes(empty).startswith(b"%PDF")


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.text(max_size=300), st.sampled_from(["index", "a6"]), st.sampled_from([12, 24]))
def test_any_signs_can_be_dealt_on_cards_and_none_is_lost(dressed, text, card, points):
    sheet = CardSheet(text, (), lambda part: "", card, font_pt=points)
    assert pdf_bytes(sheet).startswith(b"%PDF")
    dealt = "".join("".join(one.text.split()) for one in CardPages(sheet).cards)
    assert dealt == "".join(text.split())


@pytest.mark.parametrize(("form", "points"), [("Letter", 12), ("Letter in large print", 18)])
def test_letter_and_large_print_hold_the_letter_word_for_word(open_dialog, tmp_path, form, points):
    dialog = open_dialog()
    pick(dialog, "What to print", form)
    sheet = dialog.sheet()
    assert sheet.font_pt == points
    path = tmp_path / "letter.pdf"
    path.write_bytes(pdf_bytes(sheet))
    told = re.sub(r"Mum\nPage \d+ of \d+|Mum Page \d+ of \d+", "", read(path, "-raw"))
    assert told.split() == WORDS
    assert all(font[-5] == "yes" for font in fonts(path))


def test_the_copy_to_read_from_is_the_letter_with_marks(open_dialog, tmp_path):
    dialog = open_dialog()
    pick(dialog, "What to print", "Copy to read from, with breaths")
    path = tmp_path / "reading.pdf"
    path.write_bytes(pdf_bytes(dialog.sheet()))
    told = re.sub(r"Mum\nPage \d+ of \d+|Mum Page \d+ of \d+", "", read(path, "-raw"))
    said = [word for word in told.split("look up", 1)[1].split() if word not in ("/", "//")]
    assert said == WORDS
    assert len(list(each_text(dialog.sheet().content.blocks))) == 4


def test_choosing_cards_shows_which_cards_and_counts_their_pages(open_dialog):
    dialog = open_dialog()
    assert not box(dialog, "Which cards").isVisible()
    pick(dialog, "What to print", "Cue cards")
    assert box(dialog, "Which cards").isVisible()
    on_sheets = dialog.cards()
    pick(dialog, "Which cards", "A6, one a page")
    assert on_sheets.paper == "a4"
    assert (dialog.cards().card, dialog.cards().paper) == ("a6", None)


def test_the_name_can_stay_off_the_paper(open_dialog, qtbot):
    dialog = open_dialog()
    named = dialog.findChild(QCheckBox)
    qtbot.mouseClick(named, Qt.MouseButton.LeftButton, pos=QPoint(8, named.height() // 2))
    assert dialog.sheet().footer == dialog.sheet().content.author == ""
    pick(dialog, "What to print", "Cue cards")
    assert dialog.cards().author == ""


def test_without_a_name_nothing_is_asked_about_it(open_dialog):
    dialog = open_dialog(Statement(text="I love you."))
    assert not dialog.findChild(QCheckBox).isVisible()


def test_first_words_still_in_brackets_are_pointed_out_before_printing(open_dialog):
    def told(dialog):
        return [one.text() for one in dialog.findChildren(QLabel) if "brackets" in one.text()]

    assert told(open_dialog(Statement(text="[I love how you …]\n\nCome home.")))
    assert not told(open_dialog())


def test_every_choice_has_a_name_and_a_key(open_dialog):
    dialog = open_dialog()
    pick(dialog, "What to print", "Cue cards")
    for one in dialog.findChildren(QComboBox):
        assert one.accessibleName()


def press(qtbot, dialog, text):
    found = [one for one in dialog.findChildren(QPushButton) if one.text() == text]
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def test_cards_are_saved_whole_and_no_other_file_is_left(open_dialog, qtbot, tmp_path, monkeypatch):
    here, temp = tmp_path / "out", tmp_path / "temp"
    here.mkdir()
    temp.mkdir()
    monkeypatch.setenv("TMPDIR", str(temp))
    path = here / "cards.pdf"
    machine = Machine(printers=lambda: (), choose=lambda dialog: path)
    dialog = open_dialog(machine=machine)
    pick(dialog, "What to print", "Cue cards")
    press(qtbot, dialog, "&Save as PDF…")
    assert words_of_cards(read(path, "-raw")) == WORDS
    assert list(here.iterdir()) == [path]
    assert not list(temp.iterdir())


@pytest.mark.parametrize("form", ["Cue cards", "Letter"])
def test_printing_sends_the_chosen_form_and_says_so(open_dialog, qtbot, tmp_path, form):
    path = tmp_path / "printed.pdf"

    def to_file(printer, parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        return True

    dialog = open_dialog(machine=Machine(printers=lambda: ("One",), ask_printer=to_file))
    pick(dialog, "What to print", form)
    press(qtbot, dialog, "&Print…")
    told = read(path, "-raw")
    assert ("1/" in told) == (form == "Cue cards")
    assert "packed your" in told


def test_a_printer_that_is_not_chosen_prints_nothing(open_dialog, qtbot):
    machine = Machine(printers=lambda: ("One",), ask_printer=lambda printer, parent: False)
    dialog = open_dialog(machine=machine)
    pick(dialog, "What to print", "Cue cards")
    press(qtbot, dialog, "&Print…")
    assert not dialog._said.isVisible()


def test_only_the_pages_asked_for_are_printed(open_dialog, qtbot, tmp_path):
    path = tmp_path / "printed.pdf"

    def second_page(printer, parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(path))
        printer.setPrintRange(QPrinter.PrintRange.PageRange)
        printer.setFromTo(2, 2)
        return True

    dialog = open_dialog(machine=Machine(printers=lambda: ("One",), ask_printer=second_page))
    pick(dialog, "What to print", "Cue cards")
    press(qtbot, dialog, "&Print…")
    assert "1/" not in re.findall(r"\d+/", read(path))
