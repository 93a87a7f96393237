"""Photos on paper: asked for, whole, below the words of their entry, and none when not wanted."""

from __future__ import annotations

import subprocess
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QThreadPool, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from familysupport.documents.page import Picture, pictures
from familysupport.documents.plain import to_text
from familysupport.journal.files import NewFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry
from familysupport.ui.journal import paper_photos
from familysupport.ui.journal.paper import sheet
from familysupport.ui.journal.paper_photos import photos_for
from familysupport.ui.kit.preview import Choices, PreviewDialog
from familysupport.ui.kit.printing import PrintSheet, page_count, save_pdf

DAY = datetime.fromisoformat("2026-03-14T09:05:00+01:00")
RED, BLUE = "#b01818", "#1818b0"


def jpeg(colour: str, width: int = 1500, height: int = 1000) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "JPEG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def share_of(path: Path, colour: str) -> list[float]:
    """Return how much of each page of a PDF has a colour."""
    out = path.with_suffix("")
    subprocess.run(["pdftoppm", "-r", "40", "-png", path, out], check=True)
    wanted = QColor(colour)
    found = []
    for page in sorted(path.parent.glob(f"{out.name}-*.png")):
        image = QImage(str(page))
        dots = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        like = sum(
            abs(dot.red() - wanted.red()) + abs(dot.blue() - wanted.blue()) < 60 for dot in dots
        )
        found.append(like / len(dots))
    return found


@pytest.fixture
def entry(write: Any, session: Any) -> Entry:
    entry: Entry = write("We walked.")
    for colour, note in ((RED, "Rosa at the lake"), (BLUE, "")):
        new = NewFile("IMG.jpg", "image/jpeg", jpeg(colour), 1500, 1000, b"x", note)
        session.files.save(entry.id, new)
    session.files.save(entry.id, NewFile("letter.pdf", "application/pdf", b"%PDF"))
    return entry


def answer(words: str) -> list[str]:
    """Press a button in the question that comes next; return what it says."""
    said: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        said.extend(one.text() for one in dialog.findChildren(QLabel))
        next(one for one in dialog.findChildren(QPushButton) if one.text() == words).click()

    QApplication.processEvents()
    QTimer.singleShot(0, press)
    return said


@pytest.fixture
def window(dressed: Any, qtbot: Any) -> Any:
    made = QDialog()
    qtbot.addWidget(made)
    made.show()
    yield made
    QThreadPool.globalInstance().waitForDone()


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("points", [12, 24])
def test_photos_stand_below_the_words_whole_and_told(
    window: Any, session: Any, entry: Entry, tmp_path: Path, paper: Any, points: int
) -> None:
    said = answer("With photos")
    below = photos_for([entry], session.files, window)
    assert below is not None
    assert "Print the 2 photos too?" in said
    made = sheet([entry], Choices(paper, points), below)
    path = tmp_path / "pages.pdf"
    save_pdf(made, path)
    red, blue = share_of(path, RED), share_of(path, BLUE)
    whole = 480 * 320 / (96 * 96)  # square inches
    area = 8.27 * 11.69 if paper == "a4" else 8.5 * 11
    for shares in (red, blue):
        assert max(shares) == pytest.approx(whole / area, rel=0.05)
        assert sum(share > 0.001 for share in shares) == 1  # no page end cuts it
    told = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    assert told.index("We walked.") < told.index("Rosa at the lake")
    assert "letter.pdf" in told


def test_words_only_prints_no_photo_and_says_nothing_of_them(
    window: Any, session: Any, entry: Entry
) -> None:
    answer("Words only")
    below = photos_for([entry], session.files, window)
    assert below is not None
    assert list(below(entry)) == []


def test_nothing_is_asked_where_there_is_no_photo(window: Any, session: Any, write: Any) -> None:
    entry = write("Words alone.")
    below = photos_for([entry], session.files, window)
    assert below is not None
    assert list(below(entry)) == []


def test_too_many_photos_are_told_and_the_words_can_still_be_printed(
    window: Any, session: Any, entry: Entry, monkeypatch: Any
) -> None:
    monkeypatch.setattr(paper_photos, "MOST", 1)
    said = answer("Print the words")
    below = photos_for([entry], session.files, window)
    assert below is not None
    assert list(below(entry)) == []
    assert any("too many" in text for text in said)
    answer("Cancel")
    assert photos_for([entry], session.files, window) is None


def test_getting_photos_ready_can_be_cancelled(
    window: Any, session: Any, entry: Entry, monkeypatch: Any
) -> None:
    def cancel_then_read(*_args: Any) -> Any:
        answer("Cancel")
        return iter(())

    monkeypatch.setattr(FilesStore, "read", cancel_then_read)
    answer("With photos")
    assert photos_for([entry], session.files, window) is None


def test_a_photo_that_cannot_be_read_is_told_of_instead(
    window: Any, session: Any, entry: Entry, monkeypatch: Any
) -> None:
    monkeypatch.setattr(FilesStore, "read", lambda *_args: iter((b"broken",)))
    answer("With photos")
    below = photos_for([entry], session.files, window)
    assert below is not None
    page = sheet([entry], Choices(), below).content
    assert list(pictures(page.blocks)) == []  # type: ignore[union-attr]
    assert "Not printed here: Rosa at the lake; IMG.jpg; letter.pdf" in to_text(page)  # type: ignore[arg-type]


def test_a_tall_photo_fits_on_one_page_and_a_small_one_stays_small(
    tmp_path: Path, dressed: Any
) -> None:
    tall = Picture(jpeg(RED, 400, 4000), 400, 4000, "A tower")
    small = Picture(jpeg(BLUE, 50, 50), 50, 50, "")
    path = tmp_path / "pages.pdf"
    below = lambda _entry: (tall, small)  # noqa: E731
    made = sheet([Entry(1, DAY, text="Words. " * 400)], Choices("letter", 24), below)
    save_pdf(made, path)
    red = share_of(path, RED)
    assert sum(share > 0.0005 for share in red) == 1
    assert max(red) == pytest.approx(38 * 380 / (96 * 96) / (8.5 * 11), rel=0.1)


def test_the_preview_shows_photos_without_keeping_them_large(dressed: Any, qtbot: Any) -> None:
    entries = [Entry(n, DAY + timedelta(days=n), text="Words") for n in range(1, 7)]
    photo = Picture(jpeg(RED), 1500, 1000, "Rosa")
    made: PrintSheet = sheet(entries, Choices(), lambda _entry: (photo,))
    dialog = PreviewDialog(lambda _choices: made, "pages.pdf")
    qtbot.addWidget(dialog)
    dialog.show()
    assert page_count(made) == dialog._pages.pageCount()
    image = dialog._pages.grab().toImage()
    across, down = range(0, image.width(), 9), range(0, image.height(), 9)
    colours = {image.pixelColor(x, y).name() for x in across for y in down}
    assert any(QColor(one).red() > 150 and QColor(one).blue() < 60 for one in colours)
