"""The shelf of everything writers wrote, read when first asked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from familysupport.errors import ContentError

if TYPE_CHECKING:  # the readers are fetched with the first page, after the window
    from familysupport.content.model import (
        CheckWords,
        Fact,
        Lesson,
        Question,
        Source,
        Term,
        Timeline,
        Unit,
    )

T = TypeVar("T")
USUAL_LANGUAGE = "en"


class Library:
    """Gives content in one language; a file missing there comes in English instead."""

    def __init__(self, root: Path, language: str) -> None:
        self.root = root
        self.language = language
        self._questions: dict[str, tuple[Question, ...]] = {}

    def path(self, relative: str) -> Path:
        """Return the file at `relative`, in the chosen language where it exists."""
        chosen = self.root / self.language / relative
        return chosen if chosen.is_file() else self.root / USUAL_LANGUAGE / relative

    def files(self, folder: str, suffix: str) -> tuple[Path, ...]:
        """Return the files of a folder sorted by name, each in the best language there is."""
        names = {
            path.name
            for language in (USUAL_LANGUAGE, self.language)
            for path in (self.root / language / folder).glob(f"*{suffix}")
        }
        return tuple(self.path(f"{folder}/{name}") for name in sorted(names))

    def text(self, relative: str) -> str:
        """Return the words of one plain file."""
        path = self.path(relative)
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise ContentError(relative, f"cannot be read ({type(error).__name__})") from error

    def table(self, relative: str, cls: type[T]) -> T:
        """Return one TOML file strictly read as `cls`."""
        from familysupport.content.toml import read_table

        return read_table(self.path(relative), cls)

    def picture(self, name: str) -> Path:
        """Return where a picture lies; pictures hold no words and serve every language."""
        return self.root / "pictures" / name

    def units(self) -> tuple[Unit, ...]:
        """Return the units in their order."""
        return self._units

    def lessons(self) -> tuple[Lesson, ...]:
        """Return every lesson, by unit and by place in the unit."""
        return self._lessons

    def lesson(self, lesson_id: str) -> Lesson | None:
        """Return one lesson, or nothing when there is none of that name."""
        return next((lesson for lesson in self._lessons if lesson.id == lesson_id), None)

    def terms(self) -> tuple[Term, ...]:
        """Return the glossary by the alphabet."""
        return self._terms

    def term(self, term_id: str) -> Term | None:
        """Return one explained word, or nothing."""
        return next((term for term in self._terms if term.id == term_id), None)

    def questions(self, lesson_id: str) -> tuple[Question, ...]:
        """Return the knowledge check of one lesson; it may have none."""
        if lesson_id not in self._questions:
            from familysupport.content.model import QuestionFile

            file = f"learn/questions/{lesson_id}.toml"
            there = self.path(file).is_file()
            found = self.table(file, QuestionFile).question if there else ()
            self._questions[lesson_id] = found
        return self._questions[lesson_id]

    def timeline(self) -> Timeline:
        """Return the withdrawal timeline."""
        return self._timeline

    def facts(self) -> Mapping[str, Fact]:
        """Return the fact base by fact id."""
        return self._facts

    def sources(self) -> Mapping[str, Source]:
        """Return the sources by key."""
        return self._sources

    def check_words(self) -> CheckWords:
        """Return the word lists of the content check."""
        from familysupport.content.model import CheckWords

        return self.table("learn/words.toml", CheckWords)

    @cached_property
    def _units(self) -> tuple[Unit, ...]:
        from familysupport.content.model import UnitFile

        return self.table("learn/units.toml", UnitFile).unit

    @cached_property
    def _lessons(self) -> tuple[Lesson, ...]:
        from familysupport.content.lesson import read_lesson

        order = {unit.id: at for at, unit in enumerate(self._units)}
        read = [read_lesson(path) for path in self.files("learn/lessons", ".md")]
        for lesson in read:
            if lesson.unit not in order:
                raise ContentError(f"{lesson.id}.md", f"unit: there is no unit {lesson.unit}")
        return tuple(sorted(read, key=lambda one: (order[one.unit], one.header.order, one.id)))

    @cached_property
    def _terms(self) -> tuple[Term, ...]:
        from familysupport.content.model import TermFile
        from familysupport.content.toml import read_table

        files = self.files("learn/glossary", ".toml")
        terms = [term for path in files for term in read_table(path, TermFile).term]
        return tuple(sorted(terms, key=lambda term: term.word.casefold()))

    @cached_property
    def _timeline(self) -> Timeline:
        from familysupport.content.model import Timeline

        return self.table("learn/timeline.toml", Timeline)

    @cached_property
    def _facts(self) -> Mapping[str, Fact]:
        from familysupport.content.model import Fact
        from familysupport.content.toml import Tables

        return Tables(self.root / "facts.toml", Fact)

    @cached_property
    def _sources(self) -> Mapping[str, Source]:
        from familysupport.content.model import Source
        from familysupport.content.toml import Tables

        return Tables(self.root / "sources.toml", Source)
