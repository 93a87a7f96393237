from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.documents.light import ITEMS, Shape, read_line
from familysupport.journal.marks import (
    dressed,
    going_on,
    leaving,
    moved,
    shaped,
    tab_moves,
    ticked,
)

lines = st.text(st.sampled_from("ab *-+>1.)[]x#\t_"), max_size=20)


@pytest.mark.parametrize(
    ("line", "mark"),
    [
        ("- milk", "- "),
        ("  * milk", "  * "),
        ("9. milk", "10. "),
        ("2) milk", "3) "),
        ("- [x] milk", "- [ ] "),
        ("> he said", "> "),
        ("milk", None),
        ("# Visit", None),
        ("- ", None),
        ("99. milk", None),
    ],
)
def test_a_list_goes_on_in_the_next_line(line: str, mark: str | None) -> None:
    assert going_on(line, len(line)) == mark


def test_nothing_goes_on_before_the_mark_of_a_line() -> None:
    assert going_on("- milk", 0) is None


@given(lines)
def test_what_goes_on_is_of_the_same_shape_and_leads_out_again(line: str) -> None:
    mark = going_on(line, len(line))
    if mark is None:
        return
    before, after = read_line(line), read_line(mark + "a")
    same = {before.shape, after.shape}
    assert len(same) == 1 or same == {Shape.OPEN, Shape.DONE}
    out: str | None = mark
    for _step in range(6):
        out = leaving(out) if out else out
    assert out == ""


@given(lines)
def test_a_step_in_and_out_leaves_the_words_alone(line: str) -> None:
    further = moved(line, 1)
    if further is not None:
        assert read_line(further).words == read_line(line).words
        assert read_line(further).level == read_line(line).level + 1
        back = moved(further, -1)
        assert back is not None
        assert back.strip() == line.strip()


@given(lines, lines)
def test_tab_never_holds_anybody_in_a_list(line: str, above: str) -> None:
    pressed = 0
    while tab_moves(line, len(line), above, 1):
        line, pressed = moved(line, 1) or line, pressed + 1
        assert pressed < 6


def test_tab_moves_only_an_item_without_words() -> None:
    assert tab_moves("- ", 2, "- milk", 1)
    assert not tab_moves("- bread", 7, "- milk", 1)
    assert not tab_moves("- ", 2, "Milk", 1)
    assert not tab_moves("  - ", 4, "- milk", 1)
    assert tab_moves("  - ", 4, "- milk", -1)
    assert not tab_moves("- ", 2, "- milk", -1)


def test_a_box_is_ticked_and_opened_again() -> None:
    assert ticked("- [ ] ring") == "- [x] ring"
    assert ticked("  - [X] ring") == "  - [ ] ring"
    assert ticked("- ring") is None


def test_lines_take_a_shape_and_give_it_back() -> None:
    listed = shaped(["one", "", "- two"], Shape.NUMBER)
    assert listed == ["1. one", "", "2. two"]
    assert shaped(listed, Shape.NUMBER) == ["one", "", "two"]
    assert shaped(["- one"], Shape.OPEN) == ["- [ ] one"]
    assert shaped([""], Shape.HEADING) == ["# "]


@given(st.lists(lines, min_size=1, max_size=4), st.sampled_from([*ITEMS, Shape.QUOTE]))
def test_taking_a_shape_keeps_every_letter(given_lines: list[str], shape: Shape) -> None:
    if shape is Shape.DONE:
        return
    before = "".join(given_lines).replace("x", "")
    after = "".join(shaped(given_lines, shape)).replace("x", "")
    assert [one for one in after if one in "ab"] == [one for one in before if one in "ab"]


@pytest.mark.parametrize("mark", ["**", "*"])
def test_words_are_dressed_and_undressed(mark: str) -> None:
    text = "- one two \n\nthree"
    assert dressed(text, mark) == f"- {mark}one two{mark} \n\n{mark}three{mark}"
    assert dressed(dressed(text, mark), mark) == text


def test_bold_words_can_lean_as_well() -> None:
    assert dressed("**one**", "*") == "***one***"
    assert dressed("***one***", "**") == "*one*"
    assert dressed("***one***", "*") == "**one**"
