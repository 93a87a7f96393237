"""Where something that is said comes from: the source and its year, with the number of the fact."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from familysupport.content.library import Library


def sources_words(library: Library, facts: Iterable[str]) -> str:
    """Return the sources behind `facts` in one line, each once."""
    known, sources = library.facts(), library.sources()
    found: dict[str, None] = {}
    ids = tuple(facts)
    for fact in (known[one] for one in ids if one in known):
        for source in (sources[key] for key in fact.sources if key in sources):
            year = "" if source.year in source.title else source.year
            parts = (source.title, source.publisher, year)
            found[", ".join(part for part in parts if part)] = None
        if not fact.sources:
            found[fact.body] = None
    said = QCoreApplication.translate("Recovery", "From: {sources} ({facts})")
    return said.format(sources="; ".join(found), facts=", ".join(ids))
