"""The letters to read aloud from: only faces that this computer has."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase

from familysupport.rehearse.model import Face

_SERIFS = (
    "Georgia",
    "Charter",
    "Palatino",
    "Palatino Linotype",
    "Cambria",
    "Noto Serif",
    "Liberation Serif",
    "DejaVu Serif",
    "Times New Roman",
    "Times",
)
_LETTER_ROOM, _WORD_ROOM = 0.12, 0.16  # of the letters' height: WCAG 2.2, text spacing


def serif() -> str:
    """Return a face with serifs that is here, or nothing."""
    here = set(QFontDatabase.families())
    return next((name for name in _SERIFS if name in here), "")


def faces() -> tuple[Face, ...]:
    """Return what can be chosen on this computer."""
    return tuple(one for one in Face if one is not Face.SERIF or serif())


def dressed(base: QFont, face: Face, pixels: int) -> QFont:
    """Return the letters of a face, `pixels` high; where it is not here, those of the program."""
    font = QFont(base)
    font.setPixelSize(pixels)
    if face is Face.SERIF and (family := serif()):
        font.setFamily(family)
    if face is Face.WIDE:
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _LETTER_ROOM * pixels)
        font.setWordSpacing(_WORD_ROOM * pixels)
    return font
