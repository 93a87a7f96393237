"""At twice the size of words, in a small window, every word has room and every control a name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QTextEdit,
    QWidget,
)

from familysupport.app import House
from familysupport.documents.page import Page, Paragraph
from familysupport.journal.model import Entry, Kind, Mood
from familysupport.prepare.changes import Limit, Stop
from familysupport.prepare.model import Part as Role
from familysupport.prepare.model import Person, Relation
from familysupport.prepare.treatment import TreatmentPlace
from familysupport.prepare.vetting import Candidate
from familysupport.recovery.model import Appointment, Contact, Habit, Stay
from familysupport.recovery.model import Limit as Kept
from familysupport.session import Session
from familysupport.statements.model import Statement
from familysupport.ui.about import AboutDialog
from familysupport.ui.for_me.home import CHECK_IN, EXERCISES, LOOK_BACK, PLAN, REMINDERS
from familysupport.ui.for_me.leaf import ForMePage
from familysupport.ui.help import HelpDialog
from familysupport.ui.journal import entries as leaves
from familysupport.ui.kit.preview import PreviewDialog
from familysupport.ui.kit.printing import PrintSheet
from familysupport.ui.kit.whole import WholeLabel
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS
from familysupport.ui.prepare.places import place_words
from familysupport.ui.recovery.part import Part
from familysupport.ui.rehearse.ways import Way
from familysupport.ui.settings import SettingsDialog
from familysupport.ui.vault.copies import CopiesDialog
from familysupport.ui.vault.passphrase import ChangePassphraseDialog
from familysupport.ui.vault.removing import RemoveDialog
from familysupport.vault import keys
from familysupport.vault.vault import Vault

PAPER = Page("Dear Daniel", tuple(Paragraph(f"Line {n}. I love you.") for n in range(60)))
LEAVES = (
    leaves.CALENDAR,
    leaves.SEEING,
    leaves.RECOVERY,
    leaves.PLAN,
    leaves.FOR_ME,
    leaves.IN_AND_OUT,
    leaves.SUMMARY,
)
LEARN_PAGES = ("overview", "timeline", "words", "booklet", "saved")
SITUATIONS = (
    *("overdose", "more", "times", "numbers", "paper"),
    *("child", "myself", "suicide", "violence", "withdrawal"),
)
TAKES_KEYS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSpinBox,
)


@pytest.fixture
def large(house: House, clock: Any) -> House:
    """A family that has begun everywhere, with the largest words in a small window."""
    key = keys.new_key()
    house.choices.change(welcomed=True, text_size=200)
    house.window.resize(1024, 700)
    house.window.unlock(
        Vault.create(house.context.paths.vault, key, keys.wrap(key, "words", keys.QUICK))
    )
    session = house.window.session
    assert session is not None
    _begin(session, clock)
    return house


def _begin(session: Session, clock: Any) -> None:
    long = "Aunt Rosa-Maria of the long name"
    mum = session.people.save(Person(name="Mum", relation=Relation.PARENT, part=Role.SPEAKS))
    session.people.save(Person(name=long, relation=Relation.OTHER_RELATIVE, part=Role.DRIVES))
    for item in (
        TreatmentPlace(name="Oak Clinic beside the river", cost="18,000 for 30 days"),
        Candidate(name="Ms Alvarez"),
        Stop(person=mum.uid, act="paying your phone", instead="nothing"),
        Limit(person=mum.uid, act="keep my own bank card", start="tomorrow"),
    ):
        session.plan.save(item)
    for author in ("Mum", "Dad"):
        text = "Daniel, I love you.\n\nYou always lie.\n\nWill you go?"
        session.statements.save(Statement(author=author, title="What I tell you", text=text))
    for kind in (Kind.VISIT, Kind.SETBACK):
        session.journal.save(
            Entry(0, clock.now(), kind, Mood.HARD, f"A {kind.value} in the garden", "We **sat**.")
        )
    today = clock.now().date()
    for kept in (
        Stay(since=today.replace(month=10)),
        Habit(name="Ten minutes alone in the garden before breakfast"),
        Kept(words="No cash, whatever the reason", since=today),
        Appointment(day=today, hour="10:00", who="Dr Lind"),
        Contact(name="Nar-Anon, Tuesday group", number="555 0133", purpose="Who knows"),
    ):
        session.recovery.save(kept)


def screens(house: House) -> Iterator[tuple[str, QWidget]]:
    """Go through every page of every room, then Emergency, the dialogs and the door."""
    window: Any = house.window
    for name in _rooms(window):
        _settle()
        yield name, window
    for name in SITUATIONS:
        window.show_emergency(name)
        _settle()
        yield f"emergency {name}", window
    window._leave_emergency()
    for dialog in _dialogs(house):
        dialog.show()
        _settle()
        yield type(dialog).__name__, dialog
        dialog.close()
        dialog.deleteLater()
    window.lock()
    window.go_to(JOURNAL)
    _settle()
    yield "locked", window


def _settle() -> None:
    """Let every layout come to rest: what changed in a deeper one is told upward turn by turn."""
    for _ in range(6):
        QApplication.processEvents()


def _rooms(window: Any) -> Iterator[str]:
    window.go_to(LEARN)
    for page in LEARN_PAGES:
        window.rooms.learn.show_page(page)
        yield f"learn {page}"
    window.go_to(PREPARE)
    for place in place_words():
        window.rooms.private[PREPARE].show_place(place)
        yield f"prepare {place.name}"
    window.go_to(STATEMENTS)
    for number, choice in enumerate(window.rooms.private[STATEMENTS]._writer.views._choices):
        choice.click()
        yield f"statements {number}"
    window.go_to(REHEARSE)
    window.session.rehearse.prepared()
    for way in Way:
        window.rooms.private[REHEARSE].show_way(way)
        yield f"rehearse {way.value}"
    yield from _journal(window)


def _journal(window: Any) -> Iterator[str]:
    window.go_to(JOURNAL)
    tab = window.rooms.private[JOURNAL]
    yield "journal"
    for leaf in LEAVES:
        tab.open_leaf(leaf)
        yield f"journal {leaf}"
    for part in Part:
        tab._open_part(part)
        yield f"recovery {part.value}"
    tab.open_leaf(leaves.FOR_ME)
    for room in (CHECK_IN, EXERCISES, LOOK_BACK, PLAN, REMINDERS):
        tab.findChild(ForMePage).open_room(room)
        yield f"for me {room}"
    tab.close_leaf()


def _dialogs(house: House) -> Iterator[Any]:
    window = house.window
    vault = window.vault
    assert vault is not None
    yield SettingsDialog(house.choices, window)
    yield AboutDialog(house.context.paths, window)
    yield HelpDialog(window, 0)
    yield CopiesDialog(house.context.paths.backups, True, window)
    yield ChangePassphraseDialog(vault, window)
    yield RemoveDialog(house.context.paths, window)
    yield PreviewDialog(lambda wish: PrintSheet("", PAPER, wish.paper), "s.pdf", window)


def test_every_word_has_room_and_every_control_a_name_at_twice_the_size(large: House) -> None:
    cut, beyond, nameless = set(), set(), set()
    for name, page in screens(large):
        for one in _worded(page):
            why = _lacks(one)
            cut |= {f"{name}: {type(one).__name__} {one.text()!r}: {why}"} if why else set()
        beyond |= {f"{name}: {told}" for told in _beyond(page)}
        nameless |= {f"{name}: {told}" for told in _nameless(page)}
    assert sorted(cut) == []
    assert sorted(beyond) == []
    assert sorted(nameless) == []


def _beyond(page: QWidget) -> Iterator[str]:
    for area in page.findChildren(QScrollArea):
        hidden = area.horizontalScrollBar().maximum()
        if area.isVisible() and hidden > 0 and not _scrolls_sideways(area):
            yield f"{hidden} px in {type(area).__name__}"


def _scrolls_sideways(area: QAbstractScrollArea) -> bool:
    return area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _nameless(page: QWidget) -> Iterator[str]:
    for one in page.findChildren(QWidget):
        if isinstance(one, TAKES_KEYS) and one.isVisibleTo(page) and _is_nameless(one):
            yield f"{type(one).__name__} {one.objectName()}"


def _is_nameless(one: QWidget) -> bool:
    inner = isinstance(one.parent(), QLineEdit | QAbstractSpinBox | QComboBox | QTabBar)
    ours = not one.objectName().startswith("qt_") and type(one).__name__ != "QComboBoxListView"
    said = one.accessibleName() or (isinstance(one, QAbstractButton) and one.text())
    return ours and not inner and one.focusPolicy() != Qt.FocusPolicy.NoFocus and not said


def _worded(page: QWidget) -> Iterator[QLabel | QAbstractButton]:
    for one in page.findChildren(QWidget):
        if isinstance(one, WholeLabel):
            continue  # it gives way by itself
        worded = isinstance(one, QLabel | QPushButton | QCheckBox | QRadioButton)
        if worded and one.isVisible() and one.text():  # type: ignore[attr-defined]
            yield one  # type: ignore[misc]


def _lacks(one: QLabel | QAbstractButton) -> str:
    """Say what room the words of a widget lack, or nothing; a pixel is for rounding."""
    wraps = isinstance(one, QLabel) and one.wordWrap()
    wide = one.minimumSizeHint().width() if wraps else _width_of_words(one)
    tall = one.heightForWidth(one.width()) if wraps else one.minimumSizeHint().height()
    if wide > one.width() + 1:
        return f"{one.width()} px wide for {wide}"
    if tall > one.height() + 1:
        return f"{one.height()} px tall for {tall}"
    shown = one.visibleRegion().boundingRect()
    area = _area_around(one)
    is_cut = not shown.isEmpty() and shown.width() < one.width() - 1 and area is None
    return f"only {shown.width()} of {one.width()} px can be seen" if is_cut else ""


def _width_of_words(one: QLabel | QAbstractButton) -> int:
    words = one.text().replace("&", "")
    if isinstance(one, QLabel):
        return one.sizeHint().width()
    lines = words.split("\n")
    return max(one.fontMetrics().horizontalAdvance(line) for line in lines)


def _area_around(one: QWidget) -> QAbstractScrollArea | None:
    """Return an area around that scrolls sideways by itself, such as a strip of photos."""
    around = one.parentWidget()
    while around is not None:
        if isinstance(around, QAbstractScrollArea) and _scrolls_sideways(around):
            return around
        around = around.parentWidget()
    return None
