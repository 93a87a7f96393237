"""The computer's voice: off until switched on, quiet at Escape, lock, hide and F12."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget
from stand_ins import HeardVoice

from familysupport.context import AppContext
from familysupport.prepare.model import Part as Role
from familysupport.prepare.model import Person
from familysupport.rehearse.loved import Loved
from familysupport.rehearse.meeting import Meeting, begin
from familysupport.rehearse.model import Look
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.pack import read_pack
from familysupport.rehearse.prepared import Moment, Prepared
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.rehearse.meeting_page import MeetingPage
from familysupport.ui.rehearse.prompt import Prompt
from familysupport.ui.rehearse.reader import Reader
from familysupport.ui.rehearse.tab import RehearseTab
from familysupport.ui.rehearse.talk_page import TalkPage
from familysupport.ui.rehearse.talk_setup import Wish
from familysupport.ui.rehearse.voice import Missing, QtVoice, find_speech
from familysupport.ui.rehearse.ways import Way

WISH = Wish(Loved("Kim"), "anger", "", Difficulty.TYPICAL, None, None)


@pytest.fixture
def open_with(session: Session, context: AppContext, dressed: Any, qtbot: Any, clock: Any) -> Any:
    def make(voice: HeardVoice) -> RehearseTab:
        session.rehearse.keep_prepared(Prepared(Moment.BEFORE, clock.now(), (None,) * 4))
        tab = RehearseTab(session, context, voice=voice)
        qtbot.addWidget(tab)
        tab.resize(1200, 760)
        tab.show()
        tab.refresh()
        return tab

    return make


def shown(widget: QWidget) -> str:
    QApplication.processEvents()
    kinds: tuple[type[QWidget], ...] = (QLabel, QPushButton)
    found = [one for kind in kinds for one in widget.findChildren(kind)]
    return "\n".join(one.text() for one in found if one.isVisible())


def talk(tab: RehearseTab, qtbot: Any, *, on: bool) -> TalkPage:
    tab.show_way(Way.MOMENT)
    page = next(one for one in tab.findChildren(TalkPage) if one.isVisible())
    if on:
        box = next(one for one in page.findChildren(QCheckBox) if one.isVisible())
        qtbot.keyClick(box, Qt.Key.Key_Space)
    page.begin(WISH, 5)
    return page


def test_nothing_is_spoken_until_it_is_switched_on(open_with: Any, qtbot: Any) -> None:
    voice = HeardVoice()
    page = talk(open_with(voice), qtbot, on=False)
    qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_1)
    assert voice.said == []


def test_each_line_is_spoken_without_what_one_sees(open_with: Any, qtbot: Any) -> None:
    voice = HeardVoice()
    page = talk(open_with(voice), qtbot, on=True)
    said = page._talk.reaction.says if page._talk else ""
    assert voice.said == [said.replace("{name}", "Kim").replace("{you}, ", "")]
    qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_1)
    assert len(voice.said) == 2


@pytest.mark.parametrize("way", ["Escape", "lock", "hidden"])
def test_it_is_quiet_at_once(open_with: Any, qtbot: Any, way: str) -> None:
    voice = HeardVoice()
    tab = open_with(voice)
    page = talk(tab, qtbot, on=True)
    assert voice.speaking
    if way == "Escape":
        qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_Escape)
    elif way == "lock":
        tab.flush()
    else:
        tab.hide()
    assert not voice.speaking


@pytest.mark.parametrize(
    ("lacks", "words"),
    [
        (Missing.NOT_INSTALLED, "The part for speech is not installed here."),
        (Missing.NO_VOICE, "This computer has no voice to speak with."),
    ],
)
def test_without_a_voice_one_sentence_says_so_and_the_talk_goes_on(
    open_with: Any, qtbot: Any, lacks: Missing, words: str
) -> None:
    voice = HeardVoice(lacks)
    tab = open_with(voice)
    page = talk(tab, qtbot, on=True)
    assert voice.said == []
    qtbot.keyClick(page.view._buttons[0], Qt.Key.Key_1)
    assert "Turn 2 of 3" in shown(page)
    page.setCurrentWidget(page.setup)
    assert words in shown(page)
    assert not page.setup.spoken.on
    tab.close()


@pytest.fixture
def planned(session: Session) -> Session:
    session.rehearse.keep_look(Look(countdown=0))
    for number, name in enumerate(("Anna", "Dad"), 1):
        part = Role.ASKS if name == "Dad" else Role.SPEAKS
        session.people.save(Person(name=name, part=part, order=number))
        text = f"Kim, this is {name}. [pause 7] I love you. " + "I want you to live. " * 6
        session.statements.save(Statement(author=name, addressee="Kim", text=text))
    return session


def calm_seed(context: AppContext) -> int:
    pack = read_pack(context.content)
    for seed in range(1000):
        one = Meeting(pack, begin(pack, seed, (1, 2), ()))
        one.ready()
        if one.breaks_in_at() is None:
            return seed
    raise AssertionError


def test_an_absent_readers_letter_is_spoken_and_goes_on_where_it_was(
    open_with: Any, planned: Session, context: AppContext, qtbot: Any, clock: Any
) -> None:
    voice = HeardVoice()
    tab = open_with(voice)
    tab.show_way(Way.MEETING)
    page = tab.findChild(MeetingPage)
    page.begin(calm_seed(context))
    prompt = page.findChild(Prompt)
    qtbot.keyClick(prompt, Qt.Key.Key_2)
    assert "The computer’s voice" in shown(tab)
    number = [words for words, _ in deeds(prompt)].index("The computer’s voice") + 1
    qtbot.keyClick(prompt, Qt.Key(Qt.Key.Key_0 + number))
    assert "The computer’s voice reads for Anna" in shown(tab)
    assert voice.said[0].startswith("Kim, this is Anna.   I love you.")
    reader = page.findChild(Reader)
    clock.seconds += 12
    reader._move()
    assert reader.hold()
    assert not voice.speaking
    reader.go_on(True)
    assert voice.speaking
    assert voice.said[1] in voice.said[0]
    assert len(voice.said[1]) < len(voice.said[0])
    tab.flush()
    assert not voice.speaking


def deeds(prompt: Prompt) -> list[tuple[str, Any]]:
    return [(one._words.text(), one) for one in prompt._buttons]


def test_without_a_voice_an_absent_readers_text_runs_in_silence(
    open_with: Any, planned: Session, context: AppContext, qtbot: Any
) -> None:
    voice = HeardVoice(Missing.NO_VOICE)
    tab = open_with(voice)
    tab.show_way(Way.MEETING)
    page = tab.findChild(MeetingPage)
    page.begin(calm_seed(context))
    prompt = page.findChild(Prompt)
    qtbot.keyClick(prompt, Qt.Key.Key_2)
    number = [words for words, _ in deeds(prompt)].index("The computer’s voice") + 1
    qtbot.keyClick(prompt, Qt.Key(Qt.Key.Key_0 + number))
    assert "This computer has no voice to speak with." in shown(tab)
    qtbot.keyClick(prompt, Qt.Key.Key_2)
    assert "Who reads for Anna?" in shown(tab)
    qtbot.keyClick(prompt, Qt.Key(Qt.Key.Key_0 + number))
    qtbot.keyClick(prompt, Qt.Key.Key_1)
    assert "Anna’s letter, in silence" in shown(tab)
    assert voice.said == []
    tab.flush()


class Engine:
    """One engine of Qt's part for speech."""

    class State:
        Error, Ready = "error", "ready"

    engines = ("mock", "broken", "good")

    def __init__(self, name: str) -> None:
        self.name = name
        self.calls: list[str] = []

    @staticmethod
    def availableEngines() -> tuple[str, ...]:
        return Engine.engines

    def state(self) -> str:
        return self.State.Error if self.name == "broken" else self.State.Ready

    def setLocale(self, _locale: Any) -> None:
        self.calls.append("locale")

    def say(self, words: str) -> None:
        self.calls.append(words)

    def stop(self) -> None:
        self.calls.append("stop")


class Speech:
    QTextToSpeech = Engine


def test_the_first_engine_that_really_speaks_is_taken(qapp: QApplication) -> None:
    voice = QtVoice(lambda: Speech)
    voice.stop()
    voice.say("Hello.")
    voice.say("  ")
    voice.stop()
    assert voice._engine.name == "good"
    assert voice._engine.calls == ["locale", "stop", "Hello.", "stop"]


def test_what_is_missing_is_told_and_nothing_is_raised(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Engine, "engines", ("mock", "broken"))
    assert QtVoice(lambda: Speech).missing() is Missing.NO_VOICE
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    assert find_speech() is None
    silent = QtVoice()
    assert silent.missing() is Missing.NOT_INSTALLED
    silent.say("Hello.")
