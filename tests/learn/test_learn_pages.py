from __future__ import annotations

import re

from familysupport.content.library import Library
from familysupport.documents.page import each_text
from familysupport.learn.booklet import bind, chapters, explained
from familysupport.learn.pages import Words, lesson_page
from familysupport.learn.timeline_page import TimelinePaper, timeline_page
from familysupport.paths import resources

LIBRARY = Library(resources() / "content", "en")
MARK = re.compile(r" \[(\d[\d, ]*)\]")
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


def bound(lessons, first=2):
    parts = chapters(LIBRARY, lessons, WORDS)
    return bind("For Dad", parts, range(first, first + len(parts)), WORDS)


def test_the_contents_name_the_page_of_each_lesson_of_the_words_and_of_the_sources():
    first, second = LIBRARY.lessons()[:2]
    texts = list(each_text(bound([first, second]).blocks))
    rows = [first.title, "2", second.title, "3", "Words explained", "4", "Sources", "5"]
    assert texts[:11] == ["Contents", "Lesson", "Page", *rows]


def test_a_booklet_explains_every_word_its_lessons_link_to():
    lessons = LIBRARY.lessons()[:1]
    told = "\n".join(each_text(bound(lessons).blocks))
    terms = explained(LIBRARY, lessons)
    assert "naloxone" in [term.id for term in terms]
    for term in terms:
        assert term.meaning in told


def test_all_lessons_of_a_booklet_share_one_list_of_sources():
    texts = list(each_text(bound(LIBRARY.lessons()).blocks))
    heading = len(texts) - 1 - texts[::-1].index("Sources")
    numbers = [int(text.partition(".")[0]) for text in texts[heading + 1 :]]
    assert numbers == list(range(1, len(numbers) + 1))
    used = {int(one) for text in texts for marks in MARK.findall(text) for one in marks.split(",")}
    assert used == set(numbers)


def test_a_lesson_without_hard_words_has_no_list_of_them():
    plain = LIBRARY.lessons()[0]._replace(text="## One\n\nText.\n")
    assert "Words explained" not in list(each_text(bound([plain]).blocks))


def test_the_timeline_goes_on_paper_with_its_flags_and_its_table():
    timeline = LIBRARY.timeline()
    paper = TimelinePaper(
        "T", ("about",), ("Phase",), (("First",),), "see", "do", "flags", "after", "S", ("1.",)
    )
    texts = list(each_text(timeline_page(timeline, paper).blocks))
    assert "First" in texts
    for line in (*timeline.red_flags, timeline.after, timeline.advice[0].do[0]):
        assert line in texts
