"""The words about safe copies tell days and times as the person's country writes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from familysupport.ui.vault.copies_words import moment_words

TODAY = date(2026, 11, 23)
EVENING = datetime.fromisoformat("2026-11-23T18:42:00+01:00")


@pytest.mark.parametrize(
    ("country", "words"),
    [
        ("en_US", "today, 6:42 PM"),
        ("en_AU", "today, 6:42 pm"),
        ("en_GB", "today, 18:42"),
        ("en_IE", "today, 18:42"),
    ],
)
def test_the_time_of_a_copy_is_written_as_in_the_country(
    dressed: Any, country: str, words: str
) -> None:
    QLocale.setDefault(QLocale(country))
    said = moment_words(EVENING, TODAY)
    assert said.replace("\u202f", " ").replace("\xa0", " ") == words


def test_an_older_copy_tells_its_day(dressed: Any) -> None:
    QLocale.setDefault(QLocale("en_GB"))
    before = EVENING.replace(day=22)
    assert moment_words(before, TODAY) == "yesterday, 18:42"
    assert moment_words(before.replace(day=2), TODAY) == "2 November 2026, 18:42"
