"""Gathers what the window says for translators, and makes their work ready for the program.

  python tools/translations.py update de    write or refresh familysupport_de.ts
  python tools/translations.py release      turn every .ts file into a .qm file

They stand in resources/translations. The .ts files open in Qt Linguist (`pyside6-linguist`).
What has no translation stays in English.
Lessons and other prose are translated as files: resources/content/<language>.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent.parent
FOLDER = HERE / "resources" / "translations"
ROOMS = HERE / "familysupport" / "ui"
_NAME = "familysupport_"


@dataclass(frozen=True)
class Words:
    """One sentence of the window: who says it, and where."""

    context: str
    text: str
    place: str


@dataclass
class Found:
    """What a search came to; `unclear` names calls whose words or speaker cannot be told."""

    words: list[Words] = field(default_factory=list)
    unclear: list[str] = field(default_factory=list)


def find_words(folder: Path = ROOMS) -> Found:
    """Return every sentence that goes through a translation."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in folder.rglob("*.py")}
    speakers = {_module(path): _speakers(tree) for path, tree in trees.items()}
    found = Found()
    for path, tree in sorted(trees.items()):
        known = dict(speakers[_module(path)])
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                theirs = speakers.get(node.module or "", {})
                known |= {
                    a.asname or a.name: theirs[a.name] for a in node.names if a.name in theirs
                }
        _Search(str(path.relative_to(HERE)), known, found).visit(tree)
    return found


def _module(path: Path) -> str:
    return ".".join(path.relative_to(HERE).with_suffix("").parts)


def _speakers(tree: ast.Module) -> dict[str, str]:
    """Return the functions of a module that only translate, with the context they speak in."""
    found = {}
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef):
            continue
        last = node.body[-1]
        calls = [one for one in ast.walk(last) if isinstance(one, ast.Call)]
        for call in filter(_translates, calls if isinstance(last, ast.Return) else []):
            context, text = call.args[:2]
            if isinstance(context, ast.Constant) and isinstance(text, ast.Name):
                found[node.name] = str(context.value)
    return found


def _translates(call: ast.Call) -> bool:
    function = call.func
    return (
        isinstance(function, ast.Attribute)
        and function.attr == "translate"
        and isinstance(function.value, ast.Name)
        and function.value.id == "QCoreApplication"
    )


class _Search(ast.NodeVisitor):
    def __init__(self, file: str, speakers: dict[str, str], found: Found) -> None:
        self._file = file
        self._speakers = speakers
        self._found = found
        self._classes: list[str] = []
        self._inside = ""

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Remember whose method follows."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Pass by the functions that only translate."""
        if self._classes or node.name not in self._speakers:
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note the words of a call that translates."""
        self.generic_visit(node)
        function = node.func
        if _translates(node):
            self._note(node, _constant(node.args[0]), node.args[1])
        elif isinstance(function, ast.Attribute) and function.attr == "tr" and node.args:
            of_self = isinstance(function.value, ast.Name) and function.value.id == "self"
            self._note(node, self._classes[-1] if of_self and self._classes else None, node.args[0])
        elif isinstance(function, ast.Name) and function.id in self._speakers and node.args:
            self._note(node, self._speakers[function.id], node.args[0])

    def _note(self, node: ast.Call, context: str | None, words: ast.expr) -> None:
        place, text = f"{self._file}:{node.lineno}", _constant(words)
        if context is None or text is None:
            self._found.unclear.append(place)
        else:
            self._found.words.append(Words(context, text, place))


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def update(language: str, folder: Path = FOLDER) -> Path:
    """Write the .ts file of a language anew; translations that are there stay."""
    path = folder / f"{_NAME}{language}.ts"
    kept = dict(_translations(path)) if path.exists() else {}
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, dict[str, list[str]]] = {}
    for words in find_words().words:
        contexts.setdefault(words.context, {}).setdefault(words.text, []).append(words.place)
    for context, texts in sorted(contexts.items()):
        group = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(group, "name").text = context
        for text, places in texts.items():
            message = ElementTree.SubElement(group, "message")
            for file, line in (place.rsplit(":", 1) for place in places):
                ElementTree.SubElement(message, "location", filename=f"../../{file}", line=line)
            ElementTree.SubElement(message, "source").text = text
            known = kept.get((context, text), "")
            state = {} if known else {"type": "unfinished"}
            ElementTree.SubElement(message, "translation", state).text = known
    ElementTree.indent(root)
    folder.mkdir(parents=True, exist_ok=True)
    raw = ElementTree.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{raw}\n', "utf-8")
    return path


def _translations(path: Path) -> Iterator[tuple[tuple[str, str], str]]:
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            done = message.findtext("translation") or ""
            if done:
                yield (name, message.findtext("source", "")), done


def release(folder: Path = FOLDER) -> list[Path]:
    """Turn every .ts file into the .qm file that the program reads."""
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    made = []
    for path in sorted(folder.glob(f"{_NAME}*.ts")):
        target = path.with_suffix(".qm")
        subprocess.run([tool, "-silent", path, "-qm", target], check=True)
        made.append(target)
    return made


def main(argv: list[str]) -> int:
    """Do what was asked, or say what can be asked."""
    match argv:
        case ["update", language]:
            sys.stdout.write(f"{update(language)}\n")
        case ["release"]:
            sys.stdout.writelines(f"{path}\n" for path in release())
        case _:
            sys.stdout.write(__doc__ or "")
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
