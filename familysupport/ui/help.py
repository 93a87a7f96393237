"""Help: a short page about each part of the program, offline, with a search over all of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import announce, body, heading, muted


class HelpDialog(CalmDialog):
    """Shows the help about tab `number` first, then keys, then the rest."""

    def __init__(self, parent: QWidget | None, number: int) -> None:
        super().__init__(QCoreApplication.translate("HelpDialog", "Help"), parent, 660, 640)
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.textChanged.connect(self._find)
        self.none = muted("")
        self.none.hide()
        self.body.addWidget(self.search)
        self.body.addWidget(self.none)
        self._sections: list[tuple[str, tuple[QWidget, QWidget]]] = []
        parts = self._parts()
        others = (*parts[:number], *parts[number + 1 :])
        for name, words in (parts[number], self._keys(), *others, *self._rest()):
            shown = (heading(name), body(words))
            for widget in shown:
                self.body.addWidget(widget)
            self._sections.append((f"{name} {words}".casefold(), shown))
        self.body.addStretch(1)

    def _find(self, typed: str) -> None:
        words = typed.casefold().split()
        found = 0
        for text, shown in self._sections:
            fits = all(word in text for word in words)
            found += fits
            for widget in shown:
                widget.setVisible(fits)
        self.none.setVisible(not found)
        if not found:
            self.none.setText(self.tr("Nothing found for “{words}”.").format(words=typed))
            announce(self.none, self.none.text())

    def _keys(self) -> tuple[str, str]:
        return (
            self.tr("Keys"),
            self.tr(
                "F12: Emergency, at any time. Escape goes back.\n"
                "Ctrl+Shift+H, or Shift three times: save, lock and hide the window at once.\n"
                "Ctrl+L: lock. Alt+1 to Alt+5: the five parts.\n"
                "Ctrl+F: find on this page, where there is something to find.\n"
                "Ctrl+N: a new statement or entry. Ctrl+P: print the lesson, statement or entry.\n"
                "In Statements, F8: the next note of the coach, F7: words for a marked spelling, "
                "F6: to the coach and back. In Rehearse, a number: say that line.\n"
                "Ctrl and + or −: larger or smaller text. Ctrl+0: the usual size.\n"
                "Tab goes from one thing to the next, also out of a text."
            ),
        )

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Learn"),
                self.tr(
                    "Short lessons about heroin, overdose, treatment and what families can do. "
                    "They are open without a passphrase. While your pages are locked, the program "
                    "does not remember what was read."
                ),
            ),
            (
                self.tr("Prepare"),
                self.tr(
                    "Everything around the meeting, part by part: whether it is safe, who comes "
                    "and in which order they speak, where and when, treatment, and what is still "
                    "missing. Begin anywhere; everything is saved by itself."
                ),
            ),
            (
                self.tr("Statements"),
                self.tr(
                    "What each person wants to say, written whole or part by part. It is saved by "
                    "itself while you write, and earlier versions are kept. The coach beside it "
                    "suggests and changes nothing; it sees only some things and never judges a "
                    "letter. You can print it as a letter, in large type or "
                    "on cards, and all of them as one binder."
                ),
            ),
            (
                self.tr("Rehearse"),
                self.tr(
                    "Read a statement aloud at a calm pace. The space bar starts and pauses. An "
                    "empty line is a breath. While the text moves, the pages do not lock. Practice "
                    "one hard moment, a talk or the whole meeting with a made-up person, and the "
                    "emergencies that everybody fears."
                ),
            ),
            (
                self.tr("Journal"),
                self.tr(
                    "A private place to write. Every entry is saved by itself; earlier versions "
                    "are kept: More, Earlier versions. **Two stars** make words bold, # a heading, "
                    "- a list; Format has them all. F11 shows only the page. Search finds whole "
                    "and begun words; kind:, mood:, tag:, from: and to: narrow it. What you delete "
                    "can be brought back for 30 days. The return-to-use plan stands beside the "
                    "entries."
                ),
            ),
            (
                self.tr("Photos, and entries seen together"),
                self.tr(
                    "Photos and files are added below an entry; they stay in the locked pages, and "
                    "what a camera noted is taken out. Calendar shows the days, Over time counts "
                    "what your entries tell, each chart with its table. In and out takes another "
                    "journal in, shown first, and lets yours go out or onto paper."
                ),
            ),
            (
                self.tr("After treatment begins"),
                self.tr(
                    "It stands below the entries: the days so far, a few habits, limits, the first "
                    "90 days at home, signs you notice, naloxone and medicines with their dates, "
                    "appointments and people to call. Use only what helps you. A count can begin "
                    "again, and no day is lost."
                ),
            ),
            (
                self.tr("For me, reminders, and a summary"),
                self.tr(
                    "For me stands beside the entries: a check-in by the number keys, a plan for "
                    "hard days, short exercises, a look back on the week. Reminders show in a "
                    "strip above the Journal; the Settings can let the computer show a notice that "
                    "never says what is due. The summary for a counselor holds only the lines "
                    "you tick; Alt with an arrow changes their order."
                ),
            ),
        )

    def _rest(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Lock and Hide"),
                self.tr(
                    "The pages lock by themselves after some minutes without a touch, and after a "
                    "sleep of the computer. Hide puts the window away at once and comes back to "
                    "the lock. It does not hide that the program is on this computer."
                ),
            ),
            (
                self.tr("Passphrase and recovery code"),
                self.tr(
                    "Either opens your pages. Nobody can help you get in if both are lost. In the "
                    "File menu you can change the passphrase and make a new code."
                ),
            ),
            (
                self.tr("Safe copies"),
                self.tr(
                    "Made by themselves whenever the pages lock, and once a day. Keep one on a USB "
                    "stick in another house. File, Safe copies lets you try one without changing "
                    "anything. A copy opens with the passphrase or the code that was in force "
                    "when it was made."
                ),
            ),
            (
                self.tr("Remove everything"),
                self.tr(
                    "In the File menu. It takes away your pages, the copies made by themselves, "
                    "the settings and the log from this computer. Copies elsewhere stay."
                ),
            ),
        )
