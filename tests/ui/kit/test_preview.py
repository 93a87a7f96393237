"""The preview shows the pages that come out, and all of it works by keyboard."""

import subprocess
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget

from familysupport.documents.page import Page, Paragraph
from familysupport.errors import NotWritableError
from familysupport.ui.kit.preview import Choices, Machine, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, page_count
from familysupport.ui.kit.theme import apply_theme

LETTER = Page("Dear Daniel", tuple(Paragraph(f"Line {n}. I love you.") for n in range(60)))


def _sheet(choices):
    return PrintSheet("Statement", LETTER, choices.paper, choices.font_pt, "", "Mum")


class Desk:
    """A machine that answers by itself and remembers what it was asked."""

    def __init__(self, folder, names=("Office",)):
        self.folder, self.names, self.answer = Path(folder), names, "s.pdf"
        self.asked = []

    def machine(self):
        return Machine(lambda: self.names, self.ask, self.choose)

    def ask(self, printer, parent):
        self.asked.append((printer.docName(), printer.toPage()))
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.folder / "printed.pdf"))
        return bool(self.answer)

    def choose(self, dialog):
        self.asked.append(dialog.selectedFiles()[0])
        shiboken6.delete(dialog)
        return self.folder / self.answer if self.answer else None


@pytest.fixture
def desk(tmp_path):
    return Desk(tmp_path)


@pytest.fixture
def dialog(qtbot, dressed, desk):
    shown = PreviewDialog(
        _sheet, "statement.pdf", choices=Choices("a4", 12), machine=desk.machine()
    )
    qtbot.addWidget(shown)
    with qtbot.waitExposed(shown):
        shown.show()
    return shown


def _button(dialog, text):
    (found,) = [b for b in dialog.findChildren(QPushButton) if b.accessibleName() == text]
    return found


def _box(dialog, name):
    (found,) = [b for b in dialog.findChildren(QComboBox) if b.accessibleName() == name]
    return found


def _says(dialog, text):
    return any(text in x.text() for x in dialog.findChildren(QLabel) if x.isVisible())


def _pages(path):
    found = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True).stdout.decode()
    return int(next(line for line in found.splitlines() if line.startswith("Pages")).split()[-1])


def test_the_preview_counts_the_pages_that_the_pdf_has(qtbot, dialog, desk):
    for choices in (Choices("a4", 12), Choices("letter", 18), Choices("letter", 24)):
        box, size = _box(dialog, "Paper"), _box(dialog, "Size of the words")
        box.setCurrentIndex(box.findData(choices.paper))
        size.setCurrentIndex(size.findData(choices.font_pt))
        assert dialog.choices == choices
        total = page_count(_sheet(choices))
        assert _says(dialog, f"Page 1 of {total}")
        qtbot.mouseClick(_button(dialog, "Save as PDF…"), Qt.MouseButton.LeftButton)
        assert _pages(desk.folder / "s.pdf") == total


def test_pages_are_turned_by_key_and_stop_at_both_ends(qtbot, dialog):
    total = page_count(_sheet(dialog.choices))
    before, after = _button(dialog, "Previous page"), _button(dialog, "Next page")
    assert not before.isEnabled()
    for number in range(2, total + 1):
        after.setFocus()
        qtbot.keyClick(after, Qt.Key.Key_Space)
        assert _says(dialog, f"Page {number} of {total}")
    assert not after.isEnabled()
    qtbot.keyClick(before, Qt.Key.Key_Space)
    assert _says(dialog, f"Page {total - 1} of {total}")


def test_choices_are_made_by_keyboard(qtbot, dialog):
    size = _box(dialog, "Size of the words")
    size.setFocus()
    qtbot.keyClick(size, Qt.Key.Key_End)
    assert dialog.choices == Choices("a4", 24)
    assert size.currentText() == "Very large print"


def test_saving_says_the_copy_is_not_locked(qtbot, dialog, desk):
    qtbot.mouseClick(_button(dialog, "Save as PDF…"), Qt.MouseButton.LeftButton)
    assert desk.asked[0].endswith("statement.pdf")
    assert _says(dialog, "This copy is not locked. Anyone who opens it can read it.")


def test_not_choosing_a_place_saves_nothing(qtbot, dialog, desk):
    desk.answer = ""
    qtbot.mouseClick(_button(dialog, "Save as PDF…"), Qt.MouseButton.LeftButton)
    assert list(desk.folder.iterdir()) == []
    assert not _says(dialog, "Saved.")


def test_a_place_that_cannot_be_written_reaches_the_window_as_our_error(dialog, desk):
    desk.answer = "gone/s.pdf"
    with pytest.raises(NotWritableError):
        dialog._save_it()
    assert not _says(dialog, "Saved.")


def test_printing_goes_out_under_a_neutral_name(qtbot, dialog, desk):
    qtbot.mouseClick(_button(dialog, "Print…"), Qt.MouseButton.LeftButton)
    total = page_count(_sheet(dialog.choices))
    assert desk.asked == [("Document", total)]
    assert _pages(desk.folder / "printed.pdf") == total
    assert _says(dialog, "Sent to the printer.")


def test_no_to_the_printer_prints_nothing(qtbot, dialog, desk):
    desk.answer = ""
    qtbot.mouseClick(_button(dialog, "Print…"), Qt.MouseButton.LeftButton)
    assert list(desk.folder.iterdir()) == []


def test_without_a_printer_the_pdf_is_offered(qtbot, dressed, tmp_path):
    dialog = PreviewDialog(_sheet, "s.pdf", machine=Desk(tmp_path, ()).machine())
    qtbot.addWidget(dialog)
    dialog.show()
    assert not _button(dialog, "Print…").isVisible()
    assert _button(dialog, "Save as PDF…").property("kind") == "primary"
    assert _says(dialog, "No printer was found on this computer.")


def test_all_that_takes_the_keyboard_has_a_name_and_no_two_share_a_key(dialog):
    for widget in dialog.findChildren(QPushButton) + dialog.findChildren(QComboBox):
        assert widget.accessibleName()
    named = dialog.findChildren(QPushButton) + dialog.findChildren(QLabel)
    texts = [widget.text() for widget in named if widget.isVisible() and "&" in widget.text()]
    keys = [text[text.index("&") + 1].lower() for text in texts]
    assert len(keys) == len(set(keys)) == 7


def test_escape_closes_the_preview(qtbot, dialog):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_hide_button_has_its_corner(qtbot, dressed, tmp_path):
    hide = QPushButton("Hide")
    dialog = PreviewDialog(_sheet, "s.pdf", corner=hide, machine=Desk(tmp_path).machine())
    qtbot.addWidget(dialog)
    dialog.show()
    assert hide.isVisible()
    assert hide.window() is dialog


def test_page_keys_turn_pages(qtbot, dialog):
    total = page_count(_sheet(dialog.choices))
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown)
    assert _says(dialog, f"Page 2 of {total}")
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp)
    assert _says(dialog, f"Page 1 of {total}")


def test_one_can_look_closer_and_step_back(qtbot, dialog):
    closer = _button(dialog, "Look closer")
    before = dialog._pages.zoomFactor()
    closer.setFocus()
    qtbot.keyClick(closer, Qt.Key.Key_Space)
    assert dialog._pages.zoomFactor() > before
    qtbot.keyClick(closer, Qt.Key.Key_Space)
    assert dialog._pages.zoomFactor() == pytest.approx(before, rel=0.05)


@pytest.mark.qt_log_ignore("QPainter::begin", "propagateSizeHints")
def test_a_printer_that_does_not_take_the_pages_is_said(qtbot, dialog, desk):
    def ask(printer, parent):
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(desk.folder / "gone" / "printed.pdf"))
        return True

    dialog._machine = Machine(lambda: ("Office",), ask)
    qtbot.mouseClick(_button(dialog, "Print…"), Qt.MouseButton.LeftButton)
    assert _says(dialog, "The printer did not take the pages. Nothing was printed.")


@pytest.mark.parametrize("text_size", [100, 150, 200])
def test_nothing_lies_over_the_pages_whatever_the_text_size(qtbot, qapp, family, desk, text_size):
    apply_theme(qapp, "light", text_size, family)
    shown = PreviewDialog(_sheet, "statement.pdf", machine=desk.machine())
    qtbot.addWidget(shown)
    shown.show()
    shown.resize(760, 640)
    qapp.processEvents()
    pages = shown._pages.geometry()
    below = [one for one in shown._pages.parent().findChildren(QPushButton) if one.isVisible()]
    assert len(below) == 3
    assert all(one.geometry().top() > pages.bottom() for one in below)


def test_whatever_takes_the_keyboard_has_a_spoken_name(dialog):
    dialog.show()
    unnamed = [
        one
        for one in dialog.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert unnamed == []
