"""Checks everything writers wrote; run as `python -m familysupport.content.check`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from familysupport.content.check_coach import check_coach
from familysupport.content.check_emergency import check_emergency
from familysupport.content.check_lesson import check_lesson
from familysupport.content.check_questions import check_questions
from familysupport.content.check_recovery import check_recovery
from familysupport.content.check_words import Shelf, shelf_of
from familysupport.content.library import USUAL_LANGUAGE, Library
from familysupport.content.meeting import check_meeting
from familysupport.content.model import Timeline
from familysupport.content.part_help import check_part_help
from familysupport.errors import ContentError
from familysupport.paths import resources


def check(root: Path) -> list[str]:
    """Return what is wrong in the content below `root`, each as place and slip."""
    languages = sorted(
        path.name for path in root.iterdir() if path.is_dir() and (path / "learn").is_dir()
    )
    return list(chain.from_iterable(_language(root, one) for one in languages))


def main() -> int:
    """Print what is wrong; return 1 when anything is."""
    problems = check(resources() / "content")
    for problem in problems:
        sys.stdout.write(f"{problem}\n")
    sys.stdout.write(f"content: {len(problems)} to mend\n" if problems else "content: sound\n")
    return 1 if problems else 0


def _language(root: Path, language: str) -> Iterator[str]:
    library = Library(root, language)
    try:
        shelf = shelf_of(library)
    except ContentError as error:
        yield str(error)
        return
    yield from _read(partial(_registry, library))
    yield from _missing_files(root, language)
    for lesson in library.lessons():
        yield from check_lesson(lesson, shelf)
        yield from _read(partial(_questions, library, lesson.id, shelf))
    yield from _terms(shelf)
    yield from _read(partial(_timeline, library, shelf))
    yield from _read(partial(check_emergency, root, language, shelf))
    yield from _read(partial(check_part_help, root, language, shelf))
    yield from _read(partial(check_meeting, root, language, shelf))
    yield from _read(partial(check_coach, root, language))
    yield from _read(partial(check_recovery, root, language, shelf))


def _read(work: Callable[[], Iterator[str]]) -> Iterator[str]:
    try:
        yield from work()
    except ContentError as error:
        yield str(error)


def _registry(library: Library) -> Iterator[str]:
    for fact in library.facts().values():
        for key in fact.sources:
            if key not in library.sources():
                yield f"facts.toml: {fact.id} names a source that does not exist: {key}"
        if not fact.sources and not fact.body:
            yield f"facts.toml: {fact.id} has neither a source nor a body"
    for source in library.sources().values():
        if not source.title or not source.publisher:
            yield f"sources.toml: {source.id} has no title or no publisher"


def _missing_files(root: Path, language: str) -> Iterator[str]:
    for path in sorted((root / USUAL_LANGUAGE).rglob("*")):
        relative = path.relative_to(root / USUAL_LANGUAGE)
        if path.is_file() and not (root / language / relative).is_file():
            yield f"{language}: the file {relative.as_posix()} is missing"


def _questions(library: Library, lesson_id: str, shelf: Shelf) -> Iterator[str]:
    yield from check_questions(lesson_id, library.questions(lesson_id), shelf)


def _terms(shelf: Shelf) -> Iterator[str]:
    seen: set[str] = set()
    for term in shelf.terms.values():
        if not term.facts:
            yield f"glossary: {term.id}: has no fact behind it"
        for slip in chain(shelf.unknown_facts(term.facts), shelf.avoided(term.meaning)):
            yield f"glossary: {term.id}: {slip}"
        if term.word.casefold() in seen:
            yield f"glossary: the word {term.word} stands twice"
        seen.add(term.word.casefold())


def _timeline(library: Library, shelf: Shelf) -> Iterator[str]:
    timeline = library.timeline()
    for slip in (*shelf.unknown_facts(timeline.facts), *_avoided_in(timeline, shelf)):
        yield f"timeline.toml: {slip}"
    for drug in timeline.drug:
        for slip in shelf.unknown_facts(drug.facts):
            yield f"timeline.toml: {drug.id}: {slip}"
        for band in drug.band:
            inside = band.wide[0] <= band.typical[0] <= band.typical[1] <= band.wide[1]
            if not inside:
                yield f"timeline.toml: {drug.id}: {band.phase}: typical is not inside wide"
    for advice in timeline.advice:
        for slip in shelf.unknown_facts(advice.facts):
            yield f"timeline.toml: {advice.phase}: {slip}"


def _avoided_in(timeline: Timeline, shelf: Shelf) -> Iterator[str]:
    told = [timeline.label, timeline.red_flag_note, timeline.after, *timeline.red_flags]
    told += [text for drug in timeline.drug for text in (drug.name, drug.about)]
    told += [text for one in timeline.advice for text in (one.title, *one.see, *one.do)]
    for text in told:
        yield from shelf.avoided(text)


if __name__ == "__main__":
    sys.exit(main())
