"""Ten thousand seeded talks for each way of answering, and what came of them."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.pack import read_pack
from familysupport.rehearse.roleplay import Outcome, Setup, Talk
from familysupport.rehearse.scenario import Pack, Reply

RUNS = 10_000
_SHOWN = (
    Outcome.AGREED,
    Outcome.PARTLY,
    Outcome.NOT_TODAY,
    Outcome.REFUSED,
    Outcome.WALKED_OUT,
)
Policy = Callable[[Sequence[Reply], Random], Reply]


def _of(quality: tuple[str, ...]) -> Policy:
    def choose(replies: Sequence[Reply], dice: Random) -> Reply:
        fitting = [reply for reply in replies if reply.quality in quality]
        return dice.choice(fitting or list(replies))

    return choose


POLICIES: dict[str, Policy] = {
    "best": _of(("best",)),
    "half-good": _of(("half",)),
    "worst": _of(("poor",)),
}


def play(pack: Pack, setup: Setup, policy: Policy) -> Talk:
    """Play one talk to its end."""
    dice = Random(setup.seed)
    talk = Talk(pack, setup)
    while not talk.over:
        talk.choose(policy(talk.replies, dice))
    return talk


def table(pack: Pack, runs: int, difficulty: Difficulty) -> dict[str, dict[str, float]]:
    """Return the shares of outcomes in percent for each policy, and for each temperament."""
    rows: dict[str, dict[str, float]] = {}
    for name, policy in POLICIES.items():
        counts: Counter[Outcome | None] = Counter()
        by: dict[str, Counter[bool]] = {each: Counter() for each in pack.temperaments}
        longest = 0
        for seed in range(runs):
            talk = play(pack, Setup(seed, difficulty), policy)
            counts[talk.outcome] += 1
            by[talk.temperament.id][talk.outcome is Outcome.AGREED] += 1
            longest = max(longest, len(talk.exchanges))
        rows[name] = {one.value: 100 * counts[one] / runs for one in _SHOWN}
        rows[name]["turns at most"] = longest
        for each, count in by.items():
            rows[name][each] = 100 * count[True] / max(1, count.total())
    return rows


def main(runs: int = RUNS) -> int:
    """Print the tables for each difficulty."""
    began = time.perf_counter()
    pack = read_pack(Library(resources() / "content", "en"))
    for difficulty in Difficulty:
        rows = table(pack, runs, difficulty)
        columns = list(next(iter(rows.values())))
        head = "".join(f"{column[:10]:>11}" for column in columns)
        sys.stdout.write(f"{difficulty.value:10}{head}\n")
        for name, row in rows.items():
            cells = "".join(f"{row[column]:11.1f}" for column in columns)
            sys.stdout.write(f"{name:10}{cells}\n")
    sys.stdout.write(f"{9 * runs} talks in {time.perf_counter() - began:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
