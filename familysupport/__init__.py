"""A private, offline companion for the family of a person who is addicted to heroin."""

__version__ = "0.1.0"
