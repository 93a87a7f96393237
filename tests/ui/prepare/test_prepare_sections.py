from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QPushButton

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


@pytest.mark.parametrize(("theme", "size"), [("dark", 200), ("contrast", 100), ("light", 150)])
def test_every_section_fits_in_every_look(qtbot, session, context, dressed, family, theme, size):
    apply_theme(dressed, theme, size, family)
    session.people.save(Person(name="Mum " * 20))
    tab = opened(qtbot, session, context)
    for place in Place:
        tab.show_place(place)
        section = tab._section(place)
        assert section.widget().minimumSizeHint().width() <= section.viewport().width() + 1
