from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Part, Person, Relation
from familysupport.statements.model import Statement
from familysupport.ui.kit.theme import apply_theme
from familysupport.ui.prepare.fitting import FittingList
from familysupport.ui.prepare.tab import PrepareTab


@pytest.fixture
def tab(qtbot, session, context, dressed):
    return open_tab(qtbot, session, context)


def open_tab(qtbot, session, context):
    widget = PrepareTab(session, context)
    qtbot.addWidget(widget)
    widget.resize(1200, 760)
    with qtbot.waitActive(widget):
        widget.show()
    widget.show_place(Place.PEOPLE)
    return widget


def press(qtbot, tab, text):
    found = [one for one in tab.findChildren(QPushButton) if one.text() == text and one.isVisible()]
    assert len(found) == 1, text
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def field(tab, name):
    return next(one for one in tab.findChildren(QLineEdit) if one.accessibleName() == name)


def choice(tab, name):
    return next(one for one in tab.findChildren(QComboBox) if one.accessibleName() == name)


def shown(tab):
    return " ".join(one.text() for one in tab.findChildren(QLabel) if one.isVisible())


def rows(tab):
    model = tab._section(Place.PEOPLE).findChild(FittingList).model()
    return [
        model.data(model.index(number, 0), Qt.ItemDataRole.AccessibleTextRole)
        for number in range(model.rowCount())
    ]


def add(qtbot, tab, name, first=False):
    press(qtbot, tab, "Add the first person" if first else "Add a person")
    qtbot.keyClicks(field(tab, "Name"), name)


def family(session):
    return [session.people.save(Person(name=name)) for name in ("Mum", "Sam", "Dad")]


def test_an_empty_list_says_what_belongs_there_and_has_one_button(tab):
    visible = [one for one in tab.findChildren(QPushButton) if one.isVisible()]
    main = [one.text() for one in visible if one.property("kind") == "primary"]
    assert main == ["Add the first person"]
    assert "who comes to the meeting" in shown(tab)


def test_people_are_added_by_typing_and_saved_by_themselves(qtbot, tab, session):
    add(qtbot, tab, "Mum", first=True)
    assert field(tab, "Name").hasFocus()
    add(qtbot, tab, "Daniel's dad")
    tab.flush()
    assert [person.name for person in session.people.people()] == ["Mum", "Daniel's dad"]


def test_typing_reaches_the_store_without_any_button(qtbot, tab, session):
    add(qtbot, tab, "Mum", first=True)
    qtbot.waitUntil(lambda: session.people.people()[0].name == "Mum", timeout=3000)


def test_part_and_relation_are_changed_in_place(qtbot, tab, session):
    add(qtbot, tab, "Ms Alvarez", first=True)
    part, relation = choice(tab, "Part in the meeting"), choice(tab, "Relation")
    qtbot.keyClicks(part, "Leads")
    qtbot.keyClicks(relation, "Prof")
    person = session.people.people()[0]
    assert (person.part, person.relation) == (Part.LEADS, Relation.PROFESSIONAL)
    assert person.name == "Ms Alvarez"
    assert "keeps it calm" in shown(tab)


def test_moving_by_button_and_by_key_changes_the_order(qtbot, session, context):
    family(session)
    tab = open_tab(qtbot, session, context)
    press(qtbot, tab, "Move down")
    assert [person.name for person in session.people.people()] == ["Sam", "Mum", "Dad"]
    rows_widget = tab._section(Place.PEOPLE).findChild(FittingList)
    rows_widget.setFocus()
    qtbot.keyClick(rows_widget, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [person.name for person in session.people.people()] == ["Sam", "Dad", "Mum"]
    qtbot.keyClick(field(tab, "Name"), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [person.name for person in session.people.people()] == ["Sam", "Mum", "Dad"]
    assert rows(tab)[1].startswith("2. Mum")


def test_delete_is_taken_back_by_undo(qtbot, session, context):
    people = family(session)
    tab = open_tab(qtbot, session, context)
    press(qtbot, tab, "Delete")
    assert [person.name for person in session.people.people()] == ["Sam", "Dad"]
    assert field(tab, "Name").text() == "Sam"
    press(qtbot, tab, "Undo")
    assert session.people.people() == people
    assert field(tab, "Name").text() == "Mum"


def test_deleting_the_last_one_leads_back_to_the_first_page(qtbot, tab, session):
    add(qtbot, tab, "Mum", first=True)
    press(qtbot, tab, "Delete")
    assert "Here you keep" in shown(tab)
    press(qtbot, tab, "Undo")
    assert [person.name for person in session.people.people()] == ["Mum"]


def test_what_is_worth_a_look_is_said_in_words(qtbot, tab):
    add(qtbot, tab, "Mum", first=True)
    assert "Nobody leads the meeting yet." in shown(tab)
    qtbot.keyClicks(choice(tab, "Part in the meeting"), "Leads")
    assert "Nobody leads the meeting yet." not in shown(tab)
    assert "Mum leads, and no professional is on the list." in shown(tab)


def test_choosing_another_person_saves_what_was_typed(qtbot, session, context):
    family(session)
    tab = open_tab(qtbot, session, context)
    qtbot.keyClicks(field(tab, "Phone or e-mail"), "555 0100")
    rows_widget = tab._section(Place.PEOPLE).findChild(FittingList)
    rows_widget.setFocus()
    qtbot.keyClick(rows_widget, Qt.Key.Key_Down)
    assert session.people.people()[0].contact == "555 0100"
    assert field(tab, "Name").text() == "Sam"
    assert field(tab, "Phone or e-mail").text() == ""


def test_the_list_tells_how_far_each_statement_is(qtbot, session, context):
    mum, *_ = family(session)
    session.statements.save(Statement(person_id=mum.id, text="word " * 130))
    tab = open_tab(qtbot, session, context)
    assert rows(tab)[0] == "1. Mum, Reads a statement · 1 min 02 s"
    assert rows(tab)[1] == "2. Sam, Reads a statement · no statement yet"


def test_everything_that_takes_the_keyboard_has_a_name(tab, qtbot):
    add(qtbot, tab, "Mum", first=True)
    for widget in tab.findChildren(QPushButton) + tab.findChildren(QLineEdit):
        assert widget.accessibleName()


def test_readiness_and_the_worst_fear_are_kept_and_a_low_number_is_named(qtbot, tab, session):
    add(qtbot, tab, "Sam", first=True)
    ready = choice(tab, "“I will go through with it”")
    ready.setCurrentIndex(ready.findText("5"))
    qtbot.keyClicks(field(tab, "What they fear most"), "shouting")
    tab.flush()
    person = session.people.people()[0]
    assert (person.readiness, person.fear) == (5, "shouting")
    assert "Not sure to go through with it: Sam." in shown(tab)
    assert rows(tab) == ["1. Sam, Reads a statement · no statement yet · ready: 5 of 10"]


def test_a_child_in_the_room_and_an_angry_voice_are_named(qtbot, tab):
    add(qtbot, tab, "Lily", first=True)
    for name in ("Is under 18", "May get loud or angry in the room"):
        next(one for one in tab.findChildren(QCheckBox) if one.text() == name).setChecked(True)
    assert "A child would be in the room: Lily." in shown(tab)
    assert "Lily speaks first and may get angry." in shown(tab)


@pytest.mark.parametrize(
    ("start", "drop_before", "order"),
    [(0, 2, "SMD"), (2, 0, "DMS"), (0, -1, "SDM"), (1, 1, "MSD"), (1, 2, "MSD")],
)
def test_dragging_changes_the_order(qtbot, session, context, dressed, start, drop_before, order):
    family(session)
    tab = open_tab(qtbot, session, context)
    view = tab._section(Place.PEOPLE).findChild(FittingList)
    model = view.model()
    data = model.mimeData([model.index(start, 0)])
    assert data.formats() == ["application/x-place-in-list"]
    taken = model.dropMimeData(data, Qt.DropAction.MoveAction, drop_before, 0, QModelIndex())
    assert not taken
    assert "".join(person.name[0] for person in session.people.people()) == order


def test_twelve_people_with_names_in_any_script_are_all_listed(qtbot, session, context, dressed):
    names = [
        "Mum",
        "محمد",
        "Ольга",
        "李小龙",
        "Zoë",
        "אבא",
        "Ἀθηνᾶ",
        "दादी",
        "👵",
        "A" * 90,
        "ก",
        "Q",
    ]
    for name in names:
        session.people.save(Person(name=name))
    tab = open_tab(qtbot, session, context)
    assert [row.split(". ", 1)[1].split(",")[0] for row in rows(tab)] == names
    view = tab._section(Place.PEOPLE).findChild(FittingList)
    assert field(tab, "Name").mapTo(tab, QPoint()).y() < tab.height()
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert field(tab, "Name").text() == "Q"


def test_with_large_words_the_name_of_a_new_person_is_in_sight(
    qtbot, session, context, dressed, family
):
    apply_theme(dressed, "dark", 150, family)
    tab = open_tab(qtbot, session, context)
    tab.resize(1366, 560)
    press(qtbot, tab, "Add the first person")
    name = field(tab, "Name")
    qtbot.waitUntil(lambda: name.y() > 0 and not name.visibleRegion().isEmpty())
    assert tab.window().focusWidget() is name
