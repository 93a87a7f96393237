from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from familysupport.content.model import Fact, Source
from familysupport.content.toml import Tables, parse_table, read_table, read_tables
from familysupport.errors import ContentError
from familysupport.paths import resources


@dataclass(frozen=True)
class Leaf:
    text: str
    right: bool = False


@dataclass(frozen=True)
class Tree:
    name: str
    kind: Literal["old", "young"]
    planted: date
    span: tuple[float, float]
    leaf: tuple[Leaf, ...] = ()
    words: dict[str, int] | None = None


GOOD = """
name = "oak"
kind = "old"
planted = 2026-11-23
span = [1, 2.5]

[[leaf]]
text = "green"

[[leaf]]
text = \"\"\"
brown = not a key
\"\"\"
right = true

[words]
one = 1
"""


def slip(text: str) -> str:
    with pytest.raises(ContentError) as caught:
        parse_table(text, Tree, "tree.toml")
    return str(caught.value)


def test_a_sound_table_is_read_whole():
    tree = parse_table(GOOD, Tree, "tree.toml")
    assert (tree.name, tree.span, tree.planted) == ("oak", (1.0, 2.5), date(2026, 11, 23))
    assert [leaf.right for leaf in tree.leaf] == [False, True]
    assert tree.words == {"one": 1}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "oak"', 'nam = "oak"', "tree.toml:2: nam: unknown key"),
        ('name = "oak"', "name = 3", "tree.toml:2: name: must be str, is int"),
        ('name = "oak"', "", "missing key name"),
        ('kind = "old"', 'kind = "new"', "tree.toml:3: kind: must be one of old, young"),
        ("planted = 2026-11-23", 'planted = "today"', "tree.toml:4: planted: must be date"),
        ("span = [1, 2.5]", "span = [1]", "tree.toml:5: span: must hold 2 values"),
        ("span = [1, 2.5]", "span = 1", "tree.toml:5: span: must be a list"),
        ("span = [1, 2.5]", 'span = [1, "a"]', "tree.toml:5: span[1]: must be float"),
        ("right = true", "rihgt = true", "tree.toml:14: leaf[1].rihgt: unknown key"),
        ('text = "green"', "", "tree.toml:7: leaf[0]: missing key text"),
        ("one = 1", 'one = "1"', "tree.toml:17: words.one: must be int"),
        ('kind = "old"', "kind = old", "tree.toml:3"),
    ],
)
def test_a_slip_is_named_by_file_line_and_key(old, new, says):
    assert says in slip(GOOD.replace(old, new))


def test_a_table_where_a_value_belongs_is_refused():
    assert "leaf" in slip(
        'name = "a"\nkind = "old"\nplanted = 2026-01-01\nspan = [1, 2]\nleaf = [1]'
    )
    assert "words" in slip(
        'name = "a"\nkind = "old"\nplanted = 2026-01-01\nspan = [1, 2]\nwords = 1'
    )


def test_lines_above_are_counted_in():
    with pytest.raises(ContentError, match=r"lesson\.md:4: nam"):
        parse_table('kind = "old"\nnam = "x"\n', Tree, "lesson.md", first_line=2)


def test_tables_take_their_id_from_their_name(tmp_path):
    @dataclass(frozen=True)
    class Named:
        id: str
        size: int

    path = tmp_path / "named.toml"
    path.write_text("[A-01]\nsize = 1\n[b]\nsize = 2\n")
    globals()["Named"] = Named
    assert read_tables(path, Named)["A-01"] == Named("A-01", 1)
    path.write_text('[A-01]\nid = "x"\nsize = 1\n')
    with pytest.raises(ContentError, match="id: unknown key"):
        read_tables(path, Named)
    path.write_text("a = 1\n")
    with pytest.raises(ContentError, match="must be a table"):
        read_tables(path, Named)


def test_a_file_that_is_not_there_or_not_text_is_a_slip_of_its_own(tmp_path):
    with pytest.raises(ContentError, match=r"gone\.toml"):
        read_table(tmp_path / "gone.toml", Leaf)
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(ContentError, match=r"bad\.toml"):
        read_table(tmp_path / "bad.toml", Leaf)


@given(st.text())
def test_any_text_is_either_read_or_refused(text):
    with contextlib.suppress(ContentError):
        assert isinstance(parse_table(text, Leaf, "leaf.toml"), Leaf)


@dataclass(frozen=True)
class Small:
    id: str
    size: int = 0


def tables(tmp_path, text):
    path = tmp_path / "small.toml"
    path.write_text(text, encoding="utf-8")
    return Tables(path, Small)


def test_tables_are_read_one_by_one_and_are_the_same_as_together(tmp_path):
    for name, cls in (("facts.toml", Fact), ("sources.toml", Source)):
        path = resources() / "content" / name
        assert dict(Tables(path, cls)) == read_tables(path, cls)
    found = tables(tmp_path, "# first\n[a]\nsize = 1\n[b-2] # two\n\n[broken]\nsize = x\n")
    assert list(found) == ["a", "b-2", "broken"]
    assert found["b-2"] == Small("b-2")
    assert found.get("c") is None
    with pytest.raises(ContentError, match=r"small\.toml:7"):
        found["broken"]
    assert found["a"] == Small("a", 1)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("size = 1\n[a]\n", "small.toml:1: size: stands above"),
        ("[a]\n[b]\n[a]\n", "small.toml:3"),
        ("no table", "small.toml:1"),
    ],
)
def test_what_is_between_the_tables_is_refused_at_once(tmp_path, text, says):
    with pytest.raises(ContentError) as caught:
        tables(tmp_path, text)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[a]\nsize = 1\n ['b c']\nsize = 2\n", "b c: its name must be bare"),
        ("[a]\nsize = 1\n[[b]]\nsize = 2\n", "b: its name must be bare"),
        ("[z]\n[a]\nsice = 1\n", "small.toml:3: a.sice: unknown key"),
        ('[z]\n[a]\nid = "x"\n', "small.toml:3: a.id: unknown key"),
    ],
)
def test_a_slip_in_one_table_is_named_when_it_is_read(tmp_path, text, says):
    with pytest.raises(ContentError) as caught:
        tables(tmp_path, text)["a"]
    assert says in str(caught.value)


LINES = st.sampled_from(["[a]", "[b-1]", "[c] # c", "size = 1", "size = 2 # [a]", "", "# [b]", "x"])


@given(st.lists(LINES, max_size=9).map("\n".join))
def test_whatever_is_in_the_file_both_ways_say_the_same(tmp_path_factory, text):
    path = tmp_path_factory.mktemp("tables") / "small.toml"
    path.write_text(text, encoding="utf-8")
    together = one_by_one = None
    with contextlib.suppress(ContentError):
        together = read_tables(path, Small)
    with contextlib.suppress(ContentError):
        one_by_one = dict(Tables(path, Small))
    assert one_by_one == together
