from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtWidgets import QLabel, QPushButton
from tables import fresh_tables

from familysupport.prepare.changes import Stop
from familysupport.prepare.checklist import Place
from familysupport.prepare.model import Person
from familysupport.prepare.safety import Reply, SafetyAnswer
from familysupport.session import open_session
from familysupport.statements.model import Statement
from familysupport.ui.kit.preview import Machine
from familysupport.ui.prepare.share_words import around
from familysupport.ui.prepare.tab import PrepareTab
from familysupport.ui.vault.gate import PassphraseField
from familysupport.vault.keys import QUICK

WORDS = "four brown goats whisper"


class Desk:
    """One computer with the Share page open; files are chosen by themselves."""

    def __init__(self, qtbot, session, context, path):
        self.qtbot, self.session = qtbot, session
        machine = Machine(choose=lambda dialog: self._chosen(dialog, path))
        self.tab = PrepareTab(session, context, machine=machine, cost=QUICK)
        qtbot.addWidget(self.tab)
        self.tab.resize(1366, 768)
        with qtbot.waitActive(self.tab):
            self.tab.show()
        self.tab.show_place(Place.SHARE)

    def _chosen(self, dialog, path):
        self.told = [one.text() for one in dialog.findChildren(QLabel)]
        dialog.deleteLater()
        return path

    @property
    def section(self):
        return self.tab._section(Place.SHARE)

    def press(self, name):
        found = [
            one
            for one in self.tab.findChildren(QPushButton)
            if one.isVisible() and name in (one.text(), one.accessibleName())
        ]
        assert len(found) == 1, name
        self.qtbot.mouseClick(found[0], Qt.MouseButton.LeftButton)

    def type(self, name, text):
        found = [
            one
            for one in self.section.findChildren(PassphraseField)
            if one.accessibleName() == name
        ]
        found[0].clear()
        self.qtbot.keyClicks(found[0], text)

    def shown(self):
        return " ".join(one.text() for one in self.section.findChildren(QLabel) if one.isVisible())

    def until(self, words):
        self.qtbot.waitUntil(lambda: words in self.shown(), timeout=5000)

    def send(self, passphrase=WORDS):
        self.type("Passphrase for this file", passphrase)
        self.type("The same once more", passphrase)
        self.press("Save a locked file…")

    def take(self, passphrase=WORDS):
        self.type("Passphrase of the file", passphrase)
        self.press("Open a shared file…")


@pytest.fixture
def desks(qtbot, db, clock, context, dressed, tmp_path):
    path = tmp_path / "plan.famplan"
    other = fresh_tables()
    made = [Desk(qtbot, open_session(one, clock), context, path) for one in (db, other)]
    made[0].path = path
    yield made
    QThreadPool.globalInstance().waitForDone()
    for desk in made:
        desk.tab.hide()
        desk.tab.deleteLater()
    other.close()


def test_a_plan_goes_to_another_computer_and_is_joined_there(desks):
    here, there = desks
    mum = here.session.people.save(Person(name="Mum"))
    here.session.plan.save(Stop(person=mum.uid, act="giving cash"))
    here.session.statements.save(Statement(person_id=mum.id, author="Mum", text="I love you."))
    here.session.plan.save(SafetyAnswer(question="afraid", reply=Reply.YES))
    here.send()
    here.until("The locked file is saved.")
    assert "This file is locked with the passphrase you just chose." in here.told
    assert b"Mum" not in here.path.read_bytes()
    there.take()
    there.until("New: 3. Fills a gap: 0. The same: 0. Different: 0.")
    assert there.session.people.people() == []
    there.press("Join it into my plan")
    assert [one.name for one in there.session.people.people()] == ["Mum"]
    assert there.session.plan.items(SafetyAnswer) == []
    there.press("Undo")
    assert there.session.people.people() == []
    assert there.session.plan.items(Stop) == []
    assert there.session.statements.statements() == []


def test_what_differs_is_shown_and_only_overwritten_when_told(desks):
    here, there = desks
    for desk, instead, text in ((here, "buying food", "a"), (there, "paying the shop", "b")):
        person = desk.session.people.save(Person(uid="m", name="Mum"))
        desk.session.plan.save(Stop(uid="s", person="m", act="giving cash", instead=instead))
        desk.session.statements.save(Statement(person_id=person.id, author="Mum", text=text))
        desk.tab.refresh()
    here.send()
    here.until("The locked file is saved.")
    there.take()
    there.until("Different: 2.")
    assert "Here: “paying the shop”" in there.shown()
    assert "In the file: “buying food”" in there.shown()
    there.press("Keep both: What we stop, what we do instead: Mum · giving cash")
    there.press("Take theirs: Statement of Mum")
    there.press("Join it into my plan")
    assert there.session.plan.items(Stop)[0].instead == "paying the shop / buying food"
    statement = there.session.statements.statements()[0]
    assert statement.text == "a"
    assert there.session.statements.versions(statement.id)[0].text == "b"


def test_a_wrong_passphrase_and_a_wrong_file_are_said_calmly(desks):
    here, there = desks
    here.send()
    here.until("The locked file is saved.")
    there.take("something else")
    there.until("That is not the passphrase of this file. Nothing was changed.")
    here.path.write_bytes(b"a shopping list")
    there.take()
    there.until("This file could not be read.")
    here.path.unlink()
    there.take()
    there.until("This file could not be read.")
    there.take("  ")
    assert "Type the passphrase of the file first." in there.shown()


def test_a_short_or_mistyped_passphrase_saves_nothing(desks):
    here, _there = desks
    here.send("short")
    assert "Use at least 8 letters or signs." in here.shown()
    here.type("Passphrase for this file", WORDS)
    here.type("The same once more", "four brown coats")
    here.press("Save a locked file…")
    assert "The two are not the same." in here.shown()
    assert not here.path.exists()


def test_a_compared_file_can_be_left(desks):
    here, there = desks
    here.session.people.save(Person(name="Mum"))
    here.send()
    here.until("The locked file is saved.")
    there.take()
    there.until("New: 1.")
    there.press("Leave it")
    assert "New: 1." not in there.shown()
    assert there.session.people.people() == []


def test_long_statements_are_shown_where_they_part():
    same = "We were happy then. " * 30
    mine, theirs = around(same + "I love you.", same + "I miss you." + " And more." * 50)
    assert mine.endswith("I love you.”")
    assert "I miss you." in theirs
    assert len(theirs) < 300
    assert around("a", "b") == ("“a”", "“b”")
