"""Knows one person again in two copies that were begun apart: by the name, where it is clear."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from familysupport.prepare.records import PERSON, Letter, Record

T = TypeVar("T", Record, Letter)
_POINTS_TO_PEOPLE = ("person", "driver", "second")


def same_people(mine: Sequence[Record], theirs: Sequence[Record]) -> dict[str, str]:
    """Return whose uid in `theirs` stands for whom in `mine`: one of that name on either side."""
    known = {one.uid for one in mine} & {one.uid for one in theirs}
    own, other = _by_name(mine, known), _by_name(theirs, known)
    return {uid: own[name] for name, uid in other.items() if name in own}


def renamed_records(records: Sequence[Record], uids: Mapping[str, str]) -> tuple[Record, ...]:
    """Return `records` with each uid in `uids` replaced, wherever it stands."""
    return tuple(
        one._replace(uid=uids.get(one.uid, one.uid), data=_renamed(one.data, uids))
        for one in records
    )


def renamed_letters(letters: Sequence[Letter], uids: Mapping[str, str]) -> tuple[Letter, ...]:
    """Return `letters` with each owner in `uids` replaced."""
    return tuple(one._replace(owner=uids.get(one.owner, one.owner)) for one in letters)


def _renamed(data: Mapping[str, Any], uids: Mapping[str, str]) -> Mapping[str, Any]:
    return {
        name: uids.get(value, value) if name in _POINTS_TO_PEOPLE else value
        for name, value in data.items()
    }


def _by_name(records: Sequence[Record], known: set[str]) -> dict[str, str]:
    named = [
        (str(one.data["name"]).strip().casefold(), one.uid)
        for one in records
        if one.kind == PERSON and one.uid not in known
    ]
    often = Counter(name for name, _uid in named)
    return {name: uid for name, uid in named if name and often[name] == 1}
