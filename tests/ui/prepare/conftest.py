from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from prepare_hands import Hands


@pytest.fixture
def section(qtbot, session, context, dressed):
    """Open one section of Prepare; give it back with hands to use it."""
    return lambda place: Hands(qtbot, session, context, place)
