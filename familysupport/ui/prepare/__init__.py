"""The Prepare tab."""
