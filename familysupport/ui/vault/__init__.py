"""First start, unlock, backups."""
