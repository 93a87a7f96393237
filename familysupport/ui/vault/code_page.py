"""Shows the recovery code, and asks for it back before it counts."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from familysupport.errors import WrongCodeError
from familysupport.ui.kit.widgets import announce, body, button, label, row, title
from familysupport.ui.kit.writing import UNLEARNED
from familysupport.ui.vault.gate import GatePage
from familysupport.ui.vault.slips import code_lines, mark_slip, slip_words
from familysupport.vault.keys import code_for, key_from_code


class ShowCode(GatePage):
    """Shows the recovery code once, lets it be printed, and asks for it back."""

    proved = Signal()
    print_asked = Signal(str)

    def __init__(self, code: str, go_on: str = "") -> None:
        super().__init__(640)
        self._code = code
        self._go_on = go_on or self.tr("Open my pages")
        self._typed = QLineEdit()
        self._typed.setInputMethodHints(UNLEARNED)
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
