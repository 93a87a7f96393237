from __future__ import annotations

from pathlib import Path

import pytest

from familysupport.content import check as check_module
from familysupport.content.check import check, main
from familysupport.content.check_lesson import check_lesson
from familysupport.content.grade import grade
from familysupport.content.lesson import parse_lesson, read_lesson
from familysupport.errors import ContentError
from familysupport.paths import resources

HEADER = """+++
id = "trial"
unit = "you"
order = 1
title = "A trial"
summary = ["One short line.", "One more."]
today = "Rest a while."
reviewed_on = 2026-11-23
+++
"""
LINE = "We rest a while and then we walk on in the sun. "


def lesson(extra: str = "", header: str = HEADER, lines: int = 45):
    return parse_lesson(f"{header}## Part\n\n{LINE * lines}\n\n{extra}\n", "trial.md")


def slips(shelf, extra="", header=HEADER, lines=45):
    return list(check_lesson(lesson(extra, header, lines), shelf))


def test_the_content_we_ship_is_sound():
    assert check(resources() / "content") == []


def test_a_sound_lesson_passes(shelf):
    assert slips(shelf) == []


@pytest.mark.parametrize(
    ("extra", "says"),
    [
        ("A claim. [^W-999]", "the fact W-999 does not exist"),
        ("It takes 3 days.", "a figure without a source"),
        ("- It takes 3 days.", "a figure without a source"),
        ("| a | b |\n|---|---|\n| 3 | 4 |", "a figure without a source"),
        ("See [that](lesson:nowhere).", "a link that leads nowhere: lesson:nowhere"),
        ("See [that](emergency:nowhere).", "a link that leads nowhere: emergency:nowhere"),
        ("See [that](page:nowhere).", "a link that leads nowhere: page:nowhere"),
        ("See [that](https://example.org).", "a link of an unknown kind"),
        ("A [hard word](term:hard-word).", "the term hard-word is linked but not explained"),
        ("![A hand](picture:hand.svg)", "the picture hand.svg does not exist"),
        ("He is an addict now.", "a word to avoid: addict"),
    ],
)
def test_a_slip_in_the_text_is_named_with_its_line(shelf, extra, says):
    found = slips(shelf, extra)
    assert len(found) == 1
    assert found[0].startswith("trial.md:14: ")
    assert says in found[0]


@pytest.mark.parametrize(
    "extra", ["Some say “addict”.", 'Some say "addict".', "> You are an addict."]
)
def test_a_word_to_avoid_may_stand_in_quotes(shelf, extra):
    assert slips(shelf, extra) == []


def test_a_word_to_avoid_inside_a_longer_word_is_no_slip(shelf):
    assert slips(shelf, "Addiction can be treated. Advice helps. It is convicted.") == []


def test_a_figure_with_a_source_passes(shelf):
    assert slips(shelf, "It takes 3 days. [^W-01]") == []


@pytest.mark.parametrize("lines", [10, 90])
def test_a_lesson_too_short_or_too_long_is_named(shelf, lines):
    assert any("words, must have 400 to 900" in one for one in slips(shelf, lines=lines))


def test_a_hard_text_is_named(shelf):
    hard = (
        "Considerable epidemiological investigation demonstrates extraordinarily heterogeneous "
        "physiological consequences among chronically exposed individuals everywhere. "
    )
    assert any("reading grade" in one for one in slips(shelf, hard * 20, lines=20))


def test_names_of_medicines_do_not_make_a_text_hard():
    easy = grade(["Take your buprenorphine today."], {"buprenorphine"})
    assert easy < grade(["Take your buprenorphine today."])


def test_a_text_without_words_has_no_grade():
    assert grade(["", "123"]) == 0.0


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('["One short line.", "One more."]', '["One."]', "the summary must be 2 to 4 sentences"),
        ('["One short line.", "One more."]', '["One.", " "]', "the summary must be"),
        ('today = "Rest a while."', 'today = " "', "there is no thing to do today"),
        ("One short line.", "It takes 3 days.", "the figure 3 of the header is not in the text"),
        ("One short line.", "He is a junkie.", "a word to avoid: junkie"),
    ],
)
def test_a_slip_in_the_header_is_named(shelf, old, new, says):
    assert any(says in one for one in slips(shelf, header=HEADER.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("summary = [", "sumary = [", "unknown key"),
        ("reviewed_on = 2026-11-23\n", "", "missing key reviewed_on"),
        ('summary = ["One short line.", "One more."]\n', "", "missing key summary"),
        ("+++\nid", "id", "must begin with"),
    ],
)
def test_a_broken_header_is_refused_by_place(old, new, says):
    with pytest.raises(ContentError, match=r"trial\.md:\d+") as caught:
        lesson(header=HEADER.replace(old, new))
    assert says in str(caught.value)


def test_a_header_that_never_ends_is_refused():
    with pytest.raises(ContentError, match="not closed"):
        parse_lesson('+++\nid = "a"\n', "trial.md")


def test_a_lesson_is_named_like_its_file(tmp_path):
    path = tmp_path / "other.md"
    path.write_text(HEADER + "Text\n", encoding="utf-8")
    with pytest.raises(ContentError, match="must be other"):
        read_lesson(path)
    with pytest.raises(ContentError, match="cannot be read"):
        read_lesson(tmp_path / "gone.md")


def change(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("facts.toml", 'sources = ["christie08"', 'sources = ["nobody"', "does not exist: nobody"),
        (
            "facts.toml",
            '[H-19]\nconfidence = "medium"\nbody = "',
            '[H-19]\nconfidence = "medium"\n#',
            "neither a source nor a body",
        ),
        ("sources.toml", 'title = "Christie', 'titel = "Christie', "unknown key"),
        (
            "sources.toml",
            'title = "Christie, 2008, how cells adapt to opioids"',
            'title = ""',
            "no title",
        ),
        ("en/learn/timeline.toml", "typical = [6, 12]", "typical = [3, 12]", "not inside wide"),
        ("en/learn/timeline.toml", '"W-04"', '"W-999"', "W-999 does not exist"),
        ("en/learn/timeline.toml", '"W-14", "W-15"', '"W-998", "W-15"', "W-998 does not exist"),
        ("en/learn/timeline.toml", "poor sleep", "the junkie", "a word to avoid: junkie"),
        ("en/emergency/overdose.toml", 'summary = "', 'summary = "A junkie. ', "avoid: junkie"),
        ("en/learn/glossary/body.toml", '"H-11"', '"H-999"', "H-999 does not exist"),
        (
            "en/learn/glossary/body.toml",
            'word = "Opioid receptor"',
            'word = "Opioid"',
            "the word Opioid stands twice",
        ),
        ("en/learn/glossary/body.toml", 'meaning = "', 'meaning = "A junkie. ', "avoid: junkie"),
        ("en/learn/timeline.toml", '"W-10"', '"W-997"', "onset: the fact W-997 does not exist"),
        ("en/emergency/overdose.toml", 'id = "cpr"', 'id = "push"', "there is no part called cpr"),
        ("en/emergency/papers.toml", '"O-06"', '"O-999"', "papers.toml: the fact O-999"),
        ("en/emergency/papers.toml", 'about = "', 'about = "A junkie. ', "avoid: junkie"),
        (
            "en/emergency/overdose.toml",
            "recovery-position.svg",
            "gone.svg",
            "gone.svg does not exist",
        ),
        ("en/emergency/overdose.toml", '"spray-lay-back.svg", ', "", "as many pictures as lines"),
        ("en/emergency/numbers/us.toml", '"S-02"', '"S-999"', "us.toml: the fact S-999"),
        ("en/emergency/numbers/us.toml", 'note = "', 'note = "A junkie. ', "avoid: junkie"),
        ("en/learn/glossary/body.toml", 'facts = ["H-11"]', "facts = []", "no fact behind it"),
        ("en/learn/units.toml", 'id = "you"', 'id = "they"', "there is no unit you"),
        ("en/emergency/overdose.toml", '"O-03"', '"O-999"', "O-999 does not exist"),
    ],
)
def test_a_slip_elsewhere_is_found(root, name, old, new, says):
    change(root, name, old, new)
    assert any(says in one for one in check(root))


QUESTION = """
[[question]]
id = "{id}"
kind = "one"
ask = "What helps?"
facts = ["O-18"]
[[question.answer]]
text = "This"
right = true
why = "It does."
[[question.answer]]
text = "That"
right = false
why = "It does not."
"""


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("right = true", "right = false", "0 right answers"),
        ('why = "It does not."', 'why = " "', "does not say why"),
        ('kind = "one"', 'kind = "order"', "1 right answers"),
        ('"O-18"', '"O-999"', "O-999 does not exist"),
        ('facts = ["O-18"]', "facts = []", "has no fact behind it"),
        ('id = "q1"', 'id = "q2"', "stands twice"),
        ('kind = "one"', 'kind = "two"', "must be one of"),
        (
            '[[question.answer]]\ntext = "That"\nright = false\nwhy = "It does not."',
            "",
            "fewer than two",
        ),
    ],
)
def test_a_slip_in_a_question_is_found(root, old, new, says):
    folder = root / "en/learn/questions"
    folder.mkdir(exist_ok=True)
    text = "".join(QUESTION.format(id=f"q{number}") for number in range(1, 5))
    (folder / "medicines.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    assert any(says in one and "medicines" in one for one in check(root))


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('text = "True"', 'text = "A junkie"', "a word to avoid: junkie"),
        ('ask = "', 'ask = "One addict. ', "a word to avoid: addict"),
        ('why = "', 'why = "They are in denial. ', "a word to avoid: in denial"),
        ('text = "True"', 'text = ""', "an answer has no words"),
        ('text = "True"\nright = false', 'text = "True"\nright = true', "2 right answers"),
        ('kind = "one"', 'kind = "true-false"', "true or false has two answers"),
    ],
)
def test_a_slip_in_the_shipped_questions_is_found(root, old, new, says):
    path = root / "en/learn/questions/naloxone-at-home.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert any(says in one and "naloxone-at-home" in one for one in check(root))


def test_questions_all_of_one_kind_are_named(root):
    folder = root / "en/learn/questions"
    text = "".join(QUESTION.format(id=f"q{number}") for number in range(1, 5))
    (folder / "medicines.toml").write_text(text, encoding="utf-8")
    says = "questions/medicines.toml: must have questions of several kinds"
    assert check(root) == [says]


def test_hard_questions_are_named(root):
    path = root / "en/learn/questions/medicines.toml"
    hard = "Considerable epidemiological heterogeneity characterises pharmacological evaluation. "
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('why = "', f'why = "{hard}'), encoding="utf-8")
    assert any("questions/medicines.toml: reading grade" in one for one in check(root))


def test_a_lesson_without_questions_is_named(root):
    (root / "en/learn/questions/medicines.toml").unlink()
    assert "questions/medicines.toml: has 0 questions, must have 4 to 6" in check(root)


def test_hard_words_on_an_emergency_page_are_named(root):
    hard = "Considerable epidemiological heterogeneity characterises pharmacological evaluation. "
    change(root, "en/emergency/situations/child.toml", 'summary = "', f'summary = "{hard * 9}')
    assert any("situations/child.toml: reading grade" in one for one in check(root))


def test_every_lesson_we_ship_has_its_length_questions_sources_and_minutes(library):
    lessons = library.lessons()
    assert len(lessons) >= 18
    assert len({lesson.unit for lesson in lessons}) == 6
    for lesson in lessons:
        assert 400 <= len(lesson.text.split()) <= 1000
        assert lesson.header.today
        assert 3 <= lesson.minutes <= 9
        assert 4 <= len(library.questions(lesson.id)) <= 6
    assert len(library.terms()) >= 80


def test_too_few_questions_are_named(root):
    folder = root / "en/learn/questions"
    folder.mkdir(exist_ok=True)
    (folder / "medicines.toml").write_text(QUESTION.format(id="q1"), encoding="utf-8")
    assert any("has 1 questions, must have 4 to 6" in one for one in check(root))


def test_a_language_without_a_file_is_named(root):
    (root / "es/learn").mkdir(parents=True)
    assert "es: the file learn/units.toml is missing" in check(root)


def test_the_command_tells_and_fails(root, monkeypatch, capsys):
    monkeypatch.setattr(check_module, "resources", lambda: root.parent)
    assert main() == 0
    assert "sound" in capsys.readouterr().out
    change(root, "en/learn/timeline.toml", '"W-04"', '"W-999"')
    assert main() == 1
    assert "1 to mend" in capsys.readouterr().out
