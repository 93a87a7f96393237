"""The Emergency page."""
