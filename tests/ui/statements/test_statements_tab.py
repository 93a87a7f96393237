from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from familysupport.content.library import Library
from familysupport.documents.page import each_text
from familysupport.paths import resources
from familysupport.prepare.model import Part, Person
from familysupport.session import open_session
from familysupport.settings import Settings
from familysupport.statements.model import Statement
from familysupport.ui.kit.preview import Machine, PreviewDialog
from familysupport.ui.kit.rows import RowList
from familysupport.ui.kit.writing import PlainEditor
from familysupport.ui.statements.deleted import DeletedDialog
from familysupport.ui.statements.tab import StatementsTab

LETTER = Statement(author="Mum", addressee="Daniel", title="Dear Daniel", text="I love you.")


@pytest.fixture
def session(db, clock):
    return open_session(db, clock)


@pytest.fixture
def tab(qtbot, session):
    return open_tab(qtbot, session)


def open_tab(qtbot, session, machine=None):
    context = SimpleNamespace(
        settings=lambda: Settings(country="gb"), content=Library(resources() / "content", "en")
    )
    widget = StatementsTab(session, context, None, machine)
    widget.refresh()
    qtbot.addWidget(widget)
    widget.resize(1200, 700)
    with qtbot.waitActive(widget):
        widget.show()
    return widget


def visible(widget, kind):
    return [one for one in widget.findChildren(kind) if one.isVisible()]


def press(qtbot, widget, text):
    found = [one for one in visible(widget, QPushButton) if one.text() == text]
    assert len(found) == 1, text
    qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)


def choose(tab, text):
    menu = next(one for one in tab.findChildren(QPushButton) if one.text() == "More").menu()
    next(one for one in menu.actions() if one.text() == text).trigger()


def field(tab, name):
    return next(one for one in tab.findChildren(QLineEdit) if one.accessibleName() == name)


def editor(tab):
    return next(iter(visible(tab, PlainEditor)), None)


def shown(tab):
    return " | ".join(one.text() for one in visible(tab, QLabel))


def rows(tab):
    model = tab.findChild(RowList).model()
    return [
        model.data(model.index(number, 0), Qt.ItemDataRole.AccessibleTextRole)
        for number in range(model.rowCount())
    ]


def go_down(qtbot, tab, times=1):
    listed = tab.findChild(RowList)
    listed.setFocus()
    for _ in range(times):
        qtbot.keyClick(listed, Qt.Key.Key_Down)


def test_an_empty_page_says_what_belongs_there(tab):
    assert "read out at the meeting" in shown(tab)
    assert editor(tab) is None


def test_a_statement_is_begun_typed_and_saved_by_itself(qtbot, tab, session):
    press(qtbot, tab, "Write the first statement")
    assert field(tab, "Who reads it").hasFocus()
    qtbot.keyClicks(field(tab, "Who reads it"), "Mum")
    qtbot.keyClicks(field(tab, "Who it is for"), "Daniel")
    qtbot.keyClicks(field(tab, "Title"), "Dear Daniel")
    qtbot.keyClicks(editor(tab), "I love you.")
    assert "Not saved yet" in shown(tab)
    qtbot.waitUntil(lambda: session.statements.statements()[0].text == "I love you.", timeout=3000)
    kept = session.statements.statements()[0]
    assert kept._replace(id=0, updated_at=None) == LETTER
    assert "Saved on this computer, " in shown(tab)
    assert rows(tab) == ["Mum · “Dear Daniel”, 3 s"]


def test_words_and_length_are_counted_when_typing_rests(qtbot, tab):
    press(qtbot, tab, "Write the first statement")
    with qtbot.waitSignal(tab.status_changed, timeout=3000) as told:
        qtbot.keyClicks(editor(tab), "I love you, Daniel")
    assert told.args == ["4 words · about 4 s aloud"]
    assert "4 words · about 4 s aloud" in shown(tab)


def test_a_long_statement_gets_a_gentle_note(qtbot, session):
    session.statements.save(LETTER._replace(text="word " * 600))
    assert "Over four minutes is long to listen to." in shown(open_tab(qtbot, session))


def test_flush_saves_at_once(qtbot, tab, session):
    press(qtbot, tab, "Write the first statement")
    qtbot.keyClicks(editor(tab), "Half a sent")
    tab.flush()
    assert session.statements.statements()[0].text == "Half a sent"


def test_a_save_that_failed_is_tried_again_by_flush(qtbot, tab, session, monkeypatch):
    press(qtbot, tab, "Write the first statement")
    qtbot.keyClicks(editor(tab), "kept")
    whole = type(session.statements).save

    def fails(store, statement):
        raise OSError("full")

    monkeypatch.setattr(type(session.statements), "save", fails)
    with pytest.raises(OSError, match="full"):
        tab.flush()
    monkeypatch.setattr(type(session.statements), "save", whole)
    tab.flush()
    assert session.statements.statements()[0].text == "kept"


def test_switching_statements_saves_and_keeps_the_undo_steps(qtbot, session):
    session.statements.save(LETTER)
    session.statements.save(LETTER._replace(author="Dad", text="Son,"))
    tab = open_tab(qtbot, session)
    editor(tab).setFocus()
    qtbot.keyClicks(editor(tab), "Daniel! ")
    go_down(qtbot, tab)
    assert session.statements.statements()[0].text == "Daniel! I love you."
    assert editor(tab).toPlainText() == "Son,"
    listed = tab.findChild(RowList)
    qtbot.keyClick(listed, Qt.Key.Key_Up)
    assert editor(tab).toPlainText() == "Daniel! I love you."
    qtbot.keyClick(editor(tab), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor(tab).toPlainText() == "I love you."
    choose(tab, "Redo typing")
    assert editor(tab).toPlainText() == "Daniel! I love you."


def test_refresh_keeps_cursor_and_undo_while_nothing_changed_elsewhere(qtbot, session):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    editor(tab).setFocus()
    qtbot.keyClicks(editor(tab), "Oh ")
    tab.refresh()
    assert editor(tab).textCursor().position() == 3
    qtbot.keyClick(editor(tab), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert editor(tab).toPlainText() == "I love you."


def test_refresh_shows_what_changed_elsewhere(qtbot, session, clock):
    kept = session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    clock.moment += timedelta(minutes=1)
    session.statements.save(kept._replace(text="Another text"))
    tab.refresh()
    assert editor(tab).toPlainText() == "Another text"


def test_paste_takes_the_words_alone(qtbot, tab, session):
    press(qtbot, tab, "Write the first statement")
    QGuiApplication.clipboard().setText("one\ntwo")
    qtbot.keyClick(editor(tab), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    tab.flush()
    assert session.statements.statements()[0].text == "one\ntwo"
    QGuiApplication.clipboard().clear()


def test_delete_is_taken_back_by_undo(qtbot, session):
    kept = session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    choose(tab, "Delete this statement")
    assert session.statements.statements() == []
    assert "read out at the meeting" in shown(tab)
    press(qtbot, tab, "Undo")
    assert session.statements.statements() == [kept]
    assert editor(tab).toPlainText() == "I love you."


def test_typing_right_before_delete_is_in_what_comes_back(qtbot, session):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    editor(tab).setFocus()
    qtbot.keyClicks(editor(tab), "X")
    choose(tab, "Delete this statement")
    press(qtbot, tab, "Undo")
    assert session.statements.statements()[0].text == "XI love you."


def test_a_deleted_statement_is_found_again_days_later(qtbot, session, monkeypatch):
    kept = session.statements.save(LETTER)
    session.statements.delete(kept.id)
    tab = open_tab(qtbot, session)

    def bring_back(dialog):
        dialog.show()
        assert "Mum · “Dear Daniel”" in shown(dialog)
        press(qtbot, dialog, "Bring back")

    monkeypatch.setattr(DeletedDialog, "exec", bring_back)
    press(qtbot, tab, "Deleted statements…")
    assert session.statements.statements() == [kept]
    assert editor(tab).isVisible()


def test_who_speaks_in_prepare_and_has_none_yet_is_listed(qtbot, session):
    session.people.save(Person(name="Rosa"))
    session.people.save(Person(name="Ms Alvarez", part=Part.LEADS))
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    assert rows(tab)[1:] == ["From Prepare, not started", "Rosa, not started"]
    go_down(qtbot, tab)
    assert "Rosa has not started" in shown(tab)
    assert len(session.statements.statements()) == 1
    press(qtbot, tab, "Start this statement")
    started = session.statements.statements()[1]
    assert (started.author, started.addressee) == ("Rosa", "Daniel")
    assert started.person_id == session.people.people()[0].id
    assert len(rows(tab)) == 2


def test_read_aloud_names_the_statement_and_saves_first(qtbot, session):
    kept = session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    editor(tab).setFocus()
    qtbot.keyClicks(editor(tab), "Y")
    with qtbot.waitSignal(tab.rehearse_asked) as asked:
        press(qtbot, tab, "Read aloud")
    assert asked.args == [kept.id]
    assert session.statements.statement(kept.id).text == "YI love you."


def test_print_shows_the_pages_of_what_was_just_typed(qtbot, session, monkeypatch):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session, Machine(printers=lambda: ()))
    seen = []

    def look(dialog):
        seen.append((dialog.sheet(), dialog.choices))

    monkeypatch.setattr(PreviewDialog, "exec", look)
    editor(tab).setFocus()
    qtbot.keyClicks(editor(tab), "Z")
    press(qtbot, tab, "Print…")
    qtbot.keyClick(editor(tab), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    sheet, choices = seen[0]
    assert len(seen) == 2
    assert choices.paper == "a4"
    assert sheet.content.title == "Dear Daniel"
    assert sheet.content.blocks[0].text == "ZI love you."


def test_a_pdf_is_saved_under_a_name_that_names_nobody(qtbot, session, tmp_path):
    session.statements.save(LETTER)
    suggested = []

    def answer(dialog):
        suggested.extend(dialog.selectedFiles())
        return tmp_path / "out.pdf"

    tab = open_tab(qtbot, session, Machine(choose=answer))
    with qtbot.waitSignal(tab.status_changed) as told:
        choose(tab, "Save a copy…")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert suggested[0].endswith("statement.pdf")
    assert "not locked" in told.args[0]


def test_not_choosing_a_place_saves_nothing(qtbot, session, tmp_path):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session, Machine(choose=lambda dialog: None))
    with qtbot.assertNotEmitted(tab.status_changed):
        choose(tab, "Save a copy…")
    assert not list(tmp_path.glob("*.pdf"))


def test_new_by_key_makes_another_one(qtbot, session):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    qtbot.keyClick(editor(tab), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(session.statements.statements()) == 2
    assert field(tab, "Who it is for").text() == "Daniel"
    assert field(tab, "Who reads it").hasFocus()


def test_everything_that_takes_the_keyboard_has_a_name(qtbot, session):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session)
    for kind in (QPushButton, QLineEdit, PlainEditor, RowList):
        assert all(one.accessibleName() for one in visible(tab, kind))


def test_whoever_is_typed_as_the_reader_is_no_longer_waiting(qtbot, session):
    session.people.save(Person(name="Rosa"))
    session.statements.save(LETTER._replace(author="rosa "))
    assert len(rows(open_tab(qtbot, session))) == 1


def test_with_people_but_no_statement_the_first_of_them_is_shown(qtbot, session):
    session.people.save(Person(name="Rosa"))
    tab = open_tab(qtbot, session)
    assert "Rosa has not started" in shown(tab)


def test_the_private_page_is_saved_and_never_printed_nor_read_aloud(qtbot, session, monkeypatch):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session, Machine(printers=lambda: ()))
    press(qtbot, tab, "Only for you")
    assert "Never printed, never read aloud." in shown(tab)
    qtbot.keyClicks(editor(tab), "furious")
    tab.flush()
    kept = session.statements.statements()[0]
    assert (kept.text, kept.private) == ("I love you.", "furious")
    assert "3 words" in shown(tab)
    sheets = []
    monkeypatch.setattr(PreviewDialog, "exec", lambda dialog: sheets.append(dialog.sheet()))
    press(qtbot, tab, "Print…")
    choose(tab, "Print the card for a no…")
    assert len(sheets) == 2
    assert not any("furious" in text for one in sheets for text in each_text(one.content.blocks))


def test_the_card_for_a_no_is_kept_and_printed_apart(qtbot, session, monkeypatch):
    session.statements.save(LETTER)
    tab = open_tab(qtbot, session, Machine(printers=lambda: ()))
    press(qtbot, tab, "If the answer is no")
    qtbot.keyClicks(editor(tab), "I will not give cash any more.")
    sheets = []
    monkeypatch.setattr(PreviewDialog, "exec", lambda dialog: sheets.append(dialog.sheet()))
    choose(tab, "Print the card for a no…")
    press(qtbot, tab, "Print…")
    card, letter = (list(each_text(one.content.blocks)) for one in sheets)
    assert card == ["I will not give cash any more."]
    assert letter == ["I love you."]
    assert sheets[0].content.title == "If the answer is no"


def test_another_statement_opens_at_its_letter(qtbot, session):
    session.statements.save(LETTER._replace(private="mine"))
    session.statements.save(LETTER._replace(author="Dad"))
    tab = open_tab(qtbot, session)
    press(qtbot, tab, "Only for you")
    assert editor(tab).toPlainText() == "mine"
    go_down(qtbot, tab)
    assert editor(tab).toPlainText() == "I love you."
