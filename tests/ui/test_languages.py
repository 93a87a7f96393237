"""Every sentence of the window can be translated, is gathered, and has room to grow."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

from familysupport.app import House
from familysupport.paths import resources
from familysupport.prepare.model import Part, Person, Relation
from familysupport.statements.model import Statement
from familysupport.ui.about import AboutDialog
from familysupport.ui.help import HelpDialog
from familysupport.ui.kit import language as language_room
from familysupport.ui.kit import messages
from familysupport.ui.kit.language import languages
from familysupport.ui.settings import SettingsDialog
from familysupport.ui.vault.copies import CopiesDialog
from familysupport.ui.vault.new_code import NewCodeDialog
from familysupport.ui.vault.removing import RemoveDialog
from familysupport.vault import keys
from familysupport.vault.vault import Vault

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

import translations

OPEN, CLOSE, PAD = "«", "»", "≈"
WORD = 7
OURS = {"Family Support", "English", "PDF", "Markdown"}
FAMILY = ("Mum", "Dad", "Daniel")


class Pseudo(QTranslator):
    """Makes every sentence longer by two fifths, and marks where it begins and ends."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        if not source.strip():
            return source
        more = max(2, round(len(source) * 0.4) - 2)
        if " " not in source:
            return f"{OPEN}{source}{PAD * more}{CLOSE}"
        words = " ".join(PAD * min(WORD, more - at) for at in range(0, more, WORD + 1))
        return f"{OPEN}{source} {words}{CLOSE}"

    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def pseudo(dressed: QApplication) -> Iterator[None]:
    translator = Pseudo()
    dressed.installTranslator(translator)
    yield
    dressed.removeTranslator(translator)


@pytest.fixture
def translated(pseudo: None, house: House) -> House:
    key = keys.new_key()
    house.choices.change(welcomed=True)
    house.window.resize(1200, 800)
    house.window.unlock(
        Vault.create(house.context.paths.vault, key, keys.wrap(key, "words", keys.QUICK))
    )
    session = house.window.session
    assert session is not None
    session.people.save(Person(name="Mum", relation=Relation.PARENT, part=Part.SPEAKS))
    session.statements.save(Statement(author="Mum", title="Daniel", text="Daniel"))
    return house


def _pages(house: House) -> Iterator[tuple[str, QWidget]]:
    window = house.window
    for number in range(5):
        window.go_to(number)
        QApplication.processEvents()
        yield f"tab {number}", window
    window.show_emergency()
    QApplication.processEvents()
    yield "emergency", window
    window._leave_emergency()
    vault = window.vault
    assert vault is not None
    question = messages._Question(window, *messages.explain(ValueError())[:2])
    for dialog in (
        SettingsDialog(house.choices, window),
        AboutDialog(house.context.paths, window),
        HelpDialog(window, 0),
        CopiesDialog(house.context.paths.backups, True, window),
        NewCodeDialog(vault, house.choices.now, window),
        RemoveDialog(house.context.paths, window),
        question,
    ):
        dialog.show()
        QApplication.processEvents()
        yield type(dialog).__name__, dialog
        dialog.close()
        dialog.deleteLater()
    window.lock()
    window.go_to(4)
    QApplication.processEvents()
    yield "locked", window


def _said(page: QWidget) -> Iterator[str]:
    """Return every word that a page shows or lets be spoken."""
    for one in page.findChildren(QWidget):
        if not one.isVisibleTo(page) or one.objectName().startswith("qt_"):
            continue
        yield from (one.accessibleName(), one.accessibleDescription(), one.toolTip())
        if isinstance(one, QLabel | QAbstractButton):
            yield one.text()
        elif isinstance(one, QComboBox):
            yield from (one.itemText(number) for number in range(one.count()))
        elif isinstance(one, QTabBar):
            yield from (one.tabText(number) for number in range(one.count()))
        elif isinstance(one, QLineEdit | QPlainTextEdit):
            yield one.placeholderText()


@pytest.fixture(scope="module")
def content() -> str:
    """Everything written in content files, which are translated as files."""
    folder = resources() / "content"
    texts = (
        path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.suffix in (".md", ".toml")
    )
    return _plain(re.sub(r"{\w+}", "", " ".join(texts)))


def _plain(text: str) -> str:
    """Return the letters alone: figures are put in for names such as {emergency}."""
    return "".join(letter for letter in text.casefold() if letter.isalpha())


def _is_ours(text: str, content: str, house: House) -> bool:
    """Say whether a text was written for the window and yet is not marked."""
    letters = [letter for letter in text if letter.isalpha()]
    if OPEN in text or len(letters) < 3 or text in (*OURS, *FAMILY):
        return False
    is_key = text.startswith(("Ctrl+", "F1", "Alt+")) or "/" in text
    return not is_key and _plain(text) not in content


def test_no_sentence_is_forgotten(translated: House, content: str) -> None:
    forgotten = sorted(
        {
            f"{name}: {text}"
            for name, page in _pages(translated)
            for text in _said(page)
            if _is_ours(text, content, translated)
        }
    )
    assert forgotten == []


def test_the_menus_speak_too(translated: House) -> None:
    menus = translated.window.menuBar().actions()
    assert menus
    assert all(OPEN in menu.text() for menu in menus)
    actions = [action for menu in menus for action in menu.menu().actions()]
    assert [one.text() for one in actions if not one.isSeparator() and OPEN not in one.text()] == []


def test_longer_words_have_room(translated: House) -> None:
    cut = []
    for name, page in _pages(translated):
        for area in page.findChildren(QScrollArea):
            beyond = area.horizontalScrollBar().maximum()
            if area.isVisible() and beyond > 0:
                who = type(area.widget()).__name__
                cut += [f"{name}: {beyond} px to the right in {who}"]
        for one in page.findChildren(QAbstractButton):
            if not one.isVisible() or not one.text() or isinstance(one.parent(), QLineEdit):
                continue
            wide = one.fontMetrics().horizontalAdvance(one.text().replace("&", ""))
            right = one.mapTo(page, one.rect().topRight()).x()
            if wide > one.width() or right > page.width():
                cut.append(f"{name}: {one.text()} has {one.width()} px for {wide}")
    assert cut == []


def test_the_gatherer_understands_every_call() -> None:
    found = translations.find_words()
    assert found.unclear == []
    assert len(found.words) > 300
    assert {"Menus", "TopBar", "Messages", "Unlock"} <= {words.context for words in found.words}


def test_a_translation_is_gathered_made_ready_and_spoken_at_once(
    house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(language_room, "translations", lambda: tmp_path)
    path = translations.update("de", tmp_path)
    text = path.read_text(encoding="utf-8")
    for english, german in (("Journal", "Tagebuch"), ("&amp;File", "&amp;Datei")):
        text = re.sub(
            rf"(<source>{english}</source>\s*)<translation[^>]*>",
            rf"\1<translation>{german}</translation>",
            text,
        )
    path.write_text(text, encoding="utf-8")
    translations.update("de", tmp_path)
    assert "Tagebuch" in path.read_text(encoding="utf-8")
    translations.release(tmp_path)
    assert languages() == {"en": "English", "de": "Deutsch"}
    house.choices.change(welcomed=True, language="de")
    names = [action.text() for action in house.window.menuBar().actions()]
    assert names[0] == "&Datei"
    assert "Tagebuch" in house.window.bar.names()
    assert house.context.content.language == "de"
    house.choices.change(language="en")
    assert house.window.menuBar().actions()[0].text() == "&File"
    assert "Journal" in house.window.bar.names()


def test_only_languages_that_exist_are_offered(house: House) -> None:
    made = {path.stem for path in (resources() / "translations").glob("*.qm")}
    assert len(languages()) == 1 + len(made)
    assert languages()["en"] == "English"
