from __future__ import annotations

import pytest
from full_plan import fill
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Part, Person
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.prepare.contents import Contents
from familysupport.ui.prepare.places import groups, place_words
from familysupport.ui.prepare.tab import PrepareTab


@pytest.fixture
def tab(qtbot, session, context, dressed):
    return opened(qtbot, session, context)


def opened(qtbot, session, context, width=1366):
    widget = PrepareTab(session, context)
    qtbot.addWidget(widget)
    widget.resize(width, 768)
    widget.refresh()  # as the window does when the tab comes to the front
    with qtbot.waitActive(widget):
        widget.show()
    return widget


def shown(tab):
    return " ".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def listed(tab):
    view = tab.findChild(Contents).findChild(QListView)
    model = view.model()
    return [model.index(number, 0).data() for number in range(model.rowCount())]


def test_every_section_that_is_listed_has_a_name_and_opens(tab):
    for _name, places in groups():
        for place in places:
            tab.show_place(place)
            assert place_words()[place] in shown(tab)
    assert {place for _name, places in groups() for place in places} == set(Place)


def test_the_arrow_keys_walk_through_the_sections(qtbot, tab):
    view = tab.findChild(Contents).findChild(QListView)
    view.setFocus()
    for _ in range(len(Place)):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert place_words()[groups()[-1][1][-1]] in shown(tab)
    assert view.hasFocus()


def test_the_next_things_stand_at_the_side_and_lead_to_their_section(qtbot, tab):
    tab.show_place(Place.NEXT)
    go = next(
        one
        for one in tab.findChildren(QPushButton)
        if one.isVisible() and "List the people" in one.accessibleName()
    )
    qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
    assert "Here you keep" in shown(tab)


def test_the_side_folds_away_in_a_narrow_window_and_the_section_still_tells(
    qtbot, session, context, dressed
):
    tab = opened(qtbot, session, context, 900)
    assert "The next three things" not in shown(tab)
    tab.show_place(Place.NEXT)
    assert "List the people" in shown(tab)


def test_what_is_missing_follows_what_is_typed_elsewhere(tab, session):
    assert "List the people" in shown(tab)
    session.people.save(Person(name="Ms Alvarez", part=Part.LEADS))
    tab.refresh()
    assert "List the people" not in shown(tab)
    assert "1 on the list" in [line.detail for line in tab.findChild(Contents)._model.rows()]


def controls(section):
    return [
        one
        for one in section.findChildren(QWidget)
        if isinstance(one, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox | QListView)
        and one.isVisible()
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QAbstractSpinBox | QComboBox)
    ]


@pytest.mark.parametrize(
    ("theme", "size", "width"),
    [("dark", 200, 1024), ("contrast", 100, 1024), ("light", 150, 1366), ("light", 100, 1366)],
)
def test_every_section_fits_in_every_look(
    qtbot, session, context, dressed, family, theme, size, width
):
    apply_theme(dressed, theme, size, family)
    fill(session)
    tab = opened(qtbot, session, context, width)
    for place in Place:
        tab.show_place(place)
        section = tab._section(place)
        assert section.widget().minimumSizeHint().width() <= section.viewport().width() + 1
        assert section.horizontalScrollBar().maximum() == 0
        for one in controls(section):
            if isinstance(one, QAbstractButton) and one.text():
                words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
                assert words <= one.width(), (place, one.text())


def test_everything_has_a_spoken_name_and_can_be_hit(qtbot, session, context, dressed):
    fill(session)
    tab = opened(qtbot, session, context)
    for place in Place:
        tab.show_place(place)
        for one in controls(tab._section(place)):
            text = one.text() if isinstance(one, QAbstractButton) else ""
            assert one.accessibleName() or text, (place, one)
            assert min(one.width(), one.height()) >= 24, (place, one.accessibleName() or text)


def test_tab_goes_through_every_section_and_comes_round(qtbot, session, context, dressed):
    fill(session)
    tab = opened(qtbot, session, context)
    for place in Place:
        tab.show_place(place)
        first = tab.focusWidget() or tab
        seen = []
        for _ in range(200):
            qtbot.keyClick(tab.window().focusWidget() or first, Qt.Key.Key_Tab)
            here = tab.window().focusWidget()
            if seen and here is seen[-1] and isinstance(here, QAbstractSpinBox):
                continue  # from the day to the month to the year
            if seen and here is seen[0]:
                break
            assert here not in seen, (place, here.accessibleName())
            seen.append(here)
        assert len(seen) > 2, place
