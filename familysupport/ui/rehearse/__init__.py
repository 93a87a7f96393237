"""The Rehearse tab."""
