"""Photos shown large inside the program, one after another, and let go of again."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

from files_hands import settled, strip_of
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from familysupport.journal.files_store import FilesStore
from familysupport.ui.journal.files_viewer import PhotoViewer


def in_viewer(act: Any) -> None:
    """Do something in the viewer that opens next, then close it."""

    def look() -> None:
        viewer = QApplication.activeModalWidget()
        assert isinstance(viewer, PhotoViewer)
        QThreadPool.globalInstance().waitForDone()
        QApplication.processEvents()
        act(viewer)
        viewer.reject()

    QApplication.processEvents()
    QTimer.singleShot(0, look)


def test_photos_are_shown_large_one_after_another_by_keyboard(
    tab: Any, qtbot: Any, photos: list[Path], files: FilesStore, tmp_path: Path
) -> None:
    strip_of(tab).add_paths(photos)
    cards = settled(qtbot, tab)
    seen: list[str] = []
    shown: list[QImage] = []

    def act(viewer: PhotoViewer) -> None:
        canvas = viewer._canvas
        for key in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Left):
            qtbot.keyClick(canvas, key)
            seen.append(viewer._count.text())
            QThreadPool.globalInstance().waitForDone()
            QApplication.processEvents()
        shown.append(canvas.image)
        qtbot.keyClicks(viewer._note, "The dog")
        qtbot.keyClick(viewer._closer, Qt.Key.Key_Space)
        assert canvas.minimumWidth() == 600
        qtbot.keyClick(canvas, Qt.Key.Key_Left)
        assert viewer._count.text() == seen[-1]
        viewer._choose = lambda dialog: dialog.deleteLater() or tmp_path / "copy.jpg"
        qtbot.keyClick(viewer._save, Qt.Key.Key_Space)
        assert "not locked" in viewer._said.text()
        viewer.grab()

    in_viewer(act)
    qtbot.keyClick(cards[0].tile, Qt.Key.Key_Space)
    assert seen == ["Photo 2 of 3", "Photo 3 of 3", "Photo 3 of 3", "Photo 2 of 3"]
    assert shown[0].size().toTuple() == (600, 400)
    assert files.files(tab._editor.entry.id)[1].note == "The dog"
    assert cards[1].note.text() == "The dog"
    assert (tmp_path / "copy.jpg").exists()


def test_a_closed_viewer_holds_no_picture(tab: Any, qtbot: Any, photos: list[Path]) -> None:
    strip_of(tab).add_paths(photos[:1])
    (card,) = settled(qtbot, tab)
    viewers: list[PhotoViewer] = []
    images: list[bool] = []

    def act(viewer: PhotoViewer) -> None:
        viewers.append(viewer)
        images.append(viewer._canvas.image.isNull())
        viewer.done(0)
        images.append(viewer._canvas.image.isNull())

    in_viewer(act)
    qtbot.keyClick(card.tile, Qt.Key.Key_Space)
    assert images == [False, True]


def test_nothing_is_written_to_the_disk_besides_the_vault(
    tab: Any, qtbot: Any, photos: list[Path], tmp_path: Path, monkeypatch: Any
) -> None:

    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setenv("TMPDIR", str(place))
    monkeypatch.setattr(tempfile, "tempdir", None)
    opened: list[str] = []
    real = os.open
    monkeypatch.setattr(os, "open", lambda *a, **n: opened.append(str(a[0])) or real(*a, **n))
    strip_of(tab).add_paths(photos)
    cards = settled(qtbot, tab)
    in_viewer(lambda viewer: None)
    qtbot.keyClick(cards[0].tile, Qt.Key.Key_Space)
    assert list(place.iterdir()) == []
    assert opened == []
