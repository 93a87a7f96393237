"""One's own voice: asked first, heard only while the text moves, in the vault or nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from recording_room import DECIDE, ESCAPE, KEEP, SPACE, TEXT, Room, page_listen
from stand_ins import loud

from familysupport.context import AppContext
from familysupport.errors import DiskFullError
from familysupport.rehearse.take import LONGEST_SECONDS
from familysupport.session import Session
from familysupport.ui.kit import messages
from familysupport.ui.rehearse.full import FullScreen
from familysupport.ui.rehearse.level import LevelBar
from familysupport.ui.rehearse.listen import ListenPage
from familysupport.ui.rehearse.sound import Trouble
from familysupport.ui.rehearse.ways import Way


@pytest.fixture
def room(session: Session, context: AppContext, dressed: Any, qtbot: Any, clock: Any) -> Room:
    return Room(session, context, qtbot, clock)


def test_nothing_is_heard_unless_somebody_said_so(room: Room) -> None:
    room.key(SPACE)
    room.clock.seconds += 3
    room.reader._move()
    assert room.microphone.starts == 0
    room.key(ESCAPE)
    room.press("Read it again")
    room.press("Record my voice")
    assert "Record your voice while you read?" in room.shown()
    assert "It never becomes a file" in room.shown()
    room.press("No")
    room.key(SPACE)
    assert room.microphone.starts == 0


def test_escape_on_the_question_means_no(room: Room) -> None:
    room.press("Record my voice")
    room.qtbot.keyClick(room.tab.focusWidget(), ESCAPE)
    assert "Record your voice while you read?" not in room.shown()
    room.key(SPACE)
    assert room.microphone.starts == 0


def test_the_microphone_is_on_only_while_the_text_moves_and_shows_how_loud(room: Room) -> None:
    room.agree(KEEP)
    assert not room.microphone.on
    room.key(SPACE)
    assert room.microphone.on
    room.hear(1.0)
    bar = room.tab.findChild(LevelBar)
    assert bar.isVisible()
    assert bar._filled == 5
    assert "Recording 0:01 of 15:00 · well heard" in room.shown()
    room.key(SPACE)
    assert not room.microphone.on
    assert not bar.isVisible()
    room.clock.seconds += 60
    room.key(SPACE)
    room.hear(1.0)
    room.key(ESCAPE)
    (kept,) = room.kept()
    assert kept.seconds == 2.0
    assert kept.text == TEXT
    assert "The recording is kept in the vault." in room.shown()


def test_a_reading_to_the_end_is_kept_and_heard_again_with_the_text_following(
    room: Room,
) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    length = room.reader._scroll.length_at(room.reader._scroll.pace)
    while room.reader.begun:
        room.hear(0.2)
    assert "You read it to the end" in room.shown()
    room.press("Listen")
    page = room.tab.findChild(ListenPage)
    assert page.isVisible()
    room.press(page_listen(page))
    assert room.speaker.on
    assert len(room.speaker.sound) / 32_000 == pytest.approx(length, abs=0.3)
    steps = len(page._steps)
    for at, share in ((0.0, 0.0), (length / 2, 0.5), (length, 1.0)):
        room.speaker.at = at
        page._follow()
        assert page._view._place == pytest.approx(share * steps, abs=steps * 0.08)
    room.qtbot.keyClick(page, SPACE)
    assert not room.speaker.on
    room.qtbot.keyClick(page, SPACE)
    assert room.speaker.on
    assert room.speaker.at == pytest.approx(length)
    room.speaker.ended(None)
    room.qtbot.keyClick(page, ESCAPE)
    assert room.reader.isVisible()


def test_what_one_decides_about_afterwards_is_kept_or_thrown_away(room: Room) -> None:
    room.agree(DECIDE)
    room.key(SPACE)
    room.hear(1.0)
    room.key(ESCAPE)
    assert "1 s are recorded and not kept yet" in room.shown()
    assert room.kept() == []
    room.press("Listen")
    assert room.speaker.sound == loud(1.0)
    room.press("Back")
    room.press("Keep it in the vault")
    assert [one.seconds for one in room.kept()] == [1.0]
    room.press("Read it again")
    assert "Recordings: 1" in room.shown()
    room.key(SPACE)
    room.hear(1.0)
    room.key(ESCAPE)
    held = room.tab._aloud._recorder.pending
    assert held is not None
    room.press("Throw it away")
    assert held.sound() == b""
    assert len(room.kept()) == 1


@pytest.mark.parametrize(("answer", "count"), [(KEEP, 1), (DECIDE, 0)])
def test_a_lock_stops_at_once_and_keeps_only_what_was_meant_to_be_kept(
    room: Room, answer: str, count: int
) -> None:
    room.agree(answer)
    room.key(SPACE)
    room.hear(1.0)
    take = room.tab._aloud._recorder.take
    assert take is not None
    room.tab.flush()
    assert not room.microphone.on
    assert len(room.kept()) == count
    assert take.sound() == b""


def test_a_recording_that_the_disk_does_not_take_waits_for_another_try(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(1.0)
    store, save = room.session.recordings, room.session.recordings.save

    def full(*_: Any) -> None:
        raise DiskFullError(Path("vault"))

    monkeypatch.setattr(store, "save", full)
    with room.qtbot.capture_exceptions() as told:
        room.reader.stop()
    assert [one[0] for one in told] == [DiskFullError]
    assert not room.microphone.on
    assert "1 s are recorded and not kept yet" in room.shown()
    monkeypatch.setattr(store, "save", save)
    room.press("Keep it in the vault")
    assert [one.seconds for one in room.kept()] == [1.0]
    assert "The recording is kept in the vault." in room.shown()


def test_leaving_without_a_word_lets_it_go(room: Room) -> None:
    room.agree(DECIDE)
    room.key(SPACE)
    room.hear(1.0)
    room.key(ESCAPE)
    held = room.tab._aloud._recorder.pending
    assert held is not None
    room.tab.show_way(Way.SETTLE)
    room.tab.read_statement(room.letter.id)
    assert held.sound() == b""
    assert room.kept() == []


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (Trouble.NOT_INSTALLED, "The part for sound is not installed here."),
        (Trouble.NO_MICROPHONE, "There is no microphone here."),
        (Trouble.REFUSED, "The system did not let the microphone be used."),
    ],
)
def test_without_a_microphone_one_sentence_says_so_and_reading_goes_on(
    room: Room, trouble: Trouble, words: str
) -> None:
    room.microphone.trouble = trouble
    room.agree(KEEP)
    room.key(SPACE)
    assert words in room.shown()
    room.clock.seconds += 3
    room.reader._move()
    assert "0:03 read" in room.shown()
    room.key(ESCAPE)
    assert "You stopped" in room.shown()
    assert room.kept() == []


@pytest.mark.parametrize(
    ("lacks", "words"),
    [
        (Trouble.NOT_INSTALLED, "The part for sound is not installed here."),
        (Trouble.NO_MICROPHONE, "There is no microphone here."),
    ],
)
def test_what_is_missing_is_told_before_the_question_and_not_in_the_middle_of_reading(
    room: Room, lacks: Trouble, words: str
) -> None:
    room.microphone.lacks = lacks
    room.press("Record my voice")
    assert words in room.shown()
    assert KEEP not in room.shown()
    room.microphone.lacks = None
    room.press("Record my voice")
    assert words not in room.shown()
    assert KEEP in room.shown()


def test_a_microphone_that_goes_away_leaves_what_was_recorded(room: Room) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(1.0)
    room.microphone.go_away()
    assert "The microphone went away." in room.shown()
    room.clock.seconds += 2
    room.reader._move()
    assert "0:03 read" in room.shown()
    room.key(ESCAPE)
    assert [one.seconds for one in room.kept()] == [1.0]


def test_after_fifteen_minutes_it_says_so_and_the_microphone_is_off(room: Room) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.microphone.hear(loud(LONGEST_SECONDS))
    assert not room.microphone.on
    assert "15 minutes are recorded; no more fits." in room.shown()
    room.key(SPACE)
    room.key(SPACE)
    assert not room.microphone.on


def test_a_muted_microphone_is_asked_about(room: Room) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(3.2, loud(0.2, 0))
    assert "Nothing is heard. Perhaps the microphone is muted?" in room.shown()


def test_without_a_loudspeaker_it_says_so(room: Room) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(1.0)
    room.key(ESCAPE)
    room.speaker.trouble = Trouble.NO_SPEAKER
    room.press("Listen")
    room.press(page_listen(room.tab.findChild(ListenPage)))
    assert "There is no loudspeaker here to listen with." in room.shown()


@pytest.mark.parametrize("sure", [True, False])
def test_a_recording_is_deleted_for_good_only_after_a_question(
    room: Room, monkeypatch: pytest.MonkeyPatch, sure: bool
) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(1.0)
    room.key(ESCAPE)
    room.press("Listen")
    page = room.tab.findChild(ListenPage)
    name = page_listen(page).replace("Listen", "Delete for good")
    monkeypatch.setattr("familysupport.ui.rehearse.listen.confirm_loss", lambda *_: sure)
    assert messages.confirm_loss
    room.press(name)
    assert len(room.kept()) == (0 if sure else 1)
    assert ("Nothing is kept of this statement." in room.shown()) is sure


def test_a_dialog_before_the_text_pauses_and_turns_the_microphone_off(room: Room) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(0.4)
    dialog = QDialog(room.tab)
    dialog.open()
    assert not room.microphone.on
    assert not room.reader._scroll.running
    dialog.reject()
    assert not room.microphone.on
    room.key(SPACE)
    assert room.microphone.on


def test_on_the_whole_screen_it_records_too_and_what_stands_before_it_stops_it(
    room: Room,
) -> None:
    room.agree(KEEP)
    room.key(SPACE)
    room.hear(0.4)
    room.key(Qt.Key.Key_F11)
    full = room.tab.findChild(FullScreen)
    assert full.findChild(LevelBar).isVisible()
    room.hear(0.4)
    dialog = QDialog(full)
    dialog.open()
    assert not room.microphone.on
    dialog.reject()
    room.key(ESCAPE)
    assert [one.seconds for one in room.kept()] == [pytest.approx(0.8)]
