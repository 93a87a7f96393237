"""Notices outside the window: neutral, off at first, and blind while locked."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QWidget

from familysupport.app import House
from familysupport.for_me.model import Reminder
from familysupport.session import Session
from familysupport.settings import EVERY_DAY, Settings, load_settings, save_settings
from familysupport.ui.for_me.notices import Notices
from familysupport.ui.settings import SettingsDialog
from familysupport.vault import keys
from familysupport.vault.vault import Vault

TODAY = date(2026, 11, 23)


class FakeTray:
    def __init__(self, there: bool = True) -> None:
        self.there = there
        self.shown: list[tuple[str, str]] = []

    def can_show(self) -> bool:
        return self.there

    def show_notice(self, title: str, text: str) -> None:
        self.shown.append((title, text))


@pytest.fixture
def tray() -> FakeTray:
    return FakeTray()


@pytest.fixture
def follow(session: Session, clock: Any, tray: FakeTray, dressed: QApplication, qtbot: Any) -> Any:
    owner = QWidget()
    qtbot.addWidget(owner)

    def make(settings: Settings) -> Notices:
        return Notices(lambda: settings, clock, tray, owner)

    return make


def test_nothing_shows_outside_unless_it_was_switched_on(
    follow: Any, session: Session, clock: Any, tray: FakeTray
) -> None:
    notices = follow(Settings())
    notices.enter(session)
    session.for_me.save_reminder(Reminder(0, "Daniel", TODAY, time(18)))
    notices.look_now()
    assert tray.shown == []


def test_what_becomes_due_behind_another_window_shows_one_neutral_notice(
    follow: Any, session: Session, clock: Any, tray: FakeTray, qtbot: Any
) -> None:
    notices = follow(Settings(notices=True))
    notices.enter(session)
    session.for_me.save_reminder(Reminder(0, "Daniel", TODAY, time(19)))
    clock.moment += timedelta(hours=3)
    with qtbot.waitSignal(notices.said) as said:
        notices.look_now()
    notices.look_now()
    assert tray.shown == [("Family Support", "Time to look in, when it suits you.")]
    assert "Daniel" not in said.args[0]


def test_with_the_window_in_front_only_the_bottom_line_tells(
    follow: Any, session: Session, tray: FakeTray, qtbot: Any
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    notices = follow(Settings(notices=True))
    notices.enter(session)
    session.for_me.save_reminder(Reminder(0, "Daniel", TODAY, time(9)))
    with qtbot.waitSignal(notices.said):
        notices.look_now()
    assert tray.shown == []


def test_what_waited_at_unlock_is_said_in_the_bottom_line(
    follow: Any, session: Session, tray: FakeTray, qtbot: Any
) -> None:
    session.for_me.save_reminder(Reminder(0, "Daniel", TODAY, time(9)))
    notices = follow(Settings(notices=True))
    with qtbot.waitSignal(notices.said, timeout=2000):
        notices.enter(session)
    assert tray.shown == []


def test_while_locked_nothing_of_the_vault_is_known(
    follow: Any, session: Session, clock: Any, tray: FakeTray
) -> None:
    notices = follow(Settings(notices=True))
    notices.enter(session)
    notices.enter(None)
    session.for_me.save_reminder(Reminder(0, "Daniel", TODAY, time(18)))
    clock.moment += timedelta(days=3)
    notices.look_now()
    assert tray.shown == []


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        (Settings(notices=True, notice_when=EVERY_DAY, notice_hour=20), 2),
        (Settings(notices=True, notice_when=0, notice_hour=20), 1),
        (Settings(notices=False, notice_when=EVERY_DAY, notice_hour=20), 0),
    ],
)
def test_a_locked_program_tells_at_the_open_hour_only_and_once(
    follow: Any, clock: Any, tray: FakeTray, settings: Settings, count: int
) -> None:
    notices = follow(settings)
    notices.enter(None)
    clock.moment = datetime.fromisoformat("2026-11-23T19:00:00+01:00")
    for _minute in range(2 * 24 * 6):
        clock.moment += timedelta(minutes=10)
        notices.look_now()
    assert len(tray.shown) == count
    assert len(set(tray.shown)) <= 1


def test_the_settings_keep_the_hour_and_forget_what_cannot_be(tmp_path: Any) -> None:
    path = tmp_path / "settings.json"
    save_settings(path, Settings(notices=True, notice_when=6, notice_hour=9))
    assert load_settings(path).notice_when == 6
    path.write_text('{"notices": true, "notice_when": 99, "notice_hour": 3}')
    found = load_settings(path)
    assert (found.notices, found.notice_when, found.notice_hour) == (True, -1, 18)


def test_the_setting_is_off_at_first_and_says_when_there_is_no_place(
    house: House, qtbot: Any
) -> None:
    dialog = SettingsDialog(house.choices, house.window, FakeTray(there=True))
    qtbot.addWidget(dialog)
    tick = dialog._ticks["notices"]
    assert isinstance(tick, QCheckBox)
    assert not tick.isChecked()
    tick.click()
    assert house.choices.now().notices
    box: QComboBox = dialog._boxes["notice_when"]
    box.setCurrentIndex(box.findData(EVERY_DAY))
    box.activated.emit(box.currentIndex())
    assert house.choices.now().notice_when == EVERY_DAY
    without = SettingsDialog(house.choices, house.window, FakeTray(there=False))
    qtbot.addWidget(without)
    assert not without._ticks["notices"].isEnabled()
    assert any("no place for notices" in one.text() for one in without.findChildren(QLabel))


def test_the_window_follows_from_unlock_to_lock(house: House, qtbot: Any, clock: Any) -> None:
    key = keys.new_key()
    window = house.window
    window.unlock(Vault.create(house.context.paths.vault, key, keys.wrap(key, "w", keys.QUICK)))
    assert window.session is not None
    window.session.for_me.save_reminder(Reminder(0, "Daniel", TODAY, time(9)))
    window.rooms._notices.look_now()
    assert window._line.text() == "Something is waiting for you in the Journal."
    window.lock()
    assert window.rooms._notices._waiting is None
    window.rooms._notices.look_now()
