"""The kit's small parts: saving by itself, slow work, lists, the clipboard, Shift three times."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familysupport import errors
from familysupport.errors import DiskFullError
from familysupport.ui.kit import jobs
from familysupport.ui.kit.autosave import Autosave, still_waiting
from familysupport.ui.kit.clipboard import ClipboardGuard
from familysupport.ui.kit.everywhere import Everywhere
from familysupport.ui.kit.messages import UndoBar, explain
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import load_theme
from familysupport.ui.kit.widgets import button
from familysupport.ui.kit.writing import PlainEditor


def test_typing_is_saved_when_it_rests(qtbot: QtBot) -> None:
    owner, saves = QObject(), []
    autosave = Autosave(lambda: saves.append(1), owner)
    with qtbot.waitSignal(autosave.saved, timeout=3000):
        autosave.touch()
        autosave.touch()
    assert saves == [1]
    assert not autosave.waiting()


def test_typing_without_a_rest_is_saved_within_two_seconds(qtbot: QtBot) -> None:
    owner, saves = QObject(), []
    autosave = Autosave(lambda: saves.append(1), owner)

    def still_typing() -> bool:
        autosave.touch()
        return bool(saves)

    qtbot.waitUntil(still_typing, timeout=4000)
    assert saves == [1]


def test_flush_saves_at_once_and_only_what_waits() -> None:
    owner, saves = QObject(), []
    autosave = Autosave(lambda: saves.append(1), owner)
    autosave.flush()
    assert saves == []
    autosave.touch()
    autosave.flush()
    assert saves == [1]


def test_what_could_not_be_saved_still_waits_and_is_told_once() -> None:
    owner, full, saves = QObject(), [True], []

    def save() -> None:
        if full:
            raise DiskFullError(Path("vault.db"))
        saves.append(1)

    autosave = Autosave(save, owner)
    autosave.touch()
    with pytest.raises(DiskFullError):
        autosave._due()
    assert still_waiting([owner]) == [autosave]
    autosave._due()
    with pytest.raises(DiskFullError):
        autosave.flush()
    full.clear()
    autosave.flush()
    assert saves == [1]
    assert not autosave.waiting()


def test_slow_work_comes_back_with_its_result_or_its_trouble(qtbot: QtBot) -> None:
    owner, got = QObject(), []
    jobs.run(owner, lambda: 6 * 7, got.append, got.append)
    qtbot.waitUntil(lambda: got == [42], timeout=3000)
    trouble: list[Exception] = []
    jobs.run(owner, lambda: 1 / 0, got.append, trouble.append)
    qtbot.waitUntil(lambda: bool(trouble), timeout=3000)
    assert isinstance(trouble[0], ZeroDivisionError)


def test_rows_keep_to_the_rules_of_a_model(qtbot: QtBot, dressed: QApplication) -> None:
    model: RowsModel[str] = RowsModel(lambda word: Row(word, "about it", "", word == "A part"))
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_rows(["A part", "one", "two"])
    rows: RowList[str] = RowList(model, "Words")
    qtbot.addWidget(rows)
    rows.show()
    got: list[str] = []
    rows.chosen.connect(got.append)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Down)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    assert got[-1] in ("one", "two")
    assert "A part" not in got
    assert model.data(model.index(1, 0), Qt.ItemDataRole.AccessibleTextRole) == "one, about it"


def test_choosing_by_program_is_silent(qtbot: QtBot, dressed: QApplication) -> None:
    model: RowsModel[str] = RowsModel(Row)
    model.set_rows(["one", "two"])
    rows: RowList[str] = RowList(model, "Words")
    qtbot.addWidget(rows)
    got: list[str] = []
    rows.chosen.connect(got.append)
    rows.select(1)
    assert got == []
    assert rows.currentIndex().row() == 1


def test_our_words_leave_the_clipboard_and_those_of_others_stay(qapp: QApplication) -> None:
    guard = ClipboardGuard(qapp, 60)
    board = qapp.clipboard()
    board.setText("a private line")
    guard.forget()
    assert board.text() == ""
    board.setText("mine")
    guard._ours.clear()
    guard.forget()
    assert board.text() == "mine"
    board.clear()


def test_three_quick_presses_of_shift_are_noticed_and_slow_ones_are_not(
    qtbot: QtBot, qapp: QApplication
) -> None:
    everywhere = Everywhere(qapp)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    got: list[int] = []
    everywhere.three_shifts.connect(lambda: got.append(1))
    for _ in range(3):
        QTest.keyClick(field.windowHandle(), Qt.Key.Key_Shift)
    assert got == [1]
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_Shift)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_A)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_Shift)
    QTest.keyClick(field.windowHandle(), Qt.Key.Key_Shift)
    assert got == [1]
    qapp.removeEventFilter(everywhere)
    everywhere.deleteLater()


def test_paste_takes_words_alone_and_tab_leaves(qtbot: QtBot, dressed: QApplication) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    layout = QVBoxLayout(holder)
    editor, after = PlainEditor("Text"), QLineEdit()
    layout.addWidget(editor)
    layout.addWidget(after)
    holder.show()
    data = QMimeData()
    data.setHtml("<b>bold</b><br>second line")
    data.setText("bold\nsecond line")
    editor.insertFromMimeData(data)
    assert editor.toPlainText() == "bold\nsecond line"
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile("/tmp/a.txt")])
    assert not editor.canInsertFromMimeData(files)
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert holder.focusWidget() is after


def test_copied_words_carry_a_sign_that_they_are_private(
    qtbot: QtBot, dressed: QApplication
) -> None:
    editor = PlainEditor("Text")
    qtbot.addWidget(editor)
    editor.setPlainText("one\ntwo \U0001f33f three")
    QTest.keyClick(editor, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    gc.collect()
    data = dressed.clipboard().mimeData()
    assert data.text() == "one\ntwo \U0001f33f three"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert not data.hasHtml()
    QTest.keyClick(editor, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == ""
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert editor.toPlainText() == "one\ntwo \U0001f33f three"


def test_what_was_done_can_be_taken_back(qtbot: QtBot, dressed: QApplication) -> None:
    bar = UndoBar()
    qtbot.addWidget(bar)
    done: list[str] = []
    bar.offer("The entry is deleted.", lambda: done.append("back"))
    assert bar.isVisible()
    (undo,) = bar.findChildren(QPushButton)
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert done == ["back"]
    assert not bar.isVisible()


@pytest.mark.parametrize(
    "kind",
    [
        one
        for one in vars(errors).values()
        if isinstance(one, type)
        and issubclass(one, errors.FamilySupportError)
        and one not in (errors.FamilySupportError, errors.PathError, errors.ContentError)
    ],
)
def test_every_error_of_ours_says_what_happened_what_was_kept_and_what_to_do(kind: type) -> None:
    usual = explain(ValueError())
    got = explain(kind.__new__(kind))
    assert got != usual
    assert all(part.endswith(".") for part in got)
    assert not any(word in " ".join(got).lower() for word in ("error", "please", "invalid"))


def _light(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    lin = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * lin[0] + 0.7152 * lin[1] + 0.0722 * lin[2]


def contrast(one: str, other: str) -> float:
    a, b = sorted((_light(one), _light(other)), reverse=True)
    return (a + 0.05) / (b + 0.05)


@pytest.mark.parametrize("name", ["light", "dark", "contrast", "contrast-dark"])
def test_words_stand_out_from_what_is_behind_them(name: str) -> None:
    theme = load_theme(name)
    least = 7.0 if name.startswith("contrast") else 4.5
    for ink in (theme.ink, theme.muted, theme.red):
        for ground in (theme.paper, theme.card):
            assert contrast(ink, ground) >= least, (name, ink, ground)
    for ink, ground in (
        (theme.teal, theme.teal_soft),
        (theme.amber, theme.amber_soft),
        (theme.on_teal, theme.teal),
        (theme.muted, theme.sand),
        (theme.teal, theme.paper),
    ):
        assert contrast(ink, ground) >= 4.5, (name, ink, ground)
    for line in (theme.edge, theme.teal, theme.red):  # edges and the ring around what has focus
        for ground in (theme.paper, theme.card):
            assert contrast(line, ground) >= 3, (name, line, ground)
    for ground in (theme.paper, theme.card):  # what went wrong is said in amber
        assert contrast(theme.amber, ground) >= 4.5, (name, ground)


def test_a_button_has_a_spoken_name_and_room_for_a_finger(
    qtbot: QtBot, dressed: QApplication
) -> None:
    one = button("&Save it", "save", "primary")
    qtbot.addWidget(one)
    assert one.accessibleName() == "Save it"
    assert one.sizeHint().height() >= 40


def test_fifty_thousand_calls_leave_python_standing(qapp: QApplication) -> None:
    one = QLabel()
    for number in range(50_000):
        one.setText(str(number))
    assert one.text() == "49999"


def test_the_plain_editor_undoes(qtbot: QtBot, dressed: QApplication) -> None:
    editor = PlainEditor("Text")
    qtbot.addWidget(editor)
    editor.show()
    QTest.keyClicks(editor, "word")
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(editor, QPlainTextEdit)
    assert editor.toPlainText() == ""


def test_home_and_page_up_are_not_held_up_by_a_heading(qtbot: QtBot, dressed: QApplication) -> None:
    model: RowsModel[int] = RowsModel(lambda n: Row(f"row {n}", "", "", n % 5 == 0))
    model.set_rows(list(range(23)))
    rows: RowList[int] = RowList(model, "Words")
    qtbot.addWidget(rows)
    rows.resize(200, 150)
    rows.show()
    rows.select(13)
    QTest.keyClick(rows, Qt.Key.Key_Home)
    assert rows.currentIndex().row() == 1
    rows.select(22)
    for _ in range(22):
        QTest.keyClick(rows, Qt.Key.Key_PageUp)
    assert rows.currentIndex().row() == 1
