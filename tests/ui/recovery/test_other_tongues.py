"""Days and hours stay the same when a field shows them in another language and reads them back."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from familysupport.ui.recovery.day_field import DayField
from familysupport.ui.recovery.hour_field import HourField

TODAY = date(2026, 11, 23)
TONGUES = ("en_US", "en_GB", "es_ES", "es_US", "de_DE", "fr_CA", "fi_FI", "bg_BG", "pt_BR")


@pytest.mark.parametrize("tongue", TONGUES)
def test_a_day_is_read_back_as_it_was_shown(dressed: Any, qtbot: Any, tongue: str) -> None:
    QLocale.setDefault(QLocale(tongue))
    field = DayField("Day", lambda: TODAY)
    qtbot.addWidget(field)
    for number in range(0, 366, 9):
        day = TODAY + timedelta(number)
        field.fill(day)
        field._read(field.line.text())
        assert field.value() == day, field.line.text()


@pytest.mark.parametrize("tongue", [*TONGUES, "ar_EG", "ja_JP", "hi_IN"])
def test_an_hour_is_read_back_as_it_was_shown(dressed: Any, qtbot: Any, tongue: str) -> None:
    QLocale.setDefault(QLocale(tongue))
    field = HourField("Time")
    qtbot.addWidget(field)
    for hour in ("00:00", "00:30", "09:05", "12:00", "14:30", "23:59", ""):
        field.fill(hour)
        assert field.is_complete()
        assert field.value() == hour, field.line.text()
