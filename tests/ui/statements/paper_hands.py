"""What the tests of paper share: a letter to print, and other programs to read it back."""

from __future__ import annotations

import subprocess

from PySide6.QtWidgets import QComboBox

from familysupport.statements.model import Part, Span, Statement

LOVE = "Dear Joel,\n\nI have always loved you – nothing you do will change it. You carried snow in."
SAW = "On Sunday I found you on the floor. Your lips were grey; I thought you were dead. " * 9
ASK = "There’s a room at Ash Lodge today at three. “Will you come?” I packed your blue jumper."
PIECES = (LOVE + "\n\n", SAW + "\n\n", ASK)
STATEMENT = Statement(
    author="Mum",
    title="Dear Joel",
    text="".join(PIECES),
    if_no="I will not give cash. Supper is at six.",
    private="furious",
    spans=tuple(
        Span(part, len(piece))
        for part, piece in zip((Part.LOVE, Part.SAW, Part.ASK), PIECES, strict=True)
    ),
)
WORDS = STATEMENT.text.split()


def read(path, *options):
    done = subprocess.run(["pdftotext", *options, str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode()


def fonts(path):
    done = subprocess.run(["pdffonts", str(path)], check=True, capture_output=True)
    return [line.split() for line in done.stdout.decode().splitlines()[2:]]


def box(dialog, name):
    found = [one for one in dialog.findChildren(QComboBox) if one.accessibleName() == name]
    assert len(found) == 1
    return found[0]


def pick(dialog, name, text):
    chosen = box(dialog, name)
    chosen.setCurrentIndex(chosen.findText(text))


def keep(dialog, shown):
    shown.append(dialog)
