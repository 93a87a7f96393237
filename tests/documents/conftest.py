"""One page that holds every kind of block."""

import pytest

from familysupport.documents.page import (
    Bullets,
    Card,
    Heading,
    Note,
    Numbered,
    Page,
    PageBreak,
    Paragraph,
    Rule,
    Table,
    marked,
)


@pytest.fixture
def full_page():
    return Page(
        "Dear Daniel",
        (
            Heading("What I saw"),
            Paragraph("On 14 March\nI could not  wake you.\tTwice & <b>once</b>."),
            Paragraph(marked("I **love** you *so* much. 🙂 אני אוהב אותך")),
            Bullets(("one", marked("**two** and more"))),
            Numbered(("third", "fourth"), start=3),
            Numbered(("again first",)),
            Table(("Day", "Who"), (("Monday", "Mum"), ("Tuesday",))),
            Card("If the answer is no", (Paragraph("I will not give cash."), Bullets(("x",)))),
            Card("", ()),
            Rule(),
            PageBreak(),
            Note("Checked 2026."),
        ),
        "Mum",
    )
