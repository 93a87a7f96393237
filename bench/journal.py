"""A journal of 100,000 entries and 2 GB of photos: opening, listing, searching, photos, backups.

Each part runs in a process of its own, so that the memory told is its own; the aim is less than
250 MB for the window. `--entries` and `--megabytes` make it smaller; it never takes more than a
fifth of the free room.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from _shared import KEY, make_vault, milliseconds, row
from journal_fill import COMMON, RARE, fill_journal

from familysupport.clock import Clock
from familysupport.vault.vault import Vault

DAYS = 400  # entries with photos; the newest ones, so that they are in sight
PHOTO = (4000, 3000)


def peak() -> float:
    """Return the most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


def seconds(work: Callable[[], object]) -> str:
    """Return how long `work` took, once."""
    begun = time.perf_counter()
    work()
    return f"{time.perf_counter() - begun:.1f} s"


def photo() -> bytes:
    """Return a photo of 12 million dots that weighs about as much as a camera's."""
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

    grain = QImage(os.urandom(512 * 512), 512, 512, 512, QImage.Format.Format_Grayscale8)
    image = QImage(*PHOTO, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shade = QLinearGradient(0, 0, *PHOTO)
    shade.setColorAt(0, QColor("#1E625B"))
    shade.setColorAt(1, QColor("#F1ECE3"))
    painter.fillRect(image.rect(), shade)
    painter.setOpacity(0.12)
    for x in range(0, PHOTO[0], 512):
        for y in range(0, PHOTO[1], 512):
            painter.drawImage(x, y, grain)
    painter.end()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", 85)
    return bytes(buffer.data().data())


def fill(data: Path, entries: int, megabytes: int) -> None:
    """Make the vault: entries first, then photos for the newest of them."""
    from familysupport.journal.files import NewFile
    from familysupport.journal.files_store import FilesStore
    from familysupport.ui.journal.files_reading import read_file

    vault = make_vault(data)
    journal = fill_journal(vault.db, Clock(), entries)
    path = data / "photo.jpg"
    path.write_bytes(photo())
    read = read_file(path).file
    store = FilesStore(vault.db, Clock())
    newest = [line.id for line in journal.lines(DAYS)]
    kept = 0
    for number in count():
        if kept + len(read.data) > megabytes * 1_000_000:
            break
        new = NewFile(
            f"IMG_{number:04}.jpg", read.kind, read.data, read.width, read.height, read.thumbnail
        )
        store.save(newest[number % len(newest)], new)
        kept += len(read.data)
    vault.close()
    row("photos in it", f"{number:,} of {len(read.data) / 1e6:.1f} MB")
    row("the vault's file", f"{(data / 'vault' / 'vault.db').stat().st_size / 1e9:.2f} GB")


def window(data: Path) -> None:
    """Open the real window over the vault and use the journal."""
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    from familysupport.app import House, make_application
    from familysupport.paths import find_paths
    from familysupport.ui.journal.files_strip import FilesStrip
    from familysupport.ui.kit.rows import RowList
    from familysupport.ui.main_window import JOURNAL

    house = House(make_application(), find_paths(data), Clock())
    house.window.show()
    house.window.begin()
    QApplication.processEvents()
    row("memory before the vault is opened", f"{peak():.0f} MB")
    row("opening the vault", f"{once(lambda: house.window.unlock(opened(data))):.0f} ms")
    row(
        "opening the journal", f"{once(lambda: show(house.window, JOURNAL)):.0f} ms", "under 100 ms"
    )
    row("memory with the journal open", f"{peak():.0f} MB")
    session = house.window.session
    assert session is not None
    journal, finding = session.journal, session.finding
    row("the first page of the list", f"{milliseconds(lambda: journal.lines(50)):.1f} ms")
    listed = max(house.window.findChildren(RowList), key=lambda one: one.model().rowCount())
    spans = []
    for _ in range(100):
        spans.append(once(lambda: (listed.scrollToBottom(), listed.repaint())))
        QApplication.processEvents()
    row("scrolling on by a page, the slowest of 100", f"{max(spans):.0f} ms", "under 50 ms")
    for name, words in (
        ("a rare word", RARE),
        ("a common word", f"{COMMON} "),
        ("a beginning", "gar"),
    ):
        row(
            f"searching {name}",
            f"{milliseconds(lambda: journal.search(words)):.1f} ms",  # noqa: B023 - called at once
            "under 50 ms",
        )
    filtered = f"{COMMON} kind:visit mood:hard"
    row(
        "a common word with filters",
        f"{milliseconds(lambda: journal.search(filtered)):.1f} ms",
        "under 50 ms",
    )
    today = Clock().today()
    row("counting entries by month", f"{milliseconds(finding.months):.1f} ms", "under 50 ms")
    month = date(today.year, today.month, 1)
    row(
        "a month of the calendar",
        f"{milliseconds(lambda: finding.told(month, today)):.1f} ms",
        "under 50 ms",
    )
    strip = house.window.findChild(FilesStrip)
    lines = journal.lines(60)
    spans = [once(lambda: house.window.rooms.private[JOURNAL]._show(line.id)) for line in lines]  # noqa: B023, SLF001
    row("opening an entry with photos, the slowest of 60", f"{max(spans):.0f} ms", "under 100 ms")
    add(strip, data / "photo.jpg")
    view(house, strip)
    row("most memory until here", f"{peak():.0f} MB", "under 250 MB")
    row("locking", f"{once(house.window.lock):.0f} ms")
    begun = time.perf_counter()
    QThreadPool.globalInstance().waitForDone()
    row("the copy that the lock makes, meanwhile", f"{time.perf_counter() - begun:.1f} s")
    row("most memory with that copy", f"{peak():.0f} MB", "under 250 MB")
    house.window.close()


def opened(data: Path) -> Vault:
    """Return the open vault."""
    return Vault.open(data / "vault", KEY)


def show(window: object, number: int) -> None:
    """Bring a tab to the front and paint it."""
    window.go_to(number)  # type: ignore[attr-defined]
    window.repaint()  # type: ignore[attr-defined]


def once(work: Callable[[], object]) -> float:
    """Return the milliseconds of `work`, done once."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def add(strip: object, path: Path) -> None:
    """Add ten photos and tell the longest time for which the window stood still."""
    from PySide6.QtWidgets import QApplication

    strip.add_paths([path] * 10)  # type: ignore[attr-defined]
    begun, longest, work = time.perf_counter(), 0.0, 0.0
    while strip._intake.busy or strip._coming:  # type: ignore[attr-defined]  # noqa: SLF001
        own = time.thread_time()
        longest = max(longest, once(QApplication.processEvents))
        work = max(work, (time.thread_time() - own) * 1000)
    row("adding ten photos", f"{time.perf_counter() - begun:.1f} s")
    row("the window stood still meanwhile for at most", f"{longest:.0f} ms", "under 50 ms")
    row("of this its own work", f"{work:.0f} ms")


def view(house: object, strip: object) -> None:
    """Look at photos large, one after another."""
    from PySide6.QtWidgets import QApplication

    from familysupport.ui.journal.files_viewer import PhotoViewer

    store = house.window.session.files  # type: ignore[attr-defined]
    photos = store.files(strip._entry_id)  # type: ignore[attr-defined]  # noqa: SLF001
    viewer = PhotoViewer(store, photos, photos[0].id, house.window, lambda _dialog: None)  # type: ignore[attr-defined]
    viewer.show()
    spans = []
    for _ in range(min(8, len(photos) - 1)):
        begun = time.perf_counter()
        viewer._turn(1)  # noqa: SLF001
        while viewer._canvas.image.isNull():  # noqa: SLF001
            QApplication.processEvents()
        viewer.repaint()
        spans.append((time.perf_counter() - begun) * 1000)
    row("a photo shown large, the slowest of eight", f"{max(spans):.0f} ms")
    viewer.done(0)
    viewer.deleteLater()


def backup(data: Path) -> None:
    """Make a copy, look into it, restore it, and stream all photos out."""
    from familysupport.journal.files_store import FilesStore
    from familysupport.paths import find_paths
    from familysupport.vault.backup import look_into, make_backup, restore
    from familysupport.vault.vault import check_whole

    copies: list[Path] = []
    target = find_paths(data).backups

    def make() -> None:
        copies.append(make_backup(data / "vault", KEY, target, Clock()))

    row("making a backup", seconds(make))
    row("looking into it", seconds(lambda: look_into(copies[0], KEY)))
    row("restoring it", seconds(lambda: restore(copies[0], KEY, data / "other" / "vault", Clock())))
    row("checking every page of the vault", seconds(lambda: check_whole(data / "vault", KEY)))
    vault = opened(data)
    store = FilesStore(vault.db, Clock())
    row(
        "reading every photo out",
        seconds(lambda: sum(len(part) for one in store.all_files() for part in store.read(one.id))),
    )
    vault.close()
    row("most memory of these", f"{peak():.0f} MB", "under 250 MB")


STAGES = {"backup": backup, "window": window}  # a copy of today keeps the window from making one


def main() -> int:
    """Fill a vault in a temporary folder and measure over it."""
    ask = argparse.ArgumentParser()
    ask.add_argument("--entries", type=int, default=100_000)
    ask.add_argument("--megabytes", type=int, default=2_000)
    ask.add_argument("--stage", choices=(*STAGES, "fill"))
    ask.add_argument("--data", type=Path)
    told = ask.parse_args()
    if told.stage == "fill":
        fill(told.data, told.entries, told.megabytes)
        return 0
    if told.stage:
        STAGES[told.stage](told.data)
        return 0
    free = shutil.disk_usage(tempfile.gettempdir()).free // 5_000_000
    megabytes = min(told.megabytes, free)
    print(f"Journal: {told.entries:,} entries, {megabytes:,} MB of photos")
    sizes = ["--entries", str(told.entries), "--megabytes", str(megabytes)]
    with tempfile.TemporaryDirectory() as folder:
        for stage in ("fill", *STAGES):
            command = [sys.executable, __file__, "--stage", stage, "--data", folder, *sizes]
            code = subprocess.run(command, check=False).returncode
            if code:
                return code
    return 0


if __name__ == "__main__":
    sys.exit(main())
