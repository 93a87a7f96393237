"""Makes the private pages: a passphrase, then a recovery code that is proved by typing it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QStackedWidget, QWidget

from familysupport.ui.kit import jobs
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.widgets import announce, body, button, label, muted, row, title
from familysupport.ui.vault.code_page import ShowCode
from familysupport.ui.vault.gate import CapsLine, GatePage, PassphraseField
from familysupport.ui.vault.strength import Strength, strength_of
from familysupport.vault.keys import code_for, new_key, wrap

LEAST = 8


class Begun(NamedTuple):
    """How far the set-up had come, for the page that takes its place when the look changes."""

    passphrases: tuple[str, str]
    shown: bool
    key: bytes
    wrapped: bytes
    typed: str
    covered: bool


class SetUp(QStackedWidget):
    """Asks for a passphrase and shows the code; `made` carries key and key file."""

    made = Signal(object, object)
    print_asked = Signal(str)
    copy_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = ChoosePassphrase()
        self._choose.offer_copy()
        self._choose.copy_asked.connect(self.copy_asked)
        self._choose.chosen.connect(self._wrap)
        self.addWidget(self._choose)
        self._code: ShowCode | None = None
        self._key = b""
        self._wrapped = b""

    def focus(self) -> None:
        """Put the cursor where the next thing goes."""
        (self._code or self._choose).focus()

    def begun(self) -> Begun:
        """Return how far it came."""
        code = self._code
        typed, covered = (code.typed(), code.covered) if code else ("", False)
        return Begun(*self._choose.typed(), self._key, self._wrapped, typed, covered)

    def take_up(self, begun: Begun) -> None:
        """Go on where an earlier page was left, with the same code."""
        self._choose.take_up(begun.passphrases, begun.shown)
        if not begun.wrapped:
            return
        self._key = begun.key
        code = self._show_code(begun.wrapped)
        code.take_up(begun.typed)
        if begun.covered:
            code.cover()

    def cover(self) -> None:
        """Leave nothing in sight that opens the pages."""
        self._choose.cover()
        if self._code:
            self._code.cover()

    def _wrap(self, passphrase: str) -> None:
        self._key = key = new_key()
        jobs.run(self, lambda: wrap(key, passphrase), self._wrap_done, self._choose.say)

    def _wrap_done(self, wrapped: bytes) -> None:
        self._show_code(wrapped).focus()

    def _show_code(self, wrapped: bytes) -> ShowCode:
        self._wrapped = wrapped
        self._code = code = ShowCode(code_for(self._key))
        code.print_asked.connect(self.print_asked)
        code.proved.connect(lambda: self.made.emit(self._key, self._wrapped))
        self.addWidget(code)
        self.setCurrentWidget(code)
        return code


class ChoosePassphrase(GatePage):
    """Two fields and an honest word about how strong the passphrase is."""

    chosen = Signal(str)
    copy_asked = Signal()

    def __init__(self, name: str = "", about: str = "") -> None:
        super().__init__(560)
        self._words = (
            name or self.tr("Choose a passphrase"),
            about
            or self.tr(
                "It locks what you write. Only someone with it can read these pages. We "
                "cannot help you get in if you lose both the passphrase and the recovery "
                "sheet that comes next."
            ),
        )
        self._first = PassphraseField(self.tr("Passphrase"))
        self._again = PassphraseField(self.tr("The same once more"))
        self._hint = muted(self.tr("Four or five plain words that only you would put together."))
        self._shown = QCheckBox(self.tr("Show what I type"))
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._next = button(self.tr("Go on"), kind="primary")
        self._build()

    def focus(self) -> None:
        """Put the cursor into the first field."""
        self._first.setFocus()

    def offer_copy(self) -> None:
        """Offer to bring pages from another computer in place of new ones."""
        bring = button(self.tr("I have a safe copy…"), kind="link")
        bring.clicked.connect(self.copy_asked)
        self._ways.insertWidget(0, bring)

    def typed(self) -> tuple[tuple[str, str], bool]:
        """Return what was typed so far, and whether it is shown."""
        return (self._first.text(), self._again.text()), self._shown.isChecked()

    def take_up(self, passphrases: tuple[str, str], shown: bool) -> None:
        """Take what was typed before."""
        for field, text in zip((self._first, self._again), passphrases, strict=True):
            field.setText(text)
        self._shown.setChecked(shown)

    def cover(self) -> None:
        """Show dots in place of letters."""
        self._shown.setChecked(False)

    def say(self, error: Exception) -> None:
        """Tell what went wrong."""
        self._next.setEnabled(True)
        self._complain(" ".join(explain(error)))

    def _build(self) -> None:
        add = self.card.body.addWidget
        heading, about = self._words
        add(title(heading))
        add(body(about))
        for words, field in (
            (self.tr("Passphrase"), self._first),
            (self.tr("The same once more"), self._again),
        ):
            name = label(words, "strong")
            name.setBuddy(field)
            add(name)
            add(field)
        for field in (self._first, self._again):
            self._shown.toggled.connect(field.show_words)
            field.textEdited.connect(self._trouble.hide)
        add(CapsLine(self._first, self._again))
        add(self._shown)
        add(self._hint)
        add(self._trouble)
        self._ways = row(1, self._next)
        self.card.body.addLayout(self._ways)
        self._first.textChanged.connect(self._rate)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self._check)
        self._next.clicked.connect(self._check)

    def _rate(self, text: str) -> None:
        words = {
            Strength.NONE: self.tr("Four or five plain words that only you would put together."),
            Strength.WEAK: self.tr("This would be quick to guess. Add another word or two."),
            Strength.FAIR: self.tr("This keeps out someone who tries by hand. Longer is better."),
            Strength.STRONG: self.tr("This is hard to guess, even for a computer."),
        }
        self._hint.setText(words[strength_of(text)])

    def _check(self) -> None:
        first, again = self._first.text().strip(), self._again.text().strip()
        if len(first) < LEAST:
            said = (
                self.tr("Use at least {count} letters or signs. Your words are still there.")
                if first
                else self.tr(
                    "Type the passphrase you want to use, at least {count} letters or signs."
                )
            )
            self._complain(said.format(count=LEAST))
            self._first.setFocus()
        elif first != again:
            self._complain(self.tr("The two are not the same. Show them to compare."))
            self._again.setFocus()
        else:
            self._trouble.hide()
            self._next.setEnabled(False)
            self.chosen.emit(first)

    def _complain(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.show()
        announce(self._trouble, text)
