"""What the coach goes by, as writers wrote it: rules, parts of a letter, lists of words."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from familysupport.content.phrases import Lists, check_phrase, compile_around, expand_lists
from familysupport.content.toml import read_table, read_tables

Family = Literal[
    "blame", "label", "stigma term", "absolute", "guilt", "threat", "limit that cannot be kept",
    "sarcasm", "diagnosis", "mind-reading", "accusing question", "comparison", "minimising",
    "shaming", "hopelessness", "lecture", "vague ask", "pile", "crisis",
]  # fmt: skip
_USUAL_LANGUAGE = "en"


class CoachRule(NamedTuple):
    """One rule: which phrases it hears, where it keeps quiet, and what it says.

    `weight` (1 to 100) decides who comes first; a rule below 0.8 `sure` only asks. Where two
    overlap, the higher `rank` (else weight) stays. `quiet` are phrases that silence it anywhere in
    the clause, `before` and `after` right beside the match. A rule with `framed` also speaks inside
    "I never said that …"; one with `when` also after "if". A rule with `narrow` is about hurt
    in everyday words, in phrases so exact that the weighing of the sentence hardly silences it.
    """

    id: str
    family: Family
    weight: int
    why: str
    example: str
    phrases: tuple[str, ...] = ()
    say: tuple[str, ...] = ()
    quiet: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    framed: bool = False
    when: bool = False
    narrow: bool = False
    sure: float = 0.9
    rank: int = 0


class CoachPart(NamedTuple):
    """What shows that a part of the letter is there; `why` says what is good about it."""

    id: str
    phrases: tuple[str, ...]
    why: str = ""
    quiet: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


class WholeNote(NamedTuple):
    """What is said about the letter as a whole."""

    id: str
    weight: int
    why: str
    suggestion: str
    example: str


class CoachWords(NamedTuple):
    """Word lists, other spellings of a word, names that are no style matter, and frames."""

    lists: dict[str, str]
    spellings: dict[str, str]
    your_means_you_are: str
    ill_means_i_will: str
    names: tuple[str, ...]
    frames: tuple[str, ...]
    warm: tuple[str, ...]
    topics: str
    persons: str
    objects: str
    conditions: str


class CoachContent(NamedTuple):
    """Everything the coach goes by, in one language."""

    rules: tuple[CoachRule, ...]
    parts: tuple[CoachPart, ...]
    heard: dict[str, CoachRule]
    whole: dict[str, WholeNote]
    words: CoachWords
    lists: Lists
    weights: str


def read_coach(root: Path, language: str = _USUAL_LANGUAGE) -> CoachContent:
    """Read the coach's rules from the content below `root`; a slip raises ContentError."""
    folder = root / language / "statements" / "coach"
    if not folder.is_dir():
        folder = root / _USUAL_LANGUAGE / "statements" / "coach"
    words = read_table(folder / "words.toml", CoachWords)
    rules = [
        rule
        for path in sorted((folder / "rules").glob("*.toml"))
        for rule in read_tables(path, CoachRule).values()
    ]
    return CoachContent(
        tuple(rules),
        tuple(read_tables(folder / "parts.toml", CoachPart).values()),
        {
            family: rule._replace(id=f"{family.replace(' ', '-')}-heard")
            for family, rule in read_tables(folder / "heard.toml", CoachRule).items()
        },
        read_tables(folder / "whole.toml", WholeNote),
        words,
        expand_lists(words.lists, "words.toml"),
        (folder / "weights.tsv").read_text(encoding="utf-8"),
    )


def try_phrases(content: CoachContent) -> None:
    """Compile every phrase once, so that a slip raises ContentError with its rule."""
    both: tuple[CoachRule | CoachPart, ...] = (*content.rules, *content.parts)
    for one in both:
        for phrase in one.phrases:
            check_phrase(phrase, content.lists, one.id)
        for texts in (one.quiet, one.before, one.after):
            if texts:
                compile_around(texts, content.lists, one.id, "")
    compile_around(content.words.frames, content.lists, "words.toml: frames", "$")
    compile_around(content.words.warm, content.lists, "words.toml: warm", "")
