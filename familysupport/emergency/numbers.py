"""Which numbers to show: those of the country, and of them those that fit."""

from __future__ import annotations

import re
from collections.abc import Iterable

from familysupport.content.emergency import CountryNumbers, EmergencyContent, PhoneNumber

_MARK = re.compile(r"\{(emergency|silent|poison)\}")
_WITHOUT_POISON = "{no-poison}"


def numbers_for(content: EmergencyContent, country: str) -> CountryNumbers:
    """Return the numbers of `country`; for a country without a list, the honest `other`."""
    known = {one.id: one for one in content.countries}
    return known.get(country) or known["other"]


def of_kinds(numbers: CountryNumbers, kinds: Iterable[str]) -> tuple[PhoneNumber, ...]:
    """Return the numbers of these kinds, in the order of the kinds."""
    return tuple(one for kind in kinds for one in numbers.number if one.kind == kind)


def spoken_for(line: str, numbers: CountryNumbers) -> str:
    """Return `line` with the country's own numbers in it; empty where it has none to give.

    A line that begins with `{no-poison}` is for countries without a poison line.
    """
    values = {
        "emergency": numbers.emergency,
        "silent": numbers.silent,
        "poison": next((one.number for one in of_kinds(numbers, ("poison",))), ""),
    }
    if line.startswith(_WITHOUT_POISON):
        if values["poison"]:
            return ""
        line = line.removeprefix(_WITHOUT_POISON)
    if any(not values[name] for name in _MARK.findall(line)):
        return ""
    return _MARK.sub(lambda hit: values[hit.group(1)], line)


def lines_for(lines: Iterable[str], numbers: CountryNumbers) -> tuple[str, ...]:
    """Return the lines that say something in this country."""
    return tuple(spoken for line in lines if (spoken := spoken_for(line, numbers)))
