"""Keeps the entry being written, and now and then how it read before."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from familysupport.documents.difference import is_big_loss
from familysupport.journal.model import Entry, Version
from familysupport.journal.store import JournalStore
from familysupport.ui.kit.autosave import Autosave

_QUIET_MS = 60_000


class Keeping(QObject):
    """Saves what `read` makes of the entry; `saved` follows each save.

    An earlier version is kept before the first change of a sitting, before much of the text goes,
    and at quiet moments: when typing rested for a minute, or the entry is left.
    """

    saved = Signal(object)

    def __init__(
        self, store: JournalStore, entry: Entry, read: Callable[[Entry], Entry], owner: QWidget
    ) -> None:
        super().__init__(owner)
        self._store = store
        self._read = read
        self._entry = entry
        self._changed = False
        self._autosave = Autosave(self._save, owner)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_QUIET_MS)
        self._quiet.timeout.connect(self.rest)

    @property
    def entry(self) -> Entry:
        """Return the entry as it was last kept."""
        return self._entry

    def take(self, entry: Entry) -> None:
        """Go on with another entry; what waited is kept first."""
        self.rest()
        self._entry = entry

    def touch(self) -> None:
        """Say that something was changed."""
        self._autosave.touch()
        self._quiet.start()

    def waiting(self) -> bool:
        """Return whether something is not saved yet."""
        return self._autosave.waiting()

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._autosave.flush()

    def keep(self) -> Entry:
        """Keep the entry, be there a word in it or not, and return it."""
        self._autosave.flush()
        if not self._entry.id:
            self._set(self._read(self._entry))
        return self._entry

    def rest(self) -> None:
        """Save at once, and keep a version if one is due."""
        self._autosave.flush()
        self._quiet.stop()
        if self._changed:
            self._changed = False
            self._store.versions.keep_quietly(self._entry)

    def bring_back(self, version: Version, name: str, put: Callable[[Version], None]) -> Entry:
        """Let `put` show `version`, and keep versions of before and, under `name`, of after.

        Returns the entry as it was before.
        """
        self._autosave.flush()
        before = self._entry
        self._keep_before(before)
        put(version)
        self._autosave.flush()
        self._store.versions.keep(self._entry, name)
        return before

    def _save(self) -> None:
        entry, before = self._read(self._entry), self._entry
        if entry.blank and not entry.id:
            return
        if before.id and not self._changed:
            self._store.versions.keep_quietly(before)
        if before.id and is_big_loss(before.text, entry.text):
            self._keep_before(before)
        self._set(entry)
        self._changed = True

    def _set(self, entry: Entry) -> None:
        self._entry = self._store.save(entry)
        self.saved.emit(self._entry)

    def _keep_before(self, before: Entry) -> None:
        """Keep a version unless the newest one reads the same."""
        last = next(iter(self._store.versions.versions(before.id, limit=1)), None)
        if before.id and (last is None or (last.title, last.text) != (before.title, before.text)):
            self._store.versions.keep(before)
