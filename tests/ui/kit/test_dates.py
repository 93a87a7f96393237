"""Times are written as the country writes them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QLocale

from familysupport.ui.kit.dates import time_of_day, time_to_the_second

EVENING = datetime(2026, 11, 23, 18, 42, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("country", "hour", "second"),
    [("en_US", "6:42 PM", "6:42:05 PM"), ("en_GB", "18:42", "18:42:05")],
)
def test_a_time_is_said_as_one_says_it_there(country: str, hour: str, second: str) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(country))
    try:
        said = [time_of_day(EVENING), time_to_the_second(EVENING)]
    finally:
        QLocale.setDefault(before)
    assert [one.replace("\u202f", " ").replace("\xa0", " ") for one in said] == [hour, second]
