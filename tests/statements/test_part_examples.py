"""The help for each part: complete, strict, and shown without being put into a letter."""

from __future__ import annotations

import shutil

import pytest

from familysupport.content.check_words import shelf_of
from familysupport.content.library import Library
from familysupport.content.part_help import (
    PART_NAMES,
    check_part_help,
    read_part_help,
    texts_of,
)
from familysupport.errors import ContentError
from familysupport.paths import resources
from familysupport.prepare.model import Relation
from familysupport.statements.coach import Kind, review
from familysupport.statements.examples import (
    CARD,
    RELATIONS,
    Guide,
    as_prompt,
    examples_from,
    open_prompts,
)
from familysupport.statements.model import Part


@pytest.fixture
def guide() -> Guide:
    return Guide(Library(resources() / "content", "en"))


@pytest.fixture
def broken(tmp_path):
    """A copy of the content, and a way to change one file of the examples in it."""
    root = tmp_path / "content"
    shutil.copytree(resources() / "content", root)

    def change(name: str, old: str, new: str):
        path = root / "en" / "statements" / "examples" / f"{name}.toml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return root

    return change


def slips(root) -> list[str]:
    return list(check_part_help(root, "en", shelf_of(Library(root, "en"))))


def test_each_part_and_the_card_has_a_question_hints_and_first_words(guide):
    for one in (*(guide.part(part) for part in Part), guide.card()):
        assert one.prompt.endswith("?")
        assert one.hints
        assert one.starters


def test_the_parts_of_the_content_are_those_of_a_letter_and_the_card():
    assert (*(part.value for part in Part), CARD) == PART_NAMES


def test_there_are_120_examples_and_no_two_are_the_same(guide):
    helps = [*(guide.part(part) for part in Part), guide.card()]
    texts = [text for one in helps for text in texts_of(one.examples)]
    assert len(texts) == len(set(texts)) == 120


def test_every_relation_of_prepare_finds_examples_and_others_those_of_a_friend(guide):
    love = guide.part(Part.LOVE)
    for relation in Relation:
        assert len(examples_from(love, relation.value)) == 2
    assert {Relation(name) for name in RELATIONS} == set(Relation) - {
        Relation.OTHER_RELATIVE,
        Relation.PROFESSIONAL,
    }
    assert examples_from(love, "professional") == love.examples.friend
    assert examples_from(love, "grown child") == love.examples.grown_child


def test_a_starter_enters_a_letter_in_brackets(guide):
    for starter in guide.part(Part.HOPE).starters:
        assert as_prompt(starter) == f"[{starter}]"


def test_first_words_still_in_brackets_are_found_and_other_brackets_are_not(guide):
    begun = as_prompt(guide.part(Part.LOVE).starters[0])
    assert open_prompts(f"Dear Joel,\n\n{begun}\n\nMum [your mother]") == (begun,)
    assert open_prompts("I love how you sing.") == ()


def test_a_language_without_examples_gets_the_english_ones():
    assert read_part_help(Library(resources() / "content", "xx"))["love"].prompt


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('part = "love"', 'part = "hope"', "says it is for hope"),
        ("thankful for?", "thankful for.", "its prompt is no question"),
        ("I love how you …", "I love how you", "a starter without a gap"),
        ("I loved you before", "You junkie, I loved you before", "a word to avoid"),
        ("and you still hum", "and " * 60 + "you still hum", "more than 45 words"),
    ],
)
def test_the_check_names_what_is_wrong_with_an_example(broken, old, new, said):
    assert any(said in slip for slip in slips(broken("love", old, new)))


def test_a_third_example_or_a_missing_relation_is_refused(broken):
    root = broken("hope", "friend = [", 'friend = [\n  "One more.",')
    with pytest.raises(ContentError, match="must hold 2 values"):
        slips(root)
    root = broken("hope", "friend = [", "stranger = [")
    with pytest.raises(ContentError, match="stranger"):
        slips(root)


def test_the_examples_as_they_are_have_nothing_to_mend():
    assert slips(resources() / "content") == []


def test_the_coach_finds_nothing_to_mark_in_any_example_or_starter(guide):
    for one in (*(guide.part(part) for part in Part), guide.card()):
        for text in (*texts_of(one.examples), *one.starters):
            marked = [mark.rule for mark in review(text).marks if mark.kind is Kind.MARK]
            assert not marked, f"{one.part}: {text}: {marked}"
