"""What the tests of content share: the real library, and a copy of it to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from familysupport.content import check
from familysupport.content.check_words import shelf_of
from familysupport.content.library import Library
from familysupport.paths import resources


@pytest.fixture(scope="session")
def library():
    return Library(resources() / "content", "en")


@pytest.fixture(scope="session")
def shelf(library):
    return shelf_of(library)


@pytest.fixture
def root(tmp_path, monkeypatch):
    """Return a copy of the content to break; the coach's rules, which take long, have own tests."""
    monkeypatch.setattr(check, "check_coach", lambda *_: iter(()))
    return Path(shutil.copytree(resources() / "content", tmp_path / "content"))
