"""What is told about an entry besides its words: when, what about, how it felt, tags, rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from familysupport.journal.model import Entry, Kind
from familysupport.ui.journal.abreast import Abreast
from familysupport.ui.journal.moods import MoodChips
from familysupport.ui.journal.rest import RestFields
from familysupport.ui.journal.tags import TagField
from familysupport.ui.journal.when import WhenField
from familysupport.ui.journal.words import kind_word, rest_words
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.theme import current_theme, scaled
from familysupport.ui.kit.widgets import button
from familysupport.ui.kit.writing import UNLEARNED

_AROUND = 26
_QUIET = """
QComboBox {{ background: transparent; border-color: transparent; padding: 4px 6px;
  color: {muted}; }}
QComboBox:hover {{ border-color: {edge}; }}
QComboBox:focus {{ border: 3px solid {teal}; padding: 2px 4px; color: {ink}; }}
"""


class AboutBar(QWidget):
    """Shows and takes it all in three quiet lines; sleep and energy stay folded."""

    changed = Signal()
    kind_changed = Signal()

    def __init__(
        self,
        known_tags: Callable[[], list[str]],
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._when = WhenField(now)
        self._kind = self._make_kind()
        self._name = self._make_name()
        self._moods = MoodChips()
        self._tags = TagField(known_tags)
        self._rest = RestFields()
        self._fold = self._make_fold()
        self._lay_out()
        self._name.textEdited.connect(self.changed)
        self._tags.textEdited.connect(self.changed)
        self._moods.changed.connect(self.changed)
        self._rest.changed.connect(self._rest_told)
        self._when.changed.connect(self.changed)
        self._kind.currentIndexChanged.connect(self._kind_chosen)

    def kind(self) -> Kind:
        """Return what the entry is about."""
        kind: Kind = self._kind.currentData()
        return kind

    def choose_kind(self, kind: Kind) -> None:
        """Choose what the entry is about, as a person would."""
        self._kind.setCurrentIndex(self._kind.findData(kind))

    def set_title(self, title: str) -> None:
        """Put another title in the place of this one."""
        self._name.setText(title)

    def show_entry(self, entry: Entry) -> None:
        """Show what an entry tells, without saying that anything changed."""
        fields = (self._when, self._name, self._tags, self._moods, self._kind, self._rest)
        for field in fields:
            field.blockSignals(True)
        self._when.show_moment(entry.at)
        self._name.setText(entry.title)
        self._tags.set_tags(entry.tags)
        self._moods.choose(entry.mood)
        self._kind.setCurrentIndex(self._kind.findData(entry.kind))
        self._rest.show_rest(entry.sleep, entry.energy)
        for field in fields:
            field.blockSignals(False)
        self._fit_kind()
        self._say_rest()

    def written(self, entry: Entry) -> Entry:
        """Return `entry` with what is told here."""
        return entry._replace(
            at=self._moment(entry.at),
            title=self._name.text().strip(),
            mood=self._moods.chosen(),
            kind=self.kind(),
            tags=self._tags.tags(),
            sleep=self._rest.sleep(),
            energy=self._rest.energy(),
        )

    def _make_kind(self) -> QComboBox:
        kind = QComboBox()
        kind.setAccessibleName(self.tr("What the entry is about"))
        for each in Kind:
            kind.addItem(kind_word(each), each)
        kind.setStyleSheet(_quiet())
        return kind

    def _make_name(self) -> QLineEdit:
        name = QLineEdit()
        name.setProperty("role", "title")
        name.setAccessibleName(self.tr("Title"))
        name.setPlaceholderText(self.tr("Title, if you like"))
        name.setInputMethodHints(UNLEARNED)
        return name

    def _make_fold(self) -> QPushButton:
        fold = button(self.tr("Sleep and energy"), kind="link")
        fold.setCheckable(True)
        fold.toggled.connect(self._folded)
        return fold

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(Flow(self._when, self._kind, self._fold, spacing=4))
        layout.addWidget(self._name)
        layout.addWidget(Abreast(self._moods, self._tags, least=scaled(120)))
        layout.addWidget(self._rest)

    def _fit_kind(self) -> None:
        """Be as wide as the words in front, not as the longest of all."""
        wide = self._kind.fontMetrics().horizontalAdvance(self._kind.currentText())
        self._kind.setFixedWidth(wide + scaled(26) + _AROUND)

    def _kind_chosen(self) -> None:
        self._fit_kind()
        self.kind_changed.emit()
        self.changed.emit()

    def _folded(self, is_open: bool) -> None:
        if is_open:
            self._rest.begin()
        else:
            self._rest.hide()
        self._say_rest()

    def _rest_told(self) -> None:
        self._say_rest()
        self.changed.emit()

    def _say_rest(self) -> None:
        """Let the folded line tell what is under it."""
        told = rest_words(self._rest.sleep(), self._rest.energy())
        name = self.tr("Sleep and energy")
        words = " · ".join(told) if told and not self._fold.isChecked() else name
        self._fold.setText(words)
        self._fold.setAccessibleName(f"{name}, {words}" if words != name else name)

    def _moment(self, before: datetime) -> datetime:
        """Return the moment shown; one that nobody changed keeps its seconds and its zone."""
        shown = self._when.moment()
        if shown == before.replace(second=0, microsecond=0, tzinfo=None):
            return before
        return shown.astimezone()


def _quiet() -> str:
    theme = current_theme()
    return _QUIET.format(muted=theme.muted, edge=theme.edge, teal=theme.teal, ink=theme.ink)
