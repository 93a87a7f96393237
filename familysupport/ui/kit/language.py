"""The languages there are, and the one that the window speaks."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from familysupport.paths import resources

ENGLISH = "en"
_NAME = "familysupport_"


def translations() -> Path:
    """Return the folder of the translations; English needs none."""
    return resources() / "translations"


def languages() -> dict[str, str]:
    """Return the languages there are, by code, each by its own name."""
    codes = sorted(path.stem.removeprefix(_NAME) for path in translations().glob(f"{_NAME}*.qm"))
    names = {code: QLocale(code).nativeLanguageName().capitalize() for code in codes}
    return {ENGLISH: "English", **names}


class Speech:
    """Lets the application speak one language at a time: our words, and those of Qt's dialogs."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Speak `language` from now on; where it has no words, English stays."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators = []
        if language == ENGLISH:
            return
        qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        for path in (qt / f"qtbase_{language}.qm", translations() / f"{_NAME}{language}.qm"):
            translator = QTranslator(self._app)
            if translator.load(str(path)):
                self._app.installTranslator(translator)
                self._translators.append(translator)
