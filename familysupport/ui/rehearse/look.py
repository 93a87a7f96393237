"""How the text to read aloud looks and moves: the choices one makes once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from familysupport.rehearse.model import Face, Look
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import body, label, muted
from familysupport.ui.rehearse.faces import faces

_SIZES = (75, 100, 125, 150, 200)
_SPACINGS = (125, 150, 180, 220)
_COUNTS = (0, 3, 5, 10)


class LookDialog(CalmDialog):
    """Every choice is seen at once behind it; nothing has to be confirmed."""

    chosen = Signal(object)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(self.tr("How it looks"), parent, 520, 600)
        self._look = look
        self._moves = QComboBox()
        self._moves.addItem(self.tr("By itself, at a calm speed"), False)
        self._moves.addItem(self.tr("A sentence at a time, when I ask for it"), True)
        self._size, self._spacing, self._count = QComboBox(), QComboBox(), QComboBox()
        self._face = QComboBox()
        for face in faces():
            self._face.addItem(self._face_words(face), face.value)
        for size in _SIZES:
            self._size.addItem(self.tr("{percent} %").format(percent=size), size)
        for spacing in _SPACINGS:
            self._spacing.addItem(self._spacing_words(spacing), spacing)
        for seconds in _COUNTS:
            self._count.addItem(self._count_words(seconds), seconds)
        self._dim = QCheckBox(self.tr("Dim the other lines"))
        self._mirror = QCheckBox(self.tr("Mirror the text, for a screen behind glass"))
        self._lay_out()
        self._show(look)
        for box in (self._moves, self._face, self._size, self._spacing, self._count):
            box.currentIndexChanged.connect(self._choose)
        for check in (self._dim, self._mirror):
            check.toggled.connect(self._choose)

    def _lay_out(self) -> None:
        for box, name in (
            (self._moves, self.tr("How does the text move?")),
            (self._face, self.tr("Which letters?")),
            (self._size, self.tr("How large are the letters?")),
            (self._spacing, self.tr("How much room is between the lines?")),
            (self._count, self.tr("How long before it begins?")),
        ):
            said = label(name, "strong")
            said.setBuddy(box)
            box.setAccessibleName(name)
            self.body.addWidget(said)
            self.body.addWidget(box)
        self.body.addWidget(self._dim)
        self.body.addWidget(self._mirror)
        self.body.addSpacing(8)
        self.body.addWidget(body(self.tr("Where you want to rest")))
        self.body.addWidget(
            muted(
                self.tr(
                    "A blank line in your statement is a breath of two seconds. For a longer rest"
                    " write [pause] there, or [pause 7] for seven seconds."
                )
            )
        )
        self.body.addStretch(1)
        self._moves.setFocus()

    def _show(self, look: Look) -> None:
        for box, value in (
            (self._moves, look.by_sentence),
            (self._face, look.face.value),
            (self._size, look.size),
            (self._spacing, look.spacing),
            (self._count, look.countdown),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        self._dim.setChecked(look.dim)
        self._mirror.setChecked(look.mirror)

    def _choose(self) -> None:
        self._look = self._look._replace(
            by_sentence=self._moves.currentData(),
            face=Face(self._face.currentData()),
            size=self._size.currentData(),
            spacing=self._spacing.currentData(),
            countdown=self._count.currentData(),
            dim=self._dim.isChecked(),
            mirror=self._mirror.isChecked(),
        )
        self.chosen.emit(self._look)

    def _face_words(self, face: Face) -> str:
        return {
            Face.PLAIN: self.tr("Plain, as in the program"),
            Face.SERIF: self.tr("With serifs, as in a book"),
            Face.WIDE: self.tr("More room between letters and words"),
        }[face]

    def _spacing_words(self, spacing: int) -> str:
        return {
            125: self.tr("A little"),
            150: self.tr("As usual"),
            180: self.tr("More"),
            220: self.tr("Much"),
        }[spacing]

    def _count_words(self, seconds: int) -> str:
        if not seconds:
            return self.tr("Begin at once")
        return self.tr("Count down {count} seconds").format(count=seconds)
