from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton

from familysupport.ui.journal.when import WhenField

NOW = datetime.fromisoformat("2026-11-23T18:42:00+01:00")  # a Monday
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@pytest.fixture(params=["en_US", "en_GB", "es_ES", "de_DE"])
def spoken(request: Any) -> Iterator[str]:
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(QLocale("en_US"))


@pytest.fixture
def field(dressed: Any, qtbot: Any) -> WhenField:
    QLocale.setDefault(QLocale("en_US"))
    found = WhenField(lambda: NOW)
    qtbot.addWidget(found)
    found.show()
    return found


def type_it(qtbot: Any, field: WhenField, words: str) -> str:
    line = field.findChild(QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, words)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    return field.moment().isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("yesterday", "2026-11-22T18:42"),
        ("yesterday 9:15", "2026-11-22T09:15"),
        ("21 Oct", "2026-10-21T18:42"),
        ("Oct 21, 6 pm", "2026-10-21T18:00"),
        ("18:05", "2026-11-23T18:05"),
        ("9h30", "2026-11-23T09:30"),
        ("12 am", "2026-11-23T00:00"),
        ("Saturday", "2026-11-21T18:42"),
        ("Monday 7:00", "2026-11-23T07:00"),
        ("2026-03-01T08:20", "2026-03-01T08:20"),
        ("nonsense", "2026-11-23T18:42"),
        ("25:00", "2026-11-23T18:42"),
        ("", "2026-11-23T18:42"),
        ("2:10am", "2026-11-23T02:10"),
        ("7:30", "2026-11-23T07:30"),
        ("9:30 pm", "2026-11-23T21:30"),
        ("2:1", "2026-11-23T18:42"),
        ("yesterday 2:10am", "2026-11-22T02:10"),
        ("1/31 soon", "2026-11-23T18:42"),
    ],
)
def test_a_moment_is_typed_as_one_says_it(
    field: WhenField, qtbot: Any, words: str, moment: str
) -> None:
    field.show_moment(NOW)
    assert type_it(qtbot, field, words) == moment


def test_what_cannot_be_read_gives_way_to_what_is_kept(field: WhenField, qtbot: Any) -> None:
    type_it(qtbot, field, "soon")
    assert field.findChild(QLineEdit).text() == "Mon 23 Nov 2026 · 6:42\u202fPM"


@QUIET
@given(at=st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31, 23, 59)))
def test_what_is_shown_reads_back_the_same(
    spoken: str, dressed: Any, qtbot: Any, at: datetime
) -> None:
    whole = at.replace(second=0, microsecond=0)
    field = WhenField(lambda: NOW)
    field.show_moment(whole)
    line = field.findChild(QLineEdit)
    changes: list[None] = []
    field.changed.connect(lambda: changes.append(None))
    line.textEdited.emit(line.text())
    assert field.moment() == whole
    assert changes == []
    field.deleteLater()


@QUIET
@given(words=st.text(max_size=30))
def test_whatever_is_typed_a_moment_is_there(field: WhenField, words: str) -> None:
    field.findChild(QLineEdit).textEdited.emit(words)
    assert isinstance(field.moment(), datetime)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_arrows_and_the_calendar_choose_the_day_and_keep_the_time(
    field: WhenField, qtbot: Any
) -> None:
    qtbot.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Down)
    assert field.moment().isoformat(timespec="minutes") == "2026-11-22T18:42"
    qtbot.mouseClick(field.findChild(QToolButton), Qt.MouseButton.LeftButton)
    calendar = field.findChild(QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 11, 22)
    with qtbot.waitSignal(field.changed):
        calendar.activated.emit(QDate(2026, 11, 1))
    assert field.moment().isoformat(timespec="minutes") == "2026-11-01T18:42"
