"""A log that never holds what a person wrote: events and places in our code, nothing else."""

from __future__ import annotations

import contextlib
import logging
import traceback
from pathlib import Path
from types import TracebackType

from familysupport.paths import make_private

_LOG = logging.getLogger("familysupport")
_PACKAGE = Path(__file__).parent
_ROOM = 100_000  # bytes in one file


class _TwoFiles(logging.FileHandler):
    """Writes to one file and keeps the one before it.

    Python's own handler of this kind also brings its network modules, which have no place here.
    """

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line; a file that is full becomes the one before, and a new one begins."""
        path = Path(self.baseFilename)
        with contextlib.suppress(OSError):
            if path.exists() and path.stat().st_size > _ROOM:
                self.close()
                path.replace(path.with_name(path.name + ".1"))
        super().emit(record)


def start_log(folder: Path) -> None:
    """Begin to write events to `folder`, at most 200 kB in two files; unwritable means no log."""
    _LOG.setLevel(logging.INFO)
    _LOG.propagate = False
    with contextlib.suppress(OSError):
        make_private(folder)
        handler = _TwoFiles(folder / "events.log", encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        _LOG.addHandler(handler)


def stop_log() -> None:
    """Write no more, and let go of the file."""
    for handler in list(_LOG.handlers):
        _LOG.removeHandler(handler)
        handler.close()


def note(event: str) -> None:
    """Log one event; `event` is a fixed word of ours, never text of the person."""
    _LOG.info(event)


def note_crash(kind: type[BaseException], trace: TracebackType | None) -> None:
    """Log an unexpected error by its type and places alone: messages may hold private text."""
    places = " < ".join(
        f"{_place(frame.filename)}:{frame.lineno}" for frame in traceback.extract_tb(trace)[::-1]
    )
    _LOG.error("unexpected %s at %s", kind.__name__, places or "?")


def _place(filename: str) -> str:
    path = Path(filename)
    return str(path.relative_to(_PACKAGE)) if path.is_relative_to(_PACKAGE) else path.name
