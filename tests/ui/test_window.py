"""The window's own pages and habits: menus, help, about, the log, its place on the screen."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from familysupport import log
from familysupport.app import House
from familysupport.clock import Clock
from familysupport.errors import VaultDamagedError
from familysupport.paths import Paths
from familysupport.ui.about import AboutDialog, LogDialog
from familysupport.ui.help import HelpDialog
from familysupport.ui.main_window import JOURNAL, LEARN
from familysupport.ui.settings import SettingsDialog
from familysupport.ui.vault.unlock import Unlock
from familysupport.ui.vault.welcome import Welcome
from familysupport.vault import keys
from familysupport.vault.vault import Vault

KEY = keys.new_key()


def _shown(within: QWidget) -> list[str]:
    return [one.text() for one in within.findChildren(QLabel) if one.isVisible()]


def _action(house: House, name: str) -> QAction:
    return next(
        action
        for menu in house.window.menuBar().actions()
        for action in menu.menu().actions()
        if action.text() == name
    )


def test_the_first_page_is_short_and_can_be_passed_by(house: House) -> None:
    page = next(one for one in house.window.findChildren(Welcome) if one.isVisible())
    assert len(" ".join(_shown(page)).split()) <= 100
    kinds = [one.property("kind") for one in page.findChildren(QWidget)]
    assert kinds.count("primary") == 1


def test_the_edit_menu_works_in_the_field_with_the_cursor(qtbot: QtBot, house: House) -> None:
    house.window.go_to(LEARN)
    field = next(one for one in house.window.findChildren(QLineEdit) if one.isVisible())
    house.window.activateWindow()
    field.setFocus()
    QTest.keyClicks(field, "naloxone")
    _action(house, "Select all").trigger()
    _action(house, "Cut").trigger()
    assert field.text() == ""
    _action(house, "Paste").trigger()
    assert field.text() == "naloxone"
    _action(house, "Undo").trigger()
    assert field.text() == ""
    field.clearFocus()
    _action(house, "Copy").trigger()


def test_a_wheel_over_a_field_scrolls_the_page_and_chooses_nothing(
    qtbot: QtBot, house: House
) -> None:
    dialog = SettingsDialog(house.choices, house.window)
    qtbot.addWidget(dialog)
    dialog.resize(520, 360)
    dialog.show()
    box, area = dialog._boxes["country"], dialog.findChild(QScrollArea)
    before = box.currentIndex()
    place = QPointF(box.rect().center())
    for _ in range(4):
        wheel = QWheelEvent(
            place,
            QPointF(box.mapToGlobal(place.toPoint())),
            QPoint(0, 0),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, wheel)
    assert box.currentIndex() == before
    assert house.choices.now().country == "us"
    assert area.verticalScrollBar().value() > 0


def test_text_size_by_key_counts_at_once_and_is_remembered(house: House, paths: Paths) -> None:
    for keys_, size in ((Qt.Key.Key_Plus, 110), (Qt.Key.Key_Minus, 100), (Qt.Key.Key_Plus, 110)):
        QTest.keyClick(house.window, keys_, Qt.KeyboardModifier.ControlModifier)
        QApplication.processEvents()
        assert house.choices.now().text_size == size
    assert '"text_size": 110' in paths.settings.read_text(encoding="utf-8")
    QTest.keyClick(house.window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert house.choices.now().text_size == 100


def test_help_is_about_the_page_in_front_and_can_be_searched(qtbot: QtBot, house: House) -> None:
    dialog = HelpDialog(house.window, JOURNAL)
    qtbot.addWidget(dialog)
    dialog.show()
    headings = [one for one in _shown(dialog) if len(one) < 40]
    assert headings.index("Journal") < headings.index("Learn")
    QTest.keyClicks(dialog.search, "recovery code")
    assert "Passphrase and recovery code" in _shown(dialog)
    assert "Learn" not in _shown(dialog)
    dialog.search.clear()
    QTest.keyClicks(dialog.search, "zebra")
    assert "Nothing found for “zebra”." in _shown(dialog)


def test_the_log_can_be_seen_and_holds_no_word_of_the_person(
    qtbot: QtBot, house: House, paths: Paths
) -> None:
    log.start_log(paths.log)
    try:
        raise VaultDamagedError(Path("Daniel-secret"))
    except VaultDamagedError as error:
        log.note_crash(type(error), error.__traceback__)
    log.note("locked")
    log.stop_log()
    dialog = LogDialog(paths.log, house.window)
    qtbot.addWidget(dialog)
    assert "locked" in dialog.text.toPlainText()
    assert "VaultDamagedError at" in dialog.text.toPlainText()
    assert "Daniel" not in dialog.text.toPlainText()
    assert dialog.text.isReadOnly()


def test_an_empty_log_says_so(qtbot: QtBot, house: House, tmp_path: Path) -> None:
    dialog = LogDialog(tmp_path / "none", house.window)
    qtbot.addWidget(dialog)
    assert dialog.text.toPlainText() == "Nothing was noted yet."


def test_about_names_every_part_and_where_things_are(
    qtbot: QtBot, house: House, paths: Paths
) -> None:
    dialog = AboutDialog(paths, house.window)
    qtbot.addWidget(dialog)
    text = " ".join(one.text() for one in dialog.findChildren(QLabel))
    for part in ("Qt", "SQLCipher", "OpenSSL", "libsodium", "python-docx", "Inter"):
        assert part in text
    for folder in (paths.vault, paths.backups, paths.config, paths.log):
        assert str(folder) in text


def test_something_unexpected_is_told_calmly_and_the_window_goes_on(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(
        "familysupport.ui.kit.messages.tell", lambda _parent, *words: told.extend(words)
    )
    house.tell_unexpected(ValueError, ValueError("Daniel"), None)
    assert told[0] == "Something unexpected happened."
    assert not any("Daniel" in words for words in told)
    assert house.window.isVisible()
    house.tell_unexpected(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert len(told) == 3


def test_the_next_start_comes_back_to_the_same_place_and_stays_locked(
    qtbot: QtBot, house: House, dressed: QApplication, paths: Paths, clock: Clock
) -> None:
    wrapped = keys.wrap(KEY, "words", keys.QUICK)
    house.choices.change(welcomed=True)
    house.window.unlock(Vault.create(paths.vault, KEY, wrapped))
    house.window.go_to(JOURNAL)
    house.window.resize(790, 610)
    house.window.close()
    again = House(dressed, paths, clock)
    again.window.show()
    again.window.begin()
    assert again.window.bar.current() == JOURNAL
    assert again.window.session is None
    assert (again.window.width(), again.window.height()) == (790, 610)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in again.window.findChildren(Unlock)))
    again.window.close()
    again.take_down()


def test_a_place_beyond_every_screen_is_corrected(
    house: House, dressed: QApplication, paths: Paths, clock: Clock
) -> None:
    house.window.move(9000, 9000)
    house.window.close()
    again = House(dressed, paths, clock)
    again.window.show()
    again.window.begin()
    assert again.window.screen().availableGeometry().intersects(again.window.frameGeometry())
    again.window.close()
    again.take_down()


def test_a_settings_file_of_nonsense_costs_nothing(
    dressed: QApplication, paths: Paths, clock: Clock
) -> None:
    paths.config.mkdir(parents=True)
    paths.settings.write_text(
        '{"theme": "pink", "text_size": 7, "window_geometry": "@@@", "window_tab": 99}', "utf-8"
    )
    house = House(dressed, paths, clock)
    house.window.show()
    house.window.begin()
    assert house.choices.now().theme == "system"
    assert house.window.bar.current() in range(5)
    house.window.close()
    house.take_down()
