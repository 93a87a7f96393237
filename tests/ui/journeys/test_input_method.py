"""No field for words lets the input method learn them: names would come up in another program."""

from __future__ import annotations

from belongings import fill
from hands import set_up
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from test_locked_window import visit

from familysupport.app import House


def test_no_field_for_words_lets_the_input_method_learn(qtbot: QtBot, house: House) -> None:
    set_up(qtbot, house)
    assert house.window.session is not None
    fill(house.window.session, house.context.clock, "sparrowlantern")
    visit(house)
    learning = []
    for page in (*house.window.rooms.private.values(), house.window.rooms.learn):
        for kind in (QLineEdit, QPlainTextEdit):
            for field in page.findChildren(kind):
                is_number = isinstance(field.parent(), QAbstractSpinBox | QComboBox)
                if not (is_number or field.isReadOnly() or not field.accessibleName()):
                    asked = field.inputMethodHints()
                    if not asked & Qt.InputMethodHint.ImhSensitiveData:
                        learning.append(field.accessibleName())
    assert learning == []
