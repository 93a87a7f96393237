from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familysupport.content.emergency import EmergencyContent, read_emergency
from familysupport.paths import resources
from familysupport.ui.emergency.page import EmergencyPage
from familysupport.ui.emergency.parts import Picture
from familysupport.ui.emergency.sound import Beat
from familysupport.ui.kit.theme import apply_theme
from tests.conftest import FixedClock


@pytest.fixture(scope="module")
def content() -> EmergencyContent:
    return read_emergency(resources() / "content", "en")


@pytest.fixture
def country() -> list[str]:
    return ["us"]


@pytest.fixture
def page(
    qtbot: QtBot,
    dressed: QApplication,
    content: EmergencyContent,
    clock: FixedClock,
    country: list[str],
) -> EmergencyPage:
    made = EmergencyPage(content, lambda: country[0], clock)
    qtbot.addWidget(made)
    made.resize(1200, 684)
    made.show()
    return made


def later(clock: FixedClock, seconds: float) -> None:
    clock.seconds += seconds
    clock.moment += timedelta(seconds=seconds)


def words(widget: QWidget) -> str:
    return "\n".join(
        label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)
    )


def fits(column: QScrollArea) -> bool:
    inner = column.widget()
    assert inner is not None
    return not column.isVisible() or (inner.minimumSizeHint().width() <= column.viewport().width())


def press(qtbot: QtBot, button: QAbstractButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def named(page: QWidget, text: str) -> QAbstractButton:
    return next(one for one in page.findChildren(QAbstractButton) if one.text() == text)


def test_the_steps_come_first_with_the_number_of_the_country(page: EmergencyPage) -> None:
    shown = words(page)
    assert "Call 911. Speaker on." in shown
    assert shown.index("Shout.") < shown.index("Call 911") < shown.index("Give naloxone")


def test_steps_are_at_least_eighteen_points_large(page: EmergencyPage) -> None:
    sizes = {
        label.fontInfo().pixelSize()
        for label in page.findChildren(QLabel)
        if label.property("step") in ("title", "text")
    }
    assert min(sizes) >= 24


@pytest.mark.parametrize("size", [(1200, 684), (1366, 592)])
def test_everything_fits_on_one_screen_at_the_usual_text_size(
    qtbot: QtBot, page: EmergencyPage, size: tuple[int, int]
) -> None:
    """Even in a window of 1366 by 768 that leaves room for a task bar and its own frame."""
    page.resize(*size)
    press(qtbot, page.clock_card.given)
    qtbot.waitUntil(lambda: page.left.viewport().height() > 500)
    assert page.left.verticalScrollBar().maximum() == 0
    assert page.right.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("size", [100, 150, 200])
def test_nothing_is_cut_off_at_the_sides(
    qtbot: QtBot,
    dressed: QApplication,
    family: str,
    content: EmergencyContent,
    clock: FixedClock,
    size: int,
) -> None:
    apply_theme(dressed, "light", size, family)
    page = EmergencyPage(content, lambda: "us", clock)
    qtbot.addWidget(page)
    page.resize(1024, 640)
    page.show()
    qtbot.waitUntil(lambda: fits(page.left) and fits(page.right))


def test_in_one_column_the_dose_button_stays_in_sight(qtbot: QtBot, page: EmergencyPage) -> None:
    page.resize(700, 500)
    qtbot.waitUntil(lambda: not page.right.isVisible())
    press(qtbot, page.clock_card.given)
    assert not page.left.isAncestorOf(page.clock_card.given)
    assert page.left.isAncestorOf(page.clock_card)
    assert page.clock_card.span.isVisible()
    page.resize(1200, 684)
    qtbot.waitUntil(page.right.isVisible)
    assert not page.clock_card.span.isVisible()
    assert page.clock_card.isAncestorOf(page.clock_card.given)


def test_the_clock_stands_aside_where_nobody_stopped_breathing(
    qtbot: QtBot, page: EmergencyPage
) -> None:
    page.show_situation("violence")
    assert not page.clock_card.isVisible()
    page.show_situation("overdose")
    press(qtbot, page.clock_card.given)
    page.show_situation("violence")
    assert page.clock_card.isVisible()


def test_more_help_leads_to_each_part(qtbot: QtBot, page: EmergencyPage) -> None:
    page.show_situation("more")
    press(qtbot, named(page, "How the nose spray works"))
    qtbot.waitUntil(lambda: page.left.verticalScrollBar().maximum() > 0)
    press(qtbot, named(page, "How the nose spray works"))
    assert page.left.verticalScrollBar().value() > 0


def test_escape_closes(qtbot: QtBot, page: EmergencyPage) -> None:
    page.setFocus()
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page, Qt.Key.Key_Escape)


def test_escape_closes_from_a_button_too(qtbot: QtBot, page: EmergencyPage) -> None:
    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.clock_card.given, Qt.Key.Key_Escape)


def test_the_close_button_closes(qtbot: QtBot, page: EmergencyPage) -> None:
    with qtbot.waitSignal(page.closed):
        press(qtbot, page.close_button)


def test_naloxone_given_stamps_the_time_and_counts_on(
    qtbot: QtBot, page: EmergencyPage, clock: FixedClock
) -> None:
    press(qtbot, page.clock_card.given)
    assert "Dose 1 of naloxone at 18:42:00" in words(page.clock_card)
    later(clock, 84)
    page.clock_card.tick()
    assert "1:24" in words(page.clock_card)
    assert "within a minute" in words(page.clock_card)
    later(clock, 40)
    page.clock_card.tick()
    assert "Count breaths now" in words(page.clock_card)
    later(clock, 60)
    page.clock_card.tick()
    assert "Over 3 minutes" in words(page.clock_card)


def test_a_dose_pressed_by_mistake_can_be_struck_out(qtbot: QtBot, page: EmergencyPage) -> None:
    press(qtbot, page.clock_card.given)
    press(qtbot, page.clock_card.back)
    assert "naloxone at" not in words(page.clock_card)


def test_tapping_at_each_breath_says_when_to_breathe_for_them(
    qtbot: QtBot, page: EmergencyPage, clock: FixedClock
) -> None:
    press(qtbot, page.clock_card.tap)
    later(clock, 9)
    press(qtbot, page.clock_card.tap)
    assert "One every 9 s: breathe for them." in words(page.clock_card)


def test_one_beat_at_a_time_and_none_when_hidden(qtbot: QtBot, page: EmergencyPage) -> None:
    card = page.clock_card
    press(qtbot, card.breaths)
    assert card.picture.beat is Beat.BREATHS
    press(qtbot, card.pushes)
    assert card.picture.beat is Beat.PUSHES
    assert not card.breaths.isChecked()
    page.hide()
    assert card.picture.beat is Beat.OFF
    assert not card.pushes.isChecked()


@pytest.mark.parametrize("name", ["suicide", "violence", "withdrawal", "child", "myself"])
def test_every_other_emergency_is_one_press_away(
    qtbot: QtBot, page: EmergencyPage, content: EmergencyContent, name: str
) -> None:
    press(qtbot, page.choices[name])
    situation = next(one for one in content.situations if one.id == name)
    shown = words(page)
    assert situation.title in shown
    assert "Whom to call" in shown
    assert "What to say" in shown
    assert "911" in shown


def test_an_unknown_name_shows_the_overdose_steps(page: EmergencyPage) -> None:
    page.show_situation("suicide")
    page.show_situation("nothing of ours")
    assert page.situation == "overdose"


def test_the_times_are_large_and_can_be_cleared(
    qtbot: QtBot, page: EmergencyPage, clock: FixedClock
) -> None:
    press(qtbot, page.clock_card.given)
    press(qtbot, page.clock_card.times)
    assert "18:42:00" in words(page)
    assert "Naloxone, dose 1" in words(page)
    press(qtbot, named(page, "Clear and begin again"))
    assert page.situation == "overdose"
    assert "naloxone at" not in words(page.clock_card)


def test_all_numbers_of_a_country_say_when_they_were_checked(
    qtbot: QtBot, page: EmergencyPage
) -> None:
    press(qtbot, named(page, "All numbers"))
    assert "1-800-799-7233" in words(page)
    assert "Last checked October 2026" in words(page)
    assert "Check this number" in words(page)


def test_the_country_can_be_changed_and_is_followed(
    qtbot: QtBot, page: EmergencyPage, country: list[str]
) -> None:
    with qtbot.waitSignal(page.country_change_asked):
        press(qtbot, named(page, "Change"))
    country[0] = "gb"
    page.hide()
    page.show()
    assert "Call 999. Speaker on." in words(page)
    assert "116 123" in words(page)


def test_all_that_takes_the_keyboard_has_a_name(page: EmergencyPage) -> None:
    for button in page.findChildren(QAbstractButton):
        assert button.accessibleName()


def test_tab_reaches_every_button(qtbot: QtBot, page: EmergencyPage) -> None:
    page.setFocus()
    seen = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        seen.add(QApplication.focusWidget())
    wanted = {one for one in page.findChildren(QAbstractButton) if one.isVisible()}
    assert wanted <= seen


def test_the_spray_is_shown_picture_by_picture(
    qtbot: QtBot, page: EmergencyPage, content: EmergencyContent
) -> None:
    page.show_situation("more")
    spray = next(part for part in content.overdose.part if part.id == "spray")
    shown = page.left.findChildren(Picture)
    assert len(shown) == sum(map(bool, spray.pictures)) + 1
    assert "4. Press firmly, all the way in." in words(page)


def test_the_clock_can_be_started_before_any_dose(
    qtbot: QtBot, page: EmergencyPage, clock: FixedClock
) -> None:
    press(qtbot, page.clock_card.start)
    later(clock, 65)
    page.clock_card.tick()
    assert "1:05" in words(page.clock_card)
    assert not page.clock_card.start.isVisible()


def test_times_cleared_by_mistake_come_back(qtbot: QtBot, page: EmergencyPage) -> None:
    press(qtbot, page.clock_card.given)
    press(qtbot, page.clock_card.times)
    press(qtbot, named(page, "Clear and begin again"))
    assert page.clock_card.bring_back.isVisible()
    press(qtbot, page.clock_card.bring_back)
    assert "Dose 1 of naloxone" in words(page.clock_card)
    assert not page.clock_card.bring_back.isVisible()


def test_in_one_column_the_other_emergencies_are_one_press_away(
    qtbot: QtBot, page: EmergencyPage
) -> None:
    assert not page.jump.isVisible()
    page.resize(700, 500)
    qtbot.waitUntil(page.jump.isVisible)
    qtbot.waitUntil(lambda: page.left.verticalScrollBar().maximum() > 0)
    press(qtbot, page.jump)
    choice = page.choices["suicide"]
    assert (
        page.left.viewport()
        .rect()
        .contains(choice.mapTo(page.left.viewport(), choice.rect().center()))
    )
    assert page.choices["overdose"].hasFocus()
