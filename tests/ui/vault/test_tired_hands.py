"""The door under tired hands: spaces, the wrong card, slips, larger letters half-way."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.documents.page import Table, words
from familysupport.ui.main_window import JOURNAL, PREPARE
from familysupport.ui.vault.bring_back import BringBackDialog
from familysupport.ui.vault.code_page import ShowCode
from familysupport.ui.vault.gate import CapsLine
from familysupport.ui.vault.passphrase import ChangePassphraseDialog
from familysupport.ui.vault.setup import ChoosePassphrase
from familysupport.ui.vault.sheet import code_sheet
from familysupport.ui.vault.slips import group_span
from familysupport.ui.vault.unlock import Unlock
from familysupport.vault import keys
from familysupport.vault.backup import make_backup
from familysupport.vault.keys import code_for, key_from_code, unwrap
from familysupport.vault.vault import Vault, read_key_file

PASSPHRASE = "four brown goats whisper"
KEY = bytes(range(1, 33))
RETURN = Qt.Key.Key_Return


def _seen(house: House, kind: type[QWidget]) -> QWidget:
    return next(one for one in house.window.findChildren(kind) if one.isVisible())


def _texts(within: QWidget) -> str:
    return " ".join(one.text() for one in within.findChildren(QLabel) if one.isVisible())


def _press(within: QWidget, name: str) -> None:
    button = next(one for one in within.findChildren(QPushButton) if one.text() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _type(field: QLineEdit, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


def _card(house: House) -> Unlock:
    house.window.go_to(JOURNAL)
    card = _seen(house, Unlock)
    assert isinstance(card, Unlock)
    return card


def _fields(house: House) -> tuple[QLineEdit, QLineEdit]:
    house.choices.change(welcomed=True)
    house.window.rooms.door.look_again()
    house.window.go_to(JOURNAL)
    first, again = _seen(house, ChoosePassphrase).findChildren(QLineEdit)
    return first, again


def _larger(qtbot: QtBot, house: House) -> None:
    house.commands.larger()
    qtbot.waitUntil(house.window.rooms.door.isVisible)


def _code_page(qtbot: QtBot, house: House) -> ShowCode:
    first, again = _fields(house)
    _type(first, PASSPHRASE)
    _type(again, PASSPHRASE)
    QTest.keyClick(again, RETURN)
    qtbot.waitUntil(lambda: bool(house.window.findChildren(ShowCode)))
    page = _seen(house, ShowCode)
    assert isinstance(page, ShowCode)
    return page


def test_a_space_before_or_after_the_passphrase_does_not_matter(qtbot: QtBot, house: House) -> None:
    first, again = _fields(house)
    _type(first, f"{PASSPHRASE} ")
    _type(again, PASSPHRASE)
    QTest.keyClick(again, RETURN)
    qtbot.waitUntil(lambda: bool(house.window.findChildren(ShowCode)))
    page = _seen(house, ShowCode)
    assert isinstance(page, ShowCode)
    _type(page._typed, page._code)
    QTest.keyClick(page._typed, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)
    assert unwrap(read_key_file(house.context.paths.vault), PASSPHRASE)
    house.window.lock()
    card = _card(house)
    _type(card._field, f" {PASSPHRASE} ")
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)


def test_a_passphrase_that_was_made_with_a_space_at_its_end_still_opens(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    (kept / keys.KEY_FILE).write_bytes(keys.wrap(KEY, f"{PASSPHRASE} ", keys.QUICK))
    card = _card(house)
    _type(card._field, f"{PASSPHRASE} ")
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)


def test_after_the_code_was_used_the_next_lock_asks_for_the_passphrase_again(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    card = _card(house)
    _press(card, "Use the recovery code")
    _type(card._field, code_for(KEY))
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)
    house.window.lock()
    card = _card(house)
    assert card._field.accessibleName() == "Passphrase"
    assert card._field.echoMode() is QLineEdit.EchoMode.Password
    assert "Recovery code" not in _texts(card)


def test_earlier_misses_slow_nobody_down_once_the_pages_were_open(house: House, kept: Path) -> None:
    card = _card(house)
    card._misses = 3
    house.window.unlock(Vault.open(kept, KEY))
    house.window.lock()
    assert _card(house)._misses == 0


def test_another_passphrase_does_not_speak_of_a_sheet_that_never_comes(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    house.window.unlock(Vault.open(kept, KEY))
    dialog = ChangePassphraseDialog(house.window.vault, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    said = _texts(dialog)
    assert "Choose another passphrase" in said
    assert "that comes next" not in said
    assert "recovery sheet you have" in said


def test_the_first_page_can_be_left_with_enter_alone(qtbot: QtBot, house: House) -> None:
    door = house.window.rooms.door
    focus = door.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Set up my private pages"
    QTest.keyClick(focus, RETURN)
    qtbot.waitUntil(lambda: house.choices.now().welcomed)
    assert _seen(house, ChoosePassphrase)


def test_larger_text_keeps_the_code_on_the_page_and_what_was_typed_of_it(
    qtbot: QtBot, house: House
) -> None:
    page = _code_page(qtbot, house)
    code = page._code
    _type(page._typed, code[:17])
    _larger(qtbot, house)
    page = _seen(house, ShowCode)
    assert isinstance(page, ShowCode)
    assert page._code == code
    assert page._typed.text() == code[:17]
    _type(page._typed, code[17:])
    QTest.keyClick(page._typed, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)
    assert unwrap(read_key_file(house.context.paths.vault), PASSPHRASE) == key_from_code(code)


def test_larger_text_keeps_the_words_chosen_so_far(qtbot: QtBot, house: House) -> None:
    first, again = _fields(house)
    _type(first, PASSPHRASE)
    _type(again, "four brown")
    _larger(qtbot, house)
    first, again = _seen(house, ChoosePassphrase).findChildren(QLineEdit)
    assert (first.text(), again.text()) == (PASSPHRASE, "four brown")


def test_larger_text_keeps_what_was_typed_at_the_lock(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    card = _card(house)
    _press(card, "Use the recovery code")
    _type(card._field, "ABC")
    card._misses = 2
    _larger(qtbot, house)
    card = _card(house)
    assert card._field.text() == "ABC"
    assert card._field.accessibleName() == "Recovery code"
    assert card._misses == 2


def test_hide_covers_the_code_and_it_can_be_uncovered_again(qtbot: QtBot, house: House) -> None:
    page = _code_page(qtbot, house)
    code = page._code
    _type(page._typed, code[:9])
    house.window.hide_now()
    house.window.showNormal()
    assert code[:5] not in _texts(house.window)
    assert page._typed.echoMode() is QLineEdit.EchoMode.Password
    _press(page, "Show the code again")
    assert code[:5] in _texts(page)
    assert page._typed.text() == code[:9]


def test_hide_covers_words_that_were_shown_while_they_were_typed(house: House, kept: Path) -> None:
    card = _card(house)
    card._shown.click()
    _type(card._field, "four brown")
    house.window.hide_now()
    house.window.showNormal()
    assert card._field.echoMode() is QLineEdit.EchoMode.Password
    assert not card._shown.isChecked()
    assert card._field.text() == "four brown"


def test_a_slip_in_the_code_is_named_as_it_was_typed_and_marked(qtbot: QtBot, house: House) -> None:
    page = _code_page(qtbot, house)
    groups = page._code.split("-")
    groups[8] = "QQQQQ"
    _type(page._typed, " ".join(groups))
    QTest.keyClick(page._typed, RETURN)
    assert "group 9" in page._trouble.text()
    assert "QQQQQ" in page._trouble.text()
    assert page._typed.selectedText() == "QQQQQ"
    QTest.keyClicks(page._typed, page._code.split("-")[8])
    assert not page._trouble.isVisible()
    QTest.keyClick(page._typed, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)


def test_the_groups_of_the_code_are_numbered_on_the_page_and_on_the_sheet(
    qtbot: QtBot, house: House
) -> None:
    page = _code_page(qtbot, house)
    groups = page._code.split("-")
    assert f"5–8 {' '.join(groups[4:8])}" in " ".join(_texts(page).split())
    table = code_sheet(page._code).blocks[1]
    assert isinstance(table, Table)
    assert [words(cell) for cell in table.rows[1]] == ["5–8", " ".join(groups[4:8])]


def test_enter_on_nothing_says_what_is_wanted(qtbot: QtBot, house: House) -> None:
    first, again = _fields(house)
    QTest.keyClick(again, RETURN)
    said = _seen(house, ChoosePassphrase)._trouble.text()
    assert said == "Type the passphrase you want to use, at least 8 letters or signs."
    _type(first, "f")
    assert not _seen(house, ChoosePassphrase)._trouble.isVisible()
    first.clear()
    again.clear()
    page = _code_page(qtbot, house)
    QTest.keyClick(page._typed, RETURN)
    assert page._trouble.text() == "Type the code here first, from the paper."
    assert page._typed.hasFocus() or house.window.focusWidget() is page._typed


def test_caps_lock_is_said_where_the_typed_words_cannot_be_seen(house: House, kept: Path) -> None:
    card = _card(house)
    line = next(one for one in card.findChildren(CapsLine))
    assert not line.isVisible()
    QTest.keyClick(card._field, "F", Qt.KeyboardModifier.ShiftModifier)
    assert not line.isVisible()
    QTest.keyClicks(card._field, "F")
    assert line.isVisible()
    QTest.keyClicks(card._field, "f")
    assert not line.isVisible()


@pytest.mark.parametrize("with_code", [False, True])
def test_nothing_typed_is_lost_by_a_miss(
    qtbot: QtBot, house: House, kept: Path, with_code: bool
) -> None:
    card = _card(house)
    if with_code:
        _press(card, "Use the recovery code")
    wrong = code_for(KEY).replace("-", " ")[:-1] + "?" if with_code else "four brown boats"
    _type(card._field, wrong)
    QTest.keyClick(card._field, RETURN)
    qtbot.waitUntil(card._trouble.isVisible)
    assert card._field.text() == wrong
    assert house.window.focusWidget() is card._field


def test_a_slip_in_the_code_of_a_copy_is_named_too(
    qtbot: QtBot, house: House, kept: Path, tmp_path: Path
) -> None:
    copy = make_backup(kept, KEY, tmp_path / "stick", house.context.clock)
    dialog = BringBackDialog(copy, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    groups = code_for(KEY).split("-")
    groups[3] = "QQQQQ"
    _type(dialog._field, "-".join(groups).lower())
    QTest.keyClick(dialog._field, RETURN)
    qtbot.waitUntil(dialog._trouble.isVisible)
    assert dialog._trouble.text().startswith("Look again at group 4. You typed qqqqq.")
    assert dialog._field.selectedText() == "qqqqq"


def test_an_older_copy_asks_for_the_passphrase_of_its_time(
    qtbot: QtBot, house: House, kept: Path, tmp_path: Path
) -> None:
    copy = make_backup(kept, KEY, tmp_path / "stick", house.context.clock)
    dialog = BringBackDialog(copy, house.window)
    qtbot.addWidget(dialog)
    dialog.show()
    _type(dialog._field, "another passphrase of today")
    QTest.keyClick(dialog._field, RETURN)
    qtbot.waitUntil(dialog._trouble.isVisible)
    assert "the passphrase you had when it was made" in dialog._trouble.text()


@pytest.mark.parametrize("has_pages", [True, False])
def test_one_enter_too_many_replaces_nothing_that_is_there(
    qtbot: QtBot, house: House, kept: Path, tmp_path: Path, has_pages: bool
) -> None:
    copy = make_backup(kept, KEY, tmp_path / "stick", house.context.clock)
    dialog = BringBackDialog(copy, house.window)
    dialog.tell_what_is_kept(has_pages)
    qtbot.addWidget(dialog)
    dialog.show()
    _type(dialog._field, PASSPHRASE)
    QTest.keyClick(dialog._field, RETURN)
    qtbot.waitUntil(dialog._use.isVisible, timeout=20_000)
    QTest.keyClick(dialog.focusWidget(), RETURN)
    assert dialog.result() == (not has_pages)


@given(st.text(alphabet="AB-_ 09\u00e9", max_size=90), st.integers(1, keys.GROUPS))
def test_any_group_of_anything_typed_has_a_place(typed: str, number: int) -> None:
    start, end = group_span(typed, number)
    assert 0 <= start <= end <= len(typed)


def test_the_first_set_up_leads_to_a_private_page_and_not_back_to_the_lessons(
    qtbot: QtBot, house: House
) -> None:
    _press(house.window, "Set up my private pages")
    qtbot.waitUntil(lambda: house.choices.now().welcomed)
    house.window.unlock(Vault.create(house.context.paths.vault, KEY, b""))
    assert house.window.bar.current() == PREPARE
    assert "on the list" not in house.window._line.text()


def test_enter_presses_the_button_it_stands_on_at_the_lock(
    qtbot: QtBot, house: House, kept: Path
) -> None:
    card = _card(house)
    QTest.keyClick(card._switch, RETURN)
    assert card._field.accessibleName() == "Recovery code"
    QTest.keyClick(card._switch, RETURN)
    _type(card._field, PASSPHRASE)
    QTest.keyClick(card._open, RETURN)
    qtbot.waitUntil(lambda: house.window.session is not None)
