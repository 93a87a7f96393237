"""The people and the plan of a meeting."""
