"""What to do on the worst night, and whom to call."""
