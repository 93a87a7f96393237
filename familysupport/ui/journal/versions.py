"""The earlier versions of an entry: what differs from now, and the way back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from familysupport.documents.difference import Change, compare
from familysupport.journal.model import Entry, Version
from familysupport.journal.versions_store import VersionStore
from familysupport.ui.journal.abreast import Abreast
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.difference import DifferenceView
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import body, button, muted
from familysupport.ui.kit.writing import UNLEARNED

_FIELD, _LIST, _BESIDE = 150, 230, 330


class EntryVersionsDialog(CalmDialog):
    """Lists the versions; `restore_asked` carries the one to bring back and what to call that."""

    restore_asked = Signal(object, str)

    def __init__(self, store: VersionStore, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Earlier versions"), parent, 940, 640)
        self._store = store
        self._entry = entry
        self._chosen: Version | None = None
        self._model: RowsModel[Version] = RowsModel(self._row, self)
        self._list: RowList[Version] = RowList(self._model, self.tr("Kept versions"), self)
        self._list.chosen.connect(self._show)
        self._difference = DifferenceView(self.tr("What differs"))
        self._summary = body("")
        self._hint = muted(
            self.tr(
                "Crossed out: in this version, and no longer in the entry. Underlined: added since."
            )
        )
        self._name = QLineEdit()
        self._name.setInputMethodHints(UNLEARNED)
        self._name.setAccessibleName(self.tr("Name for the version as it is now"))
        self._name.setPlaceholderText(self.tr("Name, if you like"))
        self._name.returnPressed.connect(self._keep)
        self._back = button(self.tr("Bring this version back"), "undo", "primary")
        self._back.clicked.connect(self._restore)
        self._lay_out()
        self._reload()

    def _lay_out(self) -> None:
        keep = button(self.tr("Keep a version now"))
        keep.clicked.connect(self._keep)
        self.body.addWidget(Abreast(self._name, keep, least=scaled(_FIELD), grows=0))
        self._list.setMinimumSize(scaled(_LIST), scaled(90))
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 0, 0, 0)
        for one, share in ((self._summary, 0), (self._difference, 1), (self._hint, 0)):
            right.addWidget(one, share)
        self.body.addWidget(Abreast(self._list, beside, 16, scaled(_BESIDE)), 1)
        self.foot.insertWidget(0, self._back)

    def _reload(self) -> None:
        versions = self._store.versions(self._entry.id)
        self._model.set_rows(versions)
        for one in (self._back, self._difference, self._hint, self._list):
            one.setVisible(bool(versions))
        if versions:
            self._list.select(0)
            self._show(versions[0])
        else:
            self._summary.setText(
                self.tr("No version is kept yet. One is kept by itself when typing has rested.")
            )

    def _show(self, version: Version) -> None:
        self._chosen = version
        pieces = compare(_whole(version), _whole(self._entry))
        counts = dict.fromkeys(Change, 0)
        for piece in pieces:
            counts[piece.change] += len(piece.text.split())
        same = all(piece.change is Change.SAME for piece in pieces)
        self._back.setEnabled(not same)
        if same:
            self._summary.setText(self.tr("This is how the entry reads now."))
        else:
            said = self.tr("Words no longer there: {gone}. Words added since: {new}.")
            self._summary.setText(said.format(gone=counts[Change.GONE], new=counts[Change.NEW]))
        self._difference.show_pieces(pieces)

    def _keep(self) -> None:
        self._store.keep(self._entry, self._name.text().strip())
        self._name.clear()
        self._reload()

    def _restore(self) -> None:
        if self._chosen:
            said = self.tr("Brought back from {time}").format(time=short_time(self._chosen.at))
            self.restore_asked.emit(self._chosen, said)
            self.accept()

    def _row(self, version: Version) -> Row:
        when = short_time(version.at)
        count = self.tr("{count} words").format(count=len(version.text.split()))
        if version.name:
            return Row(version.name, f"{when} · {count}", "bookmark")
        return Row(when, self.tr("kept by itself · {count}").format(count=count), "clock")


def _whole(kept: Version | Entry) -> str:
    """Return the title above the words."""
    return f"{kept.title}\n\n{kept.text}" if kept.title else kept.text
