"""Reading 2,000 words aloud: the time each frame takes, against 60 frames a second; the clock."""

from __future__ import annotations

import statistics
import time

from _shared import milliseconds, row
from PySide6.QtGui import QPixmap

from familysupport.app import make_application
from familysupport.rehearse.model import Look
from familysupport.rehearse.pace import Scroll
from familysupport.ui.kit.theme import apply_theme, load_fonts
from familysupport.ui.rehearse.view import ReadingView

WORDS = 2_000
FRAMES = 600
_LATE = int(FRAMES * 0.99)
REACH = "under 16.7 ms (60 a second)"
PACE = 240
SENTENCE = "I was afraid that night, and I am still here, and I want you to live. "
SIZES = ((1366, 600, 100), (1920, 1000, 100), (1920, 1000, 200))


def text() -> str:
    """Return a letter of 2,000 words, a paragraph every eighty."""
    words = (SENTENCE * (WORDS // len(SENTENCE.split()) + 1)).split()[:WORDS]
    lines = [" ".join(words[start : start + 80]) for start in range(0, WORDS, 80)]
    return "\n\n".join(lines)


def frames(view: ReadingView, scroll: Scroll) -> tuple[list[float], list[float]]:
    """Move through the whole text; return the milliseconds of each frame, by clock and by work.

    On a machine that is busy with other things, the work of the processor is the truer number.
    """
    end, canvas = scroll.left(0.0), QPixmap(view.size())
    scroll.go(0.0)
    spans, works = [], []
    for number in range(FRAMES):
        now = end * number / FRAMES
        begun, worked = time.perf_counter(), time.process_time()
        view.set_place(scroll.place(now))
        view.render(canvas)
        spans.append((time.perf_counter() - begun) * 1000)
        works.append((time.process_time() - worked) * 1000)
    return sorted(spans), sorted(works)


def main() -> None:
    """Measure three sizes of the view, its layout, and one look at the place."""
    print(f"Reading aloud, {WORDS:,} words")
    app = make_application()
    apply_theme(app, "light", 100, load_fonts())
    letter = text()
    for width, height, size in SIZES:
        view = ReadingView()
        view.resize(width, height)
        view.set_look(Look(size=size))
        scroll = Scroll(letter, PACE)
        view.set_text(letter, scroll.steps)
        spans, works = frames(view, scroll)
        what = f"a frame, {width} x {height}, {size} %, middle / 99 of 100"
        row(what, f"{statistics.median(spans):.1f} / {spans[_LATE]:.1f} ms", REACH)
        row("the work in it", f"{statistics.median(works):.1f} / {works[_LATE]:.1f} ms", REACH)
    row("the slowest of them", f"{spans[-1]:.1f} ms")
    row("breaking the lines anew", f"{milliseconds(lambda: view.set_look(Look())):.0f} ms")
    scroll = Scroll(letter, PACE)
    scroll.go(0.0)
    span = milliseconds(lambda: [scroll.place(one / 10) for one in range(1000)]) / 1000
    row("asking where one is", f"{span:.3f} ms")
    drift = _drift(letter)
    row("drift against the clock after ten minutes", f"{drift * 1000:.3f} ms", "under 1 ms")


def _drift(letter: str) -> float:
    """Return how many seconds ten minutes of sixty looks a second are off."""
    scroll = Scroll(letter, PACE)
    scroll.go(0.0)
    for number in range(10 * 60 * 60):
        now = number / 60
        if number % 600 == 0:
            scroll.pause(now)
            scroll.go(now)
        scroll.place(now)
    return abs(scroll.passed(600.0) - min(600.0, scroll.length_at(PACE)))


main()
