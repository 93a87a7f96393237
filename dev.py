#!/usr/bin/env python3
"""Start, test and measure Family Support; this file needs nothing but Python and pip.

  python3 dev.py run [--data DIR]   start the program
  python3 dev.py test [PATH …]      everything that must be green; with paths, only those tests
  python3 dev.py check              the part without tests: format, lint, types, imports, content
  python3 dev.py tour [--out DIR]   walk through the program without a screen; leaves pictures, PDFs
  python3 dev.py bench [NAME …]     measure speed and memory; `bench crash` and `journal` are long

The first start makes a private folder, .venv, and fetches the parts that pyproject.toml names;
later starts do that only when the file has changed. Qt needs some libraries of the system: Windows
and macOS have them. On Debian and Ubuntu the missing ones are installed (as root) or unpacked under
.venv (as anyone else); --no-system leaves the system alone and only says what is missing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the people whom this line is for have an old Python
    sys.exit(
        "Family Support needs Python 3.11 or newer; "
        f"this is {sys.version_info[0]}.{sys.version_info[1]}. Nothing was changed."
    )

import hashlib
import os
import shutil
import subprocess
import sysconfig
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
UNPACKED = VENV / "system"
LINUX = sys.platform.startswith("linux")

# Which Debian package holds each library that Qt asks of the system (found with ldd).
CORE = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libX11.so.6": "libx11-6",
}
SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
PROGRAMS = {"pdftotext": "poppler-utils"}
ELSEWHERE = """\
Fedora:  sudo dnf install mesa-libGL mesa-libEGL glib2 dbus-libs fontconfig libxkbcommon \
libxkbcommon-x11 xcb-util-cursor xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm \
poppler-utils
Arch:    sudo pacman -S --needed libglvnd glib2 dbus fontconfig libxkbcommon-x11 xcb-util-cursor \
xcb-util-image xcb-util-keysyms xcb-util-renderutil xcb-util-wm poppler"""


def say(*words: object) -> None:
    """Tell the person what happens, at once."""
    print("[dev]", *words, flush=True)


def call(*command: object, **options: object) -> int:
    """Run a command and return its exit code."""
    return subprocess.run([str(part) for part in command], check=False, **options).returncode


def works(*command: object) -> bool:
    """Say whether a command runs and ends well, without showing what it prints."""
    try:
        return call(*command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


# The private folder and what goes in it


def make_venv() -> None:
    """Make .venv if it is not there, or no longer works."""
    if PYTHON.exists() and works(PYTHON, "-c", ""):
        return
    say("making", VENV)
    without = [] if works(sys.executable, "-c", "import ensurepip") else ["--without-pip"]
    if call(sys.executable, "-m", "venv", "--clear", *without, VENV):
        sys.exit(
            "[dev] Python could not make the folder .venv. Nothing else was changed. "
            "On Debian and Ubuntu this helps: sudo apt-get install python3-venv"
        )


def pip() -> list[object]:
    """Return the pip that fills .venv: its own, or, where Debian gave it none, the system's."""
    if works(PYTHON, "-m", "pip", "--version"):
        return [PYTHON, "-m", "pip"]
    if works(sys.executable, "-m", "pip", "--version"):
        return [sys.executable, "-m", "pip", "--python", PYTHON]
    sys.exit(
        "[dev] pip is missing. Nothing else was changed. "
        "On Debian and Ubuntu this helps: sudo apt-get install python3-pip"
    )


def requirements(*, developing: bool) -> list[str]:
    """Return what pyproject.toml declares, for running or for developing."""
    project = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    names = list(project["project"]["dependencies"])
    return names + (project["dependency-groups"]["dev"] if developing else [])


def install(*, developing: bool) -> None:
    """Fetch the declared parts, unless exactly these were fetched before."""
    wanted = requirements(developing=developing)
    mark = hashlib.sha256("\n".join([sys.version, *wanted]).encode()).hexdigest()
    stamp = VENV / ("installed-dev" if developing else "installed-run")
    if stamp.exists() and stamp.read_text(encoding="utf-8") == mark:
        return
    say("fetching", len(wanted), "parts and what they need; this takes a minute the first time")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    options = ["install", "--disable-pip-version-check", "--only-binary=:all:", *quiet]
    if call(*pip(), *options, *wanted):
        sys.exit(
            "[dev] The parts could not be fetched. What was here before is untouched. "
            "Check that the computer is online, then give the same command again."
        )
    stamp.write_text(mark, encoding="utf-8")


# Libraries of the system


def surroundings(**more: str) -> dict[str, str]:
    """Return the environment for the program: ours, and what was unpacked under .venv."""
    env = {**os.environ, "PYTHONPATH": str(HERE), **more}
    if not UNPACKED.exists():
        return env
    triplet = sysconfig.get_config_var("MULTIARCH") or ""
    folders = [UNPACKED / "usr/lib" / triplet, UNPACKED / "lib" / triplet]
    env["LD_LIBRARY_PATH"] = os.pathsep.join(
        [*map(str, folders), *filter(None, [env.get("LD_LIBRARY_PATH")])]
    )
    env["PATH"] = os.pathsep.join([env.get("PATH", os.defpath), str(UNPACKED / "usr/bin")])
    if not Path("/etc/fonts/fonts.conf").exists():
        env["FONTCONFIG_FILE"] = str(_font_settings())
    return env


def _font_settings() -> Path:
    file = UNPACKED / "fonts.conf"
    file.write_text(
        f'<?xml version="1.0"?><fontconfig><dir>{UNPACKED}/usr/share/fonts</dir>'
        f"<dir>/usr/share/fonts</dir><cachedir>{UNPACKED}/fonts-cache</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return file


def missing(needed: dict[str, str]) -> list[str]:
    """Return the libraries and programs in `needed` that cannot be loaded or found."""
    attempt = (
        "import ctypes, sys\n"
        "for name in sys.argv[1:]:\n"
        "    try: ctypes.CDLL(name)\n"
        "    except OSError: print(name)\n"
    )
    env = surroundings()
    libraries = [name for name in needed if ".so" in name]
    answer = subprocess.run(
        [PYTHON, "-c", attempt, *libraries], env=env, capture_output=True, text=True, check=False
    )
    programs = [name for name in needed if name in PROGRAMS]
    return answer.stdout.split() + [p for p in programs if not shutil.which(p, path=env["PATH"])]


def provide(needed: dict[str, str], *, allowed: bool) -> None:
    """Make sure that `needed` is there, or say in plain words how it gets there, and stop."""
    if not LINUX:
        return
    lacking = missing(needed)
    if not lacking:
        return
    say("the system lacks:", *lacking)
    packages = sorted({needed[name] for name in lacking})
    if allowed and shutil.which("apt-get"):
        (install_packages if os.geteuid() == 0 else unpack_packages)(packages)
        lacking = missing(needed)
    if lacking:
        say("still missing:", *lacking)
        print("Debian, Ubuntu:", lasting_line(packages))
        print(ELSEWHERE)
        sys.exit(3)


def lasting_line(packages: list[str]) -> str:
    """Return the command that a person with the right to do so gives once."""
    return "sudo apt-get install --no-install-recommends " + " ".join(packages)


def install_packages(packages: list[str]) -> None:
    """Install Debian packages, as root."""
    say("installing with apt-get:", *packages)
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["install", "-y", "-qq", "--no-install-recommends"]
    call("apt-get", "update", "-qq", env=env, stdout=subprocess.DEVNULL)
    call("apt-get", *options, *packages, "fonts-dejavu-core", env=env, stdout=subprocess.DEVNULL)


def unpack_packages(packages: list[str]) -> None:
    """Unpack Debian packages under .venv, without root; nothing outside of it changes."""
    say("unpacking what is missing under", UNPACKED)
    say("to have it for good, once:", lasting_line(packages))
    work = UNPACKED / "work"
    for name in ("lists/partial", "cache/archives/partial"):
        (work / name).mkdir(parents=True, exist_ok=True)
    own = ["apt-get", "-o", f"Dir::State::lists={work / 'lists'}"]
    own += ["-o", f"Dir::Cache={work / 'cache'}", "-o", "Debug::NoLocking=1"]
    own += ["-o", "APT::Sandbox::User="]
    call(*own, "update", "-qq", stdout=subprocess.DEVNULL)
    plan = subprocess.run(
        [*own, "--simulate", "--no-install-recommends", "install", *packages, "fonts-dejavu-core"],
        capture_output=True,
        text=True,
        check=False,
    )
    names = [line.split()[1] for line in plan.stdout.splitlines() if line.startswith("Inst ")]
    if names:
        call(*own, "download", "-qq", *names, cwd=work, stdout=subprocess.DEVNULL)
    for package in sorted(work.glob("*.deb")):
        call("dpkg", "-x", package, UNPACKED)
    shutil.rmtree(work)


# The commands


def run(arguments: list[str], *, allowed: bool) -> int:
    """Start the program in a window."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    display = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if LINUX and not (display or platform):
        say(
            "There is no screen here. To see the program without one:  python3 dev.py tour  "
            "(it leaves pictures in the folder tour)."
        )
        return 2
    install(developing=False)
    provide(CORE if platform in ("offscreen", "minimal") else CORE | SCREEN, allowed=allowed)
    return call(PYTHON, "-m", "familysupport", *arguments, env=surroundings())


def offscreen() -> dict[str, str]:
    """Return the environment in which Qt paints without a screen and keeps its remarks short."""
    return surroundings(QT_QPA_PLATFORM="offscreen", QT_LOGGING_RULES="qt.qpa.*=false")


def steps(named: list[tuple[str, list[object]]]) -> int:
    """Run one step after the other and stop at the first that fails."""
    for name, command in named:
        say(name, "…")
        begun = time.monotonic()
        code = call(*command, cwd=HERE, env=offscreen())
        if code:
            say(f"{name}: something to mend, shown above. What comes after it was not run.")
            return code
        say(f"{name}: well ({time.monotonic() - begun:.0f} s)")
    return 0


def checks() -> list[tuple[str, list[object]]]:
    """Return the steps that need no running program."""
    named: list[tuple[str, list[object]]] = [
        ("formatting", [PYTHON, "-m", "ruff", "format", "--check", "-q"]),
        ("lint", [PYTHON, "-m", "ruff", "check", "-q"]),
        ("types", [PYTHON, "-m", "mypy"]),
        ("imports", [SCRIPTS / "lint-imports"]),
    ]
    if (HERE / "familysupport/content/check.py").exists():
        named.append(("content", [PYTHON, "-m", "familysupport.content.check"]))
        named.append(("scenarios", [PYTHON, "-m", "familysupport.rehearse.check"]))
    return named


def check(_arguments: list[str], *, allowed: bool) -> int:
    """Look at format, lint, types, imports and content."""
    install(developing=True)
    provide(CORE, allowed=allowed)
    return steps(checks())


def test(arguments: list[str], *, allowed: bool) -> int:
    """Check everything and run all tests, or run only the tests that are named."""
    install(developing=True)
    provide(CORE | PROGRAMS, allowed=allowed)
    if arguments:
        return steps([("tests", [PYTHON, "-m", "pytest", "-q", *arguments])])
    coverage = [PYTHON, "-m", "coverage"]
    workers = min(4, os.cpu_count() or 1)
    return steps(
        [
            *checks(),
            ("forgetting the last coverage", [*coverage, "erase"]),
            ("tests", [*coverage, "run", "-m", "pytest", "-q", "-n", workers]),
            ("gathering coverage", [*coverage, "combine", "-q"]),
            ("coverage", [*coverage, "report"]),
        ]
    )


def tour(arguments: list[str], *, allowed: bool) -> int:
    """Walk through the program with an invented family and leave pictures and PDFs."""
    install(developing=False)
    provide(CORE | PROGRAMS, allowed=allowed)
    return call(PYTHON, HERE / "tools/tour.py", *arguments, env=offscreen())


LONG = ("crash", "journal")  # minutes of kills; 2 GB of photos


def bench(arguments: list[str], *, allowed: bool) -> int:
    """Measure what is named, or everything but the long runs, `crash` and `journal`."""
    install(developing=True)
    provide(CORE, allowed=allowed)
    known = sorted(file.stem for file in (HERE / "bench").glob("[a-z]*.py"))
    unknown = [name for name in arguments if name not in known]
    if unknown:
        say("there is no measure called", *unknown, "- there are:", *known)
        return 2
    env = offscreen() | {"PYTHONPYCACHEPREFIX": str(VENV / "bytecode")}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # as at a family's home, nothing is compiled twice
    for name in arguments or [name for name in known if name not in LONG]:
        code = call(PYTHON, HERE / "bench" / f"{name}.py", cwd=HERE, env=env)
        if code:
            return code
    return 0


COMMANDS = {"run": run, "test": test, "check": check, "tour": tour, "bench": bench}


def main(arguments: list[str]) -> int:
    """Do what the first word says."""
    allowed = "--no-system" not in arguments
    rest = [word for word in arguments if word != "--no-system"]
    name = rest.pop(0) if rest else ""
    if name not in COMMANDS:
        print(__doc__)
        return 0 if name in ("-h", "--help", "help") else 2
    make_venv()
    return COMMANDS[name](rest, allowed=allowed)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
