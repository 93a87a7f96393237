"""A statement on paper."""

from __future__ import annotations

from familysupport.documents.page import Page, paragraphs
from familysupport.statements.model import Statement


def card(title: str, statement: Statement) -> Page:
    """Return the card for a no, under `title`; it is printed apart from the letter."""
    return Page(title, paragraphs(statement.if_no), statement.author.strip())


def letter(statement: Statement) -> Page:
    """Return the statement as a letter; the card and the private page stay out."""
    return Page(statement.title.strip(), paragraphs(statement.text), statement.author.strip())
