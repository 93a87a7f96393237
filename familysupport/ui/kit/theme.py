"""Colours and sizes: tokens from resources/theme become a palette and a style sheet."""

from __future__ import annotations

import string
import sys
import tomllib
from functools import cache
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from familysupport.paths import resources

BASE_PX = 15
_SIZES = {"base": 15, "small": 13, "tab": 16, "heading": 18, "title": 26, "letter": 17}
_TAB_MOST = 25  # five names and three buttons have to stand in one row
_TAB_TIGHT = 21
_STEPS = (4, 6, 7, 8, 10, 11, 12, 13, 14, 16, 18, 19, 20, 22, 24, 26, 28, 34, 38)
_NAME = "familysupport.theme"
_SCALE = "familysupport.scale"
_SHEET = "familysupport.sheet"


class Theme(NamedTuple):
    """The colours of one theme, each as `#RRGGBB`."""

    paper: str
    card: str
    sand: str
    line: str
    edge: str
    ink: str
    muted: str
    teal: str
    teal_soft: str
    on_teal: str
    amber: str
    amber_soft: str
    blue: str
    blue_soft: str
    red: str
    dark: bool


@cache
def load_theme(name: str) -> Theme:
    """Return the theme kept in `resources/theme/<name>.toml`."""
    raw = tomllib.loads((resources() / "theme" / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(**{name: raw[name] for name in Theme._fields})


def load_fonts() -> str:
    """Load the bundled face and return the family to use: the system's own, where it has one."""
    family = ""
    for path in sorted((resources() / "fonts").glob("*.otf")):
        number = QFontDatabase.addApplicationFont(str(path))
        family = QFontDatabase.applicationFontFamilies(number)[0] if number >= 0 else family
    if sys.platform.startswith("linux"):
        return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()


def chosen_theme(wish: str) -> str:
    """Return the theme's file name for a wish (`system`, `light`, `dark`, `contrast`)."""
    dark = QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    if wish == "contrast":
        return "contrast-dark" if dark else "contrast"
    if wish == "system":
        return "dark" if dark else "light"
    return wish


def choose_paper(app: QApplication, name: str) -> None:
    """Give windows the colours of theme `name`; enough for a window with nothing in it yet."""
    app.setPalette(_palette(load_theme(name)))


def choose_theme(app: QApplication, name: str, text_size: int, family: str) -> None:
    """Choose theme `name` with `text_size` in percent (100 to 200) for what is dressed from now."""
    theme, scale = load_theme(name), text_size / 100
    app.setProperty(_NAME, name)
    app.setProperty(_SCALE, scale)
    font = QFont(family)
    font.setPixelSize(round(BASE_PX * scale))
    app.setFont(font)
    app.setPalette(_palette(theme))
    app.setProperty(_SHEET, _style_sheet(theme, scale, family))


def dress(window: QWidget) -> None:
    """Dress `window` and all that is or comes into it in the theme chosen.

    A sheet on the application would dress every part again each time it is put into a larger one;
    a sheet on the window dresses a page once, when it is put there.
    """
    app = QApplication.instance()
    window.setStyleSheet((app.property(_SHEET) if app else None) or "")


def apply_theme(app: QApplication, name: str, text_size: int, family: str) -> None:
    """Choose a theme and dress the whole application in it, parts without a window too."""
    choose_theme(app, name, text_size, family)
    app.setStyleSheet(app.property(_SHEET))


def current_theme() -> Theme:
    """Return the theme in force."""
    app = QApplication.instance()
    return load_theme((app.property(_NAME) if app else None) or "light")


def text_scale() -> float:
    """Return the text size in force, 1.0 to 2.0."""
    app = QApplication.instance()
    return float((app.property(_SCALE) if app else None) or 1.0)


def scaled(pixels: float) -> int:
    """Return `pixels` at the text size in force."""
    return round(pixels * text_scale())


def margin(pixels: int) -> int:
    """Return the room beside a page: the larger the words, the less there is to spare."""
    return round(pixels / text_scale())


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    role = QPalette.ColorRole
    for target, colour in (
        (role.Window, theme.paper),
        (role.Base, theme.card),
        (role.AlternateBase, theme.sand),
        (role.WindowText, theme.ink),
        (role.Text, theme.ink),
        (role.ButtonText, theme.ink),
        (role.Button, theme.card),
        (role.Highlight, theme.teal),
        (role.HighlightedText, theme.on_teal),
        (role.Link, theme.teal),
        (role.LinkVisited, theme.teal),
        (role.ToolTipBase, theme.card),
        (role.ToolTipText, theme.ink),
        (role.PlaceholderText, theme.muted),
        (role.Mid, theme.edge),
    ):
        palette.setColor(target, QColor(colour))
    return palette


@cache
def _template() -> string.Template:
    return string.Template((resources() / "theme" / "app.qss").read_text(encoding="utf-8"))


def _style_sheet(theme: Theme, scale: float, family: str) -> str:
    values: dict[str, object] = theme._asdict()
    values |= {name: round(size * scale) for name, size in _SIZES.items()}
    values |= {f"px{step}": round(step * scale) for step in _STEPS}
    values["tab"] = min(round(_SIZES["tab"] * scale), _TAB_MOST)
    values["tight"] = min(round(_SIZES["tab"] * scale), _TAB_TIGHT)
    values["family"] = f'"{family}"' if family else "sans-serif"
    shade = "dark" if theme.dark else "light"
    for name in ("chevron", "check"):
        values[name] = (resources() / "theme" / f"{name}-{shade}.svg").as_posix()
    return _template().substitute(values)
