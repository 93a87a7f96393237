"""Makes the private pages: a passphrase, then a recovery code that is proved by typing it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QStackedWidget, QWidget

from familysupport.errors import WrongCodeError
from familysupport.ui.kit import jobs
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.widgets import announce, body, button, label, muted, row, title
from familysupport.ui.vault.gate import CapsLine, GatePage, PassphraseField
from familysupport.ui.vault.slips import code_lines, mark_slip, slip_words
from familysupport.ui.vault.strength import Strength, strength_of
from familysupport.vault.keys import code_for, key_from_code, new_key, wrap

LEAST = 8


@dataclass(frozen=True)
class Begun:
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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = ChoosePassphrase()
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
        self.card.body.addLayout(row(1, self._next))
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


class ShowCode(GatePage):
    """Shows the recovery code once, lets it be printed, and asks for it back."""

    proved = Signal()
    print_asked = Signal(str)

    def __init__(self, code: str, go_on: str = "") -> None:
        super().__init__(640)
        self._code = code
        self._go_on = go_on or self.tr("Open my pages")
        self._typed = QLineEdit()
        self._typed.setAccessibleName(self.tr("Recovery code, typed from paper"))
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._build()

    def focus(self) -> None:
        """Begin with the paper: it is printed or written before the code is typed back."""
        (self._typed if self._typed.text() else self._print).setFocus()

    @property
    def covered(self) -> bool:
        """Tell whether the code is out of sight."""
        return self._shown.isHidden()

    def cover(self) -> None:
        """Take the code out of sight, until it is asked for again."""
        self._uncover(False)

    def typed(self) -> str:
        """Return what was typed so far."""
        return self._typed.text()

    def take_up(self, typed: str) -> None:
        """Take what was typed before."""
        self._typed.setText(typed)

    def _build(self) -> None:
        add = self.card.body.addWidget
        add(title(self.tr("Your recovery code")))
        add(
            body(
                self.tr(
                    "This code opens your pages if you forget the passphrase. It is shown only "
                    "now. Print it or write it down, and keep it where nobody else looks."
                )
            )
        )
        lines = [f"{numbers:<6} {groups}" for numbers, groups in code_lines(self._code)]
        self._shown = label("\n".join(lines), "code")
        self._shown.setAccessibleDescription(self.tr("The recovery code, in numbered groups"))
        self._again = button(self.tr("Show the code again"))
        self._again.clicked.connect(lambda: self._uncover(True))
        self._again.hide()
        add(self._shown)
        self.card.body.addLayout(row(self._again, 1))
        self._print = button(self.tr("Print the sheet…"), "print")
        self._print.clicked.connect(lambda: self.print_asked.emit(self._code))
        self.card.body.addLayout(row(self._print, 1))
        name = label(self.tr("Type it back from the paper, to be sure it is right"), "strong")
        name.setBuddy(self._typed)
        add(name)
        add(self._typed)
        add(self._trouble)
        done = button(self._go_on, kind="primary")
        done.clicked.connect(self._check)
        self._typed.returnPressed.connect(self._check)
        self._typed.textEdited.connect(self._trouble.hide)
        self.card.body.addLayout(row(1, done))

    def _check(self) -> None:
        try:
            right = code_for(key_from_code(self._typed.text())) == self._code
            groups: tuple[int, ...] = ()
        except WrongCodeError as error:
            right, groups = False, error.groups
        if right:
            self._trouble.hide()
            QTimer.singleShot(0, self, self.proved.emit)
            return
        self._typed.setFocus()
        typed = self._typed.text()
        if not typed.strip():
            text = self.tr("Type the code here first, from the paper.")
        elif groups:
            text = slip_words(typed, groups)
            mark_slip(self._typed, groups[0])
        else:
            text = self.tr("That is not the code above. Look at it group by group.")
        self._trouble.setText(text)
        self._trouble.show()
        announce(self._trouble, text)

    def _uncover(self, shown: bool) -> None:
        self._shown.setVisible(shown)
        self._again.setVisible(not shown)
        normal, hidden = QLineEdit.EchoMode.Normal, QLineEdit.EchoMode.Password
        self._typed.setEchoMode(normal if shown else hidden)
        if shown:
            self._typed.setFocus()
