"""The labelled lines the coach learns from, and the app's own model texts as clean ones.

`closed.jsonl`, `judge.jsonl` and `kept.jsonl` are only ever counted on: nothing learns from them.
The rules were widened with `open_sixth.jsonl`; the ear does not learn from it.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent.parent
DATA = HERE / "tests" / "data" / "coach"
CONTENT = HERE / "resources" / "content"
LEARNT = ("open", "open_more", "open_own", "open_third", "open_fourth", "open_fifth")
COUNTED = ("closed", "judge", "kept")
NAMES = {
    "stigma": "stigma term",
    "unkeepable_limit": "limit that cannot be kept",
    "mind_reading": "mind-reading",
    "accusing_question": "accusing question",
    "vague_ask": "vague ask",
}
_QUOTE = re.compile(r"^> \"?(.*?)\"?$", re.M)

Line = dict[str, Any]


def labelled(name: str) -> list[Line]:
    """Return the lines of one labelled file."""
    text = (DATA / f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def learnt_lines() -> list[Line]:
    """Return every line that is learnt from: the open letters and the app's model texts."""
    return [line for name in LEARNT for line in labelled(name)] + list(model_lines())


def model_lines() -> Iterator[Line]:
    """Yield what the app itself holds up as good: replies, worked examples, lessons' talk."""
    for number, text in enumerate((*_replies(), *_examples(), *_talk())):
        yield clean_line(f"model-{number}", text)


def emergency_lines() -> Iterator[Line]:
    """Yield the Emergency page's sentences: clean, never learnt from, kept to count on."""
    folder = CONTENT / "en" / "emergency" / "situations"
    for path in sorted(folder.glob("*.toml")):
        for part in tomllib.loads(path.read_text(encoding="utf-8")).get("part", ()):
            for number, text in enumerate(part.get("lines", ())):
                yield clean_line(f"emergency-{path.stem}-{part['id']}-{number}", text)


def clean_line(name: str, text: str) -> Line:
    """Return a line that is clean from end to end."""
    return {"id": name, "text": text, "marks": [], "clean": [{"start": 0, "end": len(text)}]}


def _replies() -> Iterator[str]:
    for path in sorted((CONTENT / "en" / "rehearse" / "reactions").glob("*.toml")):
        for reaction in tomllib.loads(path.read_text(encoding="utf-8"))["reaction"]:
            for reply in reaction.get("reply", ()):
                if reply["quality"] in ("best", "good"):
                    yield reply["text"]


def _examples() -> Iterator[str]:
    for path in sorted((CONTENT / "en" / "statements" / "examples").glob("*.toml")):
        for texts in tomllib.loads(path.read_text(encoding="utf-8"))["examples"].values():
            yield from texts


def _talk() -> Iterator[str]:
    for path in sorted((CONTENT / "en" / "learn" / "lessons").glob("*.md")):
        yield from _QUOTE.findall(path.read_text(encoding="utf-8"))
