"""The kept versions of a statement: what differs from now, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from familysupport.documents.difference import Change, compare
from familysupport.statements.model import Statement, Version
from familysupport.statements.reading import words
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.dialog import CalmDialog, on_screen
from familysupport.ui.kit.difference import DifferenceView
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import body, button, muted, row
from familysupport.ui.kit.writing import UNLEARNED


class VersionsDialog(CalmDialog):
    """Lists the versions; `restore_asked` carries the one to bring back and what to call that."""

    restore_asked = Signal(object, str)

    def __init__(
        self, store: StatementStore, statement: Statement, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Versions"), parent, 980, 660)
        self._store = store
        self._statement = statement
        self._chosen: Version | None = None
        self._model: RowsModel[Version] = RowsModel(self._row, self)
        self._list: RowList[Version] = RowList(self._model, self.tr("Kept versions"), self)
        self._list.chosen.connect(self._show)
        self._difference = DifferenceView(self.tr("What differs"))
        self._summary = body("")
        self._name = QLineEdit()
        self._name.setInputMethodHints(UNLEARNED)
        self._name.setAccessibleName(self.tr("Name for the version as it is now"))
        self._name.setPlaceholderText(self.tr("For example: before talking to Rosa"))
        self._name.returnPressed.connect(self._keep)
        self._back = button(self.tr("Bring this version back"), "undo", "primary")
        self._back.clicked.connect(self._restore)
        self._lay_out()
        self._reload()

    def _lay_out(self) -> None:
        keep = button(self.tr("Keep a version now"))
        keep.clicked.connect(self._keep)
        naming = row(self._name, keep)
        naming.setStretch(0, 1)
        self.body.addLayout(naming)
        left, right = QVBoxLayout(), QVBoxLayout()
        self._list.setFixedWidth(min(scaled(250), on_screen(980, 0).width() * 4 // 10))
        left.addWidget(self._list, 1)
        right.addWidget(self._summary)
        right.addWidget(self._difference, 1)
        right.addWidget(
            muted(
                self.tr(
                    "Crossed out: in this version, and no longer in the statement. "
                    "Underlined: added since."
                )
            )
        )
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addLayout(left)
        across.addLayout(right, 1)
        self.body.addLayout(across, 1)
        self.foot.insertWidget(0, self._back)

    def _reload(self) -> None:
        versions = self._store.versions(self._statement.id)
        self._model.set_rows(versions)
        self._back.setVisible(bool(versions))
        self._difference.setVisible(bool(versions))
        if versions:
            self._list.select(0)
            self._show(versions[0])
        else:
            self._summary.setText(
                self.tr("No version is kept yet. One is kept by itself when typing has rested.")
            )

    def _show(self, version: Version) -> None:
        self._chosen = version
        pieces = compare(self._both(version), self._both(self._statement))
        gone = sum(words(piece.text) for piece in pieces if piece.change is Change.GONE)
        new = sum(words(piece.text) for piece in pieces if piece.change is Change.NEW)
        same = all(piece.change is Change.SAME for piece in pieces)
        self._back.setEnabled(not same)
        if same:
            self._summary.setText(self.tr("This is how the statement reads now."))
        else:
            text = self.tr("Words no longer there: {gone}. Words added since: {new}.")
            self._summary.setText(text.format(gone=gone, new=new))
        self._difference.show_pieces(pieces)

    def _both(self, kept: Version | Statement) -> str:
        """Return the letter and, under its name, the card for a no as far as it is known."""
        card = self._statement.if_no if kept.if_no is None else kept.if_no
        if not card.strip():
            return kept.text
        name = self.tr("If the answer is no:")
        return f"{kept.text}\n\n{name}\n{card}"

    def _keep(self) -> None:
        self._store.keep_version(self._statement, self._name.text().strip())
        self._name.clear()
        self._reload()

    def _restore(self) -> None:
        if self._chosen:
            said = self.tr("Brought back from {time}")
            self.restore_asked.emit(
                self._chosen, said.format(time=short_time(self._chosen.kept_at))
            )
            self.accept()

    def _row(self, version: Version) -> Row:
        when = short_time(version.kept_at)
        count = self.tr("{count} words").format(count=words(version.text))
        if version.name:
            return Row(version.name, f"{when} · {count}", "bookmark")
        return Row(when, self.tr("kept by itself · {count}").format(count=count), "clock")
