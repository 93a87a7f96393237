"""What tests of the window share: the session, the context, the whole house."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QThreadPool
from PySide6.QtWidgets import QApplication
from sqlite_utils import Database

from familysupport.app import House, make_application
from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.context import AppContext
from familysupport.paths import Paths, resources
from familysupport.session import Session, open_session
from familysupport.settings import Settings
from familysupport.ui.kit.theme import apply_theme, load_fonts


@pytest.fixture(scope="session")
def family(qapp: QApplication) -> str:
    make_application()
    return load_fonts()


@pytest.fixture(autouse=True)
def _swept(qapp: QApplication) -> Iterator[None]:
    """Take down what a test left behind: each new look dresses everything that is still there."""
    spoken = QLocale()
    yield
    QLocale.setDefault(spoken)
    for window in qapp.topLevelWidgets():
        if shiboken6.isValid(window):
            window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def dressed(qapp: QApplication, family: str) -> QApplication:
    apply_theme(qapp, "light", 100, family)
    return qapp


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    data = tmp_path / "data"
    return Paths(data, data / "settings", data / "log")


@pytest.fixture
def context(paths: Paths, clock: Clock) -> AppContext:
    return AppContext(Settings, Library(resources() / "content", "en"), clock, paths)


@pytest.fixture
def session(db: Database, clock: Clock) -> Session:
    return open_session(db, clock)


@pytest.fixture
def house(dressed: QApplication, paths: Paths, clock: Clock) -> Iterator[House]:
    before = os.umask(0o077)
    built = House(dressed, paths, clock)
    built.window.show()
    built.window.begin()
    yield built
    built.window.close()
    QThreadPool.globalInstance().waitForDone()
    built.take_down()
    dressed.processEvents()
    os.umask(before)
