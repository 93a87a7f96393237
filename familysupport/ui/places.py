"""The five places of the window, by the number of their tab."""

from __future__ import annotations

LEARN, PREPARE, STATEMENTS, REHEARSE, JOURNAL = range(5)
