"""The card that opens the private pages, with the passphrase or the recovery code."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox

from familysupport.errors import KeyFileDamagedError, WrongCodeError, WrongPassphraseError
from familysupport.ui.kit import jobs
from familysupport.ui.kit.icons import pixmap
from familysupport.ui.kit.messages import explain
from familysupport.ui.kit.theme import current_theme
from familysupport.ui.kit.widgets import announce, button, label, muted, row, rule, title
from familysupport.ui.vault.gate import CapsLine, GatePage, PassphraseField
from familysupport.ui.vault.slips import mark_slip, slip_words
from familysupport.ui.vault.typed import key_of_typed
from familysupport.vault.keys import key_from_code

_SLOWEST_MS = 8000


class Tried(NamedTuple):
    """What stands on the card, for the card that takes its place when the look changes."""

    typed: str
    with_code: bool
    shown: bool
    misses: int


class Unlock(GatePage):
    """Asks for the passphrase; `opened` carries the vault's key."""

    opened = Signal(object)

    def __init__(self, read_key_file: Callable[[], bytes]) -> None:
        super().__init__()
        self._read_key_file = read_key_file
        self._with_code = False
        self._misses = 0
        self._build()

    def focus(self) -> None:
        """Put the cursor where the passphrase goes."""
        self._field.setFocus()

    def start_afresh(self) -> None:
        """Forget what was typed and said, and the misses; ask for the passphrase again."""
        self._misses = 0
        self._ask_for(False)
        self._field.show_words(False)
        self._wait(False)

    def tried(self) -> Tried:
        """Return what stands on the card."""
        field, shown = self._field.text(), self._shown.isChecked()
        return Tried(field, self._with_code, shown, self._misses)

    def take_up(self, tried: Tried) -> None:
        """Go on where an earlier card was left."""
        self._ask_for(tried.with_code)
        self._field.setText(tried.typed)
        self._shown.setChecked(tried.shown)
        self._misses = tried.misses

    def cover(self) -> None:
        """Show dots in place of letters."""
        self._shown.setChecked(False)

    def say(self, error: Exception) -> None:
        """Tell why the pages did not open."""
        self._wait(False)
        self._say(self._sentence(error))
        self._field.setFocus()
        if isinstance(error, WrongCodeError) and error.groups:
            mark_slip(self._field, error.groups[0])
        else:
            self._field.selectAll()

    def _build(self) -> None:
        mark = label("")
        mark.setPixmap(pixmap("lock", 24, current_theme().teal))
        self._name = label(self.tr("Passphrase"), "strong")
        self._field = PassphraseField(self.tr("Passphrase"))
        self._name.setBuddy(self._field)
        self._shown = QCheckBox(self.tr("Show what I type"))
        self._shown.toggled.connect(self._field.show_words)
        self._trouble = label("", "trouble")
        self._trouble.hide()
        self._switch = button(self.tr("Use the recovery code"), kind="link")
        self._open = button(self.tr("Unlock"), kind="primary")
        body = self.card.body
        body.addWidget(mark)
        body.addWidget(title(self.tr("Your private pages are locked")))
        words = self.tr("Statements, plans, practice and the journal can be read only with it.")
        body.addWidget(muted(words))
        body.addSpacing(8)
        self._caps = CapsLine(self._field)
        for widget in (self._name, self._field, self._caps, self._shown, self._trouble):
            body.addWidget(widget)
        body.addLayout(row(self._switch, 1, self._open))
        body.addSpacing(6)
        body.addWidget(rule())
        body.addWidget(
            label(self.tr("The lessons and the Emergency page are always open."), "small")
        )
        self._open.clicked.connect(self._try)
        self._field.returnPressed.connect(self._try)
        self._switch.clicked.connect(lambda: self._change(not self._with_code))

    def _change(self, with_code: bool) -> None:
        self._ask_for(with_code)
        self._field.setFocus()

    def _ask_for(self, with_code: bool) -> None:
        self._with_code = with_code
        code, words = self.tr("Recovery code"), self.tr("Passphrase")
        self._name.setText(code if with_code else words)
        self._field.setAccessibleName(code if with_code else words)
        self._shown.setChecked(with_code)
        use_words, use_code = self.tr("Use the passphrase"), self.tr("Use the recovery code")
        self._switch.setText(use_words if with_code else use_code)
        self._switch.setAccessibleName(self._switch.text())
        self._field.clear()
        self._field.tells_caps = not with_code
        self._caps.hide()
        self._say("")

    def _try(self) -> None:
        typed = self._field.text()
        if not typed.strip() or not self._open.isEnabled():
            return
        self._wait(True)
        slower = min(_SLOWEST_MS, 500 * self._misses * self._misses)
        QTimer.singleShot(slower, self, lambda: self._work(typed))

    def _work(self, typed: str) -> None:
        if self._with_code:
            self._finish_code(typed)
            return
        try:
            wrapped = self._read_key_file()
        except KeyFileDamagedError as error:
            self._fail(error)
            return
        jobs.run(self, lambda: key_of_typed(wrapped, typed), self.opened.emit, self._fail)

    def _finish_code(self, typed: str) -> None:
        try:
            key = key_from_code(typed)
        except WrongCodeError as error:
            self._fail(error)
            return
        self.opened.emit(key)

    def _fail(self, error: Exception) -> None:
        self._misses += 1
        if isinstance(error, KeyFileDamagedError) and not self._with_code:
            self._change(True)
        self.say(error)

    def _sentence(self, error: Exception) -> str:
        if isinstance(error, WrongCodeError) and error.groups:
            slip = slip_words(self._field.text(), error.groups)
            return f"{slip} {self.tr('Nothing was changed.')}"
        if isinstance(error, WrongPassphraseError):
            return self.tr(
                "That is not the passphrase. Nothing was changed. Look at it and try again."
            )
        return " ".join(explain(error))

    def _say(self, text: str) -> None:
        self._trouble.setText(text)
        self._trouble.setVisible(bool(text))
        if text:
            announce(self._trouble, text)

    def _wait(self, waiting: bool) -> None:
        self._open.setEnabled(not waiting)
        self._open.setText(self.tr("Opening…") if waiting else self.tr("Unlock"))
