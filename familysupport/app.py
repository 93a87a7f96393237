"""Builds the house: the only file that knows every room."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QLocale, QObject, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from familysupport import log
from familysupport.clock import Clock
from familysupport.content.library import Library
from familysupport.context import AppContext
from familysupport.paths import Paths, find_paths, resources
from familysupport.ui.choices import Choices
from familysupport.ui.kit.clipboard import ClipboardGuard
from familysupport.ui.kit.idle import Idle, keeps_awake
from familysupport.ui.kit.instance import Instance
from familysupport.ui.kit.language import ENGLISH, Speech
from familysupport.ui.kit.litter import Litter
from familysupport.ui.kit.theme import choose_paper, choose_theme, chosen_theme, dress, load_fonts
from familysupport.ui.main_window import MainWindow

_PRINT_SERVERS = ("/etc/cups/client.conf", "~/.cups/client.conf")
_KEPT_BY_PYTHON = ("last_type", "last_value", "last_traceback", "last_exc")
_LOOK = {"theme", "text_size", "language", "country"}


def main(argv: list[str] | None = None) -> int:
    """Start the program; return the exit code."""
    paths = find_paths(_data_folder(sys.argv if argv is None else argv))
    keep_to_oneself()
    app = make_application()
    instance = Instance(paths.data)
    if not instance.claim():
        instance.knock()
        return 0
    house = House(app, paths, Clock())
    instance.knocked.connect(house.window.come_back)
    litter = Litter(app)
    house.window.begun.connect(lambda: _settle(paths.log, litter))
    sys.excepthook = house.tell_unexpected
    house.window.show()
    code = app.exec()
    instance.release()
    return code


def _settle(folder: Path, litter: Litter) -> None:
    """Do what may wait until the first page stands."""
    gc.collect()
    gc.freeze()
    litter.begin()
    log.start_log(folder)


class House:
    """Everything that lives as long as the process, tied together."""

    def __init__(self, app: QApplication, paths: Paths, clock: Clock) -> None:
        self._app = app
        self._family = ""
        self.choices = Choices(paths.settings)
        self._speech = Speech(app)
        self._speech.speak(self.choices.now().language)
        settings = self.choices.now()
        choose_paper(app, chosen_theme(settings.theme))
        content = Library(resources() / "content", settings.language)
        self.context = AppContext(self.choices.now, content, clock, paths)
        clipboard = ClipboardGuard(app, settings.clipboard_seconds)
        self.window = MainWindow(self.context, self.choices, clipboard)
        self._idle = Idle(app, lambda: keeps_awake(self.window))
        self._idle.rested.connect(self.window.lock)
        self._idle.slept.connect(self.window.lock)
        self._idle.set_minutes(settings.lock_after_minutes)
        self._parts: list[QObject] = [self._idle, clipboard]
        self.window.stands.connect(self._furnish)
        self.window.built.connect(self._command)
        self.window.begun.connect(self._listen)
        app.styleHints().colorSchemeChanged.connect(self._follow_system)

    def _furnish(self) -> None:
        """Choose fonts and look, once the empty window stands."""
        self._family = load_fonts()
        self._dress()
        dress(self.window)

    def _command(self) -> None:
        """Fill the menus, and follow what is chosen in them."""
        from familysupport.ui.commands import Commands

        self.commands = Commands(self.window, self.context, self.choices)
        self.choices.changed.connect(self._changed)

    def _listen(self) -> None:
        """Hear every key, once the window stands: the first event heard costs 30 ms."""
        from familysupport.ui.kit.everywhere import Everywhere

        everywhere = Everywhere(self._app)
        everywhere.emergency_asked.connect(self.window.show_emergency)
        everywhere.hide_asked.connect(self.window.hide_now)
        everywhere.three_shifts.connect(self._three_shifts)
        everywhere.touched.connect(self._idle.touch)
        self._parts.append(everywhere)

    def take_down(self) -> None:
        """Let go of the application, so that another house may be built on it."""
        self._speech.speak(ENGLISH)
        for part in self._parts:
            self._app.removeEventFilter(part)
            part.deleteLater()
        self.window.deleteLater()

    def _dress(self) -> None:
        settings = self.choices.now()
        choose_theme(self._app, chosen_theme(settings.theme), settings.text_size, self._family)
        if self._app.styleSheet():
            self._app.setStyleSheet("")
        country = settings.country if settings.country != "other" else "gb"
        QLocale.setDefault(QLocale(f"{settings.language}_{country.upper()}"))
        from familysupport.ui.kit.icons import icon

        self._app.setWindowIcon(QIcon(icon("app", "teal")))

    def _follow_system(self) -> None:
        if self.window.has_begun:
            self._changed({"theme"})

    def _changed(self, names: set[str]) -> None:
        if names & _LOOK:
            self.window.take_apart()
            self._dress()
            dress(self.window)
            if "language" in names:
                self._speak()
            self.window.rebuild()
        if "lock_after_minutes" in names:
            self._idle.set_minutes(self.choices.now().lock_after_minutes)

    def _speak(self) -> None:
        """Speak the language chosen now, and read the content that there is in it."""
        language = self.choices.now().language
        self._speech.speak(language)
        content = Library(resources() / "content", language)
        self.context = self.context._replace(content=content)
        self.window.use(self.context)
        self.commands.speak_anew(self.context)

    def _three_shifts(self) -> None:
        if self.choices.now().hide_on_three_shifts:
            self.window.hide_now()

    def tell_unexpected(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log where something unexpected happened, say so calmly, and go on."""
        log.note_crash(kind, trace)
        for name in _KEPT_BY_PYTHON:  # they would hold the pages that it happened in past the lock
            vars(sys).pop(name, None)
        if isinstance(error, Exception) and not self.window.is_locking:
            from familysupport.ui.kit.messages import explain, tell

            tell(self.window, *explain(error))


def make_application() -> QApplication:
    """Return the Qt application, with a neutral name and no session manager."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontShowIconsInMenus)
    app = QApplication.instance() or QApplication(["familysupport", "-style", "Fusion"])
    assert isinstance(app, QApplication)  # noqa: S101  only ever made here
    app.setApplicationName("familysupport")
    app.setApplicationDisplayName("Family Support")
    return app


def keep_to_oneself() -> None:
    """Keep new files to this user, leave no memory image after a crash, open no port to print."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform.startswith("linux") and not any(
        Path(name).expanduser().exists() for name in _PRINT_SERVERS
    ):
        # where no print service runs, its library would knock at a port of this computer
        os.environ.setdefault("CUPS_SERVER", "/run/cups/cups.sock")


def _data_folder(argv: list[str]) -> Path | None:
    if len(argv) < 2:
        return None
    import argparse

    parser = argparse.ArgumentParser(prog="familysupport")
    parser.add_argument("--data", type=Path, help="the folder to keep everything in")
    chosen: Path | None = parser.parse_args(argv[1:]).data
    return chosen
