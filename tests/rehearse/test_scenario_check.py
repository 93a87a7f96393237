"""The scenarios ship sound, and each rule of the check bites."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.rehearse import meeting, roleplay
from familysupport.rehearse.check import check
from familysupport.rehearse.check_play import played
from familysupport.rehearse.scenario import Pack

_CONTENT = resources() / "content"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(_CONTENT / "en" / "rehearse", tmp_path / "en" / "rehearse")
    for name in ("facts.toml", "sources.toml"):
        shutil.copy(_CONTENT / name, tmp_path / name)
    return tmp_path


def change(root: Path, name: str, old: str, new: str, count: int = 1) -> list[str]:
    path = root / "en" / "rehearse" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, count), encoding="utf-8")
    return check(Library(root, "en"))


def test_the_scenarios_that_ship_are_sound(pack: Pack) -> None:
    assert check(Library(_CONTENT, "en")) == []
    assert len(pack.reactions) >= 150
    assert sum(len(one.reply) for one in pack.reactions) >= 450


@pytest.mark.parametrize(
    ("name", "old", "new", "slip"),
    [
        ("reactions/anger.toml", 'quality = "best"', 'quality = "half"', "needs one best reply"),
        ("reactions/anger.toml", 'quality = "poor"', 'quality = "good"', "and yet harms"),
        ("reactions/anger.toml", 'quality = "half"', 'quality = "poor"', "needs one best reply"),
        ("reactions/anger.toml", 'temperaments = ["fighter"]', 'temperaments = ["x"]', "no temper"),
        ("reactions/anger.toml", 'kind = "anger"', 'kind = "rage"', "there is no kind rage"),
        ("reactions/anger.toml", 'why = "', 'why = "He will. ', "say {name}"),
        ("reactions/anger.toml", 'why = "', 'why = "' + "one " * 30, "gives its reason in"),
        ("reactions/anger.toml", 'why = "', 'why = "{sister} ', "nothing to fill in for {sister}"),
        (
            "reactions/anger.toml",
            'id = "anger.shut-up"',
            'id = "anger.set-me-up"',
            "stands 2 times",
        ),
        ("reactions/real-fear.toml", 'secret = "debt"', 'secret = "x"', "there is no secret x"),
        ("reactions/real-fear.toml", 'secret = "debt"', "", "debt is never told"),
        ("temperaments.toml", "anger = 2.2", "rage = 2.2", "there is no kind rage"),
        ("pronouns.toml", 'themself = "himself"', "", "he: has no word for {themself}"),
        ("pronouns.toml", 'friend = "friend"', 'pal = "pal"', "friend is missing or not known"),
        ("own.toml", 'why = "', 'why = "{They} hear. ', "does not fit he, she and they"),
        ("own.toml", 'quality = "best"', 'quality = "half"', "needs one best reply"),
        (
            "reactions/anger.toml",
            'text = "',
            'text = "My {kin}. ',
            "{kin} may only stand in a line",
        ),
        ("reactions/tears.toml", 'says = "', 'says = "Oh {you}, ', "{you} may only open a line"),
        ("drills/threat.toml", 'seen = "', 'seen = "He waits. ', "says he or she"),
        ("drills/threat.toml", 'seen = "', 'seen = "{aunt} ', "nothing to fill in for {aunt}"),
        ("drills/threat.toml", "safe = true", "safe = false", "needs one safe act"),
        ("drills/threat.toml", '"I-40"', '"I-999"', "the fact I-999 does not exist"),
        ("kinds.toml", "weight = 1.2", 'weight = "1.2"', "kinds.toml:"),
    ],
)
def test_each_slip_is_named(root: Path, name: str, old: str, new: str, slip: str) -> None:
    assert any(slip in problem for problem in change(root, name, old, new))


def test_hard_words_are_noticed(root: Path) -> None:
    hard = "Notwithstanding institutional considerations, rehabilitation necessitates deliberation"
    assert any(
        "reads at grade" in one
        for one in change(root, "reactions/anger.toml", 'text = "', f'text = "{hard}. ')
    )


def test_a_kind_with_too_few_lines_is_noticed(root: Path) -> None:
    path = root / "en" / "rehearse" / "reactions" / "anger.toml"
    head = path.read_text(encoding="utf-8").split("\n[[reaction]]\n")
    path.write_text("\n[[reaction]]\n".join(head[:4]), encoding="utf-8")
    assert any("anger: has 3 lines" in one for one in check(Library(root, "en")))


def test_a_best_reply_that_could_be_guessed_is_noticed(root: Path) -> None:
    for path in (root / "en" / "rehearse" / "reactions").glob("*.toml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace('quality = "poor"', 'quality = "best"'), encoding="utf-8")
    assert any("the best reply stands first" in one for one in check(Library(root, "en")))


@pytest.mark.parametrize(
    ("old", "new", "slip"),
    [
        (
            "weight = 0.7",
            "weight = 0.7\nheat = { low = 9.99 }",
            "splitting",
        ),
        ("openness = { high = 5.5 }", "openness = { low = 9.9 }", "denial"),
    ],
)
def test_a_line_that_no_talk_comes_to_is_noticed(root: Path, old: str, new: str, slip: str) -> None:
    problems = change(root, "kinds.toml", old, new)
    assert any(one.startswith(slip) and "no talk comes to it" in one for one in problems)


def test_a_pronoun_that_is_missing_is_noticed(root: Path) -> None:
    problems = change(root, "pronouns.toml", "[she.", "[ze.", count=-1)
    assert any("must hold he, she, they" in one for one in problems)


def test_the_talks_and_meetings_that_ship_come_to_every_line_step_and_end(pack: Pack) -> None:
    assert list(played(pack)) == []


def test_a_talk_that_never_gives_in_is_noticed(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(roleplay, "chance_of_yes", lambda *_: -1.0)
    monkeypatch.setattr(meeting, "chance_of_yes", lambda *_: -1.0)
    problems = list(played(pack))
    assert "no talk ends with: agreed" in problems
    assert "no meeting comes to: leave" in problems


def test_a_meeting_that_goes_round_in_circles_is_noticed(
    pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(meeting.Meeting, "answer_objection", lambda *_: None)
    assert any("does not end after" in one for one in played(pack))
