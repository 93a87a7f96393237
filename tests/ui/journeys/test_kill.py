"""The real program is typed into in a process of its own and killed at a random moment.

`python3 dev.py bench crash` does the same a hundred times.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture
def crash(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PYTHONPATH", str(HOUSE))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.syspath_prepend(str(HOUSE / "bench"))
    import crash

    yield crash
    for name in ("crash", "_typist"):
        sys.modules.pop(name, None)


def test_a_kill_while_typing_costs_two_seconds_at_most_and_damages_nothing(
    crash, tmp_path: Path
) -> None:
    folder = crash.make_data(tmp_path)
    chance = random.Random(23)
    for number, tab in enumerate((crash.STATEMENTS, crash.JOURNAL, crash.STATEMENTS)):
        seconds = chance.uniform(2.2, 4.0)
        left = crash.kill_while_typing(folder, f"round{number}", tab, seconds)
        assert left.sound
        assert left.right
        assert left.lost <= crash.ALLOWED + left.stalled


def test_the_watch_for_lost_words_notices_them(crash, tmp_path: Path, monkeypatch) -> None:
    folder = crash.make_data(tmp_path)
    monkeypatch.setattr(crash, "texts", lambda _vault: [])
    left = crash.kill_while_typing(folder, "round0", crash.JOURNAL, 2.5)
    assert left.sound
    assert left.lost > crash.ALLOWED
