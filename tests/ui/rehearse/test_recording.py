"""One's own voice: asked first, heard only while the text moves, in the vault or nowhere."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton, QWidget
from stand_ins import MARK, FedMicrophone, WatchedSpeaker, loud

from familysupport.context import AppContext
from familysupport.rehearse.model import Look
from familysupport.rehearse.take import LONGEST_SECONDS
from familysupport.session import Session, open_session
from familysupport.statements.model import Statement
from familysupport.ui.kit import messages
from familysupport.ui.rehearse.full import FullScreen
from familysupport.ui.rehearse.level import LevelBar
from familysupport.ui.rehearse.listen import ListenPage
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.sound import Trouble
from familysupport.ui.rehearse.tab import RehearseTab, Way
from familysupport.ui.rehearse.view import ReadingView
from familysupport.vault.vault import Vault

TEXT = "I love you and I miss you. I was there in March. Will you come with me today?"
KEEP, DECIDE = "Record and keep it", "Record, and decide afterwards"
SPACE, ESCAPE = Qt.Key.Key_Space, Qt.Key.Key_Escape


class Room:
    """A tab with a microphone and a loudspeaker in hand."""

    def __init__(self, session: Session, context: AppContext, qtbot: Any, clock: Any) -> None:
        self.session, self.context, self.qtbot, self.clock = session, context, qtbot, clock
        self.microphone, self.speaker = FedMicrophone(), WatchedSpeaker()
        session.rehearse.keep_look(Look(countdown=0))
        self.letter = session.statements.save(Statement(author="Anna", text=TEXT))
        self.open()

    def open(self) -> None:
        self.tab = RehearseTab(self.session, self.context, self.microphone, self.speaker)
        self.qtbot.addWidget(self.tab)
        self.tab.resize(1200, 760)
        self.tab.show()
        self.tab.read_statement(self.letter.id)
        self.reader = self.tab.findChild(Reader)
        self.view = self.reader.findChild(ReadingView)

    def press(self, words: str) -> None:
        QApplication.processEvents()
        fitting = [
            one
            for one in self.tab.findChildren(QPushButton)
            if one.isVisible() and words in (one.text(), one.accessibleName())
        ]
        assert fitting, words
        self.qtbot.keyClick(fitting[0], SPACE)

    def shown(self) -> str:
        QApplication.processEvents()
        kinds: tuple[type[QWidget], ...] = (QLabel, QPushButton)
        found = [one for kind in kinds for one in self.tab.findChildren(kind)]
        return "\n".join(one.text() for one in found if one.isVisible())

    def key(self, which: Qt.Key) -> None:
        self.qtbot.keyClick(self.view, which)

    def hear(self, seconds: float, samples: bytes = b"") -> None:
        """Let the clock go on while the microphone hears, a fifth of a second at a time."""
        for _ in range(round(seconds * 5)):
            self.clock.seconds += 0.2
            self.microphone.hear(samples or loud(0.2))
            self.reader._move()

    def agree(self, words: str) -> None:
        self.press("Record my voice")
        self.press(words)

    def kept(self) -> list[Any]:
        return self.session.recordings.recordings(self.letter.id)


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


def page_listen(page: ListenPage) -> str:
    """Return what the button of the latest recording says to a screen reader."""
    QApplication.processEvents()
    names = [one.accessibleName() for one in page.findChildren(QPushButton)]
    return next(one for one in names if one.startswith("Listen: "))


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
