"""A statement on paper: the letter, the copy to read from, the card for a no."""

from __future__ import annotations

import re

from familysupport.documents.page import Block, Note, Page, Paragraph, paragraphs
from familysupport.statements.draft import blocks
from familysupport.statements.model import Statement
from familysupport.statements.sentences import sentences

BREATH, LONG_BREATH = "/", "//"
_UNBROKEN = "\u00a0"

_PAUSE = re.compile(r"[,;:–—]$")
_JOINS = frozenset(
    ("and", "but", "because", "so", "when", "that", "which", "if", "or", "while", "until", "then")
)
_AFTER_PAUSE, _BEFORE_END = 4, 3
_LONG, _REST = 9, 5


def card(title: str, statement: Statement) -> Statement:
    """Return the card for a no as a statement of its own, to be printed apart from the letter."""
    return statement._replace(title=title, text=statement.if_no, spans=(), if_no="", private="")


def letter(statement: Statement, named: bool = True) -> Page:
    """Return the statement as a letter; the card and the private page stay out.

    A title that the letter itself begins with is not said twice.
    """
    return Page(shown_title(statement), paragraphs(statement.text), _name(statement, named))


def reading_copy(statement: Statement, note: str, named: bool = True) -> Page:
    """Return the letter to read from: a part a paragraph, breaths marked; `note` explains them."""
    body: list[Block] = [Note(note)] if note else []
    body.extend(Paragraph(with_breaths(piece)) for piece in _parts(statement))
    return Page(shown_title(statement), tuple(body), _name(statement, named))


def shown_title(statement: Statement) -> str:
    """Return the title as it stands above the letter; empty when the letter begins with it."""
    title = statement.title.strip()
    first = statement.text.strip().partition("\n")[0]
    return "" if _bare(first) == _bare(title) else title


def with_breaths(text: str) -> str:
    """Return `text` on one line, "/" where a short breath fits and "//" after each sentence."""
    marked = [_breathe(sentence.split()) for sentence in sentences(text) if sentence.strip()]
    return f"{_UNBROKEN}{LONG_BREATH} ".join(marked)


def _parts(statement: Statement) -> list[str]:
    """Return the letter part by part; neighbours of the same part are one."""
    found: list[str] = []
    before = None
    for block in blocks(statement.text, statement.spans):
        if not block.text.strip():
            continue
        if found and block.part and block.part is before:
            found[-1] += block.text
        else:
            found.append(block.text)
        before = block.part
    return found


def _breathe(words: list[str]) -> str:
    said: list[str] = []
    since = 0
    for place, word in enumerate(words, 1):
        said.append(word)
        since += 1
        rest = words[place:]
        if _breath_here(word, rest, since):
            said.append(_UNBROKEN + BREATH)
            since = 0
    return " ".join(said).replace(f" {_UNBROKEN}", _UNBROKEN)


def _breath_here(word: str, rest: list[str], since: int) -> bool:
    if _PAUSE.search(word):
        return since >= _AFTER_PAUSE and len(rest) >= _BEFORE_END
    return since >= _LONG and len(rest) >= _REST and rest[0].lower() in _JOINS


def _bare(line: str) -> str:
    return line.strip().rstrip(",.:;!–—- ").casefold()


def _name(statement: Statement, named: bool) -> str:
    return statement.author.strip() if named else ""
