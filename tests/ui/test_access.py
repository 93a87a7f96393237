"""What every page owes to a person with a keyboard, a screen reader, or weak eyes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QTextBrowser,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from familysupport.app import House
from familysupport.context import AppContext
from familysupport.prepare.model import Part, Person, Relation
from familysupport.statements.model import Statement
from familysupport.ui.about import AboutDialog
from familysupport.ui.help import HelpDialog
from familysupport.ui.main_window import JOURNAL, LEARN, PREPARE, REHEARSE, STATEMENTS
from familysupport.ui.settings import SettingsDialog
from familysupport.ui.vault.copies import CopiesDialog
from familysupport.ui.vault.passphrase import ChangePassphraseDialog
from familysupport.vault import keys
from familysupport.vault.vault import Vault

TABS = {
    "learn": LEARN,
    "prepare": PREPARE,
    "statements": STATEMENTS,
    "rehearse": REHEARSE,
    "journal": JOURNAL,
}
KINDS = (
    QAbstractButton,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QComboBox,
    QAbstractItemView,
    QAbstractSpinBox,
)


@pytest.fixture
def lived_in(house: House) -> House:
    """A house with an open vault in which a family has begun."""
    key = keys.new_key()
    vault = Vault.create(house.context.paths.vault, key, keys.wrap(key, "words", keys.QUICK))
    house.choices.change(welcomed=True)
    house.window.resize(1200, 800)
    house.window.unlock(vault)
    session = house.window.session
    assert session is not None
    session.people.save(Person(name="Mum", relation=Relation.PARENT, part=Part.SPEAKS))
    session.people.save(Person(name="Dad", relation=Relation.PARENT, part=Part.ASKS))
    session.statements.save(
        Statement(author="Mum", title="Dear Daniel", text="Daniel, I love you.\n\nWill you go?")
    )
    return house


def pages(house: House) -> Iterator[tuple[str, QWidget]]:
    window = house.window
    for name, number in TABS.items():
        window.go_to(number)
        QApplication.processEvents()
        yield name, window
    window.show_emergency()
    QApplication.processEvents()
    yield "emergency", window
    window.lock()
    window._leave_emergency()
    window.go_to(JOURNAL)
    QApplication.processEvents()
    yield "locked", window


def dialogs(house: House) -> Iterator[tuple[str, QWidget]]:
    window = house.window
    vault = window.vault
    assert vault is not None
    for dialog in (
        SettingsDialog(house.choices, window),
        AboutDialog(house.context.paths, window),
        HelpDialog(window, 0),
        CopiesDialog(house.context.paths.backups, True, window),
        ChangePassphraseDialog(vault, window),
    ):
        dialog.show()
        QApplication.processEvents()
        yield type(dialog).__name__, dialog
        dialog.close()
        dialog.deleteLater()


def controls(page: QWidget) -> list[QWidget]:
    return [
        one
        for one in page.findChildren(QWidget)
        if isinstance(one, KINDS)
        and one.isVisibleTo(page)
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QLineEdit | QAbstractSpinBox | QComboBox)
        and not (isinstance(one, QToolButton) and isinstance(one.parent(), QTabBar))
        and type(one).__name__ not in ("QComboBoxListView",)
    ]


def test_everything_that_takes_the_keyboard_has_a_spoken_name(lived_in: House) -> None:
    nameless = [
        f"{name}: {type(one).__name__} {one.objectName()}"
        for walk in (dialogs, pages)
        for name, page in walk(lived_in)
        for one in controls(page)
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not (one.accessibleName() or (isinstance(one, QAbstractButton) and one.text()))
    ]
    assert nameless == []


def test_every_target_is_at_least_twenty_four_pixels(lived_in: House) -> None:
    small = [
        f"{name}: {type(one).__name__} {one.accessibleName()!r} {one.width()}x{one.height()}"
        for walk in (dialogs, pages)
        for name, page in walk(lived_in)
        for one in controls(page)
        if one.isEnabled() and (one.width() < 24 or one.height() < 24)
    ]
    assert small == []


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_focus_can_be_seen_on_every_control(lived_in: House, theme: str) -> None:
    lived_in.choices.change(theme=theme)
    unseen = []
    for name, page in pages(lived_in):
        for one in controls(page):
            if one.focusPolicy() == Qt.FocusPolicy.NoFocus or not one.isEnabled():
                continue
            before, after = _looks(page, one)
            changed = _changed(before, after)
            if changed < 200:
                unseen.append(f"{name}: {type(one).__name__} {one.accessibleName()!r} {changed}")
    assert unseen == []


def _looks(page: QWidget, one: QWidget) -> tuple[QImage, QImage]:
    page.activateWindow()
    other = page.findChild(QLabel)
    focused = page.window().focusWidget()
    if focused is not None:
        focused.clearFocus()
    assert other is not None
    before = one.grab().toImage()
    one.setFocus(Qt.FocusReason.TabFocusReason)
    QApplication.processEvents()
    return before, one.grab().toImage()


def _changed(before: QImage, after: QImage) -> int:
    """Count the pixels that differ, up to 200."""
    if before.size() != after.size():
        return 200
    old, new = bytes(before.constBits()), bytes(after.constBits())
    line, found = before.bytesPerLine(), 0
    for start in range(0, len(old), line):
        one, other = old[start : start + line], new[start : start + line]
        if one != other:
            found += sum(one[x : x + 4] != other[x : x + 4] for x in range(0, line, 4))
        if found >= 200:
            return 200
    return found


@pytest.mark.parametrize("name", TABS)
def test_tab_goes_through_a_page_and_comes_round(lived_in: House, name: str) -> None:
    window = lived_in.window
    window.go_to(TABS[name])
    QApplication.processEvents()
    start = window.focusWidget() or window
    seen: list[QWidget] = []
    for _ in range(120):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        here = window.focusWidget()
        if here is None or (seen and here is seen[0]):
            break
        if isinstance(here, QTextBrowser) and here is seen[-1]:
            continue  # Tab goes from link to link in there
        assert here not in seen, f"stuck at {type(here).__name__} {here.accessibleName()!r}"
        seen.append(here)
    else:
        raise AssertionError(f"no way round from {start}")
    assert len(seen) >= 5


def test_every_command_of_the_menus_has_its_own_keys(house: House) -> None:
    taken: dict[str, str] = {}
    for menu in house.window.menuBar().actions():
        for action in menu.menu().actions():
            for keys_ in action.shortcuts():
                text = keys_.toString(QKeySequence.SequenceFormat.PortableText)
                assert text not in taken, (text, taken.get(text), action.text())
                taken[text] = action.text()
    assert {"Ctrl+L", "Ctrl+Q", "Ctrl+,", "Ctrl++", "Ctrl+-", "Ctrl+0", "F1", "Alt+1"} <= set(taken)


@pytest.mark.parametrize(("size", "wide", "tall"), [(100, 1200, 800), (200, 1024, 700)])
def test_nothing_is_cut_sideways(lived_in: House, size: int, wide: int, tall: int) -> None:
    lived_in.choices.change(text_size=size)
    lived_in.window.resize(wide, tall)
    cut = []
    for name, page in pages(lived_in):
        for area in page.findChildren(QScrollArea):
            beyond = area.horizontalScrollBar().maximum()
            if area.isVisible() and beyond > 0:
                cut += [f"{name}: {beyond} px to the right"]
        cut.extend(f"{name}: {text!r}" for text in _cut_words(page))
    assert cut == []


def _cut_words(page: QWidget) -> Iterator[str]:
    edge = page.width()
    for one in page.findChildren(QAbstractButton):
        if not one.isVisible() or not one.text() or isinstance(one.parent(), QLineEdit):
            continue
        right = one.mapTo(page, QPoint(one.width(), 0)).x()
        words = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
        if right > edge + 1 or words > one.width():
            yield f"{one.text()} ({one.width()} px for {words})"


def test_the_window_title_names_nothing_private(lived_in: House) -> None:
    assert {page.windowTitle() for _name, page in pages(lived_in)} == {"Family Support"}


def test_settings_can_go_back_to_usual_and_touch_nothing_else(
    qtbot: QtBot, lived_in: House, context: AppContext
) -> None:
    lived_in.choices.change(text_size=150, theme="dark", country="ie", lock_after_minutes=30)
    lived_in.choices.back_to_usual()
    now = lived_in.choices.now()
    assert (now.text_size, now.theme, now.lock_after_minutes) == (100, "system", 5)
    assert now.country == "ie"
    assert now.welcomed
