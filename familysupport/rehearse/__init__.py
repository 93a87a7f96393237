"""Practice before the real day."""
