"""The entry itself: what is told about it, its words, saved while one writes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from familysupport.clock import Clock
from familysupport.documents.light import folded
from familysupport.journal.model import Entry, Kind, Template, Version
from familysupport.journal.prompts import Beginning
from familysupport.journal.store import JournalStore
from familysupport.ui.journal.about_bar import AboutBar
from familysupport.ui.journal.alone import AlonePage
from familysupport.ui.journal.beginning import BeginningStrip
from familysupport.ui.journal.foot import ALONE_KEY, Foot
from familysupport.ui.journal.keeping import Keeping
from familysupport.ui.journal.page_text import PageText
from familysupport.ui.journal.setback import SetbackCard
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.theme import margin, scaled

_WIDEST = 800
_LOWEST = 160
_ANY_WIDTH = 16_777_215
_SHORT = 200


class EntryEditor(QWidget):
    """Shows one entry to write on; a new one is kept from its first word or choice on.

    Put what belongs under the words, such as photos, into `below`.
    """

    saved = Signal(object)
    shown = Signal(int)
    emergency_asked = Signal(str)
    lesson_asked = Signal(str)
    lock_asked = Signal()
    plan_asked = Signal()
    print_asked = Signal()
    begin_asked = Signal(object)
    delete_asked = Signal(int)

    def __init__(
        self,
        store: JournalStore,
        clock: Clock,
        beginnings: Mapping[Kind, Beginning],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._beginnings = beginnings
        self._clock = clock
        self._alone: AlonePage | None = None
        self._saved_at: datetime | None = None
        self._keeping = Keeping(store, Entry(0, clock.now()), self._written, self)
        self._undo = UndoBar()
        self._about = AboutBar(store.tags, clock.now)
        self._begin_with = BeginningStrip()
        self._setback: SetbackCard | None = None
        self._text = PageText(self.tr("What you write"))
        self._text.setPlaceholderText(self.tr("Write what you want to remember."))
        self._foot = Foot(self._text, store.templates)
        self.below = QVBoxLayout()
        self._lay_out()
        self._tie()
        self.begin()

    @property
    def entry(self) -> Entry:
        """Return the entry as it was last kept."""
        return self._keeping.entry

    def begin(self) -> None:
        """Show a new, blank entry of this moment."""
        self.show_entry(Entry(0, self._clock.now()))

    def begin_with(self, template: Template) -> None:
        """Put the words of a template on the blank page, as one step that can be undone."""
        self._about.choose_kind(template.kind)
        self._text.setFocus()
        self._text.insertPlainText(folded(template.text))

    def show_entry(self, entry: Entry) -> None:
        """Save what was being written, then show `entry`."""
        self.end_alone()
        self._undo.hide()
        self._keeping.take(entry)
        self._saved_at = None
        self._about.show_entry(entry)
        self._text.blockSignals(True)
        self._text.setPlainText(folded(entry.text))
        self._text.blockSignals(False)
        self._foot.count()
        self._show_kind()
        self._show_state(saved=bool(entry.id))
        self.shown.emit(entry.id)

    def keep(self) -> int:
        """Keep the entry, be there a word in it or not, and return its id."""
        return self._keeping.keep().id

    def flush(self) -> None:
        """Save at once what is not saved yet."""
        self._keeping.rest()

    def focus_text(self) -> None:
        """Go to the place to write."""
        self._text.setFocus()

    def start_alone(self) -> None:
        """Leave nothing in sight but the page, over the whole window."""
        if self._alone is not None or not self.isVisible():
            return
        self._alone = AlonePage(self._text, self.window())
        self._alone.closed.connect(self.end_alone)
        self._alone.lock_asked.connect(self.lock_asked)
        self._alone.emergency_asked.connect(self.emergency_asked)
        self._alone.show()
        self._alone.raise_()
        self._text.setFocus()

    def end_alone(self) -> None:
        """Put the page back among the rest."""
        if self._alone is None:
            return
        alone, self._alone = self._alone, None
        self._text.setMaximumWidth(_ANY_WIDTH)
        self._page_place.addWidget(self._text)
        self._text.show()
        alone.hide()
        alone.deleteLater()
        self._text.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Show nothing alone when another page comes, the lock or Emergency."""
        self.end_alone()
        super().hideEvent(event)

    def _tie(self) -> None:
        self._keeping.saved.connect(self._kept)
        self._about.changed.connect(self._touched)
        self._about.kind_changed.connect(self._show_kind)
        self._text.textChanged.connect(self._touched)
        self._begin_with.taken.connect(self._write_on)
        self._begin_with.template_chosen.connect(self.begin_with)
        self._foot.print_asked.connect(self.print_asked)
        more = self._foot.more
        more.delete_asked.connect(lambda: self.delete_asked.emit(self.entry.id))
        more.versions_asked.connect(self._show_versions)
        more.templates_asked.connect(self._show_templates)
        more.template_chosen.connect(self._use)
        more.prompt_chosen.connect(self._write_on)
        more.alone_asked.connect(self.start_alone)
        shortcut = QShortcut(QKeySequence(ALONE_KEY), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.start_alone)

    def _lay_out(self) -> None:
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        column = QWidget()
        column.setMaximumWidth(scaled(_WIDEST))
        across.addWidget(column, 100)
        across.addStretch(1)
        self._page_place = QVBoxLayout()
        self._page_place.addWidget(self._text)
        self._column = layout = QVBoxLayout(column)
        layout.setContentsMargins(margin(30), 14, margin(30), 14)
        layout.setSpacing(10)
        for widget in (self._undo, self._about, self._begin_with):
            layout.addWidget(widget)
        layout.addLayout(self._page_place, 1)
        layout.addWidget(self._foot)
        layout.addLayout(self.below)
        self._text.setMinimumHeight(scaled(_LOWEST))

    def _show_kind(self) -> None:
        kind = self._about.kind()
        own = [one for one in self._store.templates.templates() if one.kind is kind]
        self._begin_with.show_beginning(self._beginnings[kind], own)
        self._foot.more.set_prompts(self._beginnings[kind].prompts)
        if kind is Kind.SETBACK and self._setback is None:
            self._setback = self._make_setback()
            self._column.insertWidget(self._column.indexOf(self._begin_with), self._setback)
        if self._setback:
            self._setback.setVisible(kind is Kind.SETBACK)

    def _make_setback(self) -> SetbackCard:
        card = SetbackCard()
        card.emergency_asked.connect(self.emergency_asked)
        card.lesson_asked.connect(self.lesson_asked)
        card.plan_asked.connect(self.plan_asked)
        return card

    def _write_on(self, prompt: str) -> None:
        """Write the prompt on a line of its own where the cursor is, and go on below it."""
        self._text.setFocus()
        cursor = self._text.textCursor()
        lead = "" if cursor.atBlockStart() else "\n\n"
        cursor.insertText(f"{lead}{prompt}\n")
        self._text.setTextCursor(cursor)

    def _touched(self) -> None:
        self._keeping.touch()
        self._show_state(saved=False)

    def _kept(self, entry: Entry) -> None:
        self._saved_at = self._clock.now()
        self._foot.count()
        self._show_state(saved=True)
        self.saved.emit(entry)

    def _written(self, entry: Entry) -> Entry:
        return self._about.written(entry._replace(text=self._text.toPlainText()))

    def _is_blank_page(self) -> bool:
        signs = self._text.document().characterCount() - 1
        return signs < _SHORT and not self._text.toPlainText().strip()

    def _show_state(self, saved: bool) -> None:
        self._foot.set_entry(bool(self.entry.id), self._about.kind())
        blank = self._is_blank_page()
        self._begin_with.setVisible(blank)
        if saved:
            self._foot.show_saved(self._saved_words())
        else:
            self._foot.show_unsaved(not blank or self._keeping.waiting())

    def _saved_words(self) -> str:
        if self._saved_at is None:
            return self.tr("Saved")
        at = self._saved_at.astimezone()
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        return self.tr("Saved {time}").format(time=time)

    def _show_versions(self) -> None:
        from familysupport.ui.journal.versions import EntryVersionsDialog  # seldom wanted

        self._keeping.flush()
        dialog = EntryVersionsDialog(self._store.versions, self.entry, self.window())
        dialog.restore_asked.connect(self._bring_back)
        dialog.exec()
        dialog.deleteLater()

    def _bring_back(self, version: Version, name: str) -> None:
        before = self._keeping.bring_back(version, name, self._put)
        self._undo.offer(name, lambda: self._take_back(before))

    def _take_back(self, before: Entry) -> None:
        self._put(before)
        self._keeping.flush()

    def _put(self, words: Version | Entry) -> None:
        """Put other words in the place of those on the page, as one step that can be undone."""
        self._about.set_title(words.title)
        cursor = self._text.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(folded(words.text))
        self._touched()

    def _show_templates(self) -> None:
        from familysupport.ui.journal.templates import TemplatesDialog  # seldom wanted

        self._keeping.flush()
        entry = self._written(self.entry)
        dialog = TemplatesDialog(self._store.templates, entry, self.window())
        dialog.begin_asked.connect(self._use)
        dialog.finished.connect(self._show_kind)  # not after exec: a lock may have come by then
        dialog.exec()
        dialog.deleteLater()

    def _use(self, template: Template) -> None:
        """Begin with a template here where nothing is written yet, else in a new entry."""
        if self._is_blank_page():
            self.begin_with(template)
        else:
            self.begin_asked.emit(template)
