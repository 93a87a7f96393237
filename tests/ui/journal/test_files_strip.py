"""Photos and files below an entry: added, shown, described, saved out, removed, locked away."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from files_hands import press, said, settled, strip_of
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)

from familysupport.errors import DiskFullError
from familysupport.journal.files import LIMIT, KeptFile
from familysupport.journal.files_store import FilesStore
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.tab import JournalTab
from familysupport.ui.kit.theme import apply_theme


def names(found: list[KeptFile]) -> list[str]:
    return [one.name for one in found]


def offers_notes(tab: JournalTab) -> bool:
    return any(
        one.isVisible() and "place and time" in one.text()
        for one in strip_of(tab).findChildren(QPushButton)
    )


def urls(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drop(tab: JournalTab, data: QMimeData) -> bool:
    spot, action = QPoint(40, 200), Qt.DropAction.CopyAction
    rest = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(spot, action, data, *rest)
    QApplication.sendEvent(tab._editor, enter)
    taken = enter.isAccepted()
    QApplication.sendEvent(tab._editor, QDropEvent(spot.toPointF(), action, data, *rest))
    return taken


def test_several_photos_come_in_at_once_and_stand_below_the_words(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    strip_of(tab).add_paths(photos)
    cards = settled(qtbot, tab)
    entry_id = tab._editor.entry.id
    assert names(files.files(entry_id)) == ["IMG_0.jpg", "IMG_1.jpg", "IMG_2.jpg"]
    assert all(card.tile.isVisible() for card in cards)
    assert len(cards) == 3
    middle = cards[1].tile.grab().toImage().pixelColor(80, 54)
    assert abs(middle.red() - 0x8A) < 12
    assert "not kept" in said(tab)


def test_the_button_asks_for_files_and_says_what_happens(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    asked: list[Any] = []

    def choose(dialog: Any) -> Path:
        asked.extend(one.text() for one in dialog.findChildren(QLabel))
        dialog.deleteLater()
        return photos[0]

    strip_of(tab)._choose = choose
    press(qtbot, strip_of(tab), "Add photos or files…")
    settled(qtbot, tab)
    assert any("25 MB" in text and "originals stay" in text for text in asked)
    assert names(files.files(tab._editor.entry.id)) == ["IMG_0.jpg"]


def test_files_are_dropped_on_the_page_and_folders_passed_over(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    assert drop(tab, urls([*photos, photos[0].parent]))
    settled(qtbot, tab)
    assert len(files.files(tab._editor.entry.id)) == 3
    words = QMimeData()
    words.setText("words")
    assert not drop(tab, words)


def test_a_picture_is_pasted_and_words_are_still_pasted_as_words(
    tab: Any, qtbot: Any, files: FilesStore
) -> None:
    text = next(one for one in tab.findChildren(QPlainTextEdit) if one.isVisible())
    text.setFocus()
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#1E625B"))
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(qtbot, tab)
    (kept,) = files.files(tab._editor.entry.id)
    assert (kept.name, kept.kind, kept.width) == ("Pasted picture.png", "image/png", 30)
    QGuiApplication.clipboard().setText("and then")
    qtbot.keyClick(text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert "and then" in text.toPlainText()
    QGuiApplication.clipboard().clear()


def test_a_new_entry_is_kept_first_where_a_photo_is_all_there_is(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore, store: JournalStore
) -> None:
    tab.write()
    before = store.count()
    strip_of(tab).add_paths(photos[:1])
    settled(qtbot, tab)
    assert store.count() == before + 1
    assert len(files.files(tab._editor.entry.id)) == 1
    tab.write()
    assert not strip_of(tab)._cards


def test_what_is_too_large_stays_where_it_was_and_the_rest_comes_in(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    film = photos[0].with_name("film.mov")
    with film.open("wb") as file:
        file.truncate(LIMIT + 1)
    strip_of(tab).add_paths([film, photos[0], photos[0].with_name("gone.jpg")])
    settled(qtbot, tab)
    assert names(files.files(tab._editor.entry.id)) == ["IMG_0.jpg"]
    assert "film.mov is larger than 25 MB" in said(tab)
    assert "still where it was" in said(tab)


def test_adding_can_be_cancelled_and_what_came_in_before_is_kept(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore, db: Any
) -> None:
    big = photos[0].with_name("big.bin")
    big.write_bytes(os.urandom(8_000_000))
    strip = strip_of(tab)
    strip.add_paths([photos[0], big, photos[1]])
    qtbot.waitUntil(
        lambda: (
            strip._intake._writing is not None
            and strip._intake._writing.read.file.name == "big.bin"
        ),
        timeout=20_000,
    )
    assert "2 of 3" in said(tab)
    press(qtbot, strip, "Cancel")
    settled(qtbot, tab)
    assert names(files.files(tab._editor.entry.id)) == ["IMG_0.jpg"]
    assert "Stopped" in said(tab)
    while files.sweep():
        pass
    assert db.execute("SELECT count(DISTINCT file_id) FROM journal_file_parts").fetchone()[0] == 1


def test_typing_is_saved_while_a_large_file_comes_in(
    tab: Any, qtbot: Any, photos: list[Path], store: JournalStore, db: Any
) -> None:
    big = photos[0].with_name("big.bin")
    big.write_bytes(os.urandom(8_000_000))
    strip = strip_of(tab)
    strip.add_paths([big])
    qtbot.waitUntil(lambda: strip._intake._writing is not None, timeout=20_000)
    assert not db.conn.in_transaction
    tab._editor._text.insertPlainText("Now: ")
    tab._editor.flush()
    assert store.entry(tab._editor.entry.id).text.startswith("Now: ")
    settled(qtbot, tab)


def test_locking_while_something_comes_in_keeps_what_would_be_lost(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    big = photos[0].with_name("big.bin")
    big.write_bytes(os.urandom(3_000_000))
    strip = strip_of(tab)
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#1E625B"))
    strip.add_paths([big])
    strip.add_picture(image)
    qtbot.waitUntil(lambda: strip._intake._writing is not None, timeout=20_000)
    tab.flush()
    kept = files.files(tab._editor.entry.id)
    assert names(kept) == ["big.bin", "Pasted picture.png"]
    assert b"".join(files.read(kept[0].id)) == big.read_bytes()
    assert not strip._intake.busy


def test_a_full_disk_while_a_file_comes_in_is_told_and_nothing_half_is_shown(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore, monkeypatch: Any
) -> None:
    def full(*_args: Any) -> None:
        raise DiskFullError(Path("vault.db"))

    monkeypatch.setattr(files, "add_part", full)
    strip_of(tab).add_paths(photos[:1])
    settled(qtbot, tab)
    assert files.files(tab._editor.entry.id) == []
    assert "no room left" in said(tab)


def test_a_photo_is_described_and_the_words_are_kept(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    strip_of(tab).add_paths(photos[:1])
    (card,) = settled(qtbot, tab)
    assert "no description yet" in card.tile.accessibleName()
    qtbot.keyClicks(card.note, "Rosa at the lake")
    tab.flush()
    assert files.files(tab._editor.entry.id)[0].note == "Rosa at the lake"
    assert card.tile.accessibleName() == "Photo: Rosa at the lake"


def test_a_removed_photo_comes_back_on_undo(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    strip_of(tab).add_paths(photos[:2])
    first = settled(qtbot, tab)[0]
    first.tile.setFocus()
    qtbot.keyClick(first.tile, Qt.Key.Key_Delete)
    assert names(files.files(tab._editor.entry.id)) == ["IMG_1.jpg"]
    assert "30 days" in said(tab)
    press(qtbot, strip_of(tab), "Undo")
    settled(qtbot, tab)
    assert names(files.files(tab._editor.entry.id)) == ["IMG_0.jpg", "IMG_1.jpg"]
    press(qtbot, strip_of(tab), "Remove IMG_1.jpg")
    assert names(files.files(tab._editor.entry.id)) == ["IMG_0.jpg"]


def test_a_file_is_saved_out_only_when_asked_and_it_is_said_what_that_means(
    tab: Any, qtbot: Any, tmp_path: Path, files: FilesStore
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF-1.7 words")
    strip_of(tab).add_paths([letter])
    (card,) = settled(qtbot, tab)
    asked: list[str] = []

    def choose(dialog: Any) -> Path | None:
        asked.extend(one.text() for one in dialog.findChildren(QLabel))
        dialog.deleteLater()
        return tmp_path / "out.pdf" if len(asked) else None

    strip_of(tab)._choose = choose
    card.tile.setFocus()
    qtbot.keyClick(card.tile, Qt.Key.Key_Return)
    assert (tmp_path / "out.pdf").read_bytes() == b"%PDF-1.7 words"
    assert any("not locked" in text for text in asked)
    assert "not locked" in said(tab)
    strip_of(tab)._choose = lambda dialog: dialog.deleteLater()
    press(qtbot, strip_of(tab), "Save a copy of letter.pdf")
    strip_of(tab)._choose = lambda dialog: dialog.deleteLater() or Path("/nowhere/at/all.pdf")
    press(qtbot, strip_of(tab), "Save a copy of letter.pdf")
    assert "does not let the program write" in said(tab)


def test_the_place_is_kept_only_where_it_is_chosen(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore
) -> None:
    secret = b"47.3769N 8.5417E"
    data = photos[0].read_bytes()
    note = b"\xff\xfe" + (len(secret) + 2).to_bytes(2, "big") + secret
    photos[0].write_bytes(data[:2] + note + data[2:])
    strip_of(tab).add_paths(photos[:1])
    (card,) = settled(qtbot, tab)
    (clean,) = files.files(tab._editor.entry.id)
    assert secret not in b"".join(files.read(clean.id))
    qtbot.keyClicks(card.note, "the garden")
    press(qtbot, strip_of(tab), "Keep the place and time after all")
    settled(qtbot, tab)
    (noted,) = files.files(tab._editor.entry.id)
    assert secret in b"".join(files.read(noted.id))
    assert noted.note == "the garden"
    assert "are kept" in said(tab)
    assert not offers_notes(tab)


def test_the_place_in_photos_is_only_asked_about_where_there_is_a_photo(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore, tmp_path: Path
) -> None:
    assert not offers_notes(tab)
    letter = tmp_path / "letter.txt"
    letter.write_text("call on Thursday")
    strip_of(tab).add_paths([letter])
    settled(qtbot, tab)
    assert not offers_notes(tab)
    strip_of(tab).add_paths(photos[:1])
    settled(qtbot, tab)
    assert offers_notes(tab)
    photos[0].unlink()
    press(qtbot, strip_of(tab), "Keep the place and time after all")
    settled(qtbot, tab)
    assert names(files.files(tab._editor.entry.id)) == ["letter.txt", "IMG_0.jpg"]
    tab.write()
    assert not offers_notes(tab)


def test_of_a_photo_with_nothing_noted_in_it_nothing_is_told(
    tab: Any, qtbot: Any, tmp_path: Path
) -> None:
    drawn = QImage(300, 200, QImage.Format.Format_RGB32)
    drawn.fill(QColor("#1E625B"))
    assert drawn.save(str(tmp_path / "drawn.jpg"), "JPEG")
    strip_of(tab).add_paths([tmp_path / "drawn.jpg"])
    settled(qtbot, tab)
    assert "not kept" not in said(tab)
    assert not offers_notes(tab)


def test_every_part_of_the_strip_has_a_spoken_name(
    tab: Any, qtbot: Any, photos: list[Path]
) -> None:
    strip_of(tab).add_paths(photos)
    settled(qtbot, tab)
    for kind in (QPushButton, QLineEdit, QCheckBox):
        for one in strip_of(tab).findChildren(kind):
            assert one.accessibleName() or one.text() or not one.isVisible()


def test_a_photo_added_by_the_button_comes_into_sight_in_large_words(
    tab: Any, qtbot: Any, photos: list[Path], dressed: QApplication, family: str
) -> None:
    apply_theme(dressed, "dark", 150, family)
    tab.resize(1366, 560)
    strip = strip_of(tab)
    strip._choose = lambda dialog: dialog.deleteLater() or photos[0]
    add = next(b for b in strip.findChildren(QPushButton) if b.text() == "Add photos or files…")
    add.setFocus()
    press(qtbot, strip, "Add photos or files…")
    (card,) = settled(qtbot, tab)
    qtbot.waitUntil(lambda: not card.tile.visibleRegion().isEmpty())
    assert not add.visibleRegion().isEmpty()
