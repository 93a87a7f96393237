"""The program's main path with every socket forbidden: it asks for none."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from homes import PERSON, at_home

FORBID = """\
import os, sys

def _forbid(event, _arguments):
    if event.startswith("socket."):
        os.write(2, f"a socket was asked for: {event}\\n".encode())
        os._exit(77)

sys.addaudithook(_forbid)
"""
LOADED = """
with open("/proc/self/maps", encoding="utf-8") as maps:
    assert "libQt6Network" not in maps.read()
"""


def folders(tmp_path: Path) -> tuple[Path, Path]:
    home, folder = tmp_path / "home", tmp_path / "forbid"
    for one in (home, folder):
        one.mkdir()
    (folder / "sitecustomize.py").write_text(FORBID, encoding="utf-8")
    return home, folder


def test_the_main_path_asks_for_no_socket_and_loads_no_network_library(tmp_path: Path) -> None:
    home, folder = folders(tmp_path)
    person = PERSON.read_text(encoding="utf-8")
    script = tmp_path / "person.py"
    script.write_text(person + (LOADED if sys.platform == "linux" else ""), encoding="utf-8")
    command: list[object] = [sys.executable, script, "a-quiet-word", home / "copy.pdf"]
    trace = tmp_path / "trace"
    strace = shutil.which("strace")
    if strace:  # also what Qt and the C libraries ask of the system
        command = [strace, "-f", "-qq", "-e", "trace=network", "-o", trace, *command]
    answer = subprocess.run(
        command, env=at_home(home, folder, PERSON.parent), check=False, timeout=120
    )
    assert answer.returncode == 0
    assert (home / "copy.pdf").is_file()
    asked = trace.read_text(encoding="utf-8") if strace else ""
    assert "AF_INET" not in asked
    assert "AF_NETLINK" not in asked


def test_every_module_of_ours_together_loads_no_network_module(tmp_path: Path) -> None:
    """Also what is fetched late: every module is imported at once, and nothing brings a socket."""
    home, folder = folders(tmp_path)
    code = (
        "import importlib, pkgutil, sys, familysupport as ours\n"
        "for one in pkgutil.walk_packages(ours.__path__, 'familysupport.'):\n"
        "    one.name.endswith('__main__') or importlib.import_module(one.name)\n"
        "names = 'socket ssl http.client urllib.request asyncio ftplib PySide6.QtNetwork'\n"
        "print([name for name in names.split() if sys.modules.get(name)])\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env=at_home(home, folder),
        check=True,
        capture_output=True,
        text=True,
    )
    assert answer.stdout == "[]\n"


def test_the_watch_notices_a_socket(tmp_path: Path) -> None:
    home, folder = folders(tmp_path)
    code = "import socket; socket.socket()"
    answer = subprocess.run(
        [sys.executable, "-c", code],
        env=at_home(home, folder),
        check=False,
        capture_output=True,
    )
    assert answer.returncode == 77
