"""Listening to what was recorded, with the text following, and deleting it for good."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from familysupport.rehearse.model import Look
from familysupport.rehearse.pace import Step, steps_of
from familysupport.rehearse.recordings_store import RecordingsStore
from familysupport.rehearse.take import Recording, Take, share_at
from familysupport.ui.kit.dates import short_time
from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.icons import icon
from familysupport.ui.kit.messages import confirm_loss
from familysupport.ui.kit.theme import margin
from familysupport.ui.kit.widgets import Card, Page, announce, button, empty, heading, label, muted
from familysupport.ui.rehearse.record_words import trouble_words
from familysupport.ui.rehearse.sound import Speaker, Trouble
from familysupport.ui.rehearse.view import ReadingView
from familysupport.ui.rehearse.words import clock_words, length_words

_FRAME_MS = 40


class ListenPage(QWidget):
    """Plays one recording at a time; Space pauses and goes on, Escape leads back."""

    closed = Signal()
    deleted = Signal()

    def __init__(
        self, store: RecordingsStore, speaker: Speaker, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._speaker = speaker
        self._statement_id = 0
        self._sound = b""
        self._now: Recording | None = None
        self._steps: tuple[Step, ...] = ()
        self._at = 0.0
        self._playing = False
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._follow)
        self._title = heading(self.tr("Your recordings"))
        self._view = ReadingView()
        self._view.setAccessibleName(self.tr("The text that is heard"))
        self._go = button("", "play", "primary")
        self._go.clicked.connect(self._go_on)
        self._where = label("", "small")
        self._told = muted("")
        self._list = Page()
        self._back = button(self.tr("Back"), "back")
        self._back.clicked.connect(self._close)
        self._lay_out()

    def show_statement(self, statement_id: int, look: Look) -> None:
        """Show the recordings of one statement."""
        self._quiet()
        self._statement_id = statement_id
        self._view.set_look(look)
        self._ready(None, b"")
        self._list_afresh()

    def show_take(self, take: Take, look: Look) -> None:
        """Play a recording that waits for a word, with the kept ones below."""
        self.show_statement(take.statement_id, look)
        self._play(take.recording(), take.sound())

    def focus_first(self) -> None:
        """Go to the first thing to do."""
        (self._go if self._now is not None else self._back).setFocus()

    def stop(self) -> None:
        """Be quiet, and hold no sound."""
        self._quiet()
        self._ready(None, b"")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pauses and goes on, Escape leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() == Qt.Key.Key_Space and self._now is not None:
            self._go_on()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Be quiet when nobody looks."""
        super().hideEvent(event)
        self._quiet()

    def _close(self) -> None:
        self.stop()
        self.closed.emit()

    def _listen(self, recording: Recording) -> None:
        self._play(recording, self._store.sound(recording.id))

    def _play(self, recording: Recording, sound: bytes) -> None:
        self._quiet()
        self._ready(recording, sound)
        self._go_on()
        self._go.setFocus()

    def _ready(self, recording: Recording | None, sound: bytes) -> None:
        self._now, self._sound, self._at = recording, sound, 0.0
        text = recording.text if recording else ""
        self._steps = steps_of(text)
        self._view.set_text(text, self._steps)
        self._tell("")
        for widget in (self._view, self._go, self._where):
            widget.setVisible(recording is not None)
        self._show_place()

    def _go_on(self) -> None:
        if self._now is None:
            return
        if self._playing:
            self._quiet()
        else:
            start = 0.0 if self._at >= self._now.seconds else self._at
            self._playing = True
            self._timer.start()
            self._speaker.play(self._sound, start, self._ended)
        self._show_place()

    def _quiet(self) -> None:
        if self._playing:
            self._at = self._speaker.passed()
        self._playing = False
        self._timer.stop()
        self._speaker.stop()
        self._show_place()

    def _ended(self, trouble: Trouble | None) -> None:
        self._playing = False
        self._timer.stop()
        if trouble is not None:
            self._tell(trouble_words(trouble))
        elif self._now is not None:
            self._at = self._now.seconds
        self._show_place()

    def _follow(self) -> None:
        self._at = self._speaker.passed()
        self._show_place()

    def _show_place(self) -> None:
        words = self.tr("Pause") if self._playing else self.tr("Listen")
        self._go.setText(words)
        self._go.setAccessibleName(words)
        self._go.setIcon(icon("pause" if self._playing else "play", "on_teal"))
        if self._now is None:
            return
        self._view.set_place(share_at(self._now.places, self._at) * len(self._steps))
        self._where.setText(
            self.tr("{passed} of {length}").format(
                passed=clock_words(self._at), length=clock_words(self._now.seconds)
            )
        )

    def _tell(self, words: str) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        if words:
            announce(self._told, words)

    def _list_afresh(self) -> None:
        empty(self._list.body)
        kept = self._store.recordings(self._statement_id)
        if not kept:
            self._list.body.addWidget(muted(self.tr("Nothing is kept of this statement.")))
        for recording in kept:
            self._list.body.addWidget(self._card(recording))
        self._list.body.addStretch(1)

    def _card(self, recording: Recording) -> Card:
        card = Card()
        when = short_time(recording.began_at)
        said = self.tr("{when} · {length}").format(
            when=when, length=length_words(recording.seconds)
        )
        card.body.addWidget(label(said, "strong"))
        listen = button(self.tr("Listen"), "play")
        listen.setAccessibleName(self.tr("Listen: {when}").format(when=when))
        listen.clicked.connect(partial(self._listen, recording))
        delete = button(self.tr("Delete for good"), "trash", "quiet")
        delete.setAccessibleName(self.tr("Delete for good: {when}").format(when=when))
        delete.clicked.connect(partial(self._delete, recording))
        row = QWidget()
        row.setLayout(Flow(listen, delete))
        card.body.addWidget(row)
        return card

    def _delete(self, recording: Recording) -> None:
        if not confirm_loss(
            self,
            self.tr("Delete this recording for good?"),
            self.tr(
                "It is written over in the vault and cannot be brought back. Safe copies made"
                " before today may still hold it until newer ones take their place."
            ),
            self.tr("Delete for good"),
        ):
            return
        if self._now is not None and self._now.id == recording.id:
            self.stop()
        self._store.wipe(recording.id)
        self._list_afresh()
        self._back.setFocus()
        self.deleted.emit()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(margin(30), 20, margin(30), 16)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._view, 2)
        controls = QWidget()
        controls.setLayout(Flow(self._go, self._where, self._back, spacing=12))
        layout.addWidget(controls)
        layout.addWidget(self._told)
        layout.addWidget(self._list, 1)
        self._list.body.setContentsMargins(0, 6, 0, 6)
