from __future__ import annotations

from dataclasses import replace

from familysupport.content.library import Library
from familysupport.documents.page import each_text
from familysupport.learn.pages import Words, booklet, explained, lesson_page
from familysupport.learn.timeline_page import TimelinePaper, timeline_page
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
    lesson="Lesson",
    page="Page",
    words="Words explained",
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


def test_the_contents_name_the_page_of_each_lesson_and_of_the_words():
    lessons = LIBRARY.lessons()[:2]
    texts = list(each_text(booklet(LIBRARY, lessons, "", WORDS, (2, 5, 9)).blocks))
    first, second = (lesson.title for lesson in lessons)
    rows = ["Lesson", "Page", first, "2", second, "5", "Words explained", "9"]
    assert texts[1:9] == rows


def test_a_booklet_explains_every_word_its_lessons_link_to():
    lessons = LIBRARY.lessons()[:1]
    told = "\n".join(each_text(booklet(LIBRARY, lessons, "", WORDS).blocks))
    terms = explained(LIBRARY, lessons)
    assert "naloxone" in [term.id for term in terms]
    for term in terms:
        assert term.meaning in told


def test_a_lesson_without_hard_words_has_no_list_of_them():
    plain = replace(LIBRARY.lessons()[0], text="## One\n\nText.\n")
    texts = list(each_text(booklet(LIBRARY, [plain], "", WORDS).blocks))
    assert "Words explained" not in texts


def test_the_timeline_goes_on_paper_with_its_flags_and_its_table():
    timeline = LIBRARY.timeline()
    paper = TimelinePaper(
        "T", ("about",), ("Phase",), (("First",),), "see", "do", "flags", "after", "S", ("1.",)
    )
    texts = list(each_text(timeline_page(timeline, paper).blocks))
    assert "First" in texts
    for line in (*timeline.red_flags, timeline.after, timeline.advice[0].do[0]):
        assert line in texts
