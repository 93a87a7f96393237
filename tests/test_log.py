"""The log keeps two small files, and an end of room never stops the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from familysupport import log


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    log.start_log(tmp_path / "log")
    yield tmp_path / "log"
    log.stop_log()


def test_a_full_file_becomes_the_one_before_and_the_oldest_goes(folder: Path) -> None:
    for number in range(4):
        log.note(f"{number}" * 100_000)
    log.note("last")
    newest, before = folder / "events.log", folder / "events.log.1"
    assert sorted(folder.iterdir()) == [newest, before]
    assert newest.read_text(encoding="utf-8").endswith("INFO last\n")
    assert "3333" in before.read_text(encoding="utf-8")
    assert newest.stat().st_size + before.stat().st_size < 200_300


def test_a_file_that_cannot_be_moved_is_written_on(folder: Path) -> None:
    (folder / "events.log.1").mkdir()
    log.note("x" * 100_001)
    log.note("after")
    assert (folder / "events.log").read_text(encoding="utf-8").endswith("INFO after\n")
