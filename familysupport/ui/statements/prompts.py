"""What each part of a letter is called."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from familysupport.statements.model import Part


def part_names() -> dict[Part, str]:
    """Return what each part is called, in the usual order."""
    say = QCoreApplication.translate
    return {
        Part.LOVE: say("Prompts", "Love"),
        Part.MEMORY: say("Prompts", "A memory"),
        Part.SAW: say("Prompts", "What I saw"),
        Part.FELT: say("Prompts", "How I felt"),
        Part.UNDERSTAND: say("Prompts", "What I understand"),
        Part.MY_PART: say("Prompts", "My part"),
        Part.STOPS: say("Prompts", "What I stop doing"),
        Part.ASK: say("Prompts", "The ask"),
        Part.HOPE: say("Prompts", "Hope"),
    }
