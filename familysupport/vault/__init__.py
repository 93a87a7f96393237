"""The encrypted file and its keys."""
