"""What enters and leaves as a file."""
