"""What a person reads is spelled in one way, the American; the search finds the British too."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from familysupport.content.library import Library
from familysupport.learn.search import Search
from familysupport.paths import resources

CONTENT = resources() / "content"
PROGRAM = resources().parent / "familysupport"
BRITISH = re.compile(
    r"""\b(?:
    counsell\w* | (?:mis)?behaviour\w* | (?:dis)?colour\w* | (?:un)?favour\w* | (?:dis)?honour\w*
    | neighbour\w* | humour\w* | rumour\w* | labour\w* | odours? | vapours? | centre[sd]?
    | litres? | metres? | theatres? | programmes? | practis\w+ | licences? | defences? | offences?
    | grey\w* | judgements? | cancell(?:ed|ing) | travell\w+ | labell(?:ed|ing) | diall(?:ed|ing)
    | quarrell\w+ | learnt | cheques? | jewellery | fulfil | enrol | whilst | ageing | diarrhoea
    | anaesthe\w+ | paediatric\w* | mould\w* | cosy | misspelt | spelt | analys(?:e|ed|ing)
    | paralys(?:e|ed|ing) | (?:apolog|real|recogn|organ|minim|stigmat|hospital|stabil|critic
    | special|normal|random|memor|priorit|traumat|summar|general|personal|social|emphas
    | author|util|final|visual|steril)is(?:e|es|ed|ing|ation|ations|er|ers)
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
NAMES = ("Centre on Substance Use", "Alcohol Research Centre")
"""Names of others, which stay as they are."""

HEARD = ("statements/coach", "rehearse/cues.toml", "statements/family.toml")
"""Words that people may type, which are known in every spelling."""

ID = re.compile(r"[a-z0-9._:/-]+")
PAIRS = (
    ("counsellor", "counselor"),
    ("counselling", "counseling"),
    ("behaviour", "behavior"),
    ("programme", "program"),
    ("licence", "license"),
    ("grey", "gray"),
    ("neighbour", "neighbor"),
    ("practise", "practice"),
    ("centre", "center"),
    ("recognise", "recognize"),
    ("judgement", "judgment"),
)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from () if key == "also" else _strings(one)  # a word's other forms
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, str) and not ID.fullmatch(value):
        yield value


def _content() -> Iterator[tuple[str, str]]:
    for path in sorted(CONTENT.rglob("*")):
        name = path.relative_to(CONTENT).as_posix()
        if any(part in name for part in HEARD):
            continue
        if path.suffix == ".md":
            yield name, path.read_text(encoding="utf-8")
        elif path.suffix == ".toml":
            for text in _strings(tomllib.loads(path.read_text(encoding="utf-8"))):
                yield name, text


def _shown(path: Path) -> Iterator[str]:
    """Return the sentences a widget shows: all that is said in the words of a language."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and _name(node.func) in ("tr", "_tr", "say", "translate"):
            for part in node.args:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def _name(called: ast.expr) -> str:
    return called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")


def _british(text: str) -> list[str]:
    for name in NAMES:
        text = text.replace(name, "")
    return BRITISH.findall(text)


def test_what_writers_wrote_is_spelled_in_one_way():
    assert [(name, word) for name, text in _content() for word in _british(text)] == []


def test_what_the_program_says_is_spelled_in_one_way():
    files = sorted((PROGRAM / "ui").rglob("*.py"))
    found = {
        (path.name, word) for path in files for text in _shown(path) for word in _british(text)
    }
    assert found == set()


def test_british_words_are_seen():
    assert _british("The counsellor practised in grey, at the centre of a programme.") == [
        *("counsellor", "practised", "grey", "centre", "programme")
    ]
    assert _british("The counselor of the BC Centre on Substance Use, afterwards, with Mum") == []


@pytest.fixture(scope="module")
def search():
    return Search(Library(CONTENT, "en"))


@pytest.mark.parametrize(("british", "american"), PAIRS)
def test_the_search_finds_a_word_in_either_spelling(search, british, american):
    there = {(hit.id, hit.section) for hit in search.find(american)}
    assert {(hit.id, hit.section) for hit in search.find(british)} & there or not there
