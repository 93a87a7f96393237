from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QColor, QImage

from familysupport.context import AppContext
from familysupport.journal.files_store import FilesStore
from familysupport.journal.model import Entry
from familysupport.journal.store import JournalStore
from familysupport.session import Session
from familysupport.ui.journal.tab import JournalTab

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")

CAMERA_NOTE = b"\xff\xfe\x00\x11a camera's note"
"""A part of a JPEG that holds words, with its length before them."""


@pytest.fixture
def store(session: Session) -> JournalStore:
    return session.journal


@pytest.fixture
def write(store: JournalStore) -> Any:
    def save(text: str, days_ago: int = 1, **fields: Any) -> Entry:
        return store.save(Entry(0, NOW - timedelta(days=days_ago), text=text, **fields))

    return save


@pytest.fixture
def open_tab(session: Session, context: AppContext, dressed: Any, qtbot: Any) -> Any:
    def make() -> JournalTab:
        tab = JournalTab(session, context)
        tab.refresh()
        qtbot.addWidget(tab)
        tab.resize(1200, 760)
        with qtbot.waitActive(tab):
            tab.show()
            tab.activateWindow()
        return tab

    return make


@pytest.fixture
def files(session: Any) -> FilesStore:
    return session.files


@pytest.fixture
def photos(tmp_path: Path) -> list[Path]:
    folder = tmp_path / "camera"
    folder.mkdir()
    made = []
    for number, colour in enumerate(("#1E625B", "#8A5A00", "#2B5A8C")):
        image = QImage(600, 400, QImage.Format.Format_RGB32)
        image.fill(QColor(colour))
        made.append(folder / f"IMG_{number}.jpg")
        assert image.save(str(made[-1]), "JPEG")
        plain = made[-1].read_bytes()
        made[-1].write_bytes(plain[:2] + CAMERA_NOTE + plain[2:])
    return made


@pytest.fixture
def tab(open_tab: Any, write: Any) -> Any:
    write("We walked.")
    made = open_tab()
    yield made
    QThreadPool.globalInstance().waitForDone()
