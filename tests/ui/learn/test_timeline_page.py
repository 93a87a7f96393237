from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QDateTime, QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton

from familysupport.documents.page import each_text
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.learn.chart import TimelineChart
from familysupport.ui.learn.timeline import TimelinePage
from familysupport.ui.learn.timeline_words import clock_words, span_words, tick_words


@pytest.fixture
def page(tab):
    tab.show_page("timeline")
    return tab.rooms.timeline


def used(page, clock, hours):
    page.known.setChecked(True)
    moment = clock.now() - timedelta(hours=hours)
    page.when.setDateTime(QDateTime.fromSecsSinceEpoch(int(moment.timestamp())))


def colours(widget):
    image = widget.grab().toImage()
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


@pytest.mark.parametrize(
    ("span", "words"),
    [
        ((6, 12), "6–12 hours"),
        ((24, 48), "24–48 hours"),
        ((24, 72), "1–3 days"),
        ((36, 96), "36–96 hours"),
        ((240, 504), "10–21 days"),
    ],
)
def test_spans_are_told_in_hours_or_days(span, words):
    assert span_words(span) == words


def test_clock_times_are_told_by_the_hour_and_a_shared_day_once(clock):
    start = clock.now()
    told = clock_words((start, start + timedelta(hours=2)))
    assert told.startswith("Mon 23 Nov ")
    assert told.count("Nov") == 1
    assert "19:00" in told or "7:00" in told
    assert clock_words((start, start + timedelta(hours=20))).count("Nov") == 2
    assert clock_words(None) == ""


def test_an_open_end_is_told():
    assert span_words((120, 336), True) == "5–14 days or longer"


def test_the_marks_are_short():
    assert [tick_words(hour) for hour in (0, 6, 24, 240)] == ["0 h", "6 h", "1 day", "10 d"]


def test_the_table_says_what_the_chart_says_with_how_sure_it_is(page):
    assert page.table.words() == [
        ["First signs", "6–12 hours", "6–24 hours", "Well known"],
        ["Worst days", "1–3 days", "1–4 days", "Well known"],
        ["Easing", "4–7 days", "4–10 days", "Well known"],
    ]
    for line in page.table.words():
        for cell in line:
            assert cell in page.chart.accessibleDescription()


def test_another_drug_has_other_hours(qtbot, page):
    page.drug.setFocus()
    qtbot.keyClick(page.drug, Qt.Key.Key_Down)
    assert page.drug.currentData() == "fentanyl"
    assert page.table.words()[0] == ["First signs", "8–24 hours", "4–36 hours", "Not sure"]
    assert page.table.words()[2][2] == "5–14 days or longer"
    assert "Not sure" in page._about.text()


def test_with_the_time_of_last_use_come_times_on_the_clock_and_where_now_is(page, clock):
    used(page, clock, 20)
    first, worst, easing = page.table.words()
    assert [line[5] for line in (first, worst, easing)] == [
        "Possible now",
        "Still to come",
        "Still to come",
    ]
    assert " to " in first[4]
    assert page.stand.text() == "About 20 hours since last use."
    assert page.stand.isVisible()
    assert next(card.chip.text() for card in page.cards) == "Possible now"


def test_without_it_nothing_is_said_about_now(page):
    assert not page.stand.isVisible()
    assert not any(card.chip.isVisible() for card in page.cards)
    assert not page.when.isVisible()


def test_a_time_still_to_come_cannot_be_chosen(page, clock):
    used(page, clock, -5)
    assert page.when.dateTime().toSecsSinceEpoch() <= clock.now().timestamp()


def test_now_is_a_line_in_the_chart(page, clock):
    before = colours(page.chart)
    used(page, clock, 20)
    assert "#b3261e" in colours(page.chart)
    assert "#b3261e" not in before


def test_the_bands_are_drawn_in_every_theme(qapp, family, page):
    for theme in ("light", "dark", "contrast"):
        apply_theme(qapp, theme, 100, family)
        assert len(colours(page.chart)) > 6
    apply_theme(qapp, "light", 100, family)


def test_the_arrows_walk_through_the_phases_and_bring_their_card_up(qtbot, page):
    page.chart.setFocus()
    chosen = []
    page.chart.chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(page.chart, key)
    assert chosen == [1, 2, 2, 1]
    card = page.cards[1]
    assert page.viewport().rect().intersects(card.rect().translated(card.mapTo(page, QPoint())))


def test_a_click_in_the_chart_chooses_a_phase(qtbot, page):
    with qtbot.waitSignal(page.chart.chosen) as told:
        qtbot.mouseClick(
            page.chart, Qt.MouseButton.LeftButton, pos=QPoint(40, page.chart.height() - 60)
        )
    assert told.args == [2]


def test_red_flags_lead_to_emergency(qtbot, page, tab):
    told = "\n".join(label.text() for label in page.findChildren(QLabel))
    for flag in ("confusion", "a seizure", "vomiting that will not stop", "a high fever"):
        assert flag in told
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "Open Emergency")
    with qtbot.waitSignal(tab.emergency_asked) as asked:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked.args == ["withdrawal"]


def test_each_phase_says_what_one_may_see_and_do(page, context):
    told = "\n".join(label.text() for label in page.findChildren(QLabel))
    for advice in context.content.timeline().advice:
        for line in (*advice.see, *advice.do):
            assert line in told


def test_it_never_names_a_time_for_a_meeting(page):
    told = " ".join(label.text() for label in page.findChildren(QLabel)).lower()
    assert "does not tell you when to talk or to meet" in told
    assert told.count("meet") == 1


def test_on_paper_stand_the_same_table_the_flags_and_the_sources(page, clock):
    used(page, clock, 20)
    texts = list(each_text(page.paper().blocks))
    for line in page.table.words():
        assert all(cell in texts for cell in line)
    assert "confusion, or seeing things that are not there" in texts
    assert any("WHO" in text or "SA Health" in text for text in texts)


def test_the_lesson_leads_to_the_chart_and_back(qtbot, tab):
    tab.show_lesson("what-withdrawal-looks-like")
    tab.reader.view.followed.emit("page:timeline")
    assert tab.rooms.current == "timeline"
    button = next(
        one
        for one in tab.rooms.timeline.findChildren(QPushButton)
        if one.text() == "Read the lesson on withdrawal"
    )
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert tab.reader.lesson_id == "what-withdrawal-looks-like"


def test_now_moves_on_only_while_the_page_is_seen(tab, page):
    assert page._each_minute.isActive()
    tab.show_page("overview")
    assert not page._each_minute.isActive()


def test_the_chart_shows_where_the_keyboard_is(qtbot, page):
    before = page.chart.grab().toImage()
    page.chart.setFocus()
    qtbot.keyClick(page.chart, Qt.Key.Key_Down)
    assert page.chart.grab().toImage() != before


def test_other_keys_are_left_to_the_page(qtbot, page):
    chosen = []
    page.chart.chosen.connect(chosen.append)
    qtbot.keyClick(page.chart, Qt.Key.Key_X)
    assert chosen == []


def test_when_all_is_over_there_is_no_line_for_now(page, clock):
    used(page, clock, 1000)
    assert "#b3261e" not in colours(page.chart)
    assert [line[5] for line in page.table.words()] == ["Mostly over"] * 3


def test_a_chart_without_a_picture_says_and_draws_nothing(qtbot, dressed):
    chart = TimelineChart()
    qtbot.addWidget(chart)
    chart.show()
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton)
    assert chart.words() == ""
    assert not chart.grab().isNull()


def test_at_twice_the_text_size_the_table_stands_on_its_side(
    qtbot, dressed, family, context, clock
):
    apply_theme(dressed, "light", 200, family)
    page = TimelinePage(context.content, context.clock)
    qtbot.addWidget(page)
    page.resize(833, 700)
    page.show()
    used(page, clock, 20)
    assert [line[0] for line in page.table.words()][:2] == ["Usually", "At times"]
    assert page.table.horizontalHeaderItem(1).text() == "First signs"
    assert page.widget().minimumSizeHint().width() <= 833
    apply_theme(dressed, "light", 100, family)
