"""Lessons, glossary, questions, the withdrawal timeline."""
