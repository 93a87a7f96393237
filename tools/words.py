"""Makes the word list of the spelling help from Hunspell dictionaries, its endings written out.

Written out, a quarter of a million words are read in a blink, and a set answers at once; the
rules of the dictionaries, followed letter by letter in Python, took seconds.
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from zxcvbn.frequency_lists import FREQUENCY_LISTS

_PLAIN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_COMMON = 20_000


@dataclass(frozen=True)
class Rule:
    """One ending (or beginning): what goes, what comes, and when."""

    at_end: bool
    joins: bool
    strip: str
    add: str
    further: str
    fits: re.Pattern[str]

    def use(self, word: str) -> str | None:
        """Return `word` with this ending, or nothing where the rule does not fit."""
        if not self.fits.search(word):
            return None
        if self.at_end:
            return word[: len(word) - len(self.strip)] + self.add
        return self.add + word[len(self.strip) :]


class Hunspell:
    """The words of one dictionary with every beginning and ending its rules allow."""

    def __init__(self, path: Path) -> None:
        self.rules: dict[str, list[Rule]] = defaultdict(list)
        self.marks: dict[str, str] = {}
        self._joins: dict[str, bool] = {}
        for line in path.with_suffix(".aff").read_text(encoding="utf-8-sig").splitlines():
            self._read(line.split())
        self.lines = path.with_suffix(".dic").read_text(encoding="utf-8-sig").splitlines()[1:]

    def words(self) -> Iterator[tuple[str, bool]]:
        """Yield each word, and whether it may be suggested."""
        for line in self.lines:
            fields = line.split("\t")[0].strip()
            word, _, flags = fields.partition("/")
            if not word or self.marks.get("ONLYINCOMPOUND", "\0") in flags:
                continue
            if self.marks.get("FORBIDDENWORD", "\0") in flags:
                continue
            said = self.marks.get("NOSUGGEST", "\0") not in flags
            if self.marks.get("NEEDAFFIX", "\0") not in flags:
                yield word, said
            for made in self._made(word, flags):
                yield made, said

    def _made(self, word: str, flags: str) -> Iterator[str]:
        ends = [rule for flag in flags for rule in self.rules[flag] if rule.at_end]
        starts = [rule for flag in flags for rule in self.rules[flag] if not rule.at_end]
        for end in ends:
            made = end.use(word)
            if made is None:
                continue
            yield made
            again = (rule for flag in end.further for rule in self.rules[flag])
            yield from filter(None, (rule.use(made) for rule in again))
            if end.joins:
                yield from filter(None, (rule.use(made) for rule in starts if rule.joins))
        yield from filter(None, (rule.use(word) for rule in starts))

    def _read(self, said: list[str]) -> None:
        if len(said) == 2:
            self.marks[said[0]] = said[1]
        elif said[:1] in (["SFX"], ["PFX"]) and len(said) == 4:
            self._joins[said[1]] = said[2] == "Y"
        elif said[:1] in (["SFX"], ["PFX"]):
            self._add_rule(said)

    def _add_rule(self, said: Sequence[str]) -> None:
        kind, flag, strip, added = said[:4]
        add, _, further = added.partition("/")
        where = said[4] if len(said) > 4 else "."
        at_end = kind == "SFX"
        fits = re.compile(f"{where}$" if at_end else f"^{where}")
        gone = "" if strip == "0" else strip
        come = "" if add == "0" else add
        self.rules[flag].append(Rule(at_end, self._joins[flag], gone, come, further, fits))


def write(dictionaries: Sequence[Path], out: Path) -> None:
    """Write the words of all dictionaries, common ones first; `!` marks what is never offered."""
    found: dict[str, bool] = {}
    for path in dictionaries:
        for word, said in Hunspell(path).words():
            plain = word.replace("’", "'")
            if _PLAIN.fullmatch(plain) and not plain.endswith("'s"):
                found[plain] = found.get(plain, True) and said
    common: dict[str, int] = {}
    for listed in FREQUENCY_LISTS.values():  # each word stands in one of the lists only
        for place, word in enumerate(listed[:_COMMON]):
            common[word] = min(common.get(word, place), place)
    ordered = sorted(found, key=lambda word: (_place(common, word), word))
    lines = "\n".join(word if found[word] else f"!{word}" for word in ordered)
    out.write_bytes(gzip.compress(lines.encode("utf-8"), 9, mtime=0))


def _place(common: dict[str, int], word: str) -> int:
    if len(word) == 1:
        return 0
    return common.get(word.casefold(), _COMMON)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("dictionaries", type=Path, nargs="+", help="en_US.dic and its like")
    asked.add_argument("--out", type=Path, required=True)
    chosen = asked.parse_args()
    write(chosen.dictionaries, chosen.out)
