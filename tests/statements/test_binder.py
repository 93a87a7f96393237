from __future__ import annotations

from familysupport.documents.page import Card, Heading, PageBreak, Table, each_text
from familysupport.statements.binder import BinderWords, binder
from familysupport.statements.model import Statement

WORDS = BinderWords(
    title="Our meeting",
    cover=("Date:",),
    steps_title="Steps",
    steps=("Welcome",),
    order_title="Order",
    order_header=("No.", "Who", "Aloud"),
    rules_title="Rules",
    rules=("One voice at a time",),
    after_title="Afterwards",
    after=("Sit together",),
    no_title="If no",
    no_note="Only if no",
    numbers_title="Numbers",
    numbers=(("Emergency", "999", ""),),
    own_title="Ours",
    own_numbers=(("Mum", "12345"),),
    unnamed="One of us",
    aloud=lambda seconds: f"{seconds} s",
)
MUM = Statement(1, None, "Mum", "Joel", "Dear Joel", "I love you.", "No cash.", "furious")
DAD = Statement(2, None, "Dad", "Joel", "", "Come home.", "", "angry")
ROSA = Statement(3, None, "Rosa", "Joel", "", "  ", "I keep my key.")


def headings(page, level):
    return [one.text for one in page.blocks if isinstance(one, Heading) and one.level == level]


def test_everything_stands_in_its_order_and_each_part_begins_a_sheet():
    page = binder(WORDS, [MUM, DAD, ROSA])
    assert headings(page, 1) == [
        "Our meeting",
        "Steps",
        "Dear Joel",
        "Dad",
        "If no",
        "If no",
        "Numbers",
    ]
    assert sum(isinstance(one, PageBreak) for one in page.blocks) == 6


def test_the_cover_tells_who_reads_and_how_long():
    page = binder(WORDS, [MUM, DAD, ROSA])
    table = next(one for one in page.blocks if isinstance(one, Table))
    assert [row[:2] for row in table.rows] == [("1", "Mum"), ("2", "Dad")]


def test_cards_for_a_no_stand_behind_all_statements_and_private_pages_nowhere():
    page = binder(WORDS, [MUM, DAD, ROSA])
    told = list(each_text(page.blocks))
    assert told.index("Come home.") < told.index("No cash.") < told.index("I keep my key.")
    assert [one.title for one in page.blocks if isinstance(one, Card)] == ["Mum", "Rosa"]
    assert not {"furious", "angry"} & set(told)


def test_without_names_nobody_is_named():
    told = " ".join(each_text(binder(WORDS, [MUM, DAD], named=False).blocks))
    assert "Mum" not in told
    assert "Dad" not in told
    assert "One of us" in told


def test_an_empty_binder_still_has_its_rules_and_numbers():
    page = binder(WORDS._replace(own_numbers=(), numbers=()), [])
    assert headings(page, 1) == ["Our meeting", "Steps", "Numbers"]
    assert not any(isinstance(one, Table) for one in page.blocks)
