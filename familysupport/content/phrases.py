"""The small language in which writers say what a sentence may look like, made into a pattern.

Words stand as they are; `{list}` is any word of a list, `(a|b c)` any of these, `word?` may be
missing, dots are that many words that may stand between, `>>` is up to ten words in which nobody
else begins to act, `^` is where a clause begins, `[name ... ]` keeps what stood there. `_` in a
word is a blank.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from familysupport.errors import ContentError

_BARE = r"[^\s,;:.!?()\"—]+"
_WORD = _BARE + " "
_ANY = r"[^\s;:.!?()\"—]+ "
_BEGIN = (
    r"(?:^|(?<=[,;:.!?()\"—] )|(?<=but )|(?<=and )|(?<=so )|(?<=please )|(?<=just )|(?<=then )"
    r"|(?<=now )|(?<=or )|(?<=because ))"
)
_SIGNS = {"]": ")", "^": _BEGIN}
_LIST = re.compile(r"\{(\w+)\}")
_OTHERS = "i|we|he|she|they|it|that|heroin|fentanyl|addiction|drugs|illness|disease|who|which"
_COMMON = {
    **dict.fromkeys(("you", "i", "the", "and", "to", ","), 0.3),
    **dict.fromkeys(("a", "my", "your", "is", "are", "was", "not", "me", "of", "in", "it"), 0.2),
    **dict.fromkeys(("have", "do", "that", "for", "we", "us", "will", "be", "so", "on"), 0.1),
    **dict.fromkeys(("this", "with", "when", "if", "at", "as", "can", "did", "all", "has"), 0.06),
    **dict.fromkeys(("had", "were", "would", "but", "our", "just", "or", "no", "what"), 0.06),
    **dict.fromkeys(("from", "up", "out", "know", "want", "he", "she", "by", "love"), 0.04),
    **dict.fromkeys(("he", "they", "go", "get", "been", "am", "an", "there", "how"), 0.04),
    **dict.fromkeys(("never", "help", "like", "because", "always", "time", "more"), 0.02),
}
_RARE = 0.0004
_MOST_WAYS = 400

Lists = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Phrase:
    """A pattern over a line of plain words; of each set in `needs` a match holds one word.

    `cues` is the rarest of these sets, empty if there is none. The pattern is compiled when it is
    first wanted, since a letter needs few of them.
    """

    source: str
    cues: frozenset[str]
    needs: tuple[frozenset[str], ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Return the compiled pattern."""
        return re.compile(self.source)


def make_phrase(text: str, lists: Lists, place: str) -> Phrase:
    """Return one phrase; brackets or lists that are wrong raise ContentError with `place`."""
    pieces = _pieces(_plain(text), place)
    source = r"(?<!\S)" + "".join(_token(piece, lists, place) for piece in pieces)
    needs = sorted(
        filter(None, (_first_words(piece, lists) for piece in pieces)),
        key=lambda words: sum(_COMMON.get(word, _RARE) for word in words),
    )
    return Phrase(source, needs[0] if needs else frozenset(), tuple(needs[1:]))


def check_phrase(text: str, lists: Lists, place: str) -> Phrase:
    """Return one phrase with its pattern compiled; any slip raises ContentError with `place`."""
    phrase = make_phrase(text, lists, place)
    try:
        phrase.pattern.groups  # noqa: B018 - compiles
    except re.error as error:
        raise ContentError(place, f"{text}: {error}") from error
    return phrase


def compile_around(texts: tuple[str, ...], lists: Lists, place: str, end: str) -> re.Pattern[str]:
    """Return one pattern for any of `texts`, tied to the end of a stretch when `end` is `$`."""
    parts = (
        "".join(_token(one, lists, place) for one in _pieces(_plain(text), place)) for text in texts
    )
    try:
        return re.compile(r"(?<!\S)(?:" + "|".join(parts) + ")" + end)
    except re.error as error:
        raise ContentError(place, str(error)) from error


def expand_lists(raw: Mapping[str, str], place: str) -> dict[str, tuple[str, ...]]:
    """Return each list's words; `walk+s+ed` stands for three, `let_down` for two words."""
    found: dict[str, tuple[str, ...]] = {}
    for name, text in raw.items():
        words: list[str] = []
        for entry in text.split():
            inner = _LIST.fullmatch(entry)
            if inner and inner.group(1) not in found:
                raise ContentError(place, f"{name}: no list {inner.group(1)} above it")
            words.extend(found[inner.group(1)] if inner else _forms(entry))
        found[name] = tuple(sorted(set(words), key=lambda word: (-len(word), word)))
    return found


def _forms(entry: str) -> list[str]:
    base, *ends = entry.replace("_", " ").replace("-", " ").replace("'s", " 's").split("+")
    return [base, *(base + end for end in ends)]


def _plain(text: str) -> str:
    return text.replace("_", " ").replace("'s", " 's").replace("-", " ")


def _pieces(text: str, place: str) -> list[str]:
    """Cut at the spaces that stand outside brackets."""
    pieces, depth, begun = [], 0, 0
    for at, sign in enumerate(text):
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            break
        if sign == " " and depth == 0:
            pieces.append(text[begun:at])
            begun = at + 1
    if depth:
        raise ContentError(place, f"{text}: brackets do not match")
    return [piece for piece in (*pieces, text[begun:]) if piece]


def _token(piece: str, lists: Lists, place: str) -> str:
    if piece in _SIGNS:
        return _SIGNS[piece]
    if piece.startswith("["):
        return f"(?P<{piece[1:]}>"
    if set(piece) == {"."}:
        return f"(?:{_WORD}){{0,{len(piece)}}}"
    if piece == ">>":
        return f"(?:(?!(?:{_OTHERS}) ){_ANY}){{0,10}}"
    optional = piece.endswith("?")
    body = _LIST.sub(lambda found: _any_of(found.group(1), lists, place), piece.removesuffix("?"))
    if body == "*":
        return f"(?:{_WORD})?" if optional else _WORD
    body = body.replace("(", "(?:").replace("*", _BARE)
    return f"(?:(?:{body}) )?" if optional else f"(?:{body}) "


def _any_of(name: str, lists: Lists, place: str) -> str:
    if name not in lists:
        raise ContentError(place, f"no list is called {name}")
    return "(" + "|".join(re.escape(word).replace(r"\ ", " ") for word in lists[name]) + ")"


def _first_words(piece: str, lists: Lists) -> frozenset[str]:
    if piece.endswith("?") or piece[0] == "[" or not any(sign.isalpha() for sign in piece):
        return frozenset()
    ways = _ways(piece, lists)
    if not ways:
        return frozenset()
    return frozenset(min(way.split(), key=lambda word: _COMMON.get(word, _RARE)) for way in ways)


def _ways(piece: str, lists: Lists) -> list[str]:
    """Return every text a piece may stand for, or nothing where that cannot be said."""
    inner = piece[1:-1] if piece.startswith("(") and piece.endswith(")") else piece
    if any(sign in inner for sign in "()[]?*+\\"):
        return []
    ways: list[str] = []
    for choice in inner.split("|"):
        found = _LIST.search(choice)
        if found is None:
            ways.append(choice)
            continue
        words = lists.get(found.group(1), ())
        ways.extend(choice.replace(found.group(), word, 1) for word in words)
    complete = all("{" not in way and way.strip() for way in ways)
    return ways if complete and len(ways) <= _MOST_WAYS else []
