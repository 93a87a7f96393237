"""The tour leaves a picture of every screen, and letters whose words come back word for word."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).resolve().parents[3] / "tools"
SCREENS = (
    "welcome passphrase recovery-code locked learn prepare statements rehearse journal"
    " journal-search emergency settings safe-copies learn-dark learn-contrast learn-200"
)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("tour")
    env = {**os.environ, "PYTHONPATH": str(TOOLS.parent), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, TOOLS / "tour.py", "--out", out]
    subprocess.run(command, env=env, check=True, timeout=300)
    return out


def test_the_tour_takes_a_picture_of_every_screen(tour: Path) -> None:
    names = {path.stem.partition("-")[2] for path in tour.glob("*.png")}
    assert set(SCREENS.split()) <= names
    assert all(path.stat().st_size > 5_000 for path in tour.glob("*.png"))


@pytest.mark.parametrize("name", ["statement-letter.pdf", "statement-large.pdf"])
def test_a_printed_letter_gives_its_words_back(tour: Path, name: str) -> None:
    sys.path.insert(0, str(TOOLS))
    from tour import LETTER

    program = shutil.which("pdftotext")
    assert program, "pdftotext belongs to poppler-utils; dev.py brings it"
    answer = subprocess.run([program, tour / name, "-"], capture_output=True, text=True, check=True)
    found = " ".join(answer.stdout.replace("\f", " ").split())
    assert " ".join(LETTER.split()) in found
