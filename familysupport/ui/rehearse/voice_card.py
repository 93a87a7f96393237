"""After a reading: what to do with the voice that was recorded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from familysupport.ui.kit.flow import Flow
from familysupport.ui.kit.widgets import Card, body, button, heading
from familysupport.ui.rehearse.recorder import Recorder
from familysupport.ui.rehearse.words import length_words


class VoiceCard(Card):
    """Offers to listen, to keep and to throw away; is not there without a recording."""

    listen_asked = Signal()

    def __init__(self, recorder: Recorder, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._recorder = recorder
        self._kept = False
        self._what = body("")
        self._listen = button(self.tr("Listen"), "play")
        self._listen.clicked.connect(self.listen_asked)
        self._keep = button(self.tr("Keep it in the vault"), "check")
        self._keep.clicked.connect(self._keep_it)
        self._drop = button(self.tr("Throw it away"), "trash", "quiet")
        self._drop.clicked.connect(recorder.drop_pending)
        row = QWidget()
        row.setLayout(Flow(self._listen, self._keep, self._drop))
        self.body.addWidget(heading(self.tr("Your voice")))
        self.body.addWidget(self._what)
        self.body.addWidget(row)
        recorder.changed.connect(self._show_state)
        self._show_state()

    def show_kept(self, kept: bool) -> None:
        """Say whether this reading was kept with its sound."""
        self._kept = kept
        self._show_state()

    def _keep_it(self) -> None:
        self._recorder.keep_pending()
        self.show_kept(True)

    def _show_state(self) -> None:
        pending = self._recorder.pending
        self.setVisible(self._kept or pending is not None)
        for widget in (self._keep, self._drop):
            widget.setVisible(pending is not None)
        if pending is not None:
            words = self.tr(
                "{length} are recorded and not kept yet. If you go to another page, or the vault"
                " locks, they are gone."
            )
            self._what.setText(words.format(length=length_words(pending.seconds)))
        else:
            self._what.setText(self.tr("The recording is kept in the vault."))
