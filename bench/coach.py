"""The statement coach: reading 700 words, one keystroke, its rules; and its reach on letters."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from _shared import milliseconds, row

from familysupport.statements.coach import load_book, new_reviewer

HERE = Path(__file__).resolve().parent.parent
WORDS = 700
LONG = 50_000
KEYS = 60
PARAGRAPH = """I love you, and I remember when you taught me to swim in the cold lake. On Friday the
third I found you on the bathroom floor at two in the morning, and I could not wake you. I was so
afraid that my hands would not stop shaking. You always say you will stop, and then the money is
gone again. How could you do that to your mother? I know this is an illness, and that being sick
without it frightens you. I called your boss and lied for you, and I am sorry for that. I will not
give you cash any more. If you don't go I don't know what we will do. Will you come with me to
Cedar House today? I will drive, and your brother will mind the dog. I believe you can get well.
"""


def letter(words: int) -> str:
    """Return a letter of that many words, in paragraphs, in which no sentence stands twice."""
    day, found = 0, ""
    while len(found.split()) < words:
        day += 1
        found += " ".join(PARAGRAPH.replace(",", f", {day} days ago,").split()) + "\n\n"
    return " ".join(found.split(" ")[:words])


def keystrokes(text: str) -> list[float]:
    """Type into the middle of `text` and return what each key took."""
    reviewer = new_reviewer()
    reviewer.review(text)
    middle = text.index(" ", len(text) // 2)
    spans = []
    for number in range(1, KEYS + 1):
        typed = text[:middle] + " you never call me and it hurts"[:number] + text[middle:]
        begun = time.perf_counter()
        reviewer.review(typed)
        spans.append((time.perf_counter() - begun) * 1000)
    return sorted(spans)


def main() -> None:
    """Print the table, then the report on the letters held back."""
    print("Coach")
    begun = time.perf_counter()
    load_book()
    row("reading the rules, once", f"{(time.perf_counter() - begun) * 1000:.0f} ms")
    text = letter(WORDS)
    span = milliseconds(lambda: new_reviewer().review(text))
    row(f"reading {WORDS} words", f"{span:.1f} ms", "under 20 ms")
    for name, typed in ((f"{WORDS} words", text), (f"{LONG:,} signs", letter(LONG // 5)[:LONG])):
        spans = keystrokes(typed)
        row(f"a keystroke in {name}, middle", f"{statistics.median(spans):.1f} ms", "under 8 ms")
        row(f"a keystroke in {name}, worst of {KEYS}", f"{spans[-1]:.1f} ms")
    print("\nReach on the letters held back", flush=True)
    subprocess.run([sys.executable, HERE / "tools/coach_report.py", "closed"], check=True)


if __name__ == "__main__":
    main()
