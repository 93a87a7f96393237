"""A statement on paper."""

from __future__ import annotations

from familysupport.documents.page import Page, paragraphs
from familysupport.statements.model import Statement


def letter(statement: Statement) -> Page:
    """Return the statement as a letter; the page that is never printed stays out."""
    return Page(statement.title.strip(), paragraphs(statement.text), statement.author.strip())
