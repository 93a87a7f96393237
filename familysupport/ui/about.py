"""About: what this is, its licences, what is not checked yet, where things are kept."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from familysupport import __version__
from familysupport.paths import Paths
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import body, heading, muted


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
                    "signed the Emergency page yet, the phone numbers have not been dialled, and "
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
        add(heading(self.tr("Licences")))
        add(
            muted(
                self.tr(
                    "This program is free software under the GNU General Public License, version "
                    "3 or later. It uses Qt {qt} and PySide6 (LGPL), SQLCipher (BSD), SQLite "
                    "(public domain), OpenSSL (Apache), PyNaCl (Apache) with libsodium (ISC), "
                    "sqlite-utils (Apache), markdown-it-py (MIT), platformdirs (MIT), zxcvbn "
                    "(MIT), Pyphen (GPL/LGPL/MPL), and the typeface Inter (SIL Open Font)."
                ).format(qt=qVersion())
            )
        )
        self.body.addStretch(1)
