"""The settings: each in one line with what it does, in force at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, QTime
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from familysupport.settings import (
    COUNTRIES,
    EVERY_DAY,
    IDLE_CHOICES,
    NEVER,
    NOTICE_HOURS,
    TEXT_SIZES,
    THEMES,
    Settings,
)
from familysupport.ui.choices import Choices
from familysupport.ui.countries import country_names
from familysupport.ui.kit.dialog import CalmDialog
from familysupport.ui.kit.language import languages
from familysupport.ui.kit.reminding import SystemTray, Tray
from familysupport.ui.kit.widgets import button, heading, label, muted

_NOTICE = ("notice_when", "notice_hour")


class SettingsDialog(CalmDialog):
    """Shows every choice; a change counts at once and is kept."""

    def __init__(self, choices: Choices, parent: QWidget | None, tray: Tray | None = None) -> None:
        super().__init__(QCoreApplication.translate("SettingsDialog", "Settings"), parent, 600, 680)
        self._choices = choices
        self._boxes: dict[str, QComboBox] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._tray = tray or SystemTray(self)
        self._fill()
        self._fill_notices()
        self._show(choices.now())
        self.body.addStretch(1)
        usual = button(self.tr("Back to the usual settings"))
        usual.clicked.connect(self._usual)
        self.foot.insertWidget(0, usual)

    def _fill(self) -> None:
        names = country_names()
        self.body.addWidget(heading(self.tr("Where you are")))
        self._choice(
            "language",
            self.tr("Language"),
            languages(),
            self.tr("Of the window; lessons that are not translated come in English."),
        )
        self._choice(
            "country",
            self.tr("Country"),
            {code: names[code] for code in COUNTRIES},
            self.tr("Chooses the phone numbers and the paper size."),
        )
        self.body.addWidget(heading(self.tr("How it looks")))
        self._choice(
            "theme",
            self.tr("Colors"),
            self._themes(),
            self.tr("Light, dark, or with strong edges."),
        )
        sizes = {size: f"{size} %" for size in TEXT_SIZES}
        self._choice("text_size", self.tr("Text size"), sizes, self.tr("Also Ctrl + and Ctrl −."))
        self._tick(
            "reduce_motion", self.tr("Move as little as possible"), self.tr("For calm eyes.")
        )
        self.body.addWidget(heading(self.tr("Who may look")))
        minutes = {
            count: self.tr("after {count} min").format(count=count) for count in IDLE_CHOICES
        }
        self._choice(
            "lock_after_minutes",
            self.tr("Lock by itself"),
            minutes,
            self.tr("When no key and no mouse was touched."),
        )
        self._tick(
            "hide_on_three_shifts",
            self.tr("Pressing Shift three times hides the window"),
            self.tr("Ctrl+Shift+H and the Hide button always do."),
        )

    def _fill_notices(self) -> None:
        self.body.addWidget(heading(self.tr("Reminders outside this window")))
        self._tick(
            "notices",
            self.tr("Let the computer show a notice"),
            self.tr("It says only: Time to look in. Never what, and never why."),
        )
        whens = {NEVER: self.tr("never"), EVERY_DAY: self.tr("every day")}
        whens |= {number: QLocale().standaloneDayName(number + 1) for number in range(7)}
        self._choice(
            "notice_when",
            self.tr("Also while it is locked"),
            whens,
            self.tr(
                "Locked, it cannot know what is due. So it tells at this hour whether or not"
                " there is something. This choice is kept in the open."
            ),
        )
        hours = {
            hour: QLocale().toString(QTime(hour, 0), QLocale.FormatType.ShortFormat)
            for hour in NOTICE_HOURS
        }
        self._choice("notice_hour", self.tr("At"), hours, "")
        if not self._tray.can_show():
            self._ticks["notices"].setEnabled(False)
            for name in _NOTICE:
                self._boxes[name].setEnabled(False)
            self.body.addWidget(
                muted(self.tr("This computer has no place for notices, so there are none."))
            )

    def _choice(self, name: str, words: str, options: Mapping[Any, str], about: str) -> None:
        box = QComboBox()
        box.setAccessibleName(words)
        box.setAccessibleDescription(about)
        for value, shown in options.items():
            box.addItem(shown, value)
        box.activated.connect(lambda _number: self._choices.change(**{name: box.currentData()}))
        title = label(words, "strong")
        title.setBuddy(box)
        self._boxes[name] = box
        self.body.addWidget(title)
        self.body.addWidget(box)
        if about:
            self.body.addWidget(muted(about))

    def _tick(self, name: str, words: str, about: str) -> None:
        tick = QCheckBox(words)
        tick.setAccessibleDescription(about)
        tick.clicked.connect(lambda on: self._choices.change(**{name: on}))
        self._ticks[name] = tick
        self.body.addWidget(tick)
        self.body.addWidget(muted(about))

    def _usual(self) -> None:
        self._choices.back_to_usual()
        self._show(self._choices.now())

    def _show(self, settings: Settings) -> None:
        for name, box in self._boxes.items():
            box.setCurrentIndex(box.findData(getattr(settings, name)))
        for name, tick in self._ticks.items():
            tick.setChecked(getattr(settings, name))

    def _themes(self) -> dict[str, str]:
        names = (
            self.tr("As the computer has it"),
            self.tr("Light"),
            self.tr("Dark"),
            self.tr("Strong contrast"),
        )
        return dict(zip(THEMES, names, strict=True))
