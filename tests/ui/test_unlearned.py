"""Every line to write on asks the input method not to learn: names would come up elsewhere."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import familysupport.ui

_ROOMS = Path(familysupport.ui.__file__).parent
_NOTHING_PRIVATE = {"help.py", "removing.py"}  # words of the help, and one word to type


def _calls(tree: ast.AST, name: str) -> int:
    found: Iterator[ast.Call] = (one for one in ast.walk(tree) if isinstance(one, ast.Call))
    return sum(name == getattr(one.func, "attr", getattr(one.func, "id", "")) for one in found)


def test_each_room_with_a_line_to_write_on_asks_the_input_method_not_to_learn() -> None:
    learning = []
    for path in sorted(_ROOMS.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        lines, asked = _calls(tree, "QLineEdit"), _calls(tree, "setInputMethodHints")
        if lines and not asked and path.name not in _NOTHING_PRIVATE:
            learning.append(path.relative_to(_ROOMS).as_posix())
    assert learning == []
