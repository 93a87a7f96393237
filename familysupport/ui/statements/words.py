"""The words for a statement's length, state and name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.statements.model import Statement


def duration(seconds: int) -> str:
    """Return a length of time as people say it: “2 min 40 s”."""
    if seconds < 60:
        return QCoreApplication.translate("StatementWords", "{count} s").format(count=seconds)
    text = QCoreApplication.translate("StatementWords", "{minutes} min {rest:02d} s")
    return text.format(minutes=seconds // 60, rest=seconds % 60)


def name_of(statement: Statement) -> str:
    """Return what a statement is called in a list: its author and its title, as far as given."""
    author, title = statement.author.strip(), statement.title.strip()
    if author and title:
        text = QCoreApplication.translate("StatementWords", "{author} · “{title}”")
        return text.format(author=author, title=title)
    fallback = QCoreApplication.translate("StatementWords", "New statement")
    return author or title or fallback
