"""The Statements tab."""
