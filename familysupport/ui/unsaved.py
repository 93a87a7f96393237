"""What to do with words that the disk does not take."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from familysupport.clock import Clock
from familysupport.errors import FamilySupportError
from familysupport.journal.model import Entry
from familysupport.session import Session
from familysupport.ui.kit.autosave import Autosave
from familysupport.ui.kit.messages import confirm_loss, explain, tell
from familysupport.vault.held import Held, Words


class Unsaved:
    """Holds such words, locked in memory, and gives them back to the journal after an unlock."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._held = Held()

    def __bool__(self) -> bool:
        """Say whether any words are held."""
        return bool(self._held)

    def hold(self, waiting: Iterable[Autosave], key: bytes) -> None:
        """Take over what waits to be saved; nothing waits afterwards."""
        owners = [autosave.parent() for autosave in waiting]
        self._held.put(_words_in(owner for owner in owners if isinstance(owner, QWidget)), key)

    def give_back(self, session: Session, key: bytes, clock: Clock) -> bool:
        """Keep what is held as a journal entry and say so; say also if it cannot be kept yet."""
        words = self._held.take(key)
        if not words:
            return False
        what = _tr("Some words could not be saved when the pages were locked.")
        text = "\n\n".join(f"{name}:\n{text}" if name else text for name, text in words)
        try:
            title = _tr("Words kept from before the lock")
            session.journal.save(Entry(0, clock.now(), title=title, text=text))
        except FamilySupportError as error:
            self._held.put(words, key)
            kept = _tr("They are held, locked, as long as the program is open.")
            tell(self._window, what, kept, explain(error)[2])
            return False
        todo = _tr("They are there as an entry of now. Copy them to where they belong.")
        tell(self._window, what, _tr("They are kept in the Journal."), todo)
        return True


def may_lose(window: QWidget) -> bool:
    """Ask before words that no disk took are gone."""
    return confirm_loss(
        window,
        _tr("Some of what you wrote is not saved yet."),
        _tr(
            "The disk did not take it. It is kept as long as the program is open. Make some room "
            "on the disk, open your pages, and it is saved."
        ),
        _tr("Close and lose it"),
    )


def _words_in(owners: Iterable[QWidget]) -> Words:
    found: dict[str, str] = {}
    for owner in owners:
        for field in owner.findChildren(QWidget):
            text = _typed(field)
            if text.strip():
                found.setdefault(text, field.accessibleName())
    return [(name, text) for text, name in found.items()]


def _typed(field: QWidget) -> str:
    if isinstance(field, QLineEdit):
        return "" if field.isReadOnly() else field.text()
    if isinstance(field, QPlainTextEdit | QTextEdit):
        return "" if field.isReadOnly() else field.toPlainText()
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Unsaved", text)
