"""Ten thousand seeded talks for each way of answering, what came of them, and how long it took."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from random import Random

from familysupport.content.library import Library
from familysupport.paths import resources
from familysupport.rehearse.loved import Tie
from familysupport.rehearse.mood import Difficulty
from familysupport.rehearse.own import Objected, with_own
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
_BANDS = (
    ("best", Outcome.AGREED.value, 40, 60),
    ("half-good", Outcome.AGREED.value, 5, 15),
    ("worst", Outcome.AGREED.value, 0, 2),
    ("worst", Outcome.WALKED_OUT.value, 50, 75),
    *((policy, "turns at most", 0, 16) for policy in ("best", "half-good", "worst")),
)
_FURTHEST = 15
_EXPECTED = (
    Objected("Who feeds the dog?", "Jo takes him tonight."),
    Objected("Not before my birthday."),
    Objected("And the rent?", "I pay it for one month, to the landlord."),
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
    """Return the shares of outcomes in percent for each policy, and for each temperament.

    The last column is how many seconds the runs of a policy took.
    """
    rows: dict[str, dict[str, float]] = {}
    ties = list(Tie)
    for name, policy in POLICIES.items():
        began = time.perf_counter()
        counts: Counter[Outcome | None] = Counter()
        by: dict[str, Counter[bool]] = {each: Counter() for each in pack.temperaments}
        longest = 0
        for seed in range(runs):
            setup = Setup(seed, difficulty, tie=ties[seed % len(ties)])
            talk = play(pack, setup, policy)
            counts[talk.outcome] += 1
            by[talk.temperament.id][talk.outcome is Outcome.AGREED] += 1
            longest = max(longest, len(talk.exchanges))
        rows[name] = {one.value: 100 * counts[one] / runs for one in _SHOWN}
        rows[name]["turns at most"] = longest
        for each, count in by.items():
            rows[name][each] = 100 * count[True] / max(1, count.total())
        rows[name]["seconds"] = time.perf_counter() - began
    return rows


def off_the_bands(
    name: str, rows: dict[str, dict[str, float]], temperaments: Sequence[str]
) -> list[str]:
    """Return what is outside of the bands for typical difficulty, in the table of that name."""
    agreed = Outcome.AGREED.value
    found = [
        f"{name}, {policy}: {column} {rows[policy][column]:.1f} is not in {low}–{high}"
        for policy, column, low, high in _BANDS
        if not low <= rows[policy][column] <= high
    ]
    found.extend(
        f"{name}, {policy}: {each} is over {_FURTHEST} points from the mean"
        for policy, row in rows.items()
        for each in temperaments
        if abs(row[each] - row[agreed]) > _FURTHEST
    )
    return found


def show(name: str, rows: dict[str, dict[str, float]]) -> None:
    """Print one table."""
    columns = list(next(iter(rows.values())))
    head = "".join(f"{column[:10]:>11}" for column in columns)
    sys.stdout.write(f"{name:10}{head}\n")
    for policy, row in rows.items():
        cells = "".join(f"{row[column]:11.1f}" for column in columns)
        sys.stdout.write(f"{policy:10}{cells}\n")
    sys.stdout.flush()


def main(runs: int = RUNS) -> int:
    """Print the tables, the last with a family's own objections.

    Return 1 if what is typical, with such objections or without, is off the bands.
    """
    pack = read_pack(Library(resources() / "content", "en"))
    load = f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"
    sys.stdout.write(f"{runs} talks for each way of answering; load of the machine: {load}\n")
    slips: list[str] = []
    for difficulty in Difficulty:
        rows = table(pack, runs, difficulty)
        show(difficulty.value, rows)
        if difficulty is Difficulty.TYPICAL:
            slips += off_the_bands(difficulty.value, rows, list(pack.temperaments))
    expecting = with_own(pack, _EXPECTED, lambda _: ())
    rows = table(expecting, runs, Difficulty.TYPICAL)
    show("own words", rows)
    slips += off_the_bands("own words", rows, list(pack.temperaments))
    slowest = max(row["seconds"] for row in rows.values())
    sys.stdout.write(f"{runs} talks in {slowest:.1f} s at most (to reach: under 30 s)\n")
    sys.stdout.write(
        "\n".join([*slips, "off the bands" if slips else "all within the bands"]) + "\n"
    )
    return 1 if slips else 0


if __name__ == "__main__":
    sys.exit(main())
