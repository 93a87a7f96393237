"""From an empty page to cue cards on paper, with the keyboard alone."""

from __future__ import annotations

import subprocess

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton

from familysupport.session import Session
from familysupport.ui.kit.preview import Machine
from familysupport.ui.statements.paper import PaperDialog
from familysupport.ui.statements.tab import StatementsTab

LETTER = "Daniel, I love you. You ran beside Sam the whole way."
MOST_STEPS = 40


def walk_to(kind, text=""):
    """Press Tab until a widget of this kind has the focus; return it."""
    for _ in range(MOST_STEPS):
        at = QApplication.focusWidget()
        if isinstance(at, kind) and text in getattr(at, "text", str)().replace("&", ""):
            return at
        QTest.keyClick(at or QApplication.activeWindow(), Qt.Key.Key_Tab)
    raise AssertionError(f"no way by Tab to {text or kind.__name__}")


def type_here(words):
    QTest.keyClicks(QApplication.focusWidget(), words)


def test_a_tired_parent_gets_from_an_empty_page_to_cue_cards_by_keys(
    qtbot, dressed, context, session: Session, tmp_path
):
    path = tmp_path / "cards.pdf"
    machine = Machine(printers=lambda: (), choose=lambda dialog: path)
    tab = StatementsTab(session, context, None, machine)
    tab.refresh()
    qtbot.addWidget(tab)
    tab.resize(1200, 700)
    with qtbot.waitActive(tab):
        tab.show()
    tab.setFocus()
    start = walk_to(QPushButton, "Write the first statement")
    QTest.keyClick(start, Qt.Key.Key_Space)
    type_here("Mum")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_here("Daniel")
    while not isinstance(QApplication.focusWidget(), QPlainTextEdit):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    type_here(LETTER)
    seen = []

    def choose_cards_and_save():
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PaperDialog)
        qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget()))
        QTest.keyClick(dialog, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
        for _ in range(3):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        seen.append(dialog.cards())
        QTest.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(path.exists)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, choose_cards_and_save)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert seen[0].author == "Mum"
    told = subprocess.run(["pdftotext", str(path), "-"], check=True, capture_output=True).stdout
    assert LETTER in " ".join(told.decode().split())
    assert "1/1" in told.decode()
