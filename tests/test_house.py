"""The rules of the house that no tool checks: sizes, floors, and what is never written."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
PACKAGE = HOUSE / "familysupport"
WALL = 400
OPEN_TABS = {"learn", "emergency"}
SIDE_ROOMS = {"kit", "vault"}
NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver"),
    *("ssl", "telnetlib", "urllib", "webbrowser", "xmlrpc", "aiohttp", "httpx", "requests"),
}
QT_NETWORK = re.compile(r"PySide6\.Qt(Network|WebEngine|WebSockets|HttpServer|WebView|DBus)")
MACHINE_PLACE = re.compile(r"(?<![\w.~<>])/(work|root|home|opt|mnt|Users)/[\w.]|[A-Z]:\\Users\\")
TEXTS = {".py", ".md", ".toml", ".qss", ".svg", ".txt", ".json", ".ts", ".yml", ".yaml", ""}


def python_files(*folders: str) -> list[Path]:
    return sorted(file for folder in folders for file in (HOUSE / folder).rglob("*.py"))


def committed_texts() -> Iterator[Path]:
    """What belongs to the project; without git, the whole tree but for hidden folders."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=HOUSE, capture_output=True, text=True, check=True
        ).stdout.split("\0")
    except (OSError, subprocess.CalledProcessError):
        found = (file.relative_to(HOUSE) for file in HOUSE.rglob("*"))
        listed = [str(file) for file in found if not str(file).startswith(".")]
    for name in filter(None, listed):
        file = HOUSE / name
        if file.is_file() and file.suffix in TEXTS:
            yield file


def imported_modules(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_file_is_longer_than_the_wall() -> None:
    files = [*python_files("familysupport", "tests", "tools", "bench"), HOUSE / "dev.py"]
    lengths = {f: len(f.read_text(encoding="utf-8").splitlines()) for f in files}
    assert {str(f.relative_to(HOUSE)): n for f, n in lengths.items() if n > WALL} == {}


def test_nothing_of_ours_imports_a_network_module() -> None:
    found = [
        f"{file.relative_to(HOUSE)}: {name}"
        for file in python_files("familysupport")
        for name in imported_modules(file)
        if name.split(".")[0] in NETWORK or QT_NETWORK.match(name)
    ]
    assert found == []


def test_nobody_asks_a_layout_of_qt_for_its_items() -> None:
    """Python holds such an item past its end, and may take what comes in its place for it."""
    files = python_files("familysupport")
    asking = [file.name for file in files if ".itemAt(" in file.read_text(encoding="utf-8")]
    assert asking == []


def test_every_private_tab_stands_above_its_feature() -> None:
    tabs = {file.parent.name for file in PACKAGE.glob("ui/*/tab.py")}
    features = {file.parent.name for file in PACKAGE.glob("*/store.py")}
    assert tabs - OPEN_TABS - SIDE_ROOMS <= features


def test_every_room_of_the_window_has_a_feature_or_is_a_side_room() -> None:
    rooms = {
        folder.name for folder in (PACKAGE / "ui").iterdir() if (folder / "__init__.py").exists()
    }
    beneath = {folder.name for folder in PACKAGE.iterdir() if (folder / "__init__.py").exists()}
    assert rooms - SIDE_ROOMS <= beneath


def test_every_module_of_ours_opens_with_one_plain_sentence() -> None:
    silent = []
    for file in python_files("familysupport"):
        if file.name == "__init__.py" and not file.read_text(encoding="utf-8").strip():
            continue
        first = (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n")
        if not first[0].rstrip().endswith((".", ":")):
            silent.append(str(file.relative_to(HOUSE)))
    assert silent == []


def test_no_stub_and_nothing_left_for_later() -> None:
    later = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError|[Ll]orem ipsum)\b")
    found = [
        f"{file.relative_to(HOUSE)}: {hit.group()}"
        for file in [*python_files("familysupport"), *(HOUSE / "resources").rglob("*.md")]
        if (hit := later.search(file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_no_committed_text_names_a_place_on_somebodys_machine() -> None:
    found = [
        f"{file.relative_to(HOUSE)}: {hit.group()}"
        for file in committed_texts()
        if file != Path(__file__).resolve()
        and (hit := MACHINE_PLACE.search(file.read_text(encoding="utf-8")))
    ]
    assert found == []


def test_fifty_thousand_texts_on_a_label_do_not_bring_the_program_down() -> None:
    """PySide6 6.12 on Python 3.11 loses a reference to None at each call, and aborts."""
    code = (
        "from PySide6.QtWidgets import QApplication, QLabel\n"
        "app = QApplication([])\n"
        "label = QLabel()\n"
        "for number in range(50_000): label.setText(str(number))\n"
        "print(label.text())"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=HOUSE, capture_output=True, text=True, check=True
    )
    assert answer.stdout.strip() == "49999"
