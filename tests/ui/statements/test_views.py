"""Both views hold the same words, whatever was typed, in whichever order."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from familysupport.statements.examples import Guide
from familysupport.statements.model import Part, Statement
from familysupport.ui.statements.part_field import Helping
from familysupport.ui.statements.views import GUIDED, LETTER, Views

WORDS = st.text(st.sampled_from("abI. \n\n\t’é😀ש[]"), min_size=1, max_size=12)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("letter"), st.integers(0, 200), WORDS),
        st.tuples(st.just("part"), st.integers(0, 20), WORDS),
        st.tuples(st.just("cut"), st.integers(0, 200), st.just("")),
        st.tuples(st.just("undo"), st.just(0), st.just("")),
        st.tuples(st.just("redo"), st.just(0), st.just("")),
    ),
    max_size=8,
)


def text_of(views):
    return views.texts()[0]


def shown_in_parts(views):
    return "".join(field.editor.toPlainText() for field in views.guided.fields())


def there_and_back(views):
    """Switching shows every word in the other view, and changes none."""
    before = text_of(views)
    views.show_view(GUIDED)
    if before.strip():
        assert text_of(views) == before
        assert "".join(shown_in_parts(views).split()) == "".join(before.split())
    views.show_view(LETTER)
    if before.strip():
        assert text_of(views) == before


def do(views, kind, place, words):
    if kind == "letter":
        views.show_view(LETTER)
        place = min(place, len(text_of(views)))
        views.letter.replace(place, place, words)
        assert words in text_of(views)
    elif kind == "cut":
        views.show_view(LETTER)
        place = min(place, len(text_of(views)))
        views.letter.replace(place, min(place + 5, len(text_of(views))), "")
    elif kind == "part":
        views.show_view(GUIDED)
        fields = views.guided.fields()
        fields[place % len(fields)].editor.insertPlainText(words)
        assert not words.strip() or words.strip() in text_of(views)
    elif kind == "undo":
        views.undo()
    else:
        views.redo()


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(start=st.text(st.sampled_from("ab.\n\n 😀"), max_size=30), steps=STEPS)
def test_switching_loses_nothing_either_way_whatever_was_typed(qtbot, content, start, steps):
    views = Views(Helping(Guide(content)))
    qtbot.addWidget(views)
    views.show_statement(Statement(id=1, text=start), again=False)
    there_and_back(views)
    for kind, place, words in steps:
        do(views, kind, place, words)
        there_and_back(views)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.text(max_size=30), second=st.text(max_size=10), place=st.integers(0, 20))
def test_any_unicode_goes_both_ways(qtbot, content, first, second, place):
    views = Views(Helping(Guide(content)))
    qtbot.addWidget(views)
    views.show_statement(Statement(id=1, text=first), again=False)
    there_and_back(views)
    views.show_view(GUIDED)
    fields = views.guided.fields()
    fields[place % len(fields)].editor.insertPlainText(second)
    there_and_back(views)
    views.undo()
    there_and_back(views)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=WORDS.filter(str.strip), second=WORDS.filter(str.strip))
def test_undo_walks_back_through_both_views(qtbot, content, first, second):
    views = Views(Helping(Guide(content)))
    qtbot.addWidget(views)
    views.show_statement(Statement(id=1, text="I love you."), again=False)
    views.begin_part(Part.HOPE)
    hope = next(field for field in views.guided.fields() if field.part is Part.HOPE)
    hope.editor.insertPlainText(first)
    views.show_view(LETTER)
    middle = text_of(views)
    views.letter.replace(0, 0, second)
    views.show_view(GUIDED)
    views.undo()
    assert text_of(views) == middle
    views.undo()
    assert text_of(views) == "I love you."
    views.redo()
    assert text_of(views) == middle
    hope = next(field for field in views.guided.fields() if field.part is Part.HOPE)
    assert hope.editor.toPlainText().strip() == first.strip()
