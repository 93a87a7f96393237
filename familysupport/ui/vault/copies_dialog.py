"""One page about safe copies: whether all is well, where they are, and what one can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.in_sight import bring_in_sight
from familysupport.ui.kit.progress import ProgressLine
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import (
    Card,
    announce,
    body,
    button,
    empty,
    heading,
    label,
    muted,
    row,
)
from familysupport.ui.vault.copies_checks import Verdict
from familysupport.ui.vault.copies_words import made_at, moment_words, size_words
from familysupport.vault.backup import list_backups

_OLD = timedelta(days=7)


class CopiesDialog(CalmDialog):
    """Tells about copies in words a tired person can follow.

    `second` is the other place where copies go by themselves, or nothing.
    """

    copy_asked = Signal()
    check_asked = Signal()
    try_asked = Signal(object)
    back_asked = Signal(object)
    place_asked = Signal()
    no_place_asked = Signal()

    def __init__(
        self,
        folder: Path,
        is_open: bool,
        parent: QWidget,
        second: str = "",
        today: Callable[[], date] | None = None,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("CopiesDialog", "Safe copies"), parent, 700, 680
        )
        self._folder = folder
        self._second = second
        self._today = today
        self._is_open = is_open
        self._state = QVBoxLayout()
        self.work = ProgressLine()
        self._said = label("", "strong")
        self._said.hide()
        self.copy_button = button(self.tr("Copy to a USB stick or folder…"), "save", "primary")
        self.try_button = button(self.tr("Try the newest copy…"), "check")
        self.back_button = button(self.tr("Bring back from a file…"), "undo")
        self._model: RowsModel[Path] = RowsModel(self._row, self)
        self._verdicts: dict[Path, Verdict] = {}
        self.check_button = button(self.tr("Check all copies now"), "check")
        self.list: RowList[Path] = RowList(self._model, self.tr("Copies on this computer"))
        self.try_this = button(self.tr("Try the chosen copy…"), "check")
        self.this_button = button(self.tr("Bring back the chosen copy…"), "undo")
        self._place = muted("")
        self._choose_place = button(self.tr("Choose a second place…"))
        self._no_place = button(self.tr("No second place"))
        self._build()
        self._tie()
        self.refresh(second)

    def refresh(self, second: str) -> None:
        """Look at the copies afresh."""
        copies = list_backups(self._folder)
        self._second = second
        empty(self._state)
        self._state.addWidget(self._state_card(copies))
        self._model.set_rows(copies)
        self.list.setFixedHeight(scaled(min(220, 58 * max(1, len(copies)) + 8)))
        for widget in (self.list, self.try_this, self.this_button, self.check_button):
            widget.setVisible(bool(copies))
        for widget in (self.try_this, self.this_button):
            widget.setEnabled(False)
        self.try_button.setEnabled(bool(copies))
        self._show_place()

    def chosen(self) -> Path:
        """Return the copy chosen in the list."""
        return self._model.at(self.list.currentIndex().row())

    def say(self, text: str) -> None:
        """Say how something went, in sight also of who scrolled down to what was pressed."""
        self._said.setText(text)
        self._said.show()
        QTimer.singleShot(0, self._said, lambda: bring_in_sight(self._said))
        announce(self._said, text)

    def show_verdicts(self, verdicts: dict[Path, Verdict]) -> None:
        """Say of each copy whether it was found good just now."""
        self._verdicts = verdicts
        self.refresh(self._second)
        bad = sum(one is not Verdict.GOOD for one in verdicts.values())
        said = (
            self.tr("Not good or not opened: {count} of {all}. See the list below.")
            if bad
            else self.tr("All copies on this computer were opened and are good: {all}.")
        )
        self.say(said.format(count=bad, all=len(verdicts)))

    def _build(self) -> None:
        self.body.addLayout(self._state)
        self.body.addWidget(self._said)
        self.body.addWidget(self.work)
        self.body.addWidget(
            body(
                self.tr(
                    "The program copies your pages whenever they are locked, and once a day. It"
                    " opens and checks each copy. The last ten stay; of the older ones, one a"
                    " week and then one a month. A copy opens with the passphrase you had when it"
                    " was made, or with the recovery code."
                )
            )
        )
        self.body.addWidget(heading(self.tr("Would it really open?")))
        self.body.addWidget(
            body(
                self.tr(
                    "Try it. The copy is opened in a private place, counted, and put away."
                    " Nothing of yours is changed."
                )
            )
        )
        self.body.addLayout(row(self.try_button, 1))
        self.body.addWidget(heading(self.tr("Keep one somewhere else too")))
        self.body.addWidget(
            body(self.tr("A USB stick in another house is best: it survives this computer."))
        )
        self.copy_button.setEnabled(self._is_open)
        self.body.addLayout(Flow(self.copy_button, self.back_button))
        if not self._is_open:
            self.body.addWidget(muted(self.tr("To make a copy, unlock your pages first.")))
        self.body.addWidget(self._place)
        self.body.addLayout(Flow(self._choose_place, self._no_place))
        self.body.addWidget(heading(self.tr("Copies on this computer")))
        self.body.addWidget(self._path(self._folder))
        self.body.addWidget(self.list)
        self.check_button.setEnabled(self._is_open)
        self.body.addLayout(Flow(self.check_button, self.try_this, self.this_button))
        self.body.addStretch(1)

    def _tie(self) -> None:
        self.copy_button.clicked.connect(self.copy_asked)
        self.check_button.clicked.connect(self.check_asked)
        self.back_button.clicked.connect(lambda: self.back_asked.emit(None))
        self.try_button.clicked.connect(lambda: self.try_asked.emit(self._model.at(0)))
        self.try_this.clicked.connect(lambda: self.try_asked.emit(self.chosen()))
        self.this_button.clicked.connect(lambda: self.back_asked.emit(self.chosen()))
        self.list.activated.connect(lambda _index: self.try_asked.emit(self.chosen()))
        self.list.chosen.connect(lambda _copy: self._choose())
        self._choose_place.clicked.connect(self.place_asked)
        self._no_place.clicked.connect(self.no_place_asked)

    def _choose(self) -> None:
        for widget in (self.try_this, self.this_button):
            widget.setEnabled(True)

    def _state_card(self, copies: list[Path]) -> Card:
        today = self._day(copies)
        is_fresh = bool(copies) and today - made_at(copies[0]).date() <= _OLD
        card = Card("soft" if is_fresh else "attention")
        if not copies:
            text = self.tr("There is no copy yet. The first is made when you lock.")
            card.body.addWidget(label(text, "strong"))
            return card
        text = (
            self.tr("All is well. The newest copy is from {when}. It was opened and checked then.")
            if is_fresh
            else self.tr("The newest copy is from {when}. It was opened and checked then.")
        )
        when = moment_words(made_at(copies[0]), today)
        card.body.addWidget(label(text.format(when=when), "strong"))
        if not is_fresh:
            card.body.addWidget(
                body(self.tr("That is more than a week ago. Lock once, and a new one is made."))
            )
        kept = self.tr("Copies kept on this computer: {count}, together {size}.")
        card.body.addWidget(body(kept.format(count=len(copies), size=size_words(copies))))
        return card

    def _show_place(self) -> None:
        self._no_place.setVisible(bool(self._second))
        if not self._second:
            self._place.setText(
                self.tr("Copies can also go to a second place by themselves, each time.")
            )
            return
        is_there = Path(self._second).is_dir()
        said = (
            self.tr("Each copy also goes to: {place}")
            if is_there
            else self.tr("Each copy also goes to {place} when it is there. Now it is not.")
        )
        self._place.setText(said.format(place=self._second))

    def _row(self, copy: Path) -> Row:
        when = moment_words(made_at(copy), self._day([copy]))
        return Row(when, f"{self._verdict(copy)} · {size_words([copy])}", "backup")

    def _verdict(self, copy: Path) -> str:
        words = {
            None: self.tr("opened and checked when it was made"),
            Verdict.GOOD: self.tr("opened just now: good"),
            Verdict.OTHER_KEY: self.tr("opens with the passphrase or code of that time"),
            Verdict.DAMAGED: self.tr("not good: it cannot be opened any more"),
        }
        return words[self._verdicts.get(copy)]

    def _day(self, copies: list[Path]) -> date:
        if self._today is not None:
            return self._today()
        return made_at(copies[0]).date() if copies else date.min

    def _path(self, folder: Path) -> QLabel:
        place = muted(str(folder))
        place.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return place
