"""The page that puts lessons together for someone who will read them on paper."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QWidget

from familysupport.content.library import Library
from familysupport.learn.progress import START_HERE
from familysupport.ui.kit.long_tick import LongTick
from familysupport.ui.kit.theme import scaled
from familysupport.ui.kit.widgets import Page, button, label, muted, row, title
from familysupport.ui.kit.writing import UNLEARNED


class BookletPage(Page):
    """Lets lessons be chosen; `booklet_asked` carries their ids and whom it is for."""

    booklet_asked = Signal(list, str)

    def __init__(self, library: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent, widest=760)
        self._library = library
        self.reader = QLineEdit()
        self.reader.setInputMethodHints(UNLEARNED)
        self.reader.setPlaceholderText(self.tr("Dad"))
        self.reader.setAccessibleName(self.tr("Who it is for"))
        self.reader.setMaximumWidth(scaled(280))
        self.boxes: dict[str, QCheckBox] = {}
        self.open = button(self.tr("See the pages"), "print", "primary")
        self._said = muted("")
        self._lay_out()
        self.choose(START_HERE)
        self.open.clicked.connect(self._ask)

    def choose(self, lesson_ids: tuple[str, ...]) -> None:
        """Choose these lessons and no others."""
        for lesson_id, box in self.boxes.items():
            box.setChecked(lesson_id in lesson_ids)

    def chosen(self) -> list[str]:
        """Return the ids of the chosen lessons, in the order of the book."""
        return [lesson_id for lesson_id, box in self.boxes.items() if box.isChecked()]

    def forget(self) -> None:
        """Take back the name and the choice."""
        self.reader.clear()
        self.choose(START_HERE)

    def words(self) -> str:
        """Return what the page says about the choice."""
        return self._said.text()

    def _lay_out(self) -> None:
        add = self.body.addWidget
        add(title(self.tr("Print for someone else")))
        add(
            muted(
                self.tr(
                    "Choose lessons for someone who would rather read on paper. They become one"
                    " booklet with contents, page numbers, the hard words and the sources."
                )
            )
        )
        name = QLabel(self.tr("&Who is it for? (You can leave this empty.)"))
        name.setBuddy(self.reader)
        name.setWordWrap(True)
        add(name)
        add(self.reader)
        ids = tuple(lesson.id for lesson in self._library.lessons())
        choices = (
            (self.tr("The most important"), START_HERE),
            (self.tr("All"), ids),
            (self.tr("None"), ()),
        )
        buttons = []
        for words, some in choices:
            one = button(words, kind="choice")
            one.clicked.connect(partial(self._choose, some))
            buttons.append(one)
        self.body.addLayout(row(*buttons, 1))
        for unit in self._library.units():
            add(label(unit.title, "strong"))
            for lesson in self._library.lessons():
                if lesson.unit == unit.id:
                    self._box(lesson.id, lesson.title)
        add(self._said)
        self.body.addLayout(row(self.open, 1))
        self.body.addStretch(1)

    def _box(self, lesson_id: str, words: str) -> None:
        box = LongTick(words)
        box.toggled.connect(self._count)
        self.boxes[lesson_id] = box
        self.body.addWidget(box)

    def _choose(self, some: tuple[str, ...], _clicked: bool = False) -> None:
        self.choose(some)

    def _count(self) -> None:
        lessons = [one for one in self._library.lessons() if one.id in self.chosen()]
        minutes = sum(one.minutes for one in lessons)
        words = self.tr("{count} lessons, about {minutes} minutes to read.")
        nothing = self.tr("Choose at least one lesson.")
        told = words.format(count=len(lessons), minutes=minutes)
        self._said.setText(told if lessons else nothing)
        self.open.setEnabled(bool(lessons))

    def _ask(self) -> None:
        self.booklet_asked.emit(self.chosen(), self.reader.text().strip())
