"""Widgets that know no family."""
