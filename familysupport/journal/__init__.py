"""A private journal."""
