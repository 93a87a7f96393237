from __future__ import annotations

from familysupport.content.library import Library
from familysupport.documents.page import each_text
from familysupport.learn.pages import Words, booklet, lesson_page
from familysupport.paths import resources

LIBRARY = Library(resources() / "content", "en")
WORDS = Words(
    in_short="In short",
    today="Today",
    sources="Sources",
    contents="Contents",
    source="{title} {publisher} {year} {address}",
    common="Common: {body}",
    reviewed="Reviewed {day}",
)


def test_every_lesson_becomes_a_page_with_its_sources():
    for lesson in LIBRARY.lessons():
        text = "\n".join(each_text(lesson_page(LIBRARY, lesson, WORDS).blocks))
        assert lesson.header.summary[0] in text
        assert lesson.header.today in text
        assert "[^" not in text
        assert "[1" in text
        assert "Reviewed 2026" in text


def test_a_booklet_begins_with_its_contents():
    lessons = LIBRARY.lessons()[:3]
    texts = list(each_text(booklet(LIBRARY, lessons, "For Dad", WORDS).blocks))
    assert texts[:4] == ["Contents", *(lesson.title for lesson in lessons)]
