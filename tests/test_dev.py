"""The commands of dev.py: what they refuse, what they say, and that they ask nothing twice."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

HOUSE = Path(__file__).resolve().parent.parent


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("dev", HOUSE / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def calls(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would have been run; nothing is."""
    made: list[list[str]] = []

    def call(*command: object, **_options: Any) -> int:
        made.append([str(part) for part in command])
        return 0

    monkeypatch.setattr(dev, "call", call)
    return made


def test_an_unknown_word_shows_the_commands_and_fails() -> None:
    answer = subprocess.run(
        [sys.executable, str(HOUSE / "dev.py"), "dance"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 2
    for name in ("run", "test", "check", "tour", "bench"):
        assert f"python3 dev.py {name}" in answer.stdout


def test_an_old_python_is_refused_in_one_sentence_before_anything_happens() -> None:
    code = (
        "import sys, runpy\n"
        "sys.version_info = (3, 10, 0, 'final', 0)\n"
        f"runpy.run_path({str(HOUSE / 'dev.py')!r}, run_name='__main__')"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert answer.returncode == 1
    assert answer.stderr.strip() == (
        "Family Support needs Python 3.11 or newer; this is 3.10. Nothing was changed."
    )


def test_run_without_a_screen_says_so_and_names_the_tour(
    dev: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert dev.run([], allowed=True) == 2
    assert "python3 dev.py tour" in capsys.readouterr().out
    assert calls == []


def test_what_is_installed_is_what_pyproject_declares(dev: ModuleType) -> None:
    running = dev.requirements(developing=False)
    developing = dev.requirements(developing=True)
    assert any(name.startswith("PySide6-Essentials") for name in running)
    assert not any(name.startswith("pytest") for name in running)
    assert developing[: len(running)] == running
    assert any(name.startswith("pytest-qt") for name in developing)


def test_parts_are_fetched_once_and_again_only_when_the_declaration_changed(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "works", lambda *command: True)
    dev.install(developing=True)
    dev.install(developing=True)
    assert len(calls) == 1
    monkeypatch.setattr(dev, "requirements", lambda developing: ["something-else"])
    dev.install(developing=True)
    assert len(calls) == 2
    assert calls[1][-1] == "something-else"


def test_a_venv_without_pip_borrows_the_pip_of_the_system(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "works", lambda *command: command[0] == sys.executable)
    assert dev.pip() == [sys.executable, "-m", "pip", "--python", dev.PYTHON]


def test_without_any_pip_one_sentence_says_what_helps(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "works", lambda *command: False)
    with pytest.raises(SystemExit, match="python3-pip"):
        dev.pip()


def test_the_checks_stop_at_the_first_that_fails(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []

    def call(*command: object, **_options: Any) -> int:
        made.append(command[0])
        return 3 if command[0] == "second" else 0

    monkeypatch.setattr(dev, "call", call)
    assert dev.steps([("a", ["first"]), ("b", ["second"]), ("c", ["third"])]) == 3
    assert made == ["first", "second"]


def test_libraries_that_cannot_be_loaded_are_named(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "PYTHON", sys.executable)
    wanted = {"libc.so.6": "libc6", "libnothing-of-the-kind.so.9": "none"}
    assert "libnothing-of-the-kind.so.9" in dev.missing(wanted)


def test_where_nothing_may_be_installed_the_lasting_line_is_told(
    dev: ModuleType,
    calls: list[list[str]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(dev, "LINUX", True)
    monkeypatch.setattr(dev, "missing", lambda needed: ["libGL.so.1"])
    with pytest.raises(SystemExit) as stopped:
        dev.provide(dev.CORE, allowed=False)
    assert stopped.value.code == 3
    told = capsys.readouterr().out
    assert "sudo apt-get install --no-install-recommends libgl1" in told
    assert "dnf install" in told
    assert calls == []


def test_a_measure_that_does_not_exist_is_refused_with_those_that_do(
    dev: ModuleType, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "install", lambda developing: None)
    monkeypatch.setattr(dev, "provide", lambda needed, allowed: None)
    assert dev.bench(["no-such-measure"], allowed=True) == 2
    assert calls == []


def test_the_check_on_the_server_is_the_same_line() -> None:
    assert "python3 dev.py test" in (HOUSE / ".ci" / "run").read_text(encoding="utf-8")
