"""The Statements tab: what each one will say, written and kept here."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from familysupport.context import AppContext
from familysupport.prepare.model import Person
from familysupport.session import Session
from familysupport.statements.examples import Guide
from familysupport.statements.model import Statement, Version
from familysupport.statements.reading import words
from familysupport.ui.kit.columns import Columns
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.messages import UndoBar
from familysupport.ui.kit.tab import Tab
from familysupport.ui.kit.theme import margin
from familysupport.ui.kit.widgets import button
from familysupport.ui.statements.desk import Desk
from familysupport.ui.statements.entries import Entries
from familysupport.ui.statements.from_prepare import FromPrepare
from familysupport.ui.statements.part_field import Helping
from familysupport.ui.statements.proof import Proof
from familysupport.ui.statements.spelling import SpellingHelp
from familysupport.ui.statements.taking_in import TakingIn
from familysupport.ui.statements.to_paper import ToPaper
from familysupport.ui.statements.views import IF_NO, LETTER
from familysupport.ui.statements.words import name_of
from familysupport.ui.statements.writer import Writer

if TYPE_CHECKING:  # fetched when they are wanted, so that the tab opens at once
    from familysupport.ui.kit.preview import Machine
    from familysupport.ui.statements.blank import NothingYet, Waiting
    from familysupport.ui.statements.output import Output


class StatementsTab(Tab):
    """Lays out the list and the statement being written; `rehearse_asked` names a statement."""

    rehearse_asked = Signal(int)
    emergency_asked = Signal(str)

    def __init__(
        self,
        session: Session,
        context: AppContext,
        parent: QWidget | None = None,
        machine: Machine | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._content = context.content
        self._store = session.statements
        self._chosen: Statement | Person | None = None
        self._context = context
        self._machine = machine
        self._paper = ToPaper(session, self._current, self._new_output, self)
        self._taking_in = TakingIn(self, machine.choose if machine else None)
        self._entries = Entries(session.statements, session.people)
        known = FromPrepare(session, context.content, lambda: self._writer.statement)
        helping = Helping(
            Guide(context.content), known.relation, known.ask, known.stops, known.limits
        )
        self._writer = Writer(session.statements, helping)
        self._spelling = SpellingHelp(
            session.statements, self._field_words, context.content.language, self
        )
        self._proof = Proof(self._writer.views, self._spelling, self)
        self._spelling.load(self._names())
        self._desk = Desk(session.statements, self._writer, context.content.language, self)
        self._undo = UndoBar()
        self._pages = QStackedWidget()
        self._writing = self._writing_page()
        self._pages.addWidget(self._writing)
        self._whole = QStackedWidget()
        self._columns = Columns(self._entries, self._pages, self._desk.beside)
        self._whole.addWidget(self._columns)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._whole, 1)
        layout.addWidget(self._undo)
        self._tie()
        self._store.purge_old()

    def _new_output(self) -> Output:
        from familysupport.ui.statements.output import Output

        return Output(self._context, self._machine, self)

    def refresh(self) -> None:
        """Read afresh what is listed and what is shown; what was typed is saved before."""
        self.flush()
        kept = self._store.statements()
        if isinstance(self._chosen, Statement):
            self._chosen = self._store.statement(self._chosen.id)
        if isinstance(self._chosen, Person):
            self._chosen = self._session.people.person(self._chosen.id)
        if self._chosen is None:
            self._chosen = kept[0] if kept else self._entries.first_waiting()
        self._show_chosen()

    def place(self) -> tuple[int, str]:
        """Return which statement is in front, and which view of it."""
        chosen = self._chosen
        if not isinstance(chosen, Statement):
            return 0, ""
        return chosen.id, str(self._writer.views.view)

    def go_to(self, item: int, page: str) -> None:
        """Show a statement in one of its views."""
        found = self._store.statement(item)
        if found is not None:
            self._choose(found)
            self._writer.views.show_view(int(page))

    def show_statement(self, statement_id: int) -> None:
        """Bring one statement to the front; one that is gone leaves things as they are."""
        found = self._store.statement(statement_id)
        if found is not None:
            self._choose(found)

    def flush(self) -> None:
        """Save at once what was typed."""
        self._writer.flush()

    def _tie(self) -> None:
        self._entries.chosen.connect(self._choose)
        self._entries.new_asked.connect(self._new)
        self._entries.deleted_asked.connect(self._show_deleted)
        self._entries.family_asked.connect(self._show_family)
        self._taking_in.taken.connect(self._take_in)
        self._paper.gap_found.connect(self._show_gap)
        self._paper.said.connect(self._tell)
        self._desk.emergency_asked.connect(self.emergency_asked)
        self._writer.saved.connect(self._saved)
        self._writer.counted.connect(self.status_changed)
        self._proof.nothing_found.connect(
            lambda: self.status_changed.emit(self.tr("Every word is known."))
        )
        for keys, do in (
            (QKeySequence.StandardKey.New, self._new),
            (QKeySequence.StandardKey.Print, self._paper.letter),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(do)

    @cached_property
    def _nothing_yet(self) -> NothingYet:
        """Return the page while nothing is written yet; it is built when it is first needed."""
        from familysupport.ui.statements.blank import NothingYet

        page = NothingYet()
        page.new_asked.connect(self._new)
        page.file_asked.connect(self._taking_in.ask)
        page.deleted_asked.connect(self._show_deleted)
        self._whole.addWidget(page)
        return page

    @cached_property
    def _waiting(self) -> Waiting:
        """Return the page of a person who has not begun; it is built when it is first needed."""
        from familysupport.ui.statements.blank import Waiting

        page = Waiting()
        page.start_asked.connect(self._start_waiting)
        self._pages.addWidget(page)
        return page

    def _writing_page(self) -> QWidget:
        page = QWidget()
        aloud = button(self.tr("Read aloud"), "rehearse")
        aloud.setAccessibleName(self.tr("Read aloud in Rehearse"))
        aloud.setToolTip(self.tr("Read aloud in Rehearse"))
        aloud.clicked.connect(self._rehearse)
        versions = button(self.tr("Versions"), "clock")
        versions.clicked.connect(self._show_versions)
        more = button(self.tr("More"), "down")
        more.setMenu(self._more_menu())
        printing = button(self.tr("Print…"), "print", "primary")
        printing.clicked.connect(self._paper.letter)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(margin(26), 18, margin(26), 14)
        layout.setSpacing(12)
        layout.addWidget(self._writer, 1)
        layout.addLayout(Flow(versions, aloud, self._desk.button, more, printing))
        return page

    def _more_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction(self.tr("Undo typing"), self._writer.views.undo)
        menu.addAction(self.tr("Redo typing"), self._writer.views.redo)
        menu.addSeparator()
        for name, do, key in (
            (self.tr("Find and replace…"), self._writer.search, "Ctrl+F"),
            (self.tr("Next note of the coach"), self._desk.go_on, "F8"),
            (self.tr("Note before"), self._desk.go_back, "Shift+F8"),
            (self.tr("To the coach"), self._desk.show_panel, "F6"),
            (self.tr("Next spelling mark"), self._proof.next_word, "F7"),
        ):
            action = menu.addAction(name, do)
            action.setShortcut(QKeySequence(key))
            self.addAction(action)
        looking = menu.addAction(self.tr("Look at spelling"))
        looking.setCheckable(True)
        looking.setChecked(self._spelling.is_on)
        looking.toggled.connect(self._spelling.switch)
        menu.addSeparator()
        menu.addAction(self.tr("Print the card for a no…"), self._paper.card)
        menu.addAction(self.tr("Print the binder for the meeting…"), self._paper.binder)
        menu.addAction(self.tr("Save a copy…"), self._paper.copy)
        menu.addAction(self.tr("Take in a letter from a file…"), self._taking_in.ask)
        menu.addSeparator()
        menu.addAction(self.tr("Delete this statement"), self._delete)
        return menu

    def _choose(self, entry: object) -> None:
        self.flush()
        if isinstance(entry, Statement):
            self._chosen = self._store.statement(entry.id)
        elif isinstance(entry, Person):
            self._chosen = entry
        self._show_chosen()

    def _show_chosen(self) -> None:
        chosen = self._chosen
        listed = self._entries.refresh(chosen)
        self._whole.setCurrentWidget(self._columns if listed else self._nothing_yet)
        if not listed:
            self._nothing_yet.offer_deleted(bool(self._store.put_away()))
        if isinstance(chosen, Statement):
            if chosen != self._writer.statement:
                self._writer.show_statement(chosen)
            self._desk.read()
            self._pages.setCurrentWidget(self._writing)
        elif isinstance(chosen, Person):
            self._waiting.show_name(chosen.name.strip())
            self._desk.rest()
            self._pages.setCurrentWidget(self._waiting)

    def _new(self) -> None:
        self._begin(Statement(addressee=self._usual_addressee()))

    def _start_waiting(self) -> None:
        if isinstance(self._chosen, Person):
            person = self._chosen
            self._begin(
                Statement(
                    person_id=person.id,
                    author=person.name.strip(),
                    addressee=self._usual_addressee(),
                )
            )

    def _begin(self, statement: Statement) -> None:
        self.flush()
        self._chosen = self._store.save(statement)
        self._show_chosen()
        self._writer.begin()

    def _usual_addressee(self) -> str:
        named = [one.addressee for one in self._store.statements() if one.addressee.strip()]
        return named[-1] if named else ""

    def _saved(self) -> None:
        saved = self._writer.statement
        if isinstance(self._chosen, Statement) and self._chosen.id == saved.id:
            self._chosen = saved
        self._spelling.take_names((saved.author, saved.addressee))
        self._entries.refresh(self._chosen)

    def _tell(self, text: str) -> None:
        if text:
            self.status_changed.emit(text)

    def _rehearse(self) -> None:
        self.flush()
        if isinstance(self._chosen, Statement):
            self.rehearse_asked.emit(self._chosen.id)

    def _names(self) -> list[str]:
        named = [person.name for person in self._session.people.people()]
        for one in self._store.statements():
            named.extend((one.author, one.addressee))
        return named

    def _field_words(self) -> list[str]:
        return [form for term in self._content.terms() for form in (term.word, *term.also)]

    def _current(self) -> Statement | None:
        """Return the statement in front, saved; nothing while there is none."""
        self.flush()
        return self._chosen if isinstance(self._chosen, Statement) else None

    def _show_gap(self, statement: Statement, of_card: bool, start: int, end: int) -> None:
        self._choose(statement)
        self._writer.show_place(start, end, IF_NO if of_card else LETTER)

    def _delete(self) -> None:
        self.flush()
        gone = self._chosen
        if not isinstance(gone, Statement):
            return
        self._store.delete(gone.id)
        self._chosen = None
        self.refresh()
        said = self.tr("{name} was deleted. It is kept for 30 days.")
        self._undo.offer(said.format(name=name_of(gone)), lambda: self._bring_back(gone))

    def _bring_back(self, statement: Statement) -> None:
        self.flush()
        self._store.restore(statement.id)
        self._chosen = self._store.statement(statement.id)
        self._show_chosen()

    def _show_versions(self) -> None:
        self.flush()
        from familysupport.ui.statements.versions import VersionsDialog

        dialog = VersionsDialog(self._store, self._writer.statement, self)
        dialog.restore_asked.connect(self._restore)
        dialog.exec()
        dialog.deleteLater()

    def _restore(self, version: Version, name: str) -> None:
        before = self._writer.statement
        last = self._store.versions(before.id, only=1)
        if not last or (last[0].text, last[0].if_no) != (before.text, before.if_no):
            self._store.keep_version(before)
        self._writer.bring_back(version)
        self._store.keep_version(self._writer.statement, name)
        self._undo.offer(name, lambda: self._take_back(before))

    def _take_back(self, before: Statement) -> None:
        if self._writer.statement.id == before.id:
            self._writer.bring_back(before)

    def _take_in(self, text: str) -> None:
        """Put the words of a file into this letter if it is empty, else into one of its own."""
        self.flush()
        chosen = self._chosen
        if not isinstance(chosen, Statement) or chosen.text.strip():
            self._new()
        self._writer.bring_back(self._writer.statement._replace(text=text, spans=()))
        said = self.tr("Taken in: {count} words. The file was not changed.")
        self.status_changed.emit(said.format(count=words(text)))

    def _show_family(self) -> None:
        from familysupport.statements.family import FamilyWords
        from familysupport.ui.statements.family import FamilyDialog

        self.flush()
        letters = self._store.statements()
        vocabulary = self._content.table("statements/family.toml", FamilyWords)
        dialog = FamilyDialog(letters, vocabulary, self)
        dialog.place_asked.connect(self._show_place)
        dialog.exec()
        dialog.deleteLater()

    def _show_place(self, statement_id: int, start: int, end: int) -> None:
        self._choose(self._store.statement(statement_id))
        self._writer.show_place(start, end)

    def _show_deleted(self) -> None:
        from familysupport.ui.statements.deleted import DeletedDialog

        dialog = DeletedDialog(self._store, self)
        dialog.brought_back.connect(self._bring_back)
        dialog.exec()
        dialog.deleteLater()
