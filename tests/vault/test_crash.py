"""A program that is killed loses no word that it said was saved."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_killing_the_program_loses_nothing_that_was_saved():
    surroundings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "qt.qpa.*=false",
        "FAMILYSUPPORT_DATA": "",
    }
    command = [sys.executable, ROOT / "bench/crash.py", "--kills", "10", "--typing", "1"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=surroundings, cwd=ROOT
    )
    saving, typing = done.stdout.splitlines()
    assert saving.startswith("save: kills 10, lost 0, unsound 0"), done.stdout + done.stderr
    assert typing.startswith("type: kills 1, lost 0, unsound 0"), done.stdout + done.stderr
    assert done.returncode == 0
