"""Long work on the open pages, done slice by slice so that the window stays alive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

from familysupport.clock import Clock
from familysupport.ui.journal.bring_in_words import number
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.widgets import announce, body, button, label

AT_ONCE = 100
"""What is so little that nobody need see how far it is."""

_SECONDS = 0.03


class StepsDialog(CalmDialog):
    """Carries out `steps` and shows how far they are; Stop, Escape and the lock end them.

    A step yields how many things are done by now, a list of those it did, or the answer for one.
    Ended steps are closed, and undo themselves; what went wrong in them is in `error`.
    """

    def __init__(
        self, name: str, steps: Iterator[Any], total: int, clock: Clock, parent: QWidget
    ) -> None:
        super().__init__(name, parent, 520, 300)
        self._steps = steps
        self._total = max(1, total)
        self._clock = clock
        self._count = 0
        self.answers: list[Any] = []
        self.error: Exception | None = None
        self._line = label("")
        self._bar = QProgressBar()
        self._bar.setRange(0, self._total)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(name)
        self.body.addWidget(body(self.tr("If you stop, everything stays as it was before.")))
        self.body.addWidget(self._bar)
        self.body.addWidget(self._line)
        self.body.addStretch(1)
        self._stop = button(self.tr("Stop"))
        self._stop.clicked.connect(self.reject)
        last = self.foot.takeAt(self.foot.count() - 1)
        usual = last.widget() if last is not None else None
        if usual is not None:
            usual.deleteLater()
        self.foot.addWidget(self._stop)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self._show()
        self._timer.start()

    def done(self, result: int) -> None:
        """Leave; what is not finished is undone."""
        self._timer.stop()
        close = getattr(self._steps, "close", None)
        if close:
            close()
        super().done(result)

    def _go_on(self) -> None:
        until = self._clock.ticks() + _SECONDS
        try:
            for answer in self._steps:
                self.answers.append(answer)
                self._count += _done(answer, self._count)
                if self._clock.ticks() >= until:
                    break
            else:
                self._timer.stop()
                self.accept()
        except Exception as error:  # handed on: whoever asked for the work tells of it
            self.error = error
            self.reject()
        self._show()

    def _show(self) -> None:
        self._bar.setValue(min(self._count, self._total))
        said = self.tr("{count} of {total}")
        self._line.setText(said.format(count=number(self._count), total=number(self._total)))


def _done(answer: Any, before: int) -> int:
    if isinstance(answer, list):
        return len(answer)
    return answer - before if type(answer) is int else 1


def carry_out(
    name: str,
    steps: Iterator[Any],
    total: int,
    clock: Clock,
    parent: QWidget,
    slow: bool = False,
) -> list[Any] | None:
    """Carry out `steps` to their end and return their answers, or None where they were stopped.

    Little work is done at once, unless it is `slow`.
    Raises what went wrong in a step; it is all undone then.
    """
    if total <= AT_ONCE and not slow:
        return list(steps)
    dialog = StepsDialog(name, steps, total, clock, parent)
    finished = bool(dialog.exec())
    answers, error = dialog.answers, dialog.error
    dialog.deleteLater()
    if error is not None:
        raise error
    if not finished:
        announce(parent, QCoreApplication.translate("BringIn", "Stopped. Nothing was changed."))
    return answers if finished else None
