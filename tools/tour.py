"""Walks the main job with an invented family and leaves pictures and printed pages behind."""

from __future__ import annotations

import argparse
import os
import re
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from familysupport.app import House, keep_to_oneself, make_application
from familysupport.clock import Clock
from familysupport.paths import find_paths
from familysupport.prepare.model import Part, Person, Relation
from familysupport.statements.pages import letter
from familysupport.ui.kit.litter import Litter
from familysupport.ui.kit.printing import PrintSheet, save_pdf
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS
from familysupport.ui.prepare.places import Place
from familysupport.ui.rehearse.ways import Way
from familysupport.ui.vault.setup import ChoosePassphrase, SetUp, ShowCode
from familysupport.vault.backup import key_of_backup, list_backups, restore
from familysupport.vault.vault import Vault

PASSPHRASE = "four brown goats whisper"
LETTER = """Daniel, I love you. You taught Sam to ride his bike in the yard behind this house, \
and you ran beside him the whole time.

On the 14th of March I found you on the bathroom floor and could not wake you. I was more \
frightened than I have ever been. Since then I listen at your door at night.

I have paid your phone and your rent so that I would not have to see you sick. That was my fear, \
and from today I will not do it any more. I will drive you to treatment, and I will come every \
visiting day.

There is a bed for you at Willow House this morning. Will you go with Dad and me?"""
ENTRY = """He has color in his face. We walked round the garden twice and he showed me the \
bench he painted.

He asked for money for the shop. I said no, and that I would bring the things he listed. He was \
quiet for a while and then he laughed about it."""
FAMILY = (
    ("Mum", Relation.PARENT, Part.SPEAKS),
    ("Sam", Relation.SIBLING, Part.SPEAKS),
    ("Aunt Rosa", Relation.OTHER_RELATIVE, Part.DRIVES),
    ("Dad", Relation.PARENT, Part.ASKS),
)


class TourClock(Clock):
    """Stands still on an invented evening, so that every tour looks alike."""

    def now(self) -> datetime:
        """Return the same evening always."""
        return datetime.fromisoformat("2026-11-23T18:40:00+00:00")


class Tour:
    """Uses the real window as a person would, and takes a picture of every page."""

    def __init__(self, out: Path, data: Path) -> None:
        self._out = out
        self._app = make_application()
        self._paths = find_paths(data)
        self._house = House(self._app, self._paths, TourClock())
        Litter(self._app).begin()
        self._window = self._house.window
        self._number = 0

    def walk(self) -> None:
        """Go the whole way."""
        self._window.resize(1280, 860)
        self._window.show()
        self._window.begin()
        self._picture("welcome")
        self._set_up()
        self._learn()
        self._prepare()
        self._write()
        self._read_aloud()
        self._journal()
        self._emergency()
        self._lock_and_restore()
        self._dialogs()
        self._looks()

    def _dialogs(self) -> None:
        commands = self._house.commands
        for name, act in (
            ("settings", commands.settings),
            ("safe-copies", commands.copies),
            ("help", commands.help),
            ("about", commands.about),
        ):
            QTimer.singleShot(100, lambda name=name: self._take_dialog(name))
            act()

    def _take_dialog(self, name: str) -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        self._picture(name, dialog)
        dialog.reject()

    def _set_up(self) -> None:
        self._press("Set up my private pages")
        first, again = self._shown(ChoosePassphrase).findChildren(QLineEdit)
        QTest.keyClicks(first, PASSPHRASE)
        QTest.keyClicks(again, PASSPHRASE)
        self._picture("passphrase")
        QTest.keyClick(again, Qt.Key.Key_Return)
        pages = self._window.findChild(SetUp)
        self._until(lambda: isinstance(pages.currentWidget(), ShowCode))
        self._picture("recovery-code")
        page = pages.currentWidget()
        field = page.findChild(QLineEdit)
        shown = next(one.text() for one in page.findChildren(QWidget) if _is_code(one))
        QTest.keyClicks(field, " ".join(re.findall(r"\b[0-9A-Z]{5}\b", shown)))
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._until(lambda: self._window.session is not None)

    def _learn(self) -> None:
        self._window.go_to(LEARN)
        self._picture("learn")
        self._shown_tab().show_lesson("what-withdrawal-looks-like")
        self._picture("learn-withdrawal")
        for page in ("timeline", "words", "booklet"):
            self._shown_tab().show_page(page)
            self._picture(f"learn-{page}")
        self._shown_tab()._ask_lesson("overdose-what-to-do")
        self._picture("learn-questions")

    def _prepare(self) -> None:
        session = self._window.session
        assert session is not None
        for name, relation, part in FAMILY:
            session.people.save(Person(name=name, relation=relation, part=part))
        self._window.go_to(PREPARE)
        self._picture("prepare")
        for place in Place:
            if place is not Place.SAFETY:
                self._shown_tab().show_place(place)
                self._picture(f"prepare-{place.name.lower()}")

    def _write(self) -> None:
        self._window.go_to(STATEMENTS)
        self._picture("statements-empty")
        self._press("New statement")
        self._type("Title", "What I need to tell you")
        self._type("Who reads it", "Mum")
        self._type("Who it is for", "Daniel")
        self._shown(QPlainTextEdit).insertPlainText(LETTER)
        self._shown_tab().flush()
        QThreadPool.globalInstance().waitForDone()
        self._wait(2500)  # the coach reads along when typing rests
        self._picture("statements")
        self._print("statement-letter", 12)
        self._print("statement-large", 18)

    def _print(self, name: str, points: int) -> None:
        session = self._window.session
        assert session is not None
        statement = session.statements.statements()[0]
        sheet = PrintSheet(statement.title, letter(statement), "letter", points)
        save_pdf(sheet, self._out / f"{name}.pdf")

    def _read_aloud(self) -> None:
        session = self._window.session
        assert session is not None
        self._window.go_to(REHEARSE)
        self._picture("rehearse-list")
        self._shown_tab().read_statement(session.statements.statements()[0].id)
        self._wait(300)
        self._picture("rehearse")
        self._shown_tab().show_way(Way.MOMENT)
        self._wait(200)
        self._picture("rehearse-four-questions")
        self._press("Skip (Escape)")
        for way in (Way.SETTLE, Way.MOMENT, Way.TALK, Way.DRILL, Way.SO_FAR):
            self._shown_tab().show_way(way)
            self._wait(200)
            self._picture(f"rehearse-{way.value.replace(' ', '-')}")

    def _journal(self) -> None:
        self._window.go_to(JOURNAL)
        self._picture("journal-empty")
        self._press("Write the first entry")
        self._shown(QPlainTextEdit).insertPlainText(ENTRY)
        self._shown_tab().flush()
        self._wait(300)
        self._picture("journal")
        search = next(
            one for one in self._shown_tab().findChildren(QLineEdit) if "earch" in _name(one)
        )
        QTest.keyClicks(search, "garden")
        self._wait(400)
        self._picture("journal-search")

    def _emergency(self) -> None:
        QTest.keyClick(self._window, Qt.Key.Key_F12)
        self._picture("emergency")
        for situation in ("more", "suicide", "violence", "withdrawal", "numbers", "paper"):
            self._window.show_emergency(situation)
            self._picture(f"emergency-{situation}")
        self._window._leave_emergency()

    def _lock_and_restore(self) -> None:
        self._window.lock()
        QThreadPool.globalInstance().waitForDone()
        self._window.go_to(JOURNAL)
        self._picture("locked")
        copy = list_backups(self._paths.backups)[0]
        other = self._paths.data / "other-computer" / "vault"
        key = key_of_backup(copy, PASSPHRASE)
        restore(copy, key, other, TourClock())
        Vault.open(other, key).close()
        field = self._window.findChild(QWidget, "").window().focusWidget()
        assert isinstance(field, QLineEdit)
        QTest.keyClicks(field, PASSPHRASE)
        QTest.keyClick(field, Qt.Key.Key_Return)
        self._until(lambda: self._window.session is not None)

    def _looks(self) -> None:
        for theme in ("dark", "contrast"):
            self._house.choices.change(theme=theme)
            for number, name in (
                (LEARN, "learn"),
                (STATEMENTS, "statements"),
                (JOURNAL, "journal"),
            ):
                self._window.go_to(number)
                self._let_the_coach_read()
                self._picture(f"{name}-{theme}")
            self._window.show_emergency()
            self._picture(f"emergency-{theme}")
            self._window._leave_emergency()
        self._house.choices.change(theme="light", text_size=200)
        self._window.resize(1366, 768)
        for number, name in enumerate(("learn", "prepare", "statements", "rehearse", "journal")):
            self._window.go_to(number)
            self._let_the_coach_read()
            self._picture(f"{name}-200")
        self._window.show_emergency()
        self._picture("emergency-200")
        self._window._leave_emergency()

    def _let_the_coach_read(self) -> None:
        self._wait(300)
        QThreadPool.globalInstance().waitForDone()

    # ---------------------------------------------------------------- hands and eyes

    def _picture(self, name: str, of: QWidget | None = None) -> None:
        self._wait(60)
        self._number += 1
        (of or self._window).grab().save(str(self._out / f"{self._number:02d}-{name}.png"))

    def _type(self, name: str, words: str) -> None:
        for one in self._window.findChildren(QLineEdit):
            if one.isVisible() and one.accessibleName() == name:
                QTest.keyClicks(one, words)
                return
        raise LookupError(name)

    def _press(self, text: str) -> None:
        for one in self._window.findChildren(QPushButton):
            if one.isVisible() and one.text() == text:
                QTest.mouseClick(one, Qt.MouseButton.LeftButton)
                return
        raise LookupError(text)

    def _shown(self, kind: type[QWidget]) -> QWidget:
        return next(one for one in self._window.findChildren(kind) if one.isVisible())

    def _shown_tab(self) -> QWidget:
        from familysupport.ui.kit.tab import Tab

        return self._shown(Tab)

    def _wait(self, milliseconds: int) -> None:
        timer = QElapsedTimer()
        timer.start()
        while timer.elapsed() < milliseconds:
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _until(self, true: Callable[[], bool]) -> None:
        timer = QElapsedTimer()
        timer.start()
        while not true():
            if timer.elapsed() > 20_000:
                raise TimeoutError
            self._wait(20)


def _is_code(widget: QWidget) -> bool:
    return widget.property("role") == "code"


def _name(widget: QWidget) -> str:
    return widget.accessibleName()


def main() -> int:
    """Walk, then say where the pictures are."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("tour"))
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    keep_to_oneself()
    with tempfile.TemporaryDirectory() as data:
        Tour(out, Path(data)).walk()
    sys.stdout.write(f"Pictures and pages are in {out.resolve()}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
