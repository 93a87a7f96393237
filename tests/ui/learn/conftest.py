"""What the tests of Learn share: the tab over the real lessons, and a store over a real vault."""

from __future__ import annotations

import pytest

from familysupport.learn.store import LearnStore
from familysupport.ui.learn.tab import LearnTab


@pytest.fixture
def store(db, clock):
    return LearnStore(db, clock)


@pytest.fixture
def tab(qtbot, dressed, context):
    widget = LearnTab(context)
    qtbot.addWidget(widget)
    widget.resize(1200, 700)
    with qtbot.waitActive(widget):
        widget.show()
    widget.refresh()
    return widget
