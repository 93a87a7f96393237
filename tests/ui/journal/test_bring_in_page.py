"""Another journal comes in by way of a preview, whole or not at all, and goes back out."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from familysupport.errors import DiskFullError
from familysupport.journal.files import NewFile
from familysupport.journal.model import Entry
from familysupport.journal.take_out import Outgoing, Shape, take_out
from familysupport.ui.journal import bring_in_steps
from familysupport.ui.journal.bring_in_steps import StepsDialog
from familysupport.ui.journal.in_and_out import InAndOutPage
from familysupport.ui.kit.preview import Machine

DATA = Path(__file__).parents[2] / "data" / "journal"


class Chosen:
    """Answers a file dialog with a path."""

    def __init__(self) -> None:
        self.path = None

    def __call__(self, dialog):
        dialog.deleteLater()
        return self.path


@pytest.fixture
def chosen():
    return Chosen()


@pytest.fixture
def page(session, context, dressed, qtbot, chosen):
    page = InAndOutPage(session, context, Machine(choose=chosen))
    qtbot.addWidget(page)
    page.resize(800, 760)
    page.refresh()
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    yield page
    QThreadPool.globalInstance().waitForDone()


def button_in(within, name):
    QApplication.processEvents()  # what was just laid out is shown then
    return next(
        one
        for one in within.findChildren(QPushButton)
        if one.text().startswith(name) and one.isVisible()
    )


def press(within, name):
    QTest.mouseClick(button_in(within, name), Qt.MouseButton.LeftButton)


def words(within):
    return "\n".join(one.text() for one in within.findChildren(QLabel) if one.isVisible())


def choose(page, chosen, qtbot, path, folder=False):
    chosen.path = path
    press(page, "Choose a folder…" if folder else "Choose a file…")
    qtbot.waitUntil(lambda: page.currentWidget() is page._preview, timeout=20_000)


def test_a_folder_of_rednotebook_is_shown_first_and_then_comes_in(page, chosen, qtbot, session):
    choose(page, chosen, qtbot, DATA / "rednotebook", folder=True)
    said = words(page._preview)
    assert "7 entries found" in said
    assert "From 3 September 2026 to 31 October 2026. Written by: RedNotebook." in said
    assert "put at noon: 7" in said
    assert session.journal.count() == 0
    with qtbot.waitSignal(page.changed):
        press(page, "Take in 7 entries")
    assert session.journal.count() == 7
    assert "7 entries came in." in words(page)
    assert "RedNotebook" in words(page._card)


def test_what_is_here_already_has_no_tick_and_any_tick_can_be_turned(page, chosen, qtbot, session):
    choose(page, chosen, qtbot, DATA / "jrnl/journal.txt")
    press(page, "Take in 5")
    choose(page, chosen, qtbot, DATA / "jrnl/journal.json")
    assert "Here already, so left out: 5." in words(page._preview)
    assert page._preview.chosen() == []
    assert not page._preview._take.isEnabled()
    view = page._preview.list
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert len(page._preview.chosen()) == 1
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert page._preview.chosen() == []
    spot = view.visualRect(view.model().index(1, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert [pick.known for pick in page._preview.chosen()] == [True]
    press(page, "Tick all new ones")
    assert page._preview.chosen() == []
    press(page, "Not now")
    assert page.currentWidget() is page._home
    assert session.journal.count() == 5


def test_the_list_says_in_words_what_stays_out(page, chosen, qtbot):
    choose(page, chosen, qtbot, DATA / "jrnl/journal.json")
    model = page._preview.list.model()
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert "stays out" not in model.index(0, 0).data(spoken)
    press(page, "Take all ticks away")
    assert "stays out" in model.index(0, 0).data(spoken)
    assert model.index(0, 0).data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked


def test_what_is_left_out_is_named_with_its_reason(page, chosen, qtbot):
    choose(page, chosen, qtbot, DATA / "pages", folder=True)
    said = words(page._preview)
    assert "Not taken in: 1" in said
    assert "undated.txt: no date was found in it" in said
    assert "can be read two ways: 1. Check them." in said


def test_what_came_in_goes_back_out_and_in_again(page, chosen, qtbot, session):
    choose(page, chosen, qtbot, DATA / "jrnl/journal.json")
    press(page, "Take in 5")
    press(page._card, "Take these back out")
    assert session.journal.count() == 0
    assert "5 entries were taken back out." in words(page)
    assert ".." not in words(page)
    press(page, "Undo")
    assert session.journal.count() == 5


def test_a_file_that_cannot_be_read_says_so_and_nothing_comes_in(
    page, chosen, qtbot, session, tmp_path
):
    chosen.path = tmp_path / "broken.zip"
    chosen.path.write_bytes(b"PK nothing")
    press(page, "Choose a file…")
    qtbot.waitUntil(lambda: "could not be read" in words(page), timeout=20_000)
    assert session.journal.count() == 0
    chosen.path = tmp_path / "empty.txt"
    chosen.path.write_text("No date in here.")
    press(page, "Choose a file…")
    qtbot.waitUntil(lambda: page.currentWidget() is page._preview, timeout=20_000)
    assert "Nothing in it has both words and a date." in words(page._preview)
    assert page._preview._back.hasFocus()


def test_a_long_import_shows_how_far_it_is_and_can_be_stopped(
    page, chosen, qtbot, session, monkeypatch
):
    monkeypatch.setattr(bring_in_steps, "AT_ONCE", 6)
    choose(page, chosen, qtbot, DATA / "rednotebook", folder=True)
    seen = []

    def stop():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, StepsDialog)
        seen.append(words(dialog))
        press(dialog, "Stop")

    monkeypatch.setattr(StepsDialog, "_go_on", lambda self: None)
    take = button_in(page, "Take in 7")
    QTimer.singleShot(0, stop)
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    assert "0 of 7" in seen[0]
    assert session.journal.count() == 0
    assert page.currentWidget() is page._preview
    monkeypatch.undo()
    monkeypatch.setattr(bring_in_steps, "AT_ONCE", 6)
    press(page, "Take in 7")
    assert session.journal.count() == 7


def test_a_long_import_ends_by_itself_and_trouble_in_it_is_told(
    page, chosen, qtbot, session, monkeypatch
):
    monkeypatch.setattr(bring_in_steps, "AT_ONCE", 0)
    choose(page, chosen, qtbot, DATA / "pages", folder=True)
    press(page, "Take in 8")
    assert session.journal.count() == 8
    press(page._card, "Take these back out")
    assert session.journal.count() == 0
    press(page, "Undo")
    assert session.journal.count() == 8

    def full(_found, _formats, _files):
        yield 1
        raise DiskFullError(Path("x"))

    choose(page, chosen, qtbot, DATA / "jrnl/journal.json")
    monkeypatch.setattr(session.bring_in, "take_in", full)
    press(page, "Take in 5")
    assert "no room left" in words(page)


def test_a_full_disk_is_told_and_nothing_came_in(page, chosen, qtbot, session, monkeypatch):
    choose(page, chosen, qtbot, DATA / "jrnl/journal.json")

    def full(_found, _formats, _files):
        yield 1
        raise DiskFullError(Path("x"))

    monkeypatch.setattr(page, "_store", type("S", (), {"take_in": staticmethod(full)})())
    page._card._store = session.bring_in
    press(page, "Take in 5")
    assert "no room left" in words(page)
    assert session.journal.count() == 0


def test_photos_come_in_with_their_entry_without_what_the_camera_noted(
    page, chosen, qtbot, session, tmp_path
):
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkGreen)
    photo = tmp_path / "a.jpeg"
    assert image.save(str(photo), "JPEG")
    packed = tmp_path / "export.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(DATA / "day-one/Journal.json", "Journal.json")
        archive.write(photo, "photos/9a0364b9e99bb480dd25e1f0284c8555.jpeg")
    choose(page, chosen, qtbot, packed)
    take = button_in(page, "Take in 3")
    QTest.mouseClick(take, Qt.MouseButton.LeftButton)
    (kept,) = list(session.files.all_files())
    assert (kept.width, kept.height, kept.kind) == (60, 40, "image/jpeg")
    assert session.journal.entry(kept.entry_id).title == "The first long talk"


def test_photos_that_are_not_there_are_said(page, chosen, qtbot, session):
    choose(page, chosen, qtbot, DATA / "day-one/Journal.json")
    press(page, "Take in 3")
    assert session.journal.count() == 3
    assert "that were not there or too large: 1." in words(page)


def test_our_own_zip_comes_back_with_its_photos(page, chosen, qtbot, session, tmp_path, clock):
    entry = session.journal.save(Entry(0, clock.now(), text="With a file."))
    session.files.save(entry.id, NewFile("note.txt", "text/plain", b"hello"))
    path = tmp_path / "journal.zip"
    files = session.files
    going = Outgoing([entry.id], session.journal.entry, clock.now(), files.files, files.read)
    list(take_out(path, Shape.JSON, going))
    session.journal.delete(entry.id)
    choose(page, chosen, qtbot, path)
    press(page, "Take in 1")
    (kept,) = list(files.all_files())
    assert (kept.name, b"".join(files.read(kept.id))) == ("note.txt", b"hello")


def test_the_tab_opens_the_page_and_lists_what_came_in(open_tab, session, qtbot):
    tab = open_tab()
    press(tab, "Bring another journal in…")
    page = tab.findChild(InAndOutPage)
    page._card.open(DATA / "jrnl/journal.json")
    qtbot.waitUntil(lambda: page.currentWidget() is page._preview, timeout=20_000)
    press(page, "Take in 5")
    assert tab._entries._model.rowCount() >= 5
    press(page, "Back to the entries")
    tab.write()
    press(tab, "In and out")
    assert page.isVisible()


def test_an_entry_that_was_taken_back_out_is_not_written_on(open_tab, session, qtbot):
    tab = open_tab()
    tab.open_leaf("in-and-out")
    page = tab.findChild(InAndOutPage)
    page._card.open(DATA / "jrnl/journal.json")
    qtbot.waitUntil(lambda: page.currentWidget() is page._preview, timeout=20_000)
    press(page, "Take in 5")
    tab._show(session.journal.entries()[0].id)
    tab.open_leaf("in-and-out")
    press(page._card, "Take these back out")
    assert tab._editor.entry.id == 0
    assert session.journal.count() == 0
