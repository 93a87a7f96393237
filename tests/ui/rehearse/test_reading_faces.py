"""The letters to read aloud from can be chosen among those that the computer has."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QFontInfo
from PySide6.QtWidgets import QComboBox, QPushButton

from familysupport.rehearse.model import Face, Look
from familysupport.rehearse.store import RehearseStore
from familysupport.statements.model import Statement
from familysupport.ui.rehearse import faces
from familysupport.ui.rehearse.look import LookDialog
from familysupport.ui.rehearse.view import ReadingView


def open_dialog(tab: Any, qtbot: Any) -> QComboBox:
    (found,) = (
        one
        for one in tab.findChildren(QPushButton)
        if one.isVisible() and one.text() == "How it looks"
    )
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    boxes = tab.findChild(LookDialog).findChildren(QComboBox)
    return next(box for box in boxes if box.accessibleName() == "Which letters?")


def test_the_letters_change_at_once_and_are_remembered(
    open_tab: Any, write: Any, qtbot: Any, rehearse: RehearseStore
) -> None:
    letter: Statement = write()
    tab = open_tab()
    tab.read_statement(letter.id)
    view = tab.findChild(ReadingView)
    before = view.grab().toImage()
    box = open_dialog(tab, qtbot)
    qtbot.keyClick(box, Qt.Key.Key_End)
    assert rehearse.look() == Look(face=Face.WIDE)
    assert view.grab().toImage() != before
    tab.findChild(LookDialog).reject()


def test_serifs_are_offered_where_the_computer_has_them(
    dressed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Arial", "Noto Serif"])
    assert faces.serif() == "Noto Serif"
    assert faces.faces() == (Face.PLAIN, Face.SERIF, Face.WIDE)
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Arial"])
    assert faces.faces() == (Face.PLAIN, Face.WIDE)


def test_a_face_that_is_not_here_is_read_in_the_programs_own(
    dressed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda: ["Arial"])
    font = faces.dressed(dressed.font(), Face.SERIF, 30)
    assert QFontInfo(font).family() == QFontInfo(dressed.font()).family()
    assert font.pixelSize() == 30


def test_more_room_is_a_share_of_the_letters(dressed: Any) -> None:
    font = faces.dressed(dressed.font(), Face.WIDE, 50)
    assert font.letterSpacing() == pytest.approx(6, abs=0.1)
    assert font.wordSpacing() == pytest.approx(8, abs=0.1)


def test_a_face_nobody_knows_any_more_is_the_plain_one(rehearse: RehearseStore) -> None:
    rehearse._looks.insert({"id": 1, "choices": '{"face": "gothic", "size": 125}'}, replace=True)
    assert rehearse.look() == Look(size=125)
