"""Reads a lesson file: a TOML header between `+++` lines, then Markdown."""

from __future__ import annotations

from pathlib import Path

from familysupport.content.model import Lesson, LessonHeader
from familysupport.content.toml import parse_table
from familysupport.errors import ContentError

_FENCE = "+++"


def read_lesson(path: Path) -> Lesson:
    """Read one lesson file; its name must be the lesson's id."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ContentError(path.name, f"cannot be read ({type(error).__name__})") from error
    lesson = parse_lesson(text, path.name)
    if lesson.id != path.stem:
        raise ContentError(f"{path.name}:2", f"id: must be {path.stem}, is {lesson.id}")
    return lesson


def parse_lesson(text: str, place: str) -> Lesson:
    """Read the text of one lesson file; `place` names it in a slip."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != _FENCE:
        raise ContentError(f"{place}:1", f"must begin with a line {_FENCE}")
    ends = [at for at, line in enumerate(lines) if at and line.strip() == _FENCE]
    if not ends:
        raise ContentError(f"{place}:{len(lines)}", f"the header is not closed by {_FENCE}")
    header = parse_table("\n".join(lines[1 : ends[0]]), LessonHeader, place, first_line=1)
    return Lesson(header, "\n".join(lines[ends[0] + 1 :]).strip("\n"), _body_line(lines, ends[0]))


def _body_line(lines: list[str], fence: int) -> int:
    """Return how many lines stand above the first one with words."""
    at = fence + 1
    while at < len(lines) and not lines[at]:
        at += 1
    return at
