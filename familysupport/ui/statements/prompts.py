"""What each part of a letter is called, and the question that helps to begin it."""

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


def part_prompts() -> dict[Part, str]:
    """Return the question that helps to begin each part."""
    say = QCoreApplication.translate
    return {
        Part.LOVE: say("Prompts", "What do you love about them? What are you thankful for?"),
        Part.MEMORY: say("Prompts", "What did they do for you once that you never forgot?"),
        Part.SAW: say("Prompts", "Which day was it? Where were you? What did you see or hear?"),
        Part.FELT: say("Prompts", "What happened inside you then?"),
        Part.UNDERSTAND: say("Prompts", "What do you think it is like for them?"),
        Part.MY_PART: say("Prompts", "What did you do that made it easier to go on?"),
        Part.STOPS: say("Prompts", "What will you no longer do, and what will you do instead?"),
        Part.ASK: say("Prompts", "Which place, and when today? Who goes along?"),
        Part.HOPE: say("Prompts", "What do you look forward to?"),
    }
