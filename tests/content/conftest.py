"""What the tests of content share: the real library, and a copy of it to break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

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
def root(tmp_path):
    return Path(shutil.copytree(resources() / "content", tmp_path / "content"))
