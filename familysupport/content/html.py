"""Writes passages as HTML for a text view: marks become small numbers, links keep their kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from familysupport.content.markdown import Passage, Span
from familysupport.content.references import References

_LIST_TAGS = {"bullet": "ul", "number": "ol"}
PICTURE_WIDTH = 420


def to_html(passages: Sequence[Passage], references: References) -> str:
    """Return the passages as HTML; numbers come from `references`, which remembers them."""
    return "\n".join(_pieces(passages, references))


def spans_html(spans: Sequence[Span], references: References) -> str:
    """Return words with their looks, links and source numbers as HTML."""
    parts: list[str] = []
    for is_mark, group in groupby(spans, key=lambda span: bool(span.fact)):
        run = list(group)
        if is_mark:
            parts.append(_numbers(references.numbers(span.fact for span in run)))
        else:
            parts.extend(_span(span) for span in run)
    return "".join(parts)


def _pieces(passages: Sequence[Passage], references: References) -> Iterator[str]:
    for kind, group in groupby(passages, key=lambda passage: passage.kind):
        run = list(group)
        if kind in _LIST_TAGS:
            items = "".join(f"<li>{spans_html(one.spans, references)}</li>" for one in run)
            yield f"<{_LIST_TAGS[kind]}>{items}</{_LIST_TAGS[kind]}>"
        else:
            yield from (_piece(one, references) for one in run)


def _piece(passage: Passage, references: References) -> str:
    words = spans_html(passage.spans, references)
    if passage.kind == "heading":
        return f'<h2><a name="{passage.section}"></a>{words}</h2>'
    if passage.kind == "quote":
        return f'<blockquote class="quote"><p>{words}</p></blockquote>'
    if passage.kind == "picture":
        name = escape(passage.picture, quote=True)
        alt = escape(passage.text, quote=True)
        return (
            f'<p class="picture"><img src="picture:{name}" alt="{alt}" width="{PICTURE_WIDTH}"></p>'
            f'<p class="caption">{words}</p>'
        )
    return _table(passage, references) if passage.kind == "table" else f"<p>{words}</p>"


def _table(passage: Passage, references: References) -> str:
    lines = []
    for number, row in enumerate(passage.rows):
        tag = "td" if number else "th"
        cells = "".join(f"<{tag}>{spans_html(cell, references)}</{tag}>" for cell in row)
        lines.append(f"<tr>{cells}</tr>")
    return (
        '<table class="table" width="100%" cellspacing="0" cellpadding="8">'
        f"{''.join(lines)}</table>"
    )


def _span(span: Span) -> str:
    words = escape(span.text, quote=False).replace("\n", "<br>")
    if span.bold:
        words = f"<b>{words}</b>"
    if span.italic:
        words = f"<i>{words}</i>"
    if span.link:
        kind = span.link.partition(":")[0]
        words = f'<a class="{escape(kind, True)}" href="{escape(span.link, True)}">{words}</a>'
    return words


def _numbers(numbers: Sequence[int]) -> str:
    links = ", ".join(f'<a class="mark" href="source:{number}">{number}</a>' for number in numbers)
    return f"<sup> {links}</sup>" if links else ""
