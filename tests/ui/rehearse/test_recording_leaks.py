"""No sound can be read in any file, from the first sample to after it was deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from recording_room import ESCAPE, KEEP, SPACE, Room, page_listen
from stand_ins import MARK

from familysupport.context import AppContext
from familysupport.session import open_session
from familysupport.ui.rehearse.listen import ListenPage
from familysupport.vault.vault import Vault


def test_no_sound_is_readable_in_the_vault_or_in_the_folders_for_passing_things(
    vault: Vault,
    context: AppContext,
    dressed: Any,
    qtbot: Any,
    clock: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(passing))
    room = Room(open_session(vault.db, clock), context, qtbot, clock)
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(2.0, MARK * 260)
    look_for_the_mark(tmp_path)
    room.key(ESCAPE)
    (kept,) = room.kept()
    assert MARK in room.session.recordings.sound(kept.id)
    look_for_the_mark(tmp_path)
    room.press("Listen")
    room.press(page_listen(room.tab.findChild(ListenPage)))
    look_for_the_mark(tmp_path)
    room.session.recordings.wipe(kept.id)
    look_for_the_mark(tmp_path)
    room.tab.flush()
    vault.close()
    look_for_the_mark(tmp_path)


def look_for_the_mark(top: Path) -> None:
    files = [path for path in top.rglob("*") if path.is_file()]
    assert files
    forms: list[Callable[[bytes], bytes]] = [bytes, lambda one: one[1:], lambda one: one[::-1]]
    for path in files:
        data = path.read_bytes()
        assert not any(form(MARK)[:12] in data for form in forms), path.name
        assert path.suffix not in (".wav", ".pcm", ".raw")
