"""Takes photos and files into the vault one after another, without holding the window up."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from familysupport.errors import EndedError, FamilySupportError
from familysupport.journal.files import KeptFile
from familysupport.journal.files_store import FilesStore, parts_of
from familysupport.ui.kit import jobs

if TYPE_CHECKING:  # fetched with the first file that comes in
    from familysupport.ui.journal.files_reading import Read

_PARTS_AT_ONCE = 2


class Source(NamedTuple):
    """Where a file comes from: a path, or a picture from the clipboard under a name of ours.

    `instead_of` is the id of the file that it takes the place of, 0 for none.
    """

    entry_id: int
    name: str
    path: Path | None = None
    image: QImage | None = None
    keep_notes: bool = False
    instead_of: int = 0

    def read(self) -> Read:
        """Read it; runs in any thread."""
        from familysupport.ui.journal.files_reading import read_file, read_picture

        if self.image is not None:
            return read_picture(self.image, self.name)
        return read_file(self.path or Path(self.name), self.keep_notes)


class _Writing:
    """A file on its way into the vault, a few parts at each step."""

    def __init__(self, store: FilesStore, source: Source, read: Read) -> None:
        self.read, self.source = read, source
        self._store = store
        self._parts: Iterator[tuple[int, bytes]] = enumerate(parts_of(read.file.data))
        self.file_id = store.begin(source.entry_id, read.file)

    def step(self) -> KeptFile | None:
        """Write on; return the file once it is there."""
        for _ in range(_PARTS_AT_ONCE):
            found = next(self._parts, None)
            if found is None:
                return self._store.finish(self.file_id)
            self._store.add_part(self.file_id, *found)
        return None


class Intake(QObject):
    """Keeps a row of sources; each is read in a pool thread and written step by step.

    Between two steps the window lives, and other words are saved. A file that is not whole yet
    does not count, so a crash, a lock or a cancel at any moment leaves what was there before.
    """

    taken = Signal(object, object, object)
    missed = Signal(str, object)
    moved = Signal()

    def __init__(self, store: FilesStore, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: deque[Source] = deque()
        self._reading: Source | None = None
        self._writing: _Writing | None = None
        self._done = 0
        self._step = QTimer(self)
        self._step.setInterval(0)
        self._step.timeout.connect(self._write_on)

    @property
    def busy(self) -> bool:
        """Tell whether anything is still coming in."""
        return bool(self._reading or self._writing or self._waiting)

    def standing(self) -> tuple[int, int]:
        """Return the number of the file that is coming in, and of how many."""
        number = self._done + 1
        return number, self._done + bool(self._reading or self._writing) + len(self._waiting)

    def add(self, sources: list[Source]) -> None:
        """Let more come in."""
        self._waiting.extend(sources)
        self._go_on()
        self.moved.emit()

    def cancel(self) -> None:
        """Forget what has not come in yet; what is in already stays."""
        self._waiting.clear()
        self._reading = None
        if self._writing:
            self._step.stop()
            file_id, self._writing = self._writing.file_id, None
            self._store.drop(file_id)
        self._go_on()
        self.moved.emit()

    def finish(self) -> None:
        """Let in at once what would be lost otherwise: a file half written, and pasted pictures."""
        while self._writing:
            self._write_on()
        sources = [*([self._reading] if self._reading else []), *self._waiting]
        self._waiting.clear()
        self._reading = None
        for source in sources:
            if source.image is not None:
                self._safely(source, partial(self._keep, source))
        self._go_on()

    def _keep(self, source: Source) -> None:
        read = source.read()
        kept = self._store.save(source.entry_id, read.file)
        self.taken.emit(kept, read.remark, source)

    def _go_on(self) -> None:
        if self._reading or self._writing:
            return
        if not self._waiting:
            self._done = 0
            return
        source = self._reading = self._waiting.popleft()
        jobs.run(
            self,
            source.read,
            lambda read: self._came(source, read),
            lambda error: self._failed(source, error),
        )

    def _came(self, source: Source, read: Read) -> None:
        if source is not self._reading:
            return  # cancelled while it was read
        self._reading = None

        def begin() -> None:
            self._writing = _Writing(self._store, source, read)
            self._step.start()

        self._safely(source, begin)
        self._go_on()

    def _failed(self, source: Source, error: Exception) -> None:
        if source is self._reading:
            self._reading = None
            self._tell(source.name, error)
            self._go_on()
            self.moved.emit()

    def _write_on(self) -> None:
        writing = self._writing
        if writing is None:
            self._step.stop()
            return
        kept: KeptFile | None = None
        try:
            kept = writing.step()
        except FamilySupportError as error:
            self._step.stop()
            self._writing = None
            self._tell(writing.read.file.name, error)
            self._go_on()
        if kept is not None:
            self._step.stop()
            self._writing = None
            self._done += 1
            self.taken.emit(kept, writing.read.remark, writing.source)
            self._go_on()
        self.moved.emit()

    def _safely(self, source: Source, act: Callable[[], None]) -> None:
        try:
            act()
        except FamilySupportError as error:
            self._tell(source.name, error)

    def _tell(self, name: str, error: Exception) -> None:
        if not isinstance(error, FamilySupportError):
            raise error
        if not isinstance(error, EndedError):
            self.missed.emit(name, error)
