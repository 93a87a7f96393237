"""Sets a whole lesson as HTML: in short, the text, a thing to do today, the sources."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from familysupport.content.html import to_html
from familysupport.content.library import Library
from familysupport.content.markdown import passages
from familysupport.content.model import Lesson
from familysupport.content.references import Reference, References

_HEADING = re.compile(r'<h2><a name="(?P<section>[^"]*)"></a>.*?</h2>')


class SetLesson(NamedTuple):
    """A lesson ready to show, with the sources its numbers point at."""

    html: str
    references: tuple[Reference, ...]


class Beside(NamedTuple):
    """What a person put beside the text: their words and their bookmarks, by section."""

    notes: Mapping[str, str]
    bookmarks: frozenset[str]


NOTHING = Beside({}, frozenset())


def set_lesson(library: Library, lesson: Lesson, beside: Beside = NOTHING) -> SetLesson:
    """Return the lesson as HTML, with what stands beside its sections."""
    references = References(library.facts(), library.sources())
    text = to_html(passages(lesson.text), references)
    parts = (
        _top(library, lesson),
        _beside("", beside),
        _HEADING.sub(lambda found: found[0] + _beside(found["section"], beside), text),
        _box("today", _tr("One thing for today"), (lesson.header.today,)),
        _sources(references.entries()),
        _reviewed(lesson),
    )
    return SetLesson("\n".join(parts), references.entries())


def short_page(lessons: Sequence[Lesson]) -> str:
    """Return what matters most of several lessons on one page, each with the way to all of it."""
    about = _tr("What matters most of {count} lessons. Each has much more to say.")
    parts = [
        f"<h1>{escape(_tr('If you have ten minutes'))}</h1>",
        f"<p>{escape(about.format(count=len(lessons)))}</p>",
        f'<p><a href="emergency:overdose">{escape(_tr("Is it happening now? Go to Emergency."))}'
        "</a></p>",
    ]
    for lesson in lessons:
        lines = "".join(f"<li>{escape(one)}</li>" for one in lesson.header.summary)
        whole = _tr("Read it all ({minutes} min)").format(minutes=lesson.minutes)
        parts.append(
            f'<h2><a name="{lesson.id}"></a>{escape(lesson.title)}</h2><ul>{lines}</ul>'
            f"<p><b>{escape(_tr('For today:'))}</b> {escape(lesson.header.today)}</p>"
            f'<p><a href="lesson:{lesson.id}">{escape(whole)}</a></p>'
        )
    return "".join(parts)


def eyebrow(library: Library, lesson: Lesson) -> str:
    """Return the line above a title: the unit, and which lesson this is."""
    unit = next(unit for unit in library.units() if unit.id == lesson.unit)
    ids = [one.id for one in library.lessons()]
    return _tr("{unit} · lesson {number} of {total} · {minutes} min").format(
        unit=unit.title,
        number=ids.index(lesson.id) + 1,
        total=len(ids),
        minutes=lesson.minutes,
    )


def reference_words(reference: Reference) -> str:
    """Return one source in plain words."""
    source = reference.source
    if source is None:
        return _tr("General knowledge, not one text: {body}.").format(body=reference.body)
    year = source.year or _tr("no year given")
    words = _tr("{title}. {publisher}, {year}.").format(
        title=source.title, publisher=source.publisher, year=year
    )
    return f"{words} {source.address}".strip()


def _top(library: Library, lesson: Lesson) -> str:
    note = lesson.header.note
    aside = f'<p class="aside">{escape(note)}</p>' if note else ""
    return (
        f'<p class="small">{escape(eyebrow(library, lesson))}</p>'
        f"<h1>{escape(lesson.title)}</h1>{aside}"
        f"{_box('box', _tr('In short'), lesson.header.summary)}"
    )


def _beside(section: str, beside: Beside) -> str:
    parts = []
    if section in beside.bookmarks:
        parts.append(f'<p class="small">{escape(_tr("Your bookmark"))}</p>')
    words = beside.notes.get(section, "")
    if words:
        lines = escape(words.strip()).replace("\n", "<br>")
        change = f'<a href="note:{escape(section, True)}">{escape(_tr("Change your note"))}</a>'
        parts.append(
            '<table class="note" width="100%" cellspacing="0" cellpadding="10"><tr><td>'
            f'<p class="small">{escape(_tr("Your note"))}</p><p>{lines}</p>'
            f'<p class="small">{change}</p></td></tr></table>'
        )
    return "".join(parts)


def _box(look: str, name: str, sentences: Sequence[str]) -> str:
    if len(sentences) == 1:
        inner = f"<p>{escape(sentences[0])}</p>"
    else:
        inner = "<ul>" + "".join(f"<li>{escape(one)}</li>" for one in sentences) + "</ul>"
    return (
        f'<table class="{look}" width="100%" cellspacing="0" cellpadding="14"><tr><td>'
        f"<h3>{escape(name)}</h3>{inner}</td></tr></table>"
    )


def _sources(references: Sequence[Reference]) -> str:
    items = "".join(
        f'<li class="small"><a name="source-{one.number}"></a>{escape(reference_words(one))}</li>'
        for one in references
    )
    return f'<h2><a name="sources"></a>{_tr("Sources")}</h2><ol>{items}</ol>' if items else ""


def _reviewed(lesson: Lesson) -> str:
    on = lesson.header.reviewed_on
    day = QLocale().toString(QDate(on.year, on.month, on.day), "d MMMM yyyy")
    words = _tr("Reviewed {day}. This page informs. It does not replace a doctor.").format(day=day)
    return f'<p class="small">{escape(words)}</p>'


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lesson", text)
