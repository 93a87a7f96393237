"""Finds words in the glossary, and the lessons in which each stands."""

from __future__ import annotations

from collections.abc import Sequence

from familysupport.content.library import Library
from familysupport.content.markdown import passages
from familysupport.content.model import Lesson, Term
from familysupport.learn.search import split
from familysupport.learn.spelling import Vocabulary


def matching(terms: Sequence[Term], typed: str) -> tuple[Term, ...]:
    """Return the terms that hold what was typed: names first, then meanings, then near misses."""
    wanted = typed.strip().casefold()
    if not wanted:
        return tuple(terms)
    named = [term for term in terms if any(wanted in name for name in _names(term))]
    told = [term for term in terms if wanted in term.meaning.casefold() and term not in named]
    return tuple(named + told) or _near(terms, wanted)


def homes(library: Library) -> dict[str, tuple[Lesson, ...]]:
    """Return the lessons that link to each term, in their order."""
    found: dict[str, list[Lesson]] = {}
    for lesson in library.lessons():
        linked = {link for passage in passages(lesson.text) for link in passage.links}
        for link in linked:
            kind, _, name = link.partition(":")
            if kind == "term":
                found.setdefault(name, []).append(lesson)
    return {name: tuple(lessons) for name, lessons in found.items()}


def _names(term: Term) -> tuple[str, ...]:
    return tuple(name.casefold() for name in (term.word, *term.also))


def _near(terms: Sequence[Term], wanted: str) -> tuple[Term, ...]:
    words = {term.id: set(split(" ".join(_names(term)))) for term in terms}
    vocabulary = Vocabulary(sorted(set().union(*words.values())))
    likely = {one for word in split(wanted) for one in vocabulary.likely(word)}
    return tuple(term for term in terms if likely & words[term.id])
