from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from familysupport.documents.formats import to_bytes
from familysupport.documents.page import Page, paragraphs
from familysupport.errors import FileTooLargeError, FileUnreadableError
from familysupport.statements.model import Statement
from familysupport.ui.kit.preview import Machine
from familysupport.ui.statements.family import FamilyDialog
from familysupport.ui.statements.taking_in import TakingIn

LETTER = "Dear Daniel,\n\nI love you. “Zoë” said so.\n\nWill you go today?"


def take_in(hands, path):
    tab = hands.open_tab(Machine(choose=lambda dialog: path))
    hands.choose(tab, "Take in a letter from a file…")
    return tab


def the_file(tmp_path, ending):
    path = tmp_path / f"letter.{ending}"
    if ending in ("docx", "odt"):
        path.write_bytes(to_bytes(Page("", paragraphs(LETTER)), ending))
    else:
        path.write_bytes(LETTER.encode("cp1252" if ending == "txt" else "utf-8"))
    return path


@pytest.mark.parametrize("ending", ["txt", "md", "docx", "odt"])
def test_a_letter_from_a_file_fills_an_empty_one_and_undo_empties_it(
    hands, session, tmp_path, ending
):
    session.statements.save(Statement(author="Mum", addressee="Daniel"))
    tab = take_in(hands, the_file(tmp_path, ending))
    with hands.qtbot.waitSignal(tab.status_changed, check_params_cb=lambda t: "Taken in" in t):
        pass
    assert [one.text for one in session.statements.statements()] == [LETTER]
    hands.choose(tab, "Undo typing")
    assert hands.editor(tab).toPlainText() == ""


def test_a_letter_from_a_file_never_takes_the_place_of_another(hands, session, tmp_path):
    session.statements.save(Statement(author="Mum", addressee="Daniel", text="Mine."))
    take_in(hands, the_file(tmp_path, "txt"))
    hands.qtbot.waitUntil(
        lambda: [one.text for one in session.statements.statements()] == ["Mine.", LETTER],
        timeout=5000,
    )


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("big.txt", b"word " * 500_000, FileTooLargeError),
        ("not.docx", b"no zip at all", FileUnreadableError),
        ("picture.txt", bytes(range(256)) * 9, FileUnreadableError),
    ],
)
def test_what_cannot_be_read_is_told_and_takes_nothing_in(
    hands, session, tmp_path, name, data, error
):
    kept = session.statements.save(Statement(author="Mum", addressee="Daniel"))
    path = tmp_path / name
    path.write_bytes(data)
    with hands.qtbot.captureExceptions() as caught:
        take_in(hands, path)
        hands.qtbot.waitUntil(lambda: bool(caught), timeout=5000)
    assert caught[0][0] is error
    assert session.statements.statements() == [kept]


def test_choosing_no_file_takes_nothing_in(hands, session, qtbot):
    tab = hands.open_tab(Machine(choose=lambda dialog: None))
    with qtbot.assertNotEmitted(tab.findChild(TakingIn).taken):
        hands.press(tab, "Take in a letter from a file…")
    assert session.statements.statements() == []


def test_what_letters_tell_twice_is_shown_side_by_side(hands, session, monkeypatch):
    session.statements.save(Statement(author="Mum", text="On May 3 I found you on the floor."))
    tab = hands.open_tab()
    assert not [one for one in hands.shown(tab).split(" | ") if "family" in one]
    session.statements.save(
        Statement(author="Dad", text="Son. It was the 3rd of May, you lay on the floor.")
    )
    tab.refresh()
    seen = []

    def look(dialog):
        dialog.show()
        hands.qtbot.waitUntil(lambda: "To look at: 1" in hands.shown(dialog), timeout=5000)
        seen.append(hands.shown(dialog))
        buttons = [one for one in dialog.findChildren(QPushButton) if one.text() == "Go there"]
        hands.qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)

    monkeypatch.setattr(FamilyDialog, "exec", look)
    hands.press(tab, "Across the family…")
    assert "The same thing is told twice" in seen[0]
    assert "Mum: “On May 3 I found you on the floor.”" in seen[0]
    chosen = hands.editor(tab).textCursor().selectedText()
    assert chosen == "It was the 3rd of May, you lay on the floor."


def test_letters_that_agree_are_left_in_peace(hands, session, monkeypatch):
    for author in ("Mum", "Dad"):
        session.statements.save(Statement(author=author, text="I love you."))
    tab = hands.open_tab()
    seen = []

    def look(dialog):
        dialog.show()
        hands.qtbot.waitUntil(lambda: "Reading" not in hands.shown(dialog), timeout=5000)
        seen.append(hands.shown(dialog))

    monkeypatch.setattr(FamilyDialog, "exec", look)
    hands.press(tab, "Across the family…")
    assert "Nothing was found that repeats or disagrees." in seen[0]
