"""Sentences of a letter, and each as one line of plain words that remembers where they stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

QUOTED = "\ue000"
NAMED = "\ue001"
LONGEST = 600

_QUOTES = re.compile(
    r"“[^“”\n]{1,800}”|\"[^\"\n]{1,800}\"|«[^«»\n]{1,800}»|‘[^‘\n]{1,400}?’(?!\w)"
    r"|(?<![\w’'])'(?!(?:cause|cos|coz|til|till|em|tis|twas|bout)\b)(?=\w)"
    r"[^'\n]{1,200}(?:'\w[^'\n]{0,200}){0,6}(?<=[\w.,!?…])'(?!\w)(?!(?<=s')\s[a-z])"
)
_END = re.compile(r"(?:[.!?…]+|\ue000+(?=\s+[A-Z]))[\"”’')\]]*(?=\s|$)|(?<=[a-z])[.!?](?=[A-Z])|\n")
_SHORT = re.compile(r"(?:^|[\s(])(?:(?i:dr|mr|mrs|ms|st|prof|vs|e\.g|i\.e|a\.m|p\.m)|[A-HJ-Z])$")
_WORD = re.compile(
    r"[$£€]?\d+(?:[.,:]\d+)*(?:%|[^\W_]*)|[^\W\d_]+(?:['’ʼ`´][^\W_]+)*|[,;:.!?()\"…—–]|\ue000+|\ue001+"
)
_SIGNS = {"…": ".", "–": "—"}
_MARKS = frozenset(',;:.!?()—"')
_TAILS = {"'re": "are", "'ve": "have", "'ll": "will", "'d": "would", "'m": "am"}
_STRETCHED = re.compile(r"([a-zA-Z])\1{2,}")
_SHORT_LINE = 45
_VERBS = frozenset(
    ("has", "have", "had", "is", "was", "were", "will", "and", "broke", "hurts", "hurt", "ruined")
)


class Spelling(NamedTuple):
    """How words are brought to their plain form."""

    other: Mapping[str, tuple[str, ...]]
    you_are: frozenset[str]
    i_will: frozenset[str]


@dataclass(frozen=True)
class Line:
    """Words in plain form with a blank after each; `places` are the words' places in the text."""

    text: str
    begins: tuple[int, ...]
    places: tuple[tuple[int, int], ...]

    @cached_property
    def words(self) -> frozenset[str]:
        """Return the words that occur."""
        return frozenset(self.text.split())

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where in the text the stretch of the line from `start` to `end` stands."""
        first = bisect_right(self.begins, start) - 1
        last = bisect_right(self.begins, max(start, end - 2)) - 1
        return self.places[first][0], self.places[last][1]


def mask(text: str, names: Sequence[str], alone: bool = True) -> str:
    """Return `text`, as long as before, with quoted speech and names of groups covered.

    `names` are in lower case. Where nothing but a quotation stands `alone`, it is left open.
    """
    covered = _QUOTES.sub(lambda found: QUOTED * len(found.group()), text)
    if alone and not any(sign.isalpha() for sign in covered):
        covered = text
    lower = covered.lower()
    if len(lower) != len(covered):
        return covered
    for name in names:
        at = lower.find(name)
        while at >= 0:
            end = at + len(name)
            if not lower[at - 1 : at].isalnum() and not lower[end : end + 1].isalnum():
                covered = covered[:at] + NAMED * len(name) + covered[end:]
            at = lower.find(name, end)
    return covered


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of `text` begins and ends; long ones are cut at a blank."""
    begun = 0
    for found in _END.finditer(text):
        if _ends(text, begun, found):
            yield from _pieces(text, begun, found.end())
            begun = found.end()
    yield from _pieces(text, begun, len(text))


def line_of(text: str, spelling: Spelling) -> Line:
    """Return the words of one sentence in plain form."""
    words: list[str] = []
    places: list[tuple[int, int]] = []
    other = spelling.other
    for found in _WORD.finditer(text):
        word = found.group().lower()
        if word.isascii() and word.isalpha() and word not in other:
            words.append(word)
            places.append(found.span())
            continue
        plain = _plain(word, spelling)
        words.extend(plain)
        places.extend([found.span()] * len(plain))
    if _STRETCHED.search(text):
        words = [_unstretched(word, other) for word in words]
    _mend(words, spelling)
    begins, at = [], 0
    for word in words:
        begins.append(at)
        at += len(word) + 1
    return Line(" ".join(words) + " " if words else "", tuple(begins), tuple(places))


def _unstretched(word: str, other: Mapping[str, tuple[str, ...]]) -> str:
    plain = _STRETCHED.sub(r"\1", word)
    return " ".join(other.get(plain, (plain,))) if plain != word else word


def _ends(text: str, begun: int, found: re.Match[str]) -> bool:
    sign = found.group()
    if sign == "\n":
        return _breaks(text, begun, found.start())
    after = text[found.end() : found.end() + 2].strip()
    if sign[0] == "." and len(sign) == 1:
        if _SHORT.search(text, max(begun, found.start() - 6), found.start()):
            return (
                text[max(0, found.start() - 3) : found.start()].casefold()
                in (
                    "a.m",
                    "p.m",
                )
                and after[:1].isupper()
            )
        return True
    return not (sign.startswith(("..", "…")) and after[:1].islower())


def _breaks(text: str, begun: int, at: int) -> bool:
    """Return whether a new line is more than a wrapped one."""
    before = text[max(begun, at - _SHORT_LINE - 15) : at].rpartition("\n")[2].strip()
    after = text[at + 1 : at + 3]
    if not before or not after.strip() or after[0] == "\n":
        return True
    return len(before) < _SHORT_LINE and not after[0].islower()


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = max(text.rfind(" but ", start, start + LONGEST), start)
        if cut <= start:
            cut = max(text.rfind(" and ", start, start + LONGEST), start)
        if cut <= start:
            cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut + 1 if cut > start else start + LONGEST
        yield start, cut
        start = cut
    lead = len(text[start:end]) - len(text[start:end].lstrip())
    start, end = start + lead, start + len(text[start:end].rstrip())
    if start < end:
        yield start, end


def _plain(word: str, spelling: Spelling) -> tuple[str, ...]:
    if word[0] == QUOTED:
        return ('"',)
    if word[0] in _SIGNS:
        return (_SIGNS[word[0]],)
    for sign in "’ʼ`´":
        if sign in word:
            word = word.replace(sign, "'")
    if word in spelling.other:
        return spelling.other[word]
    return _apart(word, spelling) if "'" in word else (word,)


def _apart(word: str, spelling: Spelling) -> tuple[str, ...]:
    head, _, tail = word.rpartition("'")
    tail = "'" + tail
    if tail == "'t" and head.endswith("n"):
        return (*spelling.other.get(head[:-1], (head[:-1],)), "not")
    if tail in _TAILS:
        return (*spelling.other.get(head, (head,)), _TAILS[tail])
    return (head, tail) if tail == "'s" else (word.replace("'", ""),)


def _mend(words: list[str], spelling: Spelling) -> None:
    """Read "your a liar" as "you are a liar" and "ill drive" as "i will drive", word for word."""
    for at in range(len(words) - 1):
        word, following = words[at], words[at + 1]
        if word == "your" and following in spelling.you_are and not _is_noun(words, at + 1):
            words[at] = "you are"
        elif word == "ill" and following in spelling.i_will:
            words[at] = "i will"


def _is_noun(words: list[str], at: int) -> bool:
    """Return whether a word in -ing is a thing that does something, as in "your using hurts"."""
    return words[at].endswith("ing") and not _VERBS.isdisjoint(words[at + 1 : at + 2])
