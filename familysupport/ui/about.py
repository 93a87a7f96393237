"""About: what this is, its licences, what is not checked yet, where things are kept."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from familysupport import __version__
from familysupport.paths import Paths
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import body, button, heading, muted, row
from familysupport.ui.kit.writing import PlainEditor


class AboutDialog(CalmDialog):
    """Says plainly what the program is and what it is not."""

    def __init__(self, paths: Paths, parent: QWidget | None) -> None:
        super().__init__(QCoreApplication.translate("AboutDialog", "About"), parent, 620, 620)
        add = self.body.addWidget
        add(body(self.tr("Family Support {version}").format(version=__version__)))
        add(
            muted(
                self.tr(
                    "For the family of a person who is addicted to heroin. It is not a doctor, a "
                    "lawyer or an emergency service. In an emergency call for help first."
                )
            )
        )
        add(heading(self.tr("Not checked yet")))
        add(
            body(
                self.tr(
                    "The facts come from public sources and were read twice. No clinician has "
                    "signed the Emergency page yet, the phone numbers have not been dialed, and "
                    "people with lived experience have not read the texts yet."
                )
            )
        )
        add(heading(self.tr("Where your data is")))
        for name, path in (
            (self.tr("Private pages, locked:"), paths.vault),
            (self.tr("Safe copies, locked:"), paths.backups),
            (self.tr("Settings, nothing private:"), paths.config),
            (self.tr("Log of events, without words of yours:"), paths.log),
        ):
            add(muted(f"{name}\n{path}"))
        log = button(self.tr("See the log…"))
        log.clicked.connect(lambda: LogDialog(paths.log, self).exec())
        self.body.addLayout(row(log, 1))
        add(heading(self.tr("Licenses")))
        add(
            muted(
                self.tr(
                    "This program is free software under the GNU General Public License, version "
                    "3 or later. It uses Qt {qt} and PySide6 (LGPL), SQLCipher (BSD), SQLite "
                    "(public domain), OpenSSL (Apache), PyNaCl (Apache) with libsodium (ISC), "
                    "sqlite-utils (Apache), markdown-it-py (MIT), platformdirs (MIT), zxcvbn "
                    "(MIT), Pyphen (GPL/LGPL/MPL), python-docx (MIT) with lxml (BSD), and the "
                    "typeface Inter (SIL Open Font). Where the words for spelling come from "
                    "stands beside them, in the folder resources/spelling."
                ).format(qt=qVersion())
            )
        )
        self.body.addStretch(1)


class LogDialog(CalmDialog):
    """Shows all of the log, so that anyone can see what it holds and what it does not."""

    def __init__(self, folder: Path, parent: QWidget | None) -> None:
        super().__init__(QCoreApplication.translate("LogDialog", "The log"), parent, 720, 560)
        self.body.addWidget(
            body(
                self.tr(
                    "Events and places in the program. No word of yours and no name of a file you "
                    "chose is in it."
                )
            )
        )
        self.text = PlainEditor(self.tr("The log"))
        self.text.setReadOnly(True)
        self.text.setPlainText(_log_in(folder) or self.tr("Nothing was noted yet."))
        self.body.addWidget(self.text, 1)


def _log_in(folder: Path) -> str:
    files = (folder / "events.log.1", folder / "events.log")
    return "".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
