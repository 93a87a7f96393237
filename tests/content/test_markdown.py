from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.html import to_html
from familysupport.content.markdown import passages, plain, slug
from familysupport.content.references import References, number_all

TEXT = """## How long it lasts

People differ, **very much**. [^W-01] [^W-02] More *later*. [^W-10]

- One [tolerance](term:tolerance) [^H-14]
- Two

1. First

> "Say this."

| Drug | Start |
|---|---|
| Heroin | 6–12 hours [^W-01] |

![Two hands](picture:hands.svg)
"""


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


def references(library):
    return References(library.facts(), library.sources())


def test_every_kind_of_passage_is_told_apart_with_its_line():
    found = passages(TEXT, first_line=10)
    assert [(one.kind, one.line) for one in found] == [
        ("heading", 11),
        ("paragraph", 13),
        ("bullet", 15),
        ("bullet", 16),
        ("number", 18),
        ("quote", 20),
        ("table", 22),
        ("picture", 26),
    ]
    assert all(one.section == "how-long-it-lasts" for one in found)


def test_marks_leave_the_words_and_become_facts():
    paragraph = passages(TEXT)[1]
    assert paragraph.text == "People differ, very much. More later."
    assert paragraph.facts == ("W-01", "W-02", "W-10")


def test_cells_keep_their_words_facts_and_links():
    table = next(one for one in passages(TEXT) if one.kind == "table")
    assert plain(table.rows[1][1]) == "6–12 hours"
    assert table.facts == ("W-01",)


def test_html_gives_numbers_links_lists_quotes_tables_and_pictures(library):
    html = to_html(passages(TEXT), references(library))
    assert '<a class="term" href="term:tolerance">tolerance</a>' in html
    assert '<a name="how-long-it-lasts"></a>' in html
    assert "<ul><li>One" in html
    assert "<ol><li>First" in html
    assert 'src="picture:hands.svg" alt="Two hands"' in html
    assert "<th>Drug</th>" in html
    assert 'href="source:1"' in html
    assert "[^" not in html


def test_the_same_source_keeps_its_number(library):
    numbers = references(library)
    first = numbers.numbers(("W-01",))
    assert numbers.numbers(("W-01", "W-01")) == first
    assert numbers.numbers(("X-99",)) == ()


def test_a_fact_of_common_knowledge_names_its_body(library):
    numbers = references(library)
    number_all(passages("Words. [^H-44] Others. [^W-15]"), numbers)
    bodies = [one.body for one in numbers.entries() if one.source is None]
    assert any("ASAM" in body for body in bodies) or all(
        library.facts()[fact].sources for fact in ("H-44", "W-15")
    )


def test_every_lesson_becomes_html_with_every_fact_numbered(library):
    for lesson in library.lessons():
        numbers = references(library)
        html = to_html(passages(lesson.text), numbers)
        assert "[^" not in html
        assert numbers.entries()


def test_a_section_has_a_lasting_name():
    assert slug("How long – it lasts?") == "how-long-it-lasts"
    assert slug("Über Äpfel") == "uber-apfel"


@given(st.text())
def test_any_text_is_read_and_never_becomes_markup_of_its_own(text):
    found = passages(text)
    parser = Tags()
    from familysupport.content.library import Library
    from familysupport.paths import resources

    library = Library(resources() / "content", "en")
    parser.feed(to_html(found, References({}, {})))
    assert library is not None
    assert set(parser.tags) <= {
        *("p", "h2", "a", "ul", "ol", "li", "b", "i", "sup", "table", "tr", "td", "th"),
        *("blockquote", "img", "br"),
    }
