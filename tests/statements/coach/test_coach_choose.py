"""Three at a time, the weightiest first; what is left stays left until its sentence changes."""

from __future__ import annotations

from familysupport.statements.coach import (
    Kind,
    Left,
    Manner,
    Mark,
    Scope,
    leave,
    open_marks,
    review,
    shown,
    still_valid,
)

LETTER = (
    "You always lie to me. You ruined Christmas for everyone. Great job, again. "
    "You are a junkie. Please get help. You always lie to me, you know."
)


def rules(marks: tuple[Mark, ...]) -> list[str]:
    return [mark.rule for mark in marks]


def left_of(text: str, rule: str, scope: Scope) -> Left:
    found = review(text)
    mark = next(one for one in found.marks if one.rule == rule)
    return leave(mark, scope, text, found)


def test_at_most_three_are_shown_the_weightiest_in_the_order_of_the_text() -> None:
    marks = review(LETTER).marks
    chosen = shown(marks)
    assert len(chosen) == 3
    assert [mark.start for mark in chosen] == sorted(mark.start for mark in chosen)
    least = min(mark.weight for mark in chosen)
    assert all(mark.weight <= least for mark in marks if mark not in chosen)


def test_the_manner_says_how_much_is_said() -> None:
    marks = review(LETTER).marks
    assert shown(marks, Manner.SILENT) == ()
    assert all(mark.weight >= 70 for mark in shown(marks, Manner.LITTLE, most=99))
    assert len(shown(marks, Manner.ALL, most=99)) == len(marks)


def test_talk_of_danger_is_shown_whatever_the_manner_and_cannot_be_left() -> None:
    text = "I want to kill myself. You always lie to me."
    found = review(text)
    assert [mark.kind for mark in shown(found.marks, Manner.SILENT)] == [Kind.CRISIS]
    left = [leave(mark, Scope.RULE, text, found) for mark in found.marks]
    assert [mark.kind for mark in open_marks(found, text, left)] == [Kind.CRISIS]


def test_a_place_that_is_left_stays_left_and_the_same_words_elsewhere_do_not() -> None:
    left = left_of(LETTER, "absolute-always", Scope.PLACE)
    assert rules(open_marks(review(LETTER), LETTER, [left])).count("absolute-always") == 1
    moved = "Dear Tom,\n\n" + LETTER
    assert rules(open_marks(review(moved), moved, [left])).count("absolute-always") == 1


def test_a_word_or_a_rule_that_is_left_is_left_everywhere() -> None:
    for scope in (Scope.WORD, Scope.RULE):
        left = left_of(LETTER, "absolute-always", scope)
        assert "absolute-always" not in rules(open_marks(review(LETTER), LETTER, [left]))


def test_a_word_that_is_left_is_not_another_word_of_the_same_rule() -> None:
    text = "You always lie to me. You are always late."
    left = left_of(text, "absolute-always", Scope.WORD)
    assert rules(open_marks(review(text), text, [left])) == ["absolute-always"]


def test_once_its_sentence_changes_nothing_is_left_any_more() -> None:
    for scope in Scope:
        left = left_of("You always lie to me.", "absolute-always", scope)
        changed = "You always lie to me about money."
        assert still_valid([left], changed, review(changed)) == ()
        assert rules(open_marks(review(changed), changed, [left])) == ["absolute-always"]
    spaced = "You  always lie\nto me."
    assert still_valid([left], spaced, review(spaced)) == (left,)


def test_of_two_same_words_in_one_sentence_only_the_one_that_was_left_is() -> None:
    text = "You always lie, and you always lie."
    found = review(text)
    assert len(found.marks) == 2
    second = leave(found.marks[1], Scope.PLACE, text, found)
    assert open_marks(found, text, [second]) == found.marks[:1]


def test_what_is_left_holds_no_sentence_of_the_letter() -> None:
    left = left_of("You always lie to me about Aunt Rosa.", "absolute-always", Scope.PLACE)
    assert "Rosa" not in repr(left)
