"""Templates of one's own: keep the words of an entry, begin with them, rename, delete."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from familysupport.documents.light import unmarked
from familysupport.journal.model import Entry, Kind, Template
from familysupport.journal.templates_store import TemplateStore
from familysupport.ui.journal.abreast import Abreast
from familysupport.ui.journal.words import kind_word
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.rows import Row, RowList, RowsModel
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import body, button, row
from familysupport.ui.kit.writing import UNLEARNED, PlainEditor

_LONGEST_NAME = 60
_FIELD, _LIST, _BESIDE = 150, 230, 330


class TemplatesDialog(CalmDialog):
    """Lists the templates; `begin_asked` carries the one to begin with."""

    begin_asked = Signal(object)

    def __init__(self, store: TemplateStore, entry: Entry, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Templates"), parent, 860, 620)
        self._store = store
        self._entry = entry
        self._chosen: Template | None = None
        self._undo = UndoBar()
        self._model: RowsModel[Template] = RowsModel(_row, self)
        self._list: RowList[Template] = RowList(self._model, self.tr("Your templates"), self)
        self._list.chosen.connect(self._show)
        self._new = QLineEdit(_name_for(entry))
        self._new.setInputMethodHints(UNLEARNED)
        self._new.setAccessibleName(self.tr("Name for the new template"))
        self._new.setPlaceholderText(self.tr("For example: Sunday call"))
        self._new.setMaxLength(_LONGEST_NAME)
        self._new.returnPressed.connect(self._keep)
        self._name = QLineEdit()
        self._name.setInputMethodHints(UNLEARNED)
        self._name.setAccessibleName(self.tr("Name of the template"))
        self._name.setMaxLength(_LONGEST_NAME)
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("For which entries"))
        for each in Kind:
            self._kind.addItem(kind_word(each), each)
        self._text = PlainEditor(self.tr("Words of the template"))
        self._delete = button(self.tr("Delete template"), "trash")
        self._begin = button(self.tr("Begin an entry with it"), kind="primary")
        self._lay_out()
        self._name.editingFinished.connect(self._change)
        self._kind.activated.connect(self._change)
        self._delete.clicked.connect(self._remove)
        self._begin.clicked.connect(self._take)
        self.finished.connect(self._store_change)
        self._reload(0)

    def _lay_out(self) -> None:
        self._about = body("")
        self.body.addWidget(self._undo)
        self.body.addWidget(self._about)
        if self._entry.text.strip():
            keep = button(self.tr("Keep the text of this entry"))
            keep.clicked.connect(self._keep)
            self.body.addWidget(Abreast(self._new, keep, least=scaled(_FIELD), grows=0))
        self._list.setMinimumSize(scaled(_LIST), scaled(90))
        self._one = QWidget()
        right = QVBoxLayout(self._one)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(Abreast(self._name, self._kind, least=scaled(_FIELD), grows=0))
        right.addWidget(self._text, 1)
        right.addLayout(row(self._delete, 1))
        self.body.addWidget(Abreast(self._list, self._one, 16, scaled(_BESIDE)), 1)
        self.foot.insertWidget(0, self._begin)

    def _reload(self, chosen: int) -> None:
        found = self._store.templates()
        self._model.set_rows(found)
        for one in (self._list, self._one, self._begin):
            one.setVisible(bool(found))
        self._about.setText(
            self.tr("A template is text to begin an entry with. It is kept with your entries.")
            if found or self._entry.text.strip()
            else self.tr("Write an entry first. Then keep its text here, to begin others with it.")
        )
        self._chosen = None
        if found:
            at = next((n for n, one in enumerate(found) if one.id == chosen), 0)
            self._list.select(at)
            self._show(found[at])

    def _show(self, template: Template) -> None:
        self._store_change()
        kept = (one for one in self._store.templates() if one.id == template.id)
        self._chosen = template = next(kept, template)
        self._name.setText(template.name)
        self._kind.setCurrentIndex(self._kind.findData(template.kind))
        self._text.setPlainText(template.text)

    def _keep(self) -> None:
        name = self._new.text().strip() or self.tr("Template")
        made = self._store.save(Template(0, name, self._entry.kind, self._entry.text))
        self._new.clear()
        self._reload(made.id)

    def _change(self) -> None:
        """Keep what was changed about the template in front, and show it in the list."""
        before = self._chosen
        now = self._store_change()
        if before and now and (now.name, now.kind) != (before.name, before.kind):
            self._reload(now.id)

    def _store_change(self) -> Template | None:
        before = self._chosen
        if before is None:
            return None
        name = self._name.text().strip() or before.name
        kind: Kind = self._kind.currentData()
        now = before._replace(name=name, kind=kind, text=self._text.toPlainText())
        if now != before:
            self._chosen = self._store.save(now)
        return now

    def _remove(self) -> None:
        gone = self._chosen
        if gone is None:
            return
        self._store_change()
        self._chosen = None
        self._store.delete(gone.id)
        self._reload(0)
        said = self.tr("{name} was deleted.").format(name=gone.name)
        self._undo.offer(said, lambda: self._bring_back(gone))

    def _bring_back(self, template: Template) -> None:
        self._store.restore(template.id)
        self._reload(template.id)

    def _take(self) -> None:
        self._store_change()
        if self._chosen:
            self.begin_asked.emit(self._chosen)
            self.accept()


def _row(template: Template) -> Row:
    return Row(template.name, kind_word(template.kind))


def _name_for(entry: Entry) -> str:
    """Return the title of an entry, or its first words, as a name."""
    first = next((line for line in unmarked(entry.text[:400]).split("\n") if line.strip()), "")
    return " ".join((entry.title.strip() or first).split())[:_LONGEST_NAME]
