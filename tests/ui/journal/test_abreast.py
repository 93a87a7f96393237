from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLineEdit, QPushButton

from familysupport.ui.journal.abreast import Abreast


def test_two_things_stand_abreast_where_there_is_room_and_else_one_under_the_other(
    dressed: Any, qtbot: Any
) -> None:
    field, button = QLineEdit(), QPushButton("Keep")
    both = Abreast(field, button, least=150, grows=0)
    qtbot.addWidget(both)
    both.resize(600, 100)
    both.show()
    assert field.x() + field.width() < button.x()
    assert field.width() > button.width()
    both.resize(180, 120)
    qtbot.waitUntil(lambda: button.y() > field.y() + field.height() - 1)
    assert button.width() == field.width()
