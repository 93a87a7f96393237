"""Ties the coach to the letter: reading at rest, lines in the text, and what its buttons do."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from familysupport.statements.coach import Mark
from familysupport.statements.model import Part
from familysupport.statements.reading import prompts_left
from familysupport.statements.store import StatementStore
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import Page, announce, button, heading
from familysupport.ui.statements.coach import CoachPanel
from familysupport.ui.statements.coaching import Coaching, Sheet
from familysupport.ui.statements.editor import signs
from familysupport.ui.statements.underlines import Underlines
from familysupport.ui.statements.views import IF_NO, PRIVATE
from familysupport.ui.statements.writer import Writer

SUICIDE, MYSELF, VIOLENCE = "suicide", "myself", "violence"


class Desk(QObject):
    """Lets the coach look over the shoulder of the one who writes; it never writes itself.

    `emergency_asked` names the page of Emergency that helps with what was written.
    """

    emergency_asked = Signal(str)

    def __init__(
        self, store: StatementStore, writer: Writer, language: str, window: QWidget
    ) -> None:
        super().__init__(window)
        self._writer = writer
        self._views = writer.views
        self._window = window
        self._coaching = Coaching(store, language, self)
        self._underlines = Underlines(self._views)
        self._panel = self._new_panel()
        self.beside = Page()
        self.beside.body.setContentsMargins(18, 20, 18, 20)
        self.beside.body.addWidget(heading(self.tr("Coach")))
        self.beside.body.addWidget(self._panel)
        self.beside.body.addStretch(1)
        self._panel.card_shown.connect(self.beside.ensureWidgetVisible)
        self.button: QPushButton = button(self.tr("Coach"))
        self.button.clicked.connect(self.show_panel)
        writer.rested.connect(self.read)
        self._coaching.changed.connect(self._look_again)
        self._views.view_changed.connect(self.read)
        self._views.guided.built.connect(self._look_again)
        self._views.guided.sort_asked.connect(self._sort)

    def read(self) -> None:
        """Let the coach read the sheet in front."""
        sheet = {IF_NO: Sheet.CARD, PRIVATE: Sheet.PRIVATE}.get(self._views.view, Sheet.LETTER)
        self._coaching.read(self._writer.statement.id, self._views.text_in_front(), sheet)
        self._look_again()

    def rest(self) -> None:
        """Let the coach say nothing while no letter is in front."""
        self._coaching.read(0, "")

    def go_on(self) -> None:
        """Go to the next mark after the cursor."""
        self._step(1)

    def go_back(self) -> None:
        """Go to the mark before the cursor."""
        self._step(-1)

    def show_panel(self) -> None:
        """Put the cursor into what the coach says; where there is no room for it, in a dialog."""
        if self._panel.isVisible():
            self._panel.begin()
            return
        dialog = CalmDialog(self.tr("Coach"), self._window)
        panel = self._new_panel()
        for asked in (panel.place_asked, panel.words_asked, panel.part_asked):
            asked.connect(dialog.accept)
        panel.emergency_asked.connect(dialog.accept)
        dialog.body.addWidget(panel)
        dialog.body.addStretch(1)
        panel.begin()
        dialog.exec()
        dialog.deleteLater()

    def _new_panel(self) -> CoachPanel:
        panel = CoachPanel(self._coaching)
        panel.place_asked.connect(self._underlines.go_to)
        panel.words_asked.connect(self._use)
        panel.part_asked.connect(self._begin_part)
        panel.emergency_asked.connect(self._open_emergency)
        return panel

    def _is_current(self) -> bool:
        return self._views.text_in_front() == self._coaching.text

    def _look_again(self) -> None:
        if not self._is_current():
            return  # it is read again soon, and the lines move along with the words till then
        marks, good = self._coaching.marks(), self._coaching.good()
        self._underlines.show(marks, good)
        count = self.tr("Coach · {count}").format(count=len(marks))
        self.button.setText(count if marks else self.tr("Coach"))
        spoken = self.tr("Coach, {count} to look at").format(count=len(marks))
        self.button.setAccessibleName(spoken)

    def _use(self, mark: Mark) -> None:
        if not self._is_current():
            return
        start, end = self._coaching.sentence_of(mark)
        self._views.change_front(start, end, mark.suggestion)
        gaps = prompts_left(mark.suggestion)
        first, last = gaps[0] if gaps else (len(mark.suggestion), len(mark.suggestion))
        self._underlines.go_to(start + first, start + last)

    def _sort(self) -> None:
        if self._is_current():
            self._views.sort_loose(self._coaching.parts())

    def _begin_part(self, part: Part) -> None:
        self._views.begin_part(part)

    def _step(self, way: int) -> None:
        marks = self._coaching.marks() if self._is_current() else ()
        if not marks:
            return
        here = self._cursor()
        later = [mark for mark in marks if mark.start > here]
        before = [mark for mark in marks if mark.end < here]
        mark = (later or marks)[0] if way > 0 else (before or marks)[-1]
        self._underlines.go_to(mark.start, mark.end)
        self._panel.focus_mark(mark)
        announce(self._window, mark.why)

    def _cursor(self) -> int:
        """Return where the cursor stands in the letter, whichever view it is in."""
        places = [(field.editor, start) for field, start in self._views.guided.places()]
        for editor, start in [(self._views.sheet, 0), *places]:
            if editor.hasFocus():
                return start + signs(editor.toPlainText(), editor.textCursor().selectionStart())
        return -1

    def _open_emergency(self, mark: Mark) -> None:
        words = self._coaching.text[mark.start : mark.end]
        self.emergency_asked.emit(situation_of(mark.rule, words))


def situation_of(rule: str, words: str) -> str:
    """Return which page of Emergency helps: one's own life, another's, or violence."""
    if "suicide" not in rule:
        return VIOLENCE
    said = set(words.replace("’", "'").casefold().split())
    own = said & {"i", "i'm", "i'd", "i'll", "i've", "me", "my", "myself"}
    return (
        MYSELF if own and not said & {"you", "your", "yourself", "he", "she", "they"} else SUICIDE
    )
