"""The scenarios as they ship."""

from __future__ import annotations

import pytest

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.rehearse.pack import read_pack
from familysupport.rehearse.scenario import Pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    return read_pack(Library(resources() / "content", "en"))
